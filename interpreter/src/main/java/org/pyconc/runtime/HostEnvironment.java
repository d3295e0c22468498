package org.pyconc.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Text;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** The environment variables of one process: the host's at first, a child's are a copy. */
public final class HostEnvironment implements Transferable {
  private final PyDict variables;

  private HostEnvironment(PyDict variables) {
    this.variables = variables;
  }

  /** Those of the running process. */
  public static HostEnvironment current() {
    return ProcessState.current()
        .moduleState(HostEnvironment.class, () -> new HostEnvironment(ofHost()));
  }

  private static PyDict ofHost() {
    PyDict variables = new PyDict();
    Map<String, String> all = ProcessState.current().program().environment();
    for (Map.Entry<String, String> each : all.entrySet()) {
      variables.put(WideString.of(each.getKey()), WideString.of(each.getValue()));
    }
    return variables;
  }

  /** Names and values, both str; changes are those of the environment. */
  public PyDict variables() {
    return variables;
  }

  /** What a program of the host is started with. */
  public Map<String, String> toMap() {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = variables.next(0); i >= 0; i = variables.next(i + 1)) {
      map.put(Text.java(variables.keyAt(i)), Text.java(variables.valueAt(i)));
    }
    return map;
  }

  @Override
  public Object copy(Copier copier) {
    return new HostEnvironment((PyDict) copier.copy(variables));
  }
}
