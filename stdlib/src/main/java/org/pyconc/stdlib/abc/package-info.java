/** The module {@code abc}. */
@NullMarked
package org.pyconc.stdlib.abc;

import org.jspecify.annotations.NullMarked;
