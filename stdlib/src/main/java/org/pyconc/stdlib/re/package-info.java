/** The module {@code abc}. */
@NullMarked
package org.pyconc.stdlib.re;

import org.jspecify.annotations.NullMarked;
