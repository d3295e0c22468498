/** The module {@code zlib}. */
@NullMarked
package org.pyconc.stdlib.zlib;

import org.jspecify.annotations.NullMarked;
