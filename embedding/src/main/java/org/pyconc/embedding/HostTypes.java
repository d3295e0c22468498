package org.pyconc.embedding;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import java.util.EnumSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.BaseStream;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;

/** The classes that objects of the host have in a program: one for each class of the host. */
final class HostTypes {
  /** What can be done with an object. */
  enum Ability {
    ARRAY,
    HASH,
    ITERABLE,
    ITERATOR,
    STREAM,
    CALLABLE,
    CLASS,
    BUFFER,
    NUMBER,
    COMPARABLE,
    CLOSEABLE
  }

  /** The class above all of them. */
  static final PyType OBJECT =
      new PyType("java.object", BuiltinTypes.OBJECT, false, null, HostTypes::defineBase);

  private final TruffleLanguage.Env env;
  private final ConcurrentHashMap<String, PyType> types = new ConcurrentHashMap<>();

  HostTypes(TruffleLanguage.Env env) {
    this.env = env;
  }

  private static void defineBase(TypeBuilder b) {
    b.staticMethod(
        "__new__(cls, /, *args)",
        "",
        arguments -> {
          throw Errors.typeError(
              "cannot create '"
                  + ((PyType) arguments[0]).fullName()
                  + "' instances: java.type gives the class that can");
        });
    HostMethods.defineAlways(b);
  }

  /** The class of an object. On a thread of the host. */
  PyType of(Object value) throws UnsupportedMessageException {
    EnumSet<Ability> abilities = abilities(value);
    String name = name(value);
    PyType known = types.get(name + abilities);
    if (known != null) {
      return known;
    }
    return types.computeIfAbsent(
        name + abilities,
        key -> new PyType(name, OBJECT, false, null, b -> HostMethods.define(b, abilities)));
  }

  private static String name(Object value) throws UnsupportedMessageException {
    InteropLibrary interop = InteropLibrary.getUncached();
    if (!interop.hasMetaObject(value)) {
      return "foreign.object";
    }
    Object meta = interop.getMetaObject(value);
    return interop.asString(interop.getMetaQualifiedName(meta));
  }

  private EnumSet<Ability> abilities(Object value) {
    InteropLibrary interop = InteropLibrary.getUncached();
    EnumSet<Ability> found = EnumSet.noneOf(Ability.class);
    add(found, Ability.ARRAY, interop.hasArrayElements(value));
    add(found, Ability.HASH, interop.hasHashEntries(value));
    add(found, Ability.ITERABLE, interop.hasIterator(value));
    add(found, Ability.ITERATOR, interop.isIterator(value));
    add(found, Ability.CALLABLE, interop.isExecutable(value) || interop.isInstantiable(value));
    add(found, Ability.CLASS, interop.isMetaObject(value));
    add(found, Ability.BUFFER, interop.hasBufferElements(value));
    if (env.isHostObject(value)) {
      Object object = env.asHostObject(value);
      add(found, Ability.NUMBER, object instanceof Number);
      add(
          found,
          Ability.STREAM,
          object instanceof BaseStream && interop.isMemberInvocable(value, "iterator"));
      add(found, Ability.COMPARABLE, object instanceof Comparable);
      add(
          found,
          Ability.CLOSEABLE,
          object instanceof AutoCloseable && interop.isMemberInvocable(value, "close"));
    }
    return found;
  }

  private static void add(EnumSet<Ability> to, Ability ability, boolean has) {
    if (has) {
      to.add(ability);
    }
  }
}
