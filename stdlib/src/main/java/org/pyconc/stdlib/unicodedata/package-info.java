/** The module {@code unicodedata}. */
@NullMarked
package org.pyconc.stdlib.unicodedata;

import org.jspecify.annotations.NullMarked;
