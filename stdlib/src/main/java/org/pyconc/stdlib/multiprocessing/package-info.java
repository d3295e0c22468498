/** The module {@code multiprocessing}: processes of the kernel and what they share. */
@NullMarked
package org.pyconc.stdlib.multiprocessing;

import org.jspecify.annotations.NullMarked;
