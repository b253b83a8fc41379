@NullMarked
package dev.partnerops;

import org.jspecify.annotations.NullMarked;
