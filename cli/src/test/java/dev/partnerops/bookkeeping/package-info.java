@NullMarked
package dev.partnerops.bookkeeping;

import org.jspecify.annotations.NullMarked;
