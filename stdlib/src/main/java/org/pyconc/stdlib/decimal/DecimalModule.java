package org.pyconc.stdlib.decimal;

import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Attributes;
import org.pyconc.runtime.NativeModule;
import org.pyconc.runtime.ProcessState;
import org.pyconc.stdlib.support.StructSequence;

/**
 * The module {@code decimal}.
 *
 * @see <a href="https://docs.python.org/3.11/library/decimal.html">decimal</a>
 */
public final class DecimalModule implements NativeModule {
  private static final PyType TUPLE =
      StructSequence.named(
          "decimal.DecimalTuple",
          "DecimalTuple(sign, digits, exponent)",
          "sign",
          "digits",
          "exponent");

  private static final String[] SETTINGS = {
    "prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"
  };

  private final String name;

  public DecimalModule(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  static Object tuple(Object sign, Object digits, Object exponent) {
    return StructSequence.make(TUPLE, sign, digits, exponent);
  }

  @Override
  public void define(ModuleBuilder b) {
    b.type(DecimalObject.TYPE);
    b.type(DecimalContext.TYPE);
    b.type(TUPLE);
    b.type(Signal.DECIMAL_EXCEPTION);
    Signal.TYPES.forEach(b::type);
    Signal.CONDITIONS.forEach(b::type);
    for (Rounding each : Rounding.values()) {
      b.constant(each.name(), each.name());
    }
    b.constant("MAX_PREC", Rules.MAX_PREC);
    b.constant("MAX_EMAX", Rules.MAX_EMAX);
    b.constant("MIN_EMIN", Rules.MIN_EMIN);
    b.constant("MIN_ETINY", Rules.MIN_EMIN - Rules.MAX_PREC + 1);
    b.constant("HAVE_THREADS", true);
    b.constant("HAVE_CONTEXTVAR", true);
    b.constant("__version__", "1.70");
    b.constant("__libmpdec_version__", "2.5.1");
    contexts(b);
    b.function("getcontext()", "Get the current default context.", DecimalContext::current);
    b.function(
        "setcontext(context, /)",
        "Set a new default context.",
        context -> {
          DecimalContext given = checked(context, "argument must be a context");
          boolean isTemplate = false;
          for (String each : new String[] {"DefaultContext", "BasicContext", "ExtendedContext"}) {
            isTemplate |= b.module().own(each) == given;
          }
          DecimalContext.setCurrent(isTemplate ? given.copy() : given);
          return PySingleton.NONE;
        });
    b.functionN(
        "localcontext(ctx=None, *, prec=None, rounding=None, Emin=None, Emax=None, capitals=None,"
            + " clamp=None, flags=None, traps=None)",
        "Return a context manager that will set the default context to a copy of ctx on entry.",
        a -> {
          DecimalContext copy =
              (a[0] == PySingleton.NONE
                      ? DecimalContext.current()
                      : checked(a[0], "optional argument must be a context"))
                  .copy();
          for (int i = 0; i < SETTINGS.length; i++) {
            if (a[i + 1] != PySingleton.NONE) {
              Attributes.store(copy, SETTINGS[i], a[i + 1]);
            }
          }
          return new Manager(copy);
        });
  }

  private static DecimalContext checked(Object value, String otherwise) {
    if (value instanceof DecimalContext c) {
      return c;
    }
    throw Errors.typeError(otherwise);
  }

  private static void contexts(ModuleBuilder b) {
    DecimalContext usual = new DecimalContext();
    if (ProcessState.current().findModuleState(DecimalContext.class) == null) {
      ProcessState.current().setModuleState(DecimalContext.class, usual);
    }
    b.constant("DefaultContext", usual);
    DecimalContext basic = new DecimalContext();
    basic.rules().prec = 9;
    basic.rules().rounding = Rounding.ROUND_HALF_UP;
    basic.traps = DecimalContext.USUAL_TRAPS | Signal.CLAMPED | Signal.UNDERFLOW;
    b.constant("BasicContext", basic);
    DecimalContext extended = new DecimalContext();
    extended.rules().prec = 9;
    extended.traps = 0;
    b.constant("ExtendedContext", extended);
  }

  /** What {@code localcontext} returns. */
  private static final class Manager extends PyInstance {
    static final PyType TYPE =
        new PyType("decimal.ContextManager", BuiltinTypes.OBJECT, false, null, Manager::define);

    private final DecimalContext inside;
    private final DecimalContext outside = DecimalContext.current();

    Manager(DecimalContext inside) {
      super(TYPE);
      this.inside = inside;
    }

    private static void define(TypeBuilder b) {
      b.method(
          "__enter__(self, /)",
          "",
          self -> {
            DecimalContext.setCurrent(((Manager) self).inside);
            return ((Manager) self).inside;
          });
      b.methodN(
          "__exit__(self, /, *args)",
          "",
          a -> {
            DecimalContext.setCurrent(((Manager) a[0]).outside);
            return false;
          });
    }
  }
}
