/** The module {@code greenlet}: coroutines that switch to each other from any depth of calls. */
@NullMarked
package org.pyconc.stdlib.greenlet;

import org.jspecify.annotations.NullMarked;
