/** The builtin functions and the methods of the builtin types. */
@NullMarked
package org.pyconc.builtins;

import org.jspecify.annotations.NullMarked;
