package org.pyconc.builtins;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.CaseMapping;
import org.pyconc.operations.Text;
import org.pyconc.operations.TextBuilder;
import org.pyconc.operations.TextPredicates;
import org.pyconc.operations.TextSearch;
import org.pyconc.operations.UnicodeProperties;

/** Methods of str that ask for or change case, fill up to a width, or strip. */
final class StrShapeMethods {
  private StrShapeMethods() {}

  static void define(TypeBuilder b) {
    cases(b);
    predicates(b);
    b.method(
        "center(self, width, fillchar=' ', /)",
        "Return a centered string of length width.",
        StrShapeMethods::center);
    b.method(
        "ljust(self, width, fillchar=' ', /)",
        "Return a left-justified string of length width.",
        StrShapeMethods::leftJustify);
    b.method(
        "rjust(self, width, fillchar=' ', /)",
        "Return a right-justified string of length width.",
        StrShapeMethods::rightJustify);
    b.method(
        "zfill(self, width, /)",
        "Pad a numeric string with zeros on the left, to fill a field of the given width.",
        StrShapeMethods::zeroFill);
    b.method(
        "expandtabs(self, /, tabsize=8)",
        "Return a copy where all tab characters are expanded using spaces.",
        (self, size) -> expandTabs(self, TextArguments.size(size)));
    b.method(
        "strip(self, chars=None, /)",
        "Return a copy of the string with leading and trailing whitespace removed.",
        (self, chars) -> strip(self, chars, true, true, "strip"));
    b.method(
        "lstrip(self, chars=None, /)",
        "Return a copy of the string with leading whitespace removed.",
        (self, chars) -> strip(self, chars, true, false, "lstrip"));
    b.method(
        "rstrip(self, chars=None, /)",
        "Return a copy of the string with trailing whitespace removed.",
        (self, chars) -> strip(self, chars, false, true, "rstrip"));
  }

  private static void cases(TypeBuilder b) {
    b.method(
        "lower(self, /)",
        "Return a copy of the string converted to lowercase.",
        CaseMapping::lower);
    b.method(
        "upper(self, /)",
        "Return a copy of the string converted to uppercase.",
        CaseMapping::upper);
    b.method(
        "casefold(self, /)",
        "Return a version of the string suitable for caseless comparisons.",
        CaseMapping::fold);
    b.method(
        "title(self, /)",
        "Return a version of the string where each word is titlecased.",
        CaseMapping::title);
    b.method(
        "capitalize(self, /)",
        "Return a capitalized version of the string.",
        CaseMapping::capitalize);
    b.method(
        "swapcase(self, /)",
        "Convert uppercase characters to lowercase and lowercase characters to uppercase.",
        CaseMapping::swapCase);
  }

  private static void predicates(TypeBuilder b) {
    b.method(
        "isalpha(self, /)",
        "Return True if the string is an alphabetic string, False otherwise.",
        TextPredicates::isAlpha);
    b.method(
        "isalnum(self, /)",
        "Return True if the string is an alpha-numeric string, False otherwise.",
        TextPredicates::isAlnum);
    b.method(
        "isascii(self, /)",
        "Return True if all characters in the string are ASCII, False otherwise.",
        TextPredicates::isAscii);
    b.method(
        "isdecimal(self, /)",
        "Return True if the string is a decimal string, False otherwise.",
        TextPredicates::isDecimal);
    b.method(
        "isdigit(self, /)",
        "Return True if the string is a digit string, False otherwise.",
        TextPredicates::isDigit);
    b.method(
        "isidentifier(self, /)",
        "Return True if the string is a valid Python identifier, False otherwise.",
        TextPredicates::isIdentifier);
    b.method(
        "islower(self, /)",
        "Return True if the string is a lowercase string, False otherwise.",
        TextPredicates::isLower);
    b.method(
        "isnumeric(self, /)",
        "Return True if the string is a numeric string, False otherwise.",
        TextPredicates::isNumeric);
    b.method(
        "isprintable(self, /)",
        "Return True if the string is printable, False otherwise.",
        TextPredicates::isPrintable);
    b.method(
        "isspace(self, /)",
        "Return True if the string is a whitespace string, False otherwise.",
        TextPredicates::isSpace);
    b.method(
        "istitle(self, /)",
        "Return True if the string is a title-cased string, False otherwise.",
        TextPredicates::isTitle);
    b.method(
        "isupper(self, /)",
        "Return True if the string is an uppercase string, False otherwise.",
        TextPredicates::isUpper);
  }

