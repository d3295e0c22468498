/** Source text to tokens, with indentation. Internal to the module. */
@NullMarked
package org.pyconc.grammar.token;

import org.jspecify.annotations.NullMarked;
