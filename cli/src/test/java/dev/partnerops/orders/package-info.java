@NullMarked
package dev.partnerops.orders;

import org.jspecify.annotations.NullMarked;
