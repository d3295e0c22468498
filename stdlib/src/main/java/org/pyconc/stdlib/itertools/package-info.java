/** The module {@code itertools}. */
@NullMarked
package org.pyconc.stdlib.itertools;

import org.jspecify.annotations.NullMarked;
