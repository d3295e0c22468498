package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.Native;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.PyGenerator;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Unset;

/**
 * The builtin function {@code next}. It is known to the generated code, which tells a generator the
 * running task.
 *
 * @see <a href="https://docs.python.org/3.11/library/functions.html#next">next</a>
 */
public final class NextFunction {
  /** The function, which nothing can change: it is the same one in all processes. */
  public static final NativeFunction FUNCTION =
      NativeFunction.of(
          "builtins",
          "next(iterator, default=<unrepresentable>, /)",
          "Return the next item from the iterator.\n\n"
              + "If default is given and the iterator is exhausted,\n"
              + "it is returned instead of raising StopIteration.",
          (Native.F2) NextFunction::next);

  private NextFunction() {}

  private static Object next(Object iterator, Object otherwise) {
    if ((iterator instanceof PyIterator && !(iterator instanceof PyGenerator))
        || otherwise != Unset.UNSET) {
      Object next = Iteration.next(iterator);
      if (next != null) {
        return next;
      }
      if (otherwise == Unset.UNSET) {
        throw Errors.stopIteration(PySingleton.NONE);
      }
      return otherwise;
    }
    if (iterator instanceof PyGenerator g && g.type() == BuiltinTypes.GENERATOR) {
      return g.send(PySingleton.NONE); // StopIteration keeps its value
    }
    Object next = Calls.special(iterator, "__next__");
    if (next == null) {
      throw Errors.typeError("'" + PyType.of(iterator).name() + "' object is not an iterator");
    }
    return next;
  }

  /** The generator if a call of that callee is {@code next(generator)}; else null. */
  public static @Nullable PyGenerator generator(Object callee, Object argument) {
    return callee == FUNCTION
            && argument instanceof PyGenerator g
            && g.type() == BuiltinTypes.GENERATOR
        ? g
        : null;
  }
}
