/** The module {@code mmap}. */
@NullMarked
package org.pyconc.stdlib.mmap;

import org.jspecify.annotations.NullMarked;
