/** The module {@code os}. */
@NullMarked
package org.pyconc.stdlib.os;

import org.jspecify.annotations.NullMarked;
