package org.pyconc.stdlib.example;

import org.pyconc.errors.Errors;
import org.pyconc.kernel.Task;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.operations.Items;
import org.pyconc.runtime.NativeModule;
import org.pyconc.runtime.ProcessState;

/** A tally of its own for each process, and a rest. */
public final class TallyModule implements NativeModule {
  private static final class Tally {
    long count;
  }

  @Override
  public String name() {
    return "tally";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.function(
        "add(number=1, /)",
        "Adds to the tally of this process and returns it.",
        number -> {
          long n = Items.toLong(number);
          if (n < 0) {
            throw Errors.valueError("a tally only grows, not by " + n);
          }
          Tally tally = ProcessState.current().moduleState(Tally.class, Tally::new);
          tally.count += n;
          return tally.count;
        });
    b.function(
        "rest()",
        "Waits for a millisecond, while others run.",
        () -> {
          Task.sleep(1_000_000);
          return ProcessState.current().moduleState(Tally.class, Tally::new).count;
        });
  }
}
