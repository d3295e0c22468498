/** The module {@code __future__}. */
@NullMarked
package org.pyconc.stdlib.future;

import org.jspecify.annotations.NullMarked;
