/** The module {@code abc}. */
@NullMarked
package org.pyconc.stdlib.json;

import org.jspecify.annotations.NullMarked;
