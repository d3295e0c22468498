package org.pyconc.stdlib.dataclasses;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Signature;
import org.pyconc.objects.Unset;
import org.pyconc.operations.ArgumentBinder;
import org.pyconc.operations.AttributeSite;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.SlotDescriptor;

/**
 * What the constructor of a data class does. It is worked out at the first call: as in CPython,
 * later changes of the fields do not matter.
 */
final class Initialiser {
  /**
   * What happens to a field.
   *
   * @param parameter the number of its parameter, or -1 for none
   * @param given the value where there is no argument
   * @param isFactory whether that is what makes the value
   * @param site sets the attribute, null for a variable of the constructor alone
   */
  private record Step(
      String name, int parameter, Object given, boolean isFactory, @Nullable AttributeSite site) {}

  private final PyType owner;
  private final Signature signature;
  private final String name;
  private final boolean isFrozen;
  private final Step[] steps;

  private Initialiser(PyType owner, Signature signature, boolean isFrozen, Step[] steps) {
    this.owner = owner;
    this.signature = signature;
    this.name = owner.qualifiedName() + ".__init__";
    this.isFrozen = isFrozen;
    this.steps = steps;
  }

  static Initialiser of(PyType owner, Signature signature) {
    boolean isFrozen = owner.ownAttribute("__setattr__") instanceof DataclassMethod;
    List<Step> steps = new ArrayList<>();
    List<PyInstance> all = Fields.all(owner);
    for (PyInstance field : all == null ? List.<PyInstance>of() : all) {
      String kind = Fields.kind(field);
      boolean isParameter = Fields.is(field, "init");
      // A slot hides the class attribute that would hold the default.
      boolean isInSlot =
          Fields.hasDefault(field) && owner.lookup(Fields.name(field)) instanceof SlotDescriptor;
      if (kind.equals(Fields.CLASS_VARIABLE)
          || !(isParameter || Fields.hasFactory(field) || isInSlot)) {
        continue;
      }
      String name = Fields.name(field);
      steps.add(
          new Step(
              name,
              isParameter ? Arrays.asList(signature.names()).indexOf(name) : -1,
              Fields.get(field, Fields.hasFactory(field) ? "default_factory" : "default"),
              Fields.hasFactory(field),
              kind.equals(Fields.INIT_VARIABLE) ? null : new AttributeSite(name)));
    }
    return new Initialiser(owner, signature, isFrozen, steps.toArray(new Step[0]));
  }

  Object call(Object[] arguments, String[] keywords) {
    Signature s = signature;
    Object[] bound =
        keywords.length == 0 && s.isSimple() && arguments.length == s.positional()
            ? arguments
            : ArgumentBinder.bind(s, name, s.defaults(), s.keywordDefaults(), arguments, keywords);
    Object self = bound[0];
    List<Object> variables = null;
    for (Step step : steps) {
      Object value = step.parameter < 0 ? Unset.UNSET : bound[step.parameter];
      if (value == Unset.UNSET) {
        value = step.isFactory ? Calls.call0(step.given) : step.given;
      }
      if (step.site == null) {
        variables = variables == null ? new ArrayList<>() : variables;
        variables.add(value);
      } else if (isFrozen) {
        Attributes.storeDefault(self, PyType.of(self), step.name, value);
      } else {
        step.site.store(self, value);
      }
    }
    if (owner.lookup("__post_init__") != null) {
      Calls.method(self, "__post_init__", variables == null ? new Object[0] : variables.toArray());
    }
    return PySingleton.NONE;
  }
}
