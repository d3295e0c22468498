package org.pyconc.runtime;

import java.io.InputStream;

/**
 * What a program's standard streams are connected to.
 *
 * @param in where input comes from
 * @param isInputTerminal whether that is a terminal
 */
public record StandardFiles(InputStream in, boolean isInputTerminal, Output out, Output err) {}
