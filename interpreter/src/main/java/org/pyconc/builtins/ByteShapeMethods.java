package org.pyconc.builtins;

import java.util.function.IntPredicate;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Buffers;

/**
 * Methods that bytes and bytearray share: those that ask for or change the case of ASCII letters,
 * fill up to a width, or strip.
 */
final class ByteShapeMethods {
  private ByteShapeMethods() {}

  static void define(TypeBuilder b) {
    cases(b);
    predicates(b);
    b.method(
        "center(self, width, fillchar=b' ', /)",
        "Return a centered string of length width.",
        (self, width, fill) -> {
          String text = ByteMethods.text(self);
          return ByteMethods.like(self, StrShapeMethods.center(text, width, fill(fill, "center")));
        });
    b.method(
        "ljust(self, width, fillchar=b' ', /)",
        "Return a left-justified string of length width.",
        (self, width, fill) ->
            ByteMethods.like(
                self,
                StrShapeMethods.leftJustify(ByteMethods.text(self), width, fill(fill, "ljust"))));
    b.method(
        "rjust(self, width, fillchar=b' ', /)",
        "Return a right-justified string of length width.",
        (self, width, fill) ->
            ByteMethods.like(
                self,
                StrShapeMethods.rightJustify(ByteMethods.text(self), width, fill(fill, "rjust"))));
    b.method(
        "zfill(self, width, /)",
        "Pad a numeric string with zeros on the left, to fill a field of the given width.",
        (self, width) ->
            ByteMethods.like(self, StrShapeMethods.zeroFill(ByteMethods.text(self), width)));
    b.method(
        "expandtabs(self, /, tabsize=8)",
        "Return a copy where all tab characters are expanded using spaces.",
        (self, size) ->
            ByteMethods.like(
                self,
                StrShapeMethods.expandTabs(ByteMethods.text(self), TextArguments.size(size))));
    b.method(
        "strip(self, bytes=None, /)",
        "Strip leading and trailing bytes contained in the argument.",
        (self, bytes) -> strip(self, bytes, true, true));
    b.method(
        "lstrip(self, bytes=None, /)",
        "Strip leading bytes contained in the argument.",
        (self, bytes) -> strip(self, bytes, true, false));
    b.method(
        "rstrip(self, bytes=None, /)",
        "Strip trailing bytes contained in the argument.",
        (self, bytes) -> strip(self, bytes, false, true));
  }

  private static String fill(Object fill, String method) {
    byte[] bytes = Buffers.bytesOrNull(fill);
    if (bytes == null || bytes.length != 1) {
      throw Errors.typeError(
          method
              + "() argument 2 must be a byte string of length 1, not "
              + PyType.of(fill).name());
    }
    return ByteMethods.text(fill);
  }

  private static Object strip(Object self, Object bytes, boolean atStart, boolean atEnd) {
    String set = bytes == PySingleton.NONE ? ByteMethods.SPACES : ByteMethods.text(bytes);
    return ByteMethods.like(
        self, StrShapeMethods.strip(ByteMethods.text(self), set, atStart, atEnd));
  }

  private static void cases(TypeBuilder b) {
    b.method(
        "lower(self, /)",
        "Return a copy with all ASCII characters converted to lowercase.",
        self -> map(self, (c, inWord) -> lower(c)));
    b.method(
        "upper(self, /)",
        "Return a copy with all ASCII characters converted to uppercase.",
        self -> map(self, (c, inWord) -> upper(c)));
    b.method(
        "swapcase(self, /)",
        "Return a copy with uppercase ASCII characters converted to lowercase and vice versa.",
        self -> map(self, (c, inWord) -> isUpper(c) ? lower(c) : upper(c)));
    b.method(
        "title(self, /)",
        "Return a titlecased version of the bytes.",
        self -> map(self, (c, inWord) -> inWord ? lower(c) : upper(c)));
    b.method(
        "capitalize(self, /)",
        "Return a copy with only its first character capitalized (ASCII).",
        self -> {
          byte[] bytes = Buffers.bytes(self).clone();
          for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i == 0 ? upper(bytes[i]) : lower(bytes[i]));
          }
          return ByteMethods.like(self, bytes);
        });
  }

  /** Maps a byte, knowing whether a letter stands before it. */
  @FunctionalInterface
  private interface ByteMap {
    int apply(int c, boolean inWord);
  }

  private static Object map(Object self, ByteMap map) {
    byte[] bytes = Buffers.bytes(self).clone();
    boolean inWord = false;
    for (int i = 0; i < bytes.length; i++) {
      int c = bytes[i];
      bytes[i] = (byte) map.apply(c, inWord);
      inWord = isLetter(c);
    }
    return ByteMethods.like(self, bytes);
  }

  private static boolean isUpper(int c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isLower(int c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isLetter(int c) {
    return isUpper(c) || isLower(c);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static int lower(int c) {
    return isUpper(c) ? c + 32 : c;
  }

  private static int upper(int c) {
    return isLower(c) ? c - 32 : c;
  }

  private static void predicates(TypeBuilder b) {
    predicate(b, "isalpha", "all characters are alphabetic", ByteShapeMethods::isLetter);
    predicate(b, "isalnum", "all are alphanumeric", c -> isLetter(c) || isDigit(c));
    predicate(b, "isdigit", "all characters are digits", ByteShapeMethods::isDigit);
    predicate(
        b, "isspace", "all characters are whitespace", c -> ByteMethods.SPACES.indexOf(c) >= 0);
    b.method(
        "isascii(self, /)",
        "Return True if all characters are ASCII, False otherwise.",
        self -> Buffers.bytes(self).length == 0 || all(Buffers.bytes(self), c -> c >= 0));
    b.method(
        "islower(self, /)",
        "Return True if all cased characters are lowercase and there is at least one.",
        self -> isCase(Buffers.bytes(self), ByteShapeMethods::isUpper));
    b.method(
        "isupper(self, /)",
        "Return True if all cased characters are uppercase and there is at least one.",
        self -> isCase(Buffers.bytes(self), ByteShapeMethods::isLower));
    b.method(
        "istitle(self, /)",
        "Return True if it is titlecased and there is at least one character.",
        self -> isTitle(Buffers.bytes(self)));
  }

  private static void predicate(TypeBuilder b, String name, String what, IntPredicate test) {
    b.method(
        name + "(self, /)",
        "Return True if " + what + " and there is at least one, False otherwise.",
        self -> all(Buffers.bytes(self), test));
  }

  private static boolean all(byte[] bytes, IntPredicate test) {
    for (byte each : bytes) {
      if (!test.test(each)) {
        return false;
      }
    }
    return bytes.length > 0;
  }

  private static boolean isCase(byte[] bytes, IntPredicate isOther) {
    boolean found = false;
    for (byte each : bytes) {
      if (isOther.test(each)) {
        return false;
      }
      found |= isLetter(each);
    }
    return found;
  }

  private static boolean isTitle(byte[] bytes) {
    boolean inWord = false;
    boolean found = false;
    for (byte each : bytes) {
      if (isUpper(each) ? inWord : isLower(each) && !inWord) {
        return false;
      }
      inWord = isLetter(each);
      found |= inWord;
    }
    return found;
  }
}
