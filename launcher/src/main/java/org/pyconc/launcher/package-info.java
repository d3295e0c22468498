/** The {@code pyconc} command. No language logic lives here. */
@NullMarked
package org.pyconc.launcher;

import org.jspecify.annotations.NullMarked;
