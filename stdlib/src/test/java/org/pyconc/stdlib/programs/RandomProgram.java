package org.pyconc.stdlib.programs;

import java.util.Random;

/**
 * Makes programs at random that always end: numbers, text and lists in local and global variables,
 * branches, loops, functions, generators, classes, exceptions. Values stay small.
 */
final class RandomProgram {
  private static final int NUMBERS = 5;
  private static final int DEEPEST = 3;

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private int functions;
  private int generators;
  private int loops;

  RandomProgram(long seed) {
    this.random = new Random(seed);
  }

  String make() {
    line(0, "class Box:");
    line(1, "def __init__(self, value, other=1):");
    line(2, "self.value = value");
    line(2, "self.other = other");
    line(1, "def change(self, by):");
    line(2, "self.value += by");
    line(2, "self.other = self.value - by * 2");
    line(2, "return self.other");
    for (int i = 0; i < 2; i++) {
      function();
      generator();
    }
    line(0, "s0, s1 = 'text', 'a'");
    line(0, "l0, box = [1, 2.5, -3], Box(3)");
    for (int i = 0; i < NUMBERS; i++) {
      line(0, "n" + i + " = " + literal());
    }
    for (int i = 0; i < 5; i++) {
      line(0, "try:");
      block(1, 0);
      line(0, "except Exception as e:");
      line(1, "print(type(e).__name__, e)");
      line(0, "print(n0, n1, n2, n3, n4, s0, s1, l0, box.value, box.other)");
    }
    return text.toString();
  }

  private void line(int depth, String code) {
    text.append("    ".repeat(depth)).append(code).append('\n');
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  // ---- definitions -----------------------------------------------------------------------------

  private void function() {
    line(0, "def f" + functions + "(n0, n1=" + literal() + ", *rest, k=2):");
    locals();
    block(1, 1);
    line(1, "return " + number(2));
    functions++;
  }

  private void generator() {
    line(0, "def g" + generators + "(n0, n1):");
    locals();
    block(1, 1);
    line(1, "for i in range(" + (1 + random.nextInt(4)) + "):");
    line(2, "got = yield " + pick("i", "n0 + i", "s0", "(n1, i)"));
    line(2, "if got is not None:");
    line(3, "n1 = got");
    line(2, pick("n0 += i", "n0 -= n1", "n2 = n0", "s0 += 'g'"));
    line(1, "return n0");
    generators++;
  }

  private void locals() {
    line(1, "n2, n3, n4 = " + literal() + ", " + literal() + ", " + literal());
    line(1, "s0, s1 = '', 'b'");
    line(1, "l0, box = [n0, 4], Box(n1, n0)");
  }

  // ---- statements ------------------------------------------------------------------------------

  private void block(int depth, int nesting) {
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      statement(depth, nesting);
    }
  }

  private void statement(int depth, int nesting) {
    boolean isSimple = nesting >= DEEPEST || chance(55);
    if (isSimple) {
      simple(depth);
      return;
    }
    switch (random.nextInt(6)) {
      case 0 -> {
        line(depth, "if " + condition() + ":");
        block(depth + 1, nesting + 1);
        line(depth, "else:");
        block(depth + 1, nesting + 1);
      }
      case 1 -> {
        line(
            depth,
            "for i in " + pick("range(3)", "range(4, 0, -1)", "[1, 2.0, True]", "l0[:3]") + ":");
        block(depth + 1, nesting + 1);
        if (chance(30)) {
          line(depth + 1, "if " + condition() + ": " + pick("break", "continue"));
        }
        if (chance(20)) {
          line(depth, "else:");
          block(depth + 1, nesting + 1);
        }
      }
      case 2 -> {
        String counter = "w" + loops++;
        line(depth, counter + " = 0");
        line(depth, "while " + counter + " < " + (1 + random.nextInt(4)) + ":");
        line(depth + 1, counter + " += 1");
        block(depth + 1, nesting + 1);
      }
      case 3 -> {
        line(depth, "try:");
        block(depth + 1, nesting + 1);
        line(depth, "except " + pick("ZeroDivisionError", "TypeError", "Exception") + " as e:");
        line(depth + 1, pick("n0 = 1", "print('caught', e)", "raise ValueError(n1) from None"));
        if (chance(40)) {
          line(depth, "finally:");
          block(depth + 1, nesting + 1);
        }
      }
      case 4 -> {
        line(depth, "match " + number(1) + ":");
        line(depth + 1, "case 0 | 1:");
        block(depth + 2, nesting + 1);
        line(depth + 1, "case int(x) if x > 3:");
        line(depth + 2, "n4 = x");
        line(depth + 1, "case float():");
        line(depth + 2, "n3 = 0.25");
      }
      default -> {
        line(depth, "l0 = [" + number(1) + " for j in range(3) if " + condition() + "]");
      }
    }
  }

