package org.pyconc.stdlib.subprocess;

import org.pyconc.objects.ModuleBuilder;
import org.pyconc.runtime.NativeModule;

/** The native part of {@code subprocess}. */
public final class SubprocessModule implements NativeModule {
  @Override
  public String name() {
    return "_subprocess";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.functionN(
        "spawn(args, cwd, env, stdin, stdout, stderr, /)",
        "Starts a program. A file is a descriptor, or -1 pipe, -2 as stdout, -3 nothing.",
        Spawning::spawn);
    b.type(ChildType.CHILD);
  }
}
