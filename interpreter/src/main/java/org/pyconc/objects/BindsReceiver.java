package org.pyconc.objects;

/**
 * A native callable that, as a class attribute read through an instance, becomes a method of it
 * like a function of the program.
 */
public interface BindsReceiver {}
