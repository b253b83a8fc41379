/** Tests of deciding. */
@NullMarked
package dev.partnerops.deciding;

import org.jspecify.annotations.NullMarked;
