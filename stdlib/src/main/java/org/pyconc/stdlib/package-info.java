/** The modules of the language, one package each. */
@NullMarked
package org.pyconc.stdlib;

import org.jspecify.annotations.NullMarked;