  private void simple(int depth) {
    String n = "n" + random.nextInt(NUMBERS);
    switch (random.nextInt(13)) {
      case 0, 1, 2 -> line(depth, n + " = " + number(3));
      case 3, 4 -> line(depth, n + " " + pick("+", "-", "//", "%", "/") + "= " + number(1));
      case 5 ->
          line(
              depth,
              pick("s0", "s1")
                  + " += "
                  + pick("'x'", "str(" + n + ")[:4]", "s1[:3]", "f'{" + n + "!r:.5}'"));
      case 6 ->
          line(
              depth,
              "box." + pick("value", "other") + " " + pick("=", "+=", "-=") + " " + number(2));
      case 7 -> line(depth, n + " = box.change(" + number(1) + ")");
      case 8 -> line(depth, "l0 = (l0 + [" + number(1) + "])[-6:]");
      case 9 -> line(depth, n + " = l0[" + random.nextInt(3) + "]");
      case 10 -> line(depth, "print(" + n + ", " + condition() + ")");
      case 11 -> {
        if (functions > 0) {
          String f = "f" + random.nextInt(functions);
          line(
              depth,
              n
                  + " = "
                  + f
                  + pick("(%s)", "(%s, n1)", "(%s, k=3)", "(*[%s, 2, 3])", "(n0, **{'n1': %s})")
                      .replace("%s", number(1)));
        } else {
          line(depth, n + ", n0 = n0, " + n);
        }
      }
      default -> {
        if (generators > 0) {
          String g = "g" + random.nextInt(generators) + "(" + number(1) + ", n1)";
          line(
              depth,
              pick(
                  "l0 = list(" + g + ")",
                  "it = " + g + "; n2 = next(it); n3 = it.send(n0)",
                  n + " = sum(" + g + ")"));
        } else {
          line(depth, n + ", n0 = n0, " + n);
        }
      }
    }
  }

  // ---- expressions -----------------------------------------------------------------------------

  private String literal() {
    return pick(
        "0",
        "1",
        "2",
        "-3",
        "7",
        "0.5",
        "-1.25",
        "True",
        "3.0",
        "10**18",
        "2**63 - 1",
        "-2**63",
        "1e300");
  }

  private String number(int depth) {
    if (depth == 0 || chance(25)) {
      return chance(60) ? "n" + random.nextInt(NUMBERS) : chance(20) ? "box.value" : literal();
    }
    return switch (random.nextInt(9)) {
      case 0, 1, 2 -> "(" + number(depth - 1) + pick(" + ", " - ") + number(depth - 1) + ")";
      case 3 -> "(" + number(depth - 1) + " * " + pick("2", "-1", "0.5", "3") + ")";
      case 4 -> "(" + number(depth - 1) + pick(" // ", " % ", " / ") + number(depth - 1) + ")";
      case 5 -> "(" + number(depth - 1) + " if " + condition() + " else " + number(depth - 1) + ")";
      case 6 -> "-" + number(depth - 1);
      case 7 -> pick("abs", "int", "float", "len") + "(" + pick("n0", "n1", "l0") + ")";
      default -> "(" + number(depth - 1) + pick(" & ", " | ", " ^ ") + number(depth - 1) + ")";
    };
  }

  private String condition() {
    return switch (random.nextInt(5)) {
      case 0, 1 -> number(1) + pick(" < ", " <= ", " == ", " != ", " > ", " >= ") + number(1);
      case 2 -> "n0" + pick(" < ", " == ") + "n1" + pick(" < ", " != ") + "n2";
      case 3 -> "not " + number(1);
      default -> "(" + number(1) + " > 0 " + pick("and", "or") + " s0 != s1)";
    };
  }
}
