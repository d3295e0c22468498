/** The module {@code collections}. */
@NullMarked
package org.pyconc.stdlib.collections;

import org.jspecify.annotations.NullMarked;
