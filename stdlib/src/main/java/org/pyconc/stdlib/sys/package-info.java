/** The module {@code sys}. */
@NullMarked
package org.pyconc.stdlib.sys;

import org.jspecify.annotations.NullMarked;
