/** The module {@code contextlib}. */
@NullMarked
package org.pyconc.stdlib.contextlib;

import org.jspecify.annotations.NullMarked;
