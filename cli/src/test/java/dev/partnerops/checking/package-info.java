@NullMarked
package dev.partnerops.checking;

import org.jspecify.annotations.NullMarked;
