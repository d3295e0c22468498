package org.pyconc.objects;

/**
 * Identifies what a class and the classes above it look like. Caches compare it; copies of a class
 * in other processes share it until one of them changes.
 */
public final class ClassVersion {}
