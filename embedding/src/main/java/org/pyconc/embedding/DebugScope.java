package org.pyconc.embedding;

import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import org.jspecify.annotations.Nullable;
import org.pyconc.ast.FrameVariables;
import org.pyconc.scope.CodeUnit;

/** The local variables of a frame; the global ones are its parent. */
@ExportLibrary(InteropLibrary.class)
final class DebugScope extends LanguageObject {
  private final CodeUnit code;
  private final MaterializedFrame frame;

  private DebugScope(CodeUnit code, MaterializedFrame frame, Heap heap) {
    super(heap);
    this.code = code;
    this.frame = frame;
  }

  /** What code at a place sees. */
  static Object of(CodeUnit code, MaterializedFrame frame) {
    Heap heap = Heap.current(PyconcLanguage.program(null));
    return code.kind() == CodeUnit.Kind.MODULE
        ? heap.toHost(FrameVariables.globals(frame))
        : new DebugScope(code, frame, heap);
  }

  @ExportMessage
  boolean isScope() {
    return true;
  }

  @Override
  Object display(boolean allowSideEffects) {
    return code.name();
  }

  @ExportMessage
  boolean hasScopeParent() {
    return true;
  }

  @ExportMessage
  Object getScopeParent() {
    return heap.toHost(FrameVariables.globals(frame));
  }

  @ExportMessage
  boolean hasMembers() {
    return true;
  }

  /** Those of the parent too, as the interoperability of scopes wants it. */
  @ExportMessage
  Object getMembers(boolean includeInternal) {
    java.util.Set<String> names = new java.util.LinkedHashSet<>(FrameVariables.names(code, frame));
    if (getScopeParent() instanceof GuestObject globals) {
      names.addAll(globals.memberNames());
    }
    return new Names(names.toArray(new String[0]));
  }

  private @Nullable Object find(String name) {
    return FrameVariables.read(code, frame, name);
  }

  private GuestObject globals() {
    return (GuestObject) getScopeParent();
  }

  @ExportMessage
  boolean isMemberReadable(String name) {
    return find(name) != null || globals().isMemberReadable(name);
  }

  @ExportMessage
  Object readMember(String name) throws UnknownIdentifierException {
    Object value = find(name);
    if (value != null) {
      return heap.toHost(value);
    }
    try {
      return globals().readMember(name);
    } catch (com.oracle.truffle.api.interop.UnsupportedMessageException e) {
      throw UnknownIdentifierException.create(name);
    }
  }

  @ExportMessage
  boolean isMemberModifiable(String name) {
    return isMemberReadable(name);
  }

  @ExportMessage
  boolean isMemberInsertable(String name) {
    return false;
  }

  @ExportMessage
  void writeMember(String name, Object newValue) throws UnknownIdentifierException {
    if (find(name) != null) {
      FrameVariables.write(code, frame, name, heap.toGuest(newValue));
      return;
    }
    try {
      globals().writeMember(name, newValue);
    } catch (com.oracle.truffle.api.interop.UnsupportedMessageException e) {
      throw UnknownIdentifierException.create(name);
    }
  }
}
