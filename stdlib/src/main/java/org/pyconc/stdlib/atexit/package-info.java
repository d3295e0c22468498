/** What is done when the program ends. */
@NullMarked
package org.pyconc.stdlib.atexit;

import org.jspecify.annotations.NullMarked;
