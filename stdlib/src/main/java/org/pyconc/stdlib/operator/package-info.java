/** The module {@code operator}. */
@NullMarked
package org.pyconc.stdlib.operator;

import org.jspecify.annotations.NullMarked;
