@NullMarked
package dev.partnerops.generating;

import org.jspecify.annotations.NullMarked;
