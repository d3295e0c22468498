/** The module {@code importlib}. */
@NullMarked
package org.pyconc.stdlib.importlib;

import org.jspecify.annotations.NullMarked;
