/** The module {@code queue}. */
@NullMarked
package org.pyconc.stdlib.queue;

import org.jspecify.annotations.NullMarked;
