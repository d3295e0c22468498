/** The module {@code types}. */
@NullMarked
package org.pyconc.stdlib.types;

import org.jspecify.annotations.NullMarked;
