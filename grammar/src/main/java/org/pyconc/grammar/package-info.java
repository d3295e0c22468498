/** Source text to syntax tree. Nothing outside this module sees an ANTLR class. */
@NullMarked
package org.pyconc.grammar;

import org.jspecify.annotations.NullMarked;
