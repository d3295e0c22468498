/** The module {@code random}. */
@NullMarked
package org.pyconc.stdlib.random;

import org.jspecify.annotations.NullMarked;