  static Object center(Object text, Object width, Object fillChar) {
    long missing = Math.max(0, TextArguments.size(width) - Text.length(text));
    long left = missing / 2 + (missing & TextArguments.size(width) & 1);
    return fill(text, left, missing - left, fillChar);
  }

  static Object leftJustify(Object text, Object width, Object fillChar) {
    return fill(text, 0, TextArguments.size(width) - Text.length(text), fillChar);
  }

  static Object rightJustify(Object text, Object width, Object fillChar) {
    return fill(text, TextArguments.size(width) - Text.length(text), 0, fillChar);
  }

  private static Object fill(Object text, long left, long right, Object fillChar) {
    Object fill = TextArguments.textOrNull(fillChar);
    if (fill == null) {
      throw Errors.typeError(
          "The fill character must be a unicode character, not " + PyType.of(fillChar).name());
    }
    if (Text.length(fill) != 1) {
      throw Errors.typeError("The fill character must be exactly one character long");
    }
    if (left <= 0 && right <= 0) {
      return text;
    }
    Text.checkedLength(left);
    Text.checkedLength(right);
    Text.checkedLength(left + right + Text.length(text));
    int c = Text.at(fill, 0);
    return new TextBuilder().repeat(c, (int) left).append(text).repeat(c, (int) right).build();
  }

  static Object zeroFill(Object text, Object width) {
    int length = Text.length(text);
    long missing = TextArguments.size(width) - length;
    if (missing <= 0) {
      return text;
    }
    boolean signed = length > 0 && (Text.at(text, 0) == '+' || Text.at(text, 0) == '-');
    TextBuilder filled = new TextBuilder();
    if (signed) {
      filled.append(Text.at(text, 0));
    }
    return filled
        .repeat('0', Text.checkedLength(missing))
        .append(text, signed ? 1 : 0, length)
        .build();
  }

  static Object expandTabs(Object text, long tabSize) {
    TextBuilder expanded = new TextBuilder();
    int length = Text.length(text);
    long column = 0;
    for (int i = 0; i < length; i++) {
      int c = Text.at(text, i);
      if (c == '\t') {
        if (tabSize > 0) {
          long spaces = tabSize - column % tabSize;
          column += spaces;
          expanded.repeat(' ', Text.checkedLength(spaces));
        }
      } else {
        column = c == '\n' || c == '\r' ? 0 : column + 1;
        expanded.append(c);
      }
    }
    return expanded.build();
  }

  private static Object strip(
      Object text, Object chars, boolean atStart, boolean atEnd, String name) {
    Object set = chars == PySingleton.NONE ? null : TextArguments.textOrNull(chars);
    if (set == null && chars != PySingleton.NONE) {
      throw Errors.typeError(name + " arg must be None or str");
    }
    return strip(text, set, atStart, atEnd);
  }

  /** Without the characters of the set, or without whitespace, at the ends. */
  static Object strip(Object text, @Nullable Object set, boolean atStart, boolean atEnd) {
    int start = 0;
    int end = Text.length(text);
    while (atStart && start < end && isIn(set, Text.at(text, start))) {
      start++;
    }
    while (atEnd && end > start && isIn(set, Text.at(text, end - 1))) {
      end--;
    }
    return Text.substring(text, start, end);
  }

  private static boolean isIn(@Nullable Object set, int c) {
    return set == null ? UnicodeProperties.isSpace(c) : TextSearch.hasCodePoint(set, c);
  }
}
