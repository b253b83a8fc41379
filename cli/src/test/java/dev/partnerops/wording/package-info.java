@NullMarked
package dev.partnerops.wording;

import org.jspecify.annotations.NullMarked;
