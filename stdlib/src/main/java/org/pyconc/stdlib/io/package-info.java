/** The module {@code io}: file objects. */
@NullMarked
package org.pyconc.stdlib.io;

import org.jspecify.annotations.NullMarked;
