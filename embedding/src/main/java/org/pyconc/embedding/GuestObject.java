package org.pyconc.embedding;

import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.StopIterationException;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.utilities.TriState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Directory;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;

/**
 * An object of a process of a context's program: attributes are members; functions, classes and
 * whatever can be called execute; what is iterable has an iterator. Its subclasses can more.
 */
@ExportLibrary(InteropLibrary.class)
class GuestObject extends LanguageObject {
  final Object value;

  /** What an iterator has given and nobody has asked for yet. */
  private @Nullable Object ahead;

  GuestObject(Heap heap, Object value) {
    super(heap);
    this.value = value;
  }

  // Who it is.

  @Override
  Object display(boolean allowSideEffects) {
    return allowSideEffects ? heap.tell(() -> Text.javaRepr(value)) : PyType.of(value).simpleName();
  }

  @ExportMessage
  TriState isIdenticalOrUndefined(Object other) {
    return other instanceof GuestObject o ? TriState.valueOf(o.value == value) : TriState.UNDEFINED;
  }

  @ExportMessage
  int identityHashCode() {
    return System.identityHashCode(value);
  }

  @ExportMessage
  boolean isNull() {
    return value == PySingleton.NONE;
  }

  @ExportMessage
  boolean isScope() {
    return value instanceof PyModule;
  }

  // Classes.

  @ExportMessage
  boolean hasMetaObject() {
    return true;
  }

  @ExportMessage
  Object getMetaObject() {
    return heap.toHost(PyType.of(value));
  }

  @ExportMessage
  boolean isMetaObject() {
    return value instanceof PyType;
  }

  @ExportMessage
  Object getMetaQualifiedName() throws UnsupportedMessageException {
    return type().fullName();
  }

  @ExportMessage
  Object getMetaSimpleName() throws UnsupportedMessageException {
    return type().simpleName();
  }

  @ExportMessage
  boolean isMetaInstance(Object instance) throws UnsupportedMessageException {
    PyType type = type();
    return instance instanceof GuestObject o && PyType.of(o.value).isSubtypeOf(type);
  }

  private PyType type() throws UnsupportedMessageException {
    if (value instanceof PyType type) {
      return type;
    }
    throw UnsupportedMessageException.create();
  }

  // Members.

  @ExportMessage
  boolean hasMembers() {
    return !isNull();
  }

  @ExportMessage
  Object getMembers(boolean includeInternal) throws UnsupportedMessageException {
    requireMembers();
    return heap.tell(
        () -> {
          PyList names = value instanceof PyModule m ? ownNames(m) : Directory.of(value);
          String[] texts = new String[names.size()];
          for (int i = 0; i < texts.length; i++) {
            texts[i] = Text.java(names.get(i));
          }
          return new Names(texts);
        });
  }

  /** The names of the members. */
  java.util.List<String> memberNames() {
    return heap.tell(
        () -> {
          java.util.List<String> names = new java.util.ArrayList<>();
          PyList all = value instanceof PyModule m ? ownNames(m) : Directory.of(value);
          for (int i = 0; i < all.size(); i++) {
            names.add(Text.java(all.get(i)));
          }
          return names;
        });
  }

  private static PyList ownNames(PyModule module) {
    return Directory.sorted(Iteration.toList(module.dictionary()));
  }

  private void requireMembers() throws UnsupportedMessageException {
    if (isNull()) {
      throw UnsupportedMessageException.create();
    }
  }

  private Optional<Object> find(String member) {
    return heap.tell(() -> Optional.ofNullable(Attributes.findQuietly(value, member)));
  }

  @ExportMessage
  boolean isMemberReadable(String member) {
    return !isNull() && find(member).isPresent();
  }

  @ExportMessage
  boolean isMemberInvocable(String member) {
    return !isNull() && find(member).filter(Calls::isCallable).isPresent();
  }

