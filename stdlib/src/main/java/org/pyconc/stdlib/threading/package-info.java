/** The modules {@code threading} and {@code _thread}. */
@NullMarked
package org.pyconc.stdlib.threading;

import org.jspecify.annotations.NullMarked;
