/** Parse tree to syntax tree. Internal to the module. */
@NullMarked
package org.pyconc.grammar.build;

import org.jspecify.annotations.NullMarked;
