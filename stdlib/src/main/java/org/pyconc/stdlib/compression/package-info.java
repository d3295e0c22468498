/** What {@code bz2} and {@code lzma} stand on. */
@NullMarked
package org.pyconc.stdlib.compression;

import org.jspecify.annotations.NullMarked;
