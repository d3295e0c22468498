/** The module {@code heapq}. */
@NullMarked
package org.pyconc.stdlib.heapq;

import org.jspecify.annotations.NullMarked;
