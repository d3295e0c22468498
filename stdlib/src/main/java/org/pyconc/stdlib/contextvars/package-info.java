/** The module {@code contextvars}: variables whose values follow the flow of control. */
@NullMarked
package org.pyconc.stdlib.contextvars;

import org.jspecify.annotations.NullMarked;
