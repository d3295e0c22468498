package org.pyconc.stdlib.greenlet;

import java.util.Arrays;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.NamespaceDict;
import org.pyconc.objects.Native;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTraceback;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.objects.WideString;
import org.pyconc.operations.InstanceDictionary;
import org.pyconc.operations.Raising;
import org.pyconc.operations.Text;

/** The class {@code greenlet.greenlet}. */
final class GreenletMethods {
  private static final String DOC =
      "greenlet(run=None, parent=None) -> greenlet\n\n"
          + "Creates a new greenlet object (without running it).\n\n"
          + " - *run* -- The callable to invoke.\n"
          + " - *parent* -- The parent greenlet. The default is the current greenlet.";

  private GreenletMethods() {}

  static void define(TypeBuilder b) {
    b.doc(DOC);
    b.rawMethod(
        "__init__(self, /, run=None, parent=None)",
        "Initialize self.  See help(type(self)) for accurate signature.",
        GreenletMethods::initialise);
    b.rawMethod("switch(self, /, *args, **kwargs)", "Switch execution to this greenlet.", SWITCH);
    b.rawMethod(
        "throw(self, typ=GreenletExit, val=None, tb=None, /)",
        "Switches execution to this greenlet, but immediately raises the\n"
            + "given exception in this greenlet.",
        GreenletMethods::throwInto);
    b.method("__bool__(self, /)", "True if self else False", g -> ((PyGreenlet) g).isActive());
    b.method("__repr__(self, /)", "Return repr(self).", GreenletMethods::repr);
    b.method("__getstate__(self, /)", "", GreenletMethods::refuseState);
    b.getSet("run", "", GreenletMethods::run, GreenletMethods::setRun);
    b.getSet(
        "parent",
        "",
        g -> PySingleton.orNone(((PyGreenlet) g).parent()),
        GreenletMethods::setParent);
    b.getter("dead", "", g -> ((PyGreenlet) g).isDead());
    b.getter("gr_frame", "", GreenletMethods::frame);
    b.getSet("gr_context", "", GreenletMethods::context, GreenletMethods::setContext);
    b.getter("_stack_saved", "", g -> savedStack((PyGreenlet) g));
    b.getSet("__dict__", "", g -> ((PyGreenlet) g).attributes(), GreenletMethods::setDictionary);
    b.constant("GreenletExit", GreenletTypes.GREENLET_EXIT);
    b.constant("error", GreenletTypes.ERROR);
    b.constant("getcurrent", GreenletModule.GET_CURRENT);
    b.constant("settrace", GreenletModule.SET_TRACE);
    b.constant("gettrace", GreenletModule.GET_TRACE);
  }

  private static final Native.Raw SWITCH =
      new Native.Raw() {
        @Override
        public Object call(Object[] arguments, String[] keywords) {
          return ((PyGreenlet) arguments[0])
              .switchTo(Arrays.copyOfRange(arguments, 1, arguments.length), keywords);
        }

        @Override
        public Object call1(Object self) {
          return ((PyGreenlet) self).switchTo();
        }

        @Override
        public Object call2(Object self, Object value) {
          return ((PyGreenlet) self).switchTo(value);
        }
      };

  private static Object initialise(Object[] arguments, String[] keywords) {
    if (arguments.length > 3) {
      throw Errors.typeError(
          "green() takes at most 2 arguments (" + (arguments.length - 1) + " given)");
    }
    PyGreenlet self = (PyGreenlet) arguments[0];
    int positional = arguments.length - keywords.length - 1;
    Object run = positional > 0 ? arguments[1] : null;
    Object parent = positional > 1 ? arguments[2] : null;
    for (int i = 0; i < keywords.length; i++) {
      Object value = arguments[1 + positional + i];
      if (keywords[i].equals("run") && run == null) {
        run = value;
      } else if (keywords[i].equals("parent") && parent == null) {
        parent = value;
      } else if (keywords[i].equals("run") || keywords[i].equals("parent")) {
        throw Errors.typeError(
            "argument for green() given by name ('"
                + keywords[i]
                + "') and position ("
                + (keywords[i].equals("run") ? 1 : 2)
                + ")");
      } else {
        throw Errors.typeError("'" + keywords[i] + "' is an invalid keyword argument for green()");
      }
    }
    if (run != null) {
      self.setRun(run);
    }
    if (parent != null && parent != PySingleton.NONE) {
      self.setParent(greenlet(parent));
    }
    return PySingleton.NONE;
  }

  private static PyGreenlet greenlet(Object value) {
    if (value instanceof PyGreenlet g) {
      return g;
    }
    throw Errors.typeError(
        "GreenletChecker: Expected any type of greenlet, not " + PyType.of(value).name());
  }

  private static Object throwInto(Object[] arguments, String[] keywords) {
    if (keywords.length > 0) {
      throw Errors.typeError("greenlet.throw() takes no keyword arguments");
    }
    if (arguments.length > 4) {
      throw Errors.typeError(
          "throw() takes at most 3 arguments (" + (arguments.length - 1) + " given)");
    }
    Object type = arguments.length > 1 ? arguments[1] : GreenletTypes.GREENLET_EXIT;
    Object value = arguments.length > 2 ? arguments[2] : PySingleton.NONE;
    Object traceback = arguments.length > 3 ? arguments[3] : PySingleton.NONE;
    return ((PyGreenlet) arguments[0]).throwInto(exception(type, value, traceback));
  }

