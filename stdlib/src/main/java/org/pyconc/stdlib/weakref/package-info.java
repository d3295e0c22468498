/** Weak references: the native part of module {@code weakref}. */
@NullMarked
package org.pyconc.stdlib.weakref;

import org.jspecify.annotations.NullMarked;