  @ExportMessage
  Object readMember(String member) throws UnsupportedMessageException, UnknownIdentifierException {
    requireMembers();
    Object found =
        heap.tell(
                () -> {
                  Object attribute = Attributes.findQuietly(value, member);
                  return attribute == null ? Optional.empty() : Optional.of(heap.toHost(attribute));
                })
            .orElseThrow(() -> UnknownIdentifierException.create(member));
    return found;
  }

  @ExportMessage
  Object invokeMember(String member, Object[] arguments)
      throws UnsupportedMessageException, UnknownIdentifierException {
    requireMembers();
    Object[] converted = heap.toGuest(arguments);
    Object function = find(member).orElseThrow(() -> UnknownIdentifierException.create(member));
    return heap.ask(() -> Calls.call(function, converted));
  }

  private boolean hasOwnMembers() {
    return value instanceof PyModule
        || value instanceof PyInstance
        || value instanceof PyType t && !t.isNative();
  }

  @ExportMessage
  boolean isMemberModifiable(String member) {
    return hasOwnMembers() && isMemberReadable(member);
  }

  @ExportMessage
  boolean isMemberInsertable(String member) {
    return hasOwnMembers() && !isMemberReadable(member);
  }

  @ExportMessage
  boolean isMemberRemovable(String member) {
    return isMemberModifiable(member);
  }

  @ExportMessage
  void writeMember(String member, Object newValue) throws UnsupportedMessageException {
    if (!hasOwnMembers()) {
      throw UnsupportedMessageException.create();
    }
    Object converted = heap.toGuest(newValue);
    heap.tell(
        () -> {
          Attributes.store(value, member, converted);
          return true;
        });
  }

  @ExportMessage
  void removeMember(String member) throws UnsupportedMessageException, UnknownIdentifierException {
    if (!hasOwnMembers()) {
      throw UnsupportedMessageException.create();
    }
    if (!isMemberReadable(member)) {
      throw UnknownIdentifierException.create(member);
    }
    heap.tell(
        () -> {
          Attributes.delete(value, member);
          return true;
        });
  }

  // Functions and classes.

  @ExportMessage
  boolean isExecutable() {
    return Calls.isCallable(value);
  }

  @ExportMessage
  Object execute(Object[] arguments) throws UnsupportedMessageException {
    if (!isExecutable()) {
      throw UnsupportedMessageException.create();
    }
    Object[] converted = heap.toGuest(arguments);
    return heap.ask(() -> Calls.call(value, converted));
  }

  @ExportMessage
  boolean isInstantiable() {
    return value instanceof PyType;
  }

  @ExportMessage
  Object instantiate(Object[] arguments) throws UnsupportedMessageException {
    type();
    return execute(arguments);
  }

  // Iteration.

  @ExportMessage
  boolean hasIterator() {
    return Iteration.isIterable(value);
  }

  @ExportMessage
  Object getIterator() throws UnsupportedMessageException {
    if (!hasIterator()) {
      throw UnsupportedMessageException.create();
    }
    return heap.tell(() -> new GuestObject(heap, Iteration.iterator(value)));
  }

  @ExportMessage
  boolean isIterator() {
    return value instanceof PyIterator || PyType.of(value).lookup("__next__") != null;
  }

  @ExportMessage
  boolean hasIteratorNextElement() throws UnsupportedMessageException {
    requireIterator();
    return heap.tell(() -> peek() != null);
  }

  @ExportMessage
  Object getIteratorNextElement() throws UnsupportedMessageException, StopIterationException {
    requireIterator();
    return heap.tell(
            () -> {
              Object next = peek();
              ahead = null;
              return next == null ? Optional.empty() : Optional.of(heap.toHost(next));
            })
        .orElseThrow(StopIterationException::create);
  }

  private void requireIterator() throws UnsupportedMessageException {
    if (!isIterator()) {
      throw UnsupportedMessageException.create();
    }
  }

  private @Nullable Object peek() {
    if (ahead == null) {
      ahead = Iteration.next(value);
    }
    return ahead;
  }
}
