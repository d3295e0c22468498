/** Copying objects between processes: to a child when it starts, and as messages. */
@NullMarked
package org.pyconc.transfer;

import org.jspecify.annotations.NullMarked;
