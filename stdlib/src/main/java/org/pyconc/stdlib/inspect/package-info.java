/** The module {@code inspect}. */
@NullMarked
package org.pyconc.stdlib.inspect;

import org.jspecify.annotations.NullMarked;
