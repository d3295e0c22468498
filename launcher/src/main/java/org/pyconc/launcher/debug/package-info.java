/** The debugger: breakpoints and steps, and the protocol by which editors ask for them. */
@NullMarked
package org.pyconc.launcher.debug;

import org.jspecify.annotations.NullMarked;
