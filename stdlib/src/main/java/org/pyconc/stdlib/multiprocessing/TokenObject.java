package org.pyconc.stdlib.multiprocessing;

import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Text;
import org.pyconc.transfer.Immutable;

/**
 * Names an object in the process of a manager. The object is kept as long as one of the program's
 * processes, or a message under way, has its token.
 */
final class TokenObject extends PyObject implements Immutable {
  final ManagerLink link;
  final long number;
  private final String typeName;

  TokenObject(ManagerLink link, long number, String typeName) {
    this.link = link;
    this.number = number;
    this.typeName = typeName;
  }

  String typeName() {
    return typeName;
  }

  static final PyType TOKEN =
      new PyType(
          "multiprocessing.managers.Token",
          BuiltinTypes.OBJECT,
          false,
          t -> {
            throw Errors.typeError("cannot create '" + t.fullName() + "' instances");
          },
          TokenObject::define);

  private static TokenObject token(Object self) {
    return (TokenObject) self;
  }

  private static void define(TypeBuilder b) {
    b.doc("Names an object in the process of a manager.");
    b.getter("typeid", "The name of its registered type.", self -> token(self).typeName);
    b.getter("id", "Its number.", self -> Long.toHexString(token(self).number));
    b.getter("address", "Where its manager is.", self -> token(self).link.address());
    b.getter("_link", "The way to its manager.", self -> token(self).link);
    b.method(
        "__repr__(self)",
        "repr(self)",
        self ->
            "Token(typeid='"
                + token(self).typeName
                + "', address="
                + Text.javaRepr(token(self).link.address())
                + ", id='"
                + Long.toHexString(token(self).number)
                + "')");
  }

  @Override
  public PyType type() {
    return TOKEN;
  }
}
