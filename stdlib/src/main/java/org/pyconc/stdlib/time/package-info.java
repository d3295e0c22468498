/** The module {@code time}. */
@NullMarked
package org.pyconc.stdlib.time;

import org.jspecify.annotations.NullMarked;
