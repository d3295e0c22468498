/** The garbage collector, which is the JVM's. */
@NullMarked
package org.pyconc.stdlib.gc;

import org.jspecify.annotations.NullMarked;
