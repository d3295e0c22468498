/** Greenlets and the kernel under them. */
@NullMarked
package org.pyconc.stdlib.greenlet;

import org.jspecify.annotations.NullMarked;
