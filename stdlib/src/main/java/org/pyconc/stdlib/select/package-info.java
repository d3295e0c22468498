/** The module {@code select}. */
@NullMarked
package org.pyconc.stdlib.select;

import org.jspecify.annotations.NullMarked;
