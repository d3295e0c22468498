/** Syntax trees for programs: what the module {@code ast} is built on. */
@NullMarked
package org.pyconc.stdlib.ast;

import org.jspecify.annotations.NullMarked;
