/** What the module {@code inspect} needs to know of source text. */
@NullMarked
package org.pyconc.stdlib.inspect;

import org.jspecify.annotations.NullMarked;
