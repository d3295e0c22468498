package org.pyconc.embedding;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.InvalidArrayIndexException;
import com.oracle.truffle.api.interop.StopIterationException;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.interop.UnknownKeyException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.interop.UnsupportedTypeException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.utilities.TriState;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Directory;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;

/**
 * An object of the main process of a context's program: attributes are members, lists and tuples
 * arrays, dictionaries hashes. What is asked of it is done by the main thread of the program.
 */
@ExportLibrary(InteropLibrary.class)
final class GuestObject implements TruffleObject {
  final EmbeddedProgram program;
  final Object value;

  /** The value itself where {@link #value} is an instance of a subclass of a builtin type. */
  private final Object plain;

  /** What an iterator has given and nobody has asked for yet. */
  private @Nullable Object ahead;

  GuestObject(EmbeddedProgram program, Object value) {
    this.program = program;
    this.value = value;
    this.plain = PyPayloadInstance.unwrap(value);
  }

  private <T> T ask(Supplier<T> question) {
    return program.call(state -> question.get());
  }

  private Object host(Object result) {
    return Values.toHost(result, program);
  }

  // Who it is.

  @ExportMessage
  boolean hasLanguage() {
    return true;
  }

  @ExportMessage
  Class<? extends TruffleLanguage<?>> getLanguage() {
    return PyconcLanguage.class;
  }