  private static PyBaseException exception(Object type, Object value, Object traceback) {
    if (traceback != PySingleton.NONE && !(traceback instanceof PyTraceback)) {
      throw Errors.typeError("throw() third argument must be a traceback object");
    }
    PyBaseException exception;
    if (type instanceof PyType t && t.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION)) {
      try {
        exception = Raising.instance(t, value);
      } catch (PyException e) {
        return e.value(); // what the class raises comes up in the greenlet
      }
    } else if (type instanceof PyBaseException e) {
      if (value != PySingleton.NONE) {
        throw Errors.typeError("instance exception may not have a separate value");
      }
      exception = e;
    } else {
      throw Errors.typeError(
          "exceptions must be classes, or instances, not " + PyType.of(type).name());
    }
    exception.setTraceback(traceback instanceof PyTraceback t ? t : null);
    return exception;
  }

  /** CPython tells how many bytes; here only that there are some can be said. */
  private static Object savedStack(PyGreenlet g) {
    return g.isActive() && g != PyGreenlet.current() ? 1L : 0L;
  }

  private static Object run(Object self) {
    PyGreenlet g = (PyGreenlet) self;
    if (g.isMain()) {
      throw PyGreenlet.attributeError("Main greenlets do not have a run attribute.");
    }
    Object run = g.run();
    if (run == null) {
      throw PyGreenlet.attributeError("run");
    }
    return run;
  }

  private static Object setRun(Object self, Object value) {
    ((PyGreenlet) self).setRun(value == Unset.UNSET ? null : value);
    return PySingleton.NONE;
  }

  private static Object setParent(Object self, Object value) {
    if (value == Unset.UNSET) {
      throw PyGreenlet.attributeError("can't delete attribute");
    }
    PyGreenlet g = (PyGreenlet) self;
    if (g.isMain()) {
      throw PyGreenlet.attributeError("cannot set the parent of a main greenlet");
    }
    g.setParent(greenlet(value));
    return PySingleton.NONE;
  }

  private static Object context(Object self) {
    PyGreenlet g = (PyGreenlet) self;
    checkThread(g, "get");
    return PySingleton.orNone(Trampoline.current().contextOf(g));
  }

  private static void checkThread(PyGreenlet g, String verb) {
    Trampoline home = g.home;
    if (home != null && home != Trampoline.current() && home.running() == g && !home.isDone()) {
      throw Errors.valueError(
          "cannot " + verb + " context of a greenlet that is running in a different thread");
    }
  }

  private static Object setContext(Object self, Object value) {
    if (value == Unset.UNSET) {
      throw PyGreenlet.attributeError("can't delete context attribute");
    }
    if (value != PySingleton.NONE && !PyType.of(value).simpleName().equals("Context")) {
      throw Errors.typeError("greenlet context must be a contextvars.Context or None");
    }
    PyGreenlet g = (PyGreenlet) self;
    checkThread(g, "set");
    Trampoline.current().setContextOf(g, value == PySingleton.NONE ? null : value);
    return PySingleton.NONE;
  }

  /** The frame in which it is suspended. */
  private static Object frame(Object self) {
    PyGreenlet g = (PyGreenlet) self;
    if (!g.isActive() || g == PyGreenlet.current()) {
      return PySingleton.NONE;
    }
    return PySingleton.orNone(g.frame());
  }

  private static Object setDictionary(Object self, Object value) {
    if (value == Unset.UNSET) {
      throw Errors.typeError("__dict__ may not be deleted");
    }
    if (!(PyPayloadInstance.unwrap(value) instanceof PyDict) && !(value instanceof NamespaceDict)) {
      throw Errors.typeError("__dict__ must be a dictionary");
    }
    return InstanceDictionary.set(self, value);
  }

  private static Object refuseState(Object self) {
    throw Errors.typeError("cannot serialize '" + typeName(self) + "' object");
  }

  /** A native class is named with its module. */
  private static String typeName(Object self) {
    PyType type = PyType.of(self);
    return type.isNative() ? type.fullName() : type.name();
  }

  private static Object repr(Object self) {
    PyGreenlet g = (PyGreenlet) self;
    Trampoline home = g.home;
    String head =
        "<"
            + typeName(self)
            + " object at "
            + Text.address(self)
            + " (otid="
            + (home == null || home.isDone() ? "0x(nil)" : Text.address(home))
            + ")";
    if (g.isDead()) {
      return WideString.of(head + (g.lostItsThread() ? " (thread exited) dead>" : " dead>"));
    }
    String inThread = g == PyGreenlet.current() ? " current" : g.isStarted() ? " suspended" : "";
    return WideString.of(
        head
            + inThread
            + (g.isActive() ? " active" : "")
            + (g.isStarted() ? " started" : " pending")
            + (g.isMain() ? " main>" : ">"));
  }
}
