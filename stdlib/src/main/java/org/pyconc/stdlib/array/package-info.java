/** The module {@code array}. */
@NullMarked
package org.pyconc.stdlib.array;

import org.jspecify.annotations.NullMarked;
