package org.pyconc.stdlib.functools;

import java.util.function.UnaryOperator;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Calls;
import org.pyconc.operations.InstanceDictionary;
import org.pyconc.operations.Reductions;
import org.pyconc.operations.Text;
import org.pyconc.operations.TextBuilder;
import org.pyconc.runtime.TaskState;
import org.pyconc.transfer.Refillable;

/** A function together with some of its arguments. */
public final class PyPartial extends PyInstance implements Refillable {
  /** {@code functools.partial}. */
  public static final PyType TYPE =
      new PyType("functools.partial", BuiltinTypes.OBJECT, true, PyPartial::new, PyPartial::define);

  private Object function = PySingleton.NONE;
  private PyTuple arguments = PyTuple.EMPTY;
  private PyDict keywords = new PyDict();

  public PyPartial(PyType type) {
    super(type);
  }

  @Override
  public PyPartial emptyCopy(PyType type) {
    return new PyPartial(type);
  }

  @Override
  public void refill(PyObject original, UnaryOperator<Object> copy) {
    PyPartial other = (PyPartial) original;
    function = copy.apply(other.function);
    arguments = (PyTuple) copy.apply(other.arguments);
    keywords = (PyDict) copy.apply(other.keywords);
  }

  private static void define(TypeBuilder b) {
    b.doc(
        "partial(func, *args, **keywords) - new function with partial application\n"
            + "    of the given arguments and keywords.\n");
    b.methodN(
        "__init__(self, /, *args, **kwargs)",
        "Initialize self.",
        bound -> {
          ((PyPartial) bound[0]).initialise((PyTuple) bound[1], (PyDict) bound[2]);
          return PySingleton.NONE;
        });
    b.methodN(
        "__call__(self, /, *args, **kwargs)",
        "Call self as a function.",
        bound -> ((PyPartial) bound[0]).apply((PyTuple) bound[1], (PyDict) bound[2]));
    b.getSet("__dict__", "", p -> ((PyInstance) p).attributes(), InstanceDictionary::set);
    b.getter(
        "func", "function object to use in future partial calls", p -> ((PyPartial) p).function);
    b.getter("args", "tuple of arguments to future partial calls", p -> ((PyPartial) p).arguments);
    b.getter(
        "keywords",
        "dictionary of keyword arguments to future partial calls",
        p -> ((PyPartial) p).keywords);
    b.method(
        "__reduce__(self, /)",
        "Return state information for pickling.",
        self -> {
          PyPartial p = (PyPartial) self;
          Object attributes = Reductions.defaultState(p, false);
          return PyTuple.of(
              p.type(),
              PyTuple.of(p.function),
              PyTuple.of(p.function, p.arguments, p.keywords, attributes));
        });
    b.method(
        "__setstate__(self, state, /)",
        "Set state information for unpickling.",
        (self, state) -> {
          ((PyPartial) self).setState(state);
          return PySingleton.NONE;
        });
    b.method("__repr__(self, /)", "Return repr(self).", self -> ((PyPartial) self).repr());
  }

  private void setState(Object state) {
    if (!(state instanceof PyTuple t)
        || t.size() != 4
        || !Calls.isCallable(t.get(0))
        || !(PyPayloadInstance.unwrap(t.get(1)) instanceof PyTuple args)
        || !(t.get(2) == PySingleton.NONE
            || PyPayloadInstance.unwrap(t.get(2)) instanceof PyDict)) {
      throw Errors.typeError("invalid partial state");
    }
    function = t.get(0);
    arguments = args;
    PyDict kwargs =
        PyPayloadInstance.unwrap(t.get(2)) instanceof PyDict given ? given : new PyDict();
    keywords = PyType.of(kwargs) == BuiltinTypes.DICT ? kwargs : kwargs.copy();
    InstanceDictionary.set(this, t.get(3) instanceof PyDict attributes ? attributes : new PyDict());
  }

  private void initialise(PyTuple args, PyDict kwargs) {
    if (args.size() == 0) {
      throw Errors.typeError("type 'partial' takes at least one argument");
    }
    Object called = args.get(0);
    if (!Calls.isCallable(called)) {
      throw Errors.typeError("the first argument must be callable");
    }
    Object[] rest = new Object[args.size() - 1];
    System.arraycopy(args.items(), 1, rest, 0, rest.length);
    function = called;
    arguments = PyTuple.of(rest);
    keywords = kwargs.copy();
    if (called instanceof PyPartial inner && inner.type() == TYPE) {
      function = inner.function;
      arguments = joined(inner.arguments, arguments);
      keywords = inner.keywords.copy();
      keywords.putAll(kwargs);
    }
  }

  private static PyTuple joined(PyTuple a, PyTuple b) {
    Object[] all = new Object[a.size() + b.size()];
    System.arraycopy(a.items(), 0, all, 0, a.size());
    System.arraycopy(b.items(), 0, all, a.size(), b.size());
    return PyTuple.of(all);
  }

  private Object apply(PyTuple args, PyDict kwargs) {
    PyDict all = keywords;
    if (kwargs.size() > 0) {
      all = keywords.copy();
      all.putAll(kwargs);
    }
    return call(function, joined(arguments, args), all);
  }

  /** {@code function(*args, **kwargs)}. */
  static Object call(Object function, PyTuple args, PyDict kwargs) {
    int positional = args.size();
    Object[] values = new Object[positional + kwargs.size()];
    System.arraycopy(args.items(), 0, values, 0, positional);
    String[] names = new String[kwargs.size()];
    int count = 0;
    for (int i = kwargs.next(0); i >= 0; i = kwargs.next(i + 1)) {
      if (!Text.isText(PyPayloadInstance.unwrap(kwargs.keyAt(i)))) {
        throw Errors.typeError("keywords must be strings");
      }
      names[count] = Text.java(kwargs.keyAt(i));
      values[positional + count++] = kwargs.valueAt(i);
    }
    return Calls.call(function, values, names);
  }

  private Object repr() {
    if (!TaskState.current().reprStack().enter(this)) {
      return "...";
    }
    try {
      return shown();
    } finally {
      TaskState.current().reprStack().leave();
    }
  }

  private Object shown() {
    String name = type().isNative() ? "functools.partial" : type().qualifiedName();
    TextBuilder text = new TextBuilder().append(name).append("(").append(Text.repr(function));
    for (Object each : arguments.items()) {
      text.append(", ").append(Text.repr(each));
    }
    for (int i = keywords.next(0); i >= 0; i = keywords.next(i + 1)) {
      text.append(", ").append(Text.str(keywords.keyAt(i))).append("=");
      text.append(Text.repr(keywords.valueAt(i)));
    }
    return text.append(")").build();
  }
}
