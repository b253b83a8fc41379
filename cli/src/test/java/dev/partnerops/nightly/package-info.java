@NullMarked
package dev.partnerops.nightly;

import org.jspecify.annotations.NullMarked;
