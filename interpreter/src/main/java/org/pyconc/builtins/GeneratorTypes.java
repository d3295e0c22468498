package org.pyconc.builtins;

import org.pyconc.objects.TypeBuilder;

/** The definitions of generators, coroutines and frames. */
final class GeneratorTypes {
  private GeneratorTypes() {}

  /** Defines the type if it belongs here. */
  static boolean define(String name, TypeBuilder b) {
    switch (name) {
      case "generator" -> GeneratorMethods.defineGenerator(b);
      case "coroutine" -> GeneratorMethods.defineCoroutine(b);
      case "coroutine_wrapper" -> GeneratorMethods.defineWrapper(b);
      case "async_generator" -> AsyncGeneratorMethods.define(b);
      case "async_generator_asend", "async_generator_athrow", "anext_awaitable" ->
          AsyncGeneratorMethods.defineAwaitable(b);
      case "frame" -> FrameMethods.define(b);
      default -> {
        return false;
      }
    }
    return true;
  }
}
