/** Programs none of whose tasks can go on. */
@NullMarked
package org.pyconc.stdlib.deadlock;

import org.jspecify.annotations.NullMarked;
