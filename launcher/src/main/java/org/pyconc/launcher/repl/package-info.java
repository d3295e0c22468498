/**
 * Exploring in a dialogue: the logic ({@code Repl}) and the terminal ({@code TerminalDialogue}).
 */
@NullMarked
package org.pyconc.launcher.repl;

import org.jspecify.annotations.NullMarked;
