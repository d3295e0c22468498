/** Signals and what handles them. */
@NullMarked
package org.pyconc.stdlib.signal;

import org.jspecify.annotations.NullMarked;
