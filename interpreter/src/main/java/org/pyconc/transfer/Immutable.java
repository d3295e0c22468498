package org.pyconc.transfer;

/**
 * An object of a native class that never changes and refers to nothing that does: all processes
 * share it.
 */
public interface Immutable {}
