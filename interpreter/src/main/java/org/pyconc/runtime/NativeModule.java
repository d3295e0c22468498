package org.pyconc.runtime;

import org.pyconc.objects.ModuleBuilder;

/** A module of the language written in Java. */
public interface NativeModule {
  /** The full name that programs import, such as {@code multiprocessing} or {@code os.path}. */
  String name();

  /** Fills the module. Runs once in each process that imports it and does not inherit it. */
  void define(ModuleBuilder b);
}
