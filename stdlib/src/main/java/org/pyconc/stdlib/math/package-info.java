/** The module {@code math}. */
@NullMarked
package org.pyconc.stdlib.math;

import org.jspecify.annotations.NullMarked;
