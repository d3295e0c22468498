/** The module {@code copy}. */
@NullMarked
package org.pyconc.stdlib.copy;

import org.jspecify.annotations.NullMarked;
