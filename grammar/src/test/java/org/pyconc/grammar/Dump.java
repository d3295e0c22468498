package org.pyconc.grammar;

import java.util.ArrayList;
import java.util.List;
import org.pyconc.grammar.tree.Span;

/** A node as {@code ast.dump(tree, indent=1)} of CPython 3.11 prints it. */
final class Dump {
  /** A field whose value is a Dump, a List of values, or text that is printed as it is. */
  private record Field(String name, Object value) {}

  private record Printed(String text, boolean simple) {}

  private final String name;
  private final List<Field> fields = new ArrayList<>();

  Dump(String name) {
    this.name = name;
  }

  Dump with(String field, Object value) {
    fields.add(new Field(field, value));
    return this;
  }

  Dump withOptional(String field, Object value) {
    return value == null ? this : with(field, value);
  }

  Dump at(Span span, boolean places) {
    return places
        ? with("lineno", "" + span.line())
            .with("col_offset", "" + span.column())
            .with("end_lineno", "" + span.endLine())
            .with("end_col_offset", "" + span.endColumn())
        : this;
  }

  String print() {
    return print(this, 0).text();
  }

  private static Printed print(Object value, int outer) {
    int level = outer + 1;
    String line = "\n" + " ".repeat(level);
    if (value instanceof Dump dump) {
      List<String> arguments = new ArrayList<>();
      boolean allSimple = true;
      for (Field field : dump.fields) {
        Printed printed = print(field.value(), level);
        allSimple &= printed.simple();
        arguments.add(field.name() + "=" + printed.text());
      }
      if (allSimple && arguments.size() <= 3) {
        return new Printed(
            dump.name + "(" + String.join(", ", arguments) + ")", arguments.isEmpty());
      }
      return new Printed(dump.name + "(" + line + String.join("," + line, arguments) + ")", false);
    }
    if (value instanceof List<?> list) {
      if (list.isEmpty()) {
        return new Printed("[]", true);
      }
      List<String> elements = new ArrayList<>();
      for (Object element : list) {
        elements.add(print(element, level).text());
      }
      return new Printed("[" + line + String.join("," + line, elements) + "]", false);
    }
    return new Printed((String) value, true);
  }
}
