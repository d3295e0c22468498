/** The module {@code functools}. */
@NullMarked
package org.pyconc.stdlib.functools;

import org.jspecify.annotations.NullMarked;