  @ExportMessage
  Object toDisplayString(boolean allowSideEffects) {
    return allowSideEffects ? ask(() -> Text.javaRepr(value)) : PyType.of(value).name();
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
    return new GuestObject(program, PyType.of(value));
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
    return type().name();
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

  // Text, and numbers that no primitive type holds.

  @ExportMessage
  boolean isString() {
    return Text.isText(plain);
  }

  @ExportMessage
  String asString() throws UnsupportedMessageException {
    if (!isString()) {
      throw UnsupportedMessageException.create();
    }
    return Text.java(plain);
  }

  // Members.

  @ExportMessage
  boolean hasMembers() {
    return !isNull();
  }

  @ExportMessage
  Object getMembers(boolean includeInternal) throws UnsupportedMessageException {
    requireMembers();
    return ask(
        () -> {
          PyList names = value instanceof PyModule m ? ownNames(m) : Directory.of(value);
          String[] texts = new String[names.size()];
          for (int i = 0; i < texts.length; i++) {
            texts[i] = Text.java(names.get(i));
          }
          return new Names(texts);
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
    return ask(() -> Optional.ofNullable(Attributes.findQuietly(value, member)));
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
    return host(
        ask(() -> Optional.ofNullable(Attributes.find(value, member)))
            .orElseThrow(() -> UnknownIdentifierException.create(member)));
  }

  @ExportMessage
  Object invokeMember(String member, Object[] arguments)
      throws UnsupportedMessageException, UnknownIdentifierException, UnsupportedTypeException {
    requireMembers();
    Object[] converted = Values.toGuest(arguments, program);
    Object function = find(member).orElseThrow(() -> UnknownIdentifierException.create(member));
    return host(ask(() -> Calls.call(function, converted)));
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
  void writeMember(String member, Object newValue)
      throws UnsupportedMessageException, UnsupportedTypeException {
    if (!hasOwnMembers()) {
      throw UnsupportedMessageException.create();
    }
    Object converted = Values.toGuest(newValue, program);
    ask(
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
    ask(
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
  Object execute(Object[] arguments) throws UnsupportedMessageException, UnsupportedTypeException {
    if (!isExecutable()) {
      throw UnsupportedMessageException.create();
    }
    Object[] converted = Values.toGuest(arguments, program);
    return host(ask(() -> Calls.call(value, converted)));
  }

  @ExportMessage
  boolean isInstantiable() {
    return value instanceof PyType;
  }

  @ExportMessage
  Object instantiate(Object[] arguments)
      throws UnsupportedMessageException, UnsupportedTypeException {
    type();
    return execute(arguments);
  }

  // Lists and tuples.

  @ExportMessage
  boolean hasArrayElements() {
    return plain instanceof PyList || plain instanceof PyTuple;
  }

  @ExportMessage
  long getArraySize() throws UnsupportedMessageException {
    if (!hasArrayElements()) {
      throw UnsupportedMessageException.create();
    }
    return size();
  }

  private long size() {
    return plain instanceof PyTuple t ? t.size() : ask(() -> ((PyList) plain).size());
  }

  @ExportMessage
  boolean isArrayElementReadable(long index) {
    return hasArrayElements() && index >= 0 && index < size();
  }

  @ExportMessage
  Object readArrayElement(long index)
      throws UnsupportedMessageException, InvalidArrayIndexException {
    if (!hasArrayElements()) {
      throw UnsupportedMessageException.create();
    }
    return host(
        ask(() -> element(index)).orElseThrow(() -> InvalidArrayIndexException.create(index)));
  }

  private Optional<Object> element(long index) {
    return switch (plain) {
      case PyTuple t when index >= 0 && index < t.size() -> Optional.of(t.get((int) index));
      case PyList l when index >= 0 && index < l.size() -> Optional.of(l.get((int) index));
      default -> Optional.empty();
    };
  }

  @ExportMessage
  boolean isArrayElementModifiable(long index) {
    return plain instanceof PyList && isArrayElementReadable(index);
  }

  @ExportMessage
  boolean isArrayElementRemovable(long index) {
    return isArrayElementModifiable(index);
  }

  @ExportMessage
  boolean isArrayElementInsertable(long index) {
    return plain instanceof PyList && index == size();
  }

  @ExportMessage
  void writeArrayElement(long index, Object newValue)
      throws UnsupportedMessageException, UnsupportedTypeException, InvalidArrayIndexException {
    PyList list = list();
    Object converted = Values.toGuest(newValue, program);
    boolean isWritten =
        ask(
            () -> {
              if (index < 0 || index > list.size()) {
                return false;
              }
              if (index == list.size()) {
                list.append(converted);
              } else {
                list.set((int) index, converted);
              }
              return true;
            });
    if (!isWritten) {
      throw InvalidArrayIndexException.create(index);
    }
  }

  @ExportMessage
  void removeArrayElement(long index)
      throws UnsupportedMessageException, InvalidArrayIndexException {
    PyList list = list();
    boolean isRemoved =
        ask(
            () -> {
              if (index < 0 || index >= list.size()) {
                return false;
              }
              list.remove((int) index);
              return true;
            });
    if (!isRemoved) {
      throw InvalidArrayIndexException.create(index);
    }
  }

  private PyList list() throws UnsupportedMessageException {
    if (plain instanceof PyList list) {
      return list;
    }
    throw UnsupportedMessageException.create();
  }

  // Dictionaries.

  @ExportMessage
  boolean hasHashEntries() {
    return plain instanceof PyDict;
  }

  private PyDict dictionary() throws UnsupportedMessageException {
    if (plain instanceof PyDict dictionary) {
      return dictionary;
    }
    throw UnsupportedMessageException.create();
  }

  @ExportMessage
  long getHashSize() throws UnsupportedMessageException {
    PyDict dictionary = dictionary();
    return ask(dictionary::size);
  }

  private boolean contains(Object key) {
    try {
      Object converted = Values.toGuest(key, program);
      return plain instanceof PyDict d && ask(() -> d.containsKey(converted));
    } catch (UnsupportedTypeException e) {
      return false; // no such object can be a key
    }
  }

  @ExportMessage
  boolean isHashEntryReadable(Object key) {
    return contains(key);
  }

  @ExportMessage
  boolean isHashEntryModifiable(Object key) {
    return contains(key);
  }

  @ExportMessage
  boolean isHashEntryRemovable(Object key) {
    return contains(key);
  }

  @ExportMessage
  boolean isHashEntryInsertable(Object key) {
    return plain instanceof PyDict && !contains(key);
  }

  @ExportMessage
  Object readHashValue(Object key) throws UnsupportedMessageException, UnknownKeyException {
    PyDict dictionary = dictionary();
    try {
      Object converted = Values.toGuest(key, program);
      return host(
          ask(() -> Optional.ofNullable(dictionary.get(converted)))
              .orElseThrow(() -> UnknownKeyException.create(key)));
    } catch (UnsupportedTypeException e) {
      throw UnknownKeyException.create(key);
    }
  }

  @ExportMessage
  void writeHashEntry(Object key, Object newValue)
      throws UnsupportedMessageException, UnsupportedTypeException {
    PyDict dictionary = dictionary();
    Object convertedKey = Values.toGuest(key, program);
    Object converted = Values.toGuest(newValue, program);
    ask(
        () -> {
          dictionary.put(convertedKey, converted);
          return true;
        });
  }

  @ExportMessage
  void removeHashEntry(Object key) throws UnsupportedMessageException, UnknownKeyException {
    PyDict dictionary = dictionary();
    try {
      Object converted = Values.toGuest(key, program);
      if (!ask(() -> dictionary.remove(converted) != null)) {
        throw UnknownKeyException.create(key);
      }
    } catch (UnsupportedTypeException e) {
      throw UnknownKeyException.create(key);
    }
  }

  /** Over the entries as they are now. */
  @ExportMessage
  Object getHashEntriesIterator() throws UnsupportedMessageException {
    PyDict dictionary = dictionary();
    return ask(
        () -> {
          PyList entries = new PyList();
          for (int i = dictionary.next(0); i >= 0; i = dictionary.next(i + 1)) {
            entries.append(PyTuple.of(dictionary.keyAt(i), dictionary.valueAt(i)));
          }
          return new GuestObject(program, Iteration.iterator(entries));
        });
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
    return ask(() -> new GuestObject(program, Iteration.iterator(value)));
  }

  @ExportMessage
  boolean isIterator() {
    return value instanceof PyIterator;
  }

  @ExportMessage
  boolean hasIteratorNextElement() throws UnsupportedMessageException {
    requireIterator();
    return ask(() -> peek() != null);
  }

  @ExportMessage
  Object getIteratorNextElement() throws UnsupportedMessageException, StopIterationException {
    requireIterator();
    return host(
        ask(() -> {
              Object next = peek();
              ahead = null;
              return Optional.ofNullable(next);
            })
            .orElseThrow(StopIterationException::create));
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

  // Integers beyond 64 bits.

  @ExportMessage
  boolean isNumber() {
    return plain instanceof BigInteger;
  }

  @ExportMessage
  boolean fitsInBigInteger() {
    return isNumber();
  }

  @ExportMessage
  BigInteger asBigInteger() throws UnsupportedMessageException {
    if (plain instanceof BigInteger big) {
      return big;
    }
    throw UnsupportedMessageException.create();
  }

  @ExportMessage
  boolean fitsInByte() {
    return false;
  }

  @ExportMessage
  byte asByte() throws UnsupportedMessageException {
    throw UnsupportedMessageException.create();
  }

  @ExportMessage
  boolean fitsInShort() {
    return false;
  }

  @ExportMessage
  short asShort() throws UnsupportedMessageException {
    throw UnsupportedMessageException.create();
  }

  @ExportMessage
  boolean fitsInInt() {
    return false;
  }

  @ExportMessage
  int asInt() throws UnsupportedMessageException {
    throw UnsupportedMessageException.create();
  }

  @ExportMessage
  boolean fitsInLong() {
    return false;
  }

  @ExportMessage
  long asLong() throws UnsupportedMessageException {
    throw UnsupportedMessageException.create();
  }

  @ExportMessage
  boolean fitsInFloat() {
    return false;
  }

  @ExportMessage
  float asFloat() throws UnsupportedMessageException {
    throw UnsupportedMessageException.create();
  }

  @ExportMessage
  boolean fitsInDouble() {
    return false;
  }

  @ExportMessage
  double asDouble() throws UnsupportedMessageException {
    throw UnsupportedMessageException.create();
  }
}
