/** Decimal arithmetic of any precision. */
@NullMarked
package org.pyconc.stdlib.decimal;

import org.jspecify.annotations.NullMarked;
