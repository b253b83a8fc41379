@NullMarked
package dev.partnerops.importing;

import org.jspecify.annotations.NullMarked;
