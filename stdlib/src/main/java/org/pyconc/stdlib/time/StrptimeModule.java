package org.pyconc.stdlib.time;

import org.pyconc.objects.ModuleBuilder;
import org.pyconc.runtime.NativeModule;

/** The module {@code _strptime}: what {@code datetime} needs to read dates. */
public final class StrptimeModule implements NativeModule {
  @Override
  public String name() {
    return "_strptime";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.constant("_days", TimeFormat.names(TimeFormat.DAYS));
    b.constant("_months", TimeFormat.names(TimeFormat.MONTHS));
    b.function(
        "_strptime(data_string, format)",
        "The date that a text tells.",
        CalendarFunctions::parseAll);
  }
}
