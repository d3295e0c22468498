/** The module {@code struct}. */
@NullMarked
package org.pyconc.stdlib.struct;

import org.jspecify.annotations.NullMarked;
