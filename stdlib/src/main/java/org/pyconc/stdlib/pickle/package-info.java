/** The module {@code pickle}. */
@NullMarked
package org.pyconc.stdlib.pickle;

import org.jspecify.annotations.NullMarked;
