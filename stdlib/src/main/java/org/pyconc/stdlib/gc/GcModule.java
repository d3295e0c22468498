package org.pyconc.stdlib.gc;

import java.util.List;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.operations.Items;
import org.pyconc.runtime.Descriptors;
import org.pyconc.runtime.Forgotten;
import org.pyconc.runtime.NativeModule;
import org.pyconc.runtime.ProcessState;

/**
 * The face of CPython's collector. The JVM collects when it sees fit; {@code collect} asks it to.
 *
 * @see <a href="https://docs.python.org/3.11/library/gc.html">gc</a>
 */
public final class GcModule implements NativeModule {
  /** What a program has set; nothing depends on it. */
  private static final class Settings {
    boolean isEnabled = true;
    Object thresholds = PyTuple.of(700L, 10L, 10L);
  }

  @Override
  public String name() {
    return "gc";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.function(
        "collect(generation=2)",
        "Asks for a collection now; 0, as nobody counts what is found.",
        generation -> {
          Forgotten.collect();
          boolean ignored = Descriptors.current().closeForgotten();
          return 0L;
        });
    b.function("enable()", "Collects by itself.", () -> enable(true));
    b.function("disable()", "Is remembered.", () -> enable(false));
    b.function("isenabled()", "What was set last.", () -> settings().isEnabled);
    b.function("get_threshold()", "What was set last.", () -> settings().thresholds);
    b.functionN(
        "set_threshold(threshold0, threshold1=10, threshold2=10, /)",
        "Is remembered.",
        a -> {
          settings().thresholds =
              PyTuple.of(Items.toLong(a[0]), Items.toLong(a[1]), Items.toLong(a[2]));
          return PySingleton.NONE;
        });
    b.function("get_count()", "Zeros.", () -> PyTuple.of(0L, 0L, 0L));
    b.function("freeze()", "Does nothing.", () -> PySingleton.NONE);
    b.function("unfreeze()", "Does nothing.", () -> PySingleton.NONE);
    b.function("get_freeze_count()", "Zero.", () -> 0L);
    b.function("set_debug(flags, /)", "Does nothing.", flags -> PySingleton.NONE);
    b.function("get_debug()", "Zero.", () -> 0L);
    b.function(
        "is_tracked(obj, /)",
        "Whether the object may refer to others.",
        object -> object instanceof PyObject);
    b.function(
        "get_objects(generation=None)",
        "What the modules reach through containers, attributes, functions and classes.",
        generation -> PyList.of(Reachable.all().toArray()));
    b.functionN(
        "get_referents(*objs)",
        "What the objects refer to directly.",
        a -> {
          PyList found = new PyList();
          for (Object each : ((PyTuple) a[0]).items()) {
            Reachable.referents(
                each,
                referent -> {
                  if (referent != null) {
                    found.append(referent);
                  }
                });
          }
          return found;
        });
    b.functionN(
        "get_referrers(*objs)",
        "Those of get_objects() that refer directly to one of the objects.",
        a -> referrers(((PyTuple) a[0]).items()));
    b.function("get_stats()", "Zeros.", GcModule::statistics);
    b.function("is_finalized(obj, /)", "False.", object -> false);
    for (String flag : List.of("DEBUG_STATS", "DEBUG_COLLECTABLE", "DEBUG_UNCOLLECTABLE")) {
      b.constant(
          flag, flag.equals("DEBUG_STATS") ? 1L : flag.equals("DEBUG_COLLECTABLE") ? 2L : 4L);
    }
    b.constant("DEBUG_SAVEALL", 32L);
    b.constant("DEBUG_LEAK", 38L);
    b.constant("garbage", new PyList());
    b.constant("callbacks", new PyList());
  }

  private static PyList referrers(Object[] objects) {
    PyList found = new PyList();
    for (Object each : Reachable.all()) {
      boolean[] refers = {false};
      Reachable.referents(
          each,
          referent -> {
            for (Object object : objects) {
              refers[0] |= object == referent;
            }
          });
      if (refers[0]) {
        found.append(each);
      }
    }
    return found;
  }

  private static Object statistics() {
    PyList generations = new PyList();
    for (int i = 0; i < 3; i++) {
      PyDict numbers = new PyDict();
      numbers.put("collections", 0L);
      numbers.put("collected", 0L);
      numbers.put("uncollectable", 0L);
      generations.append(numbers);
    }
    return generations;
  }

  private static Object enable(boolean enabled) {
    settings().isEnabled = enabled;
    return PySingleton.NONE;
  }

  private static Settings settings() {
    return ProcessState.current().moduleState(Settings.class, Settings::new);
  }
}
