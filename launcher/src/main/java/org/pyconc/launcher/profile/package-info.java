/** What a program does with its time, and which of its lines run. */
@NullMarked
package org.pyconc.launcher.profile;

import org.jspecify.annotations.NullMarked;
