/** The module {@code traceback}. */
@NullMarked
package org.pyconc.stdlib.traceback;

import org.jspecify.annotations.NullMarked;
