/** The module {@code subprocess}. */
@NullMarked
package org.pyconc.stdlib.subprocess;

import org.jspecify.annotations.NullMarked;
