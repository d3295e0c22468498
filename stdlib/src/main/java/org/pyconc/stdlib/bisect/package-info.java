/** The module {@code bisect}. */
@NullMarked
package org.pyconc.stdlib.bisect;

import org.jspecify.annotations.NullMarked;
