package org.pyconc.stdlib.re;

import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyGenericAlias;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyMappingProxy;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Hashing;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.operations.TextBuilder;
import org.pyconc.runtime.ModuleLoader;

/** The methods of {@code re.Pattern}. */
final class PatternMethods {
  private static final int MAX_REPR = 200;
  private static final String RANGE = "string, pos=0, endpos=9223372036854775807)";

  private PatternMethods() {}

  private static PyPattern pattern(Object self) {
    return (PyPattern) self;
  }

  static void define(TypeBuilder b) {
    b.doc("Compiled regular expression object.");
    b.method("search(self, /, " + RANGE, "The first match, or None.", PatternMethods::search);
    b.method(
        "match(self, /, " + RANGE,
        "A match at the beginning, or None.",
        (self, text, from, to) -> anchored(pattern(self), text, from, to, false));
    b.method(
        "fullmatch(self, /, " + RANGE,
        "A match of everything, or None.",
        (self, text, from, to) -> anchored(pattern(self), text, from, to, true));
    b.method(
        "findall(self, /, " + RANGE, "All matches as a list of texts.", PatternMethods::findAll);
    b.method("finditer(self, /, " + RANGE, "All matches.", PatternMethods::findIterator);
    b.method(
        "split(self, /, string, maxsplit=0)",
        "What stands between the matches.",
        PatternMethods::split);
    b.method(
        "sub(self, /, repl, string, count=0)",
        "The text with the matches replaced.",
        (self, repl, text, count) -> substitute(pattern(self), repl, text, count).get(0));
    b.method(
        "subn(self, /, repl, string, count=0)",
        "The text with the matches replaced, and how many there were.",
        (self, repl, text, count) -> substitute(pattern(self), repl, text, count));
    b.getter("pattern", "What it was compiled from.", p -> pattern(p).source());
    b.getter("flags", "Its flags.", p -> (long) pattern(p).flags());
    b.getter("groups", "How many groups capture.", p -> (long) pattern(p).groups());
    b.getter("groupindex", "The groups by name.", p -> groupIndex(pattern(p)));
    b.method("__repr__(self, /)", "Return repr(self).", self -> repr(pattern(self)));
    b.method(
        "__reduce__(self, /)",
        "",
        self ->
            PyTuple.of(
                Attributes.load(ModuleLoader.current().importModule("re", true), "compile"),
                PyTuple.of(pattern(self).source(), (long) pattern(self).flags())));
    b.method("__copy__(self, /)", "", self -> self);
    b.method("__deepcopy__(self, memo, /)", "", (self, memo) -> self);
    b.method("__hash__(self, /)", "Return hash(self).", self -> hash(pattern(self)));
    b.method("__eq__(self, value, /)", "Return self==value.", PatternMethods::isEqual);
    b.staticMethod(
        "__new__(cls, *args, **kwargs)",
        "",
        a -> {
          throw Errors.typeError("cannot create 're.Pattern' instances");
        });
    b.classMethod(
        "__class_getitem__(cls, item, /)",
        "",
        a -> new PyGenericAlias(a[0], a[1] instanceof PyTuple t ? t : PyTuple.of(a[1])));
  }

  private static Subject subject(PyPattern pattern, Object text, Object to) {
    return Subject.of(text, pattern.isBytes(), Items.toLong(to));
  }

  private static Object search(Object self, Object text, Object from, Object to) {
    PyPattern pattern = pattern(self);
    Subject subject = subject(pattern, text, to);
    int start = subject.inner(Items.toLong(from));
    PyMatch match = pattern.match(new Finder(pattern, subject, start), subject, start);
    return match == null ? PySingleton.NONE : match;
  }

  private static Object anchored(
      PyPattern pattern, Object text, Object from, Object to, boolean isWhole) {
    Subject subject = subject(pattern, text, to);
    int start = subject.inner(Items.toLong(from));
    Matcher matcher = new Finder(pattern, subject, start).anchored(isWhole);
    return matcher == null ? PySingleton.NONE : new PyMatch(pattern, subject, matcher, start);
  }

  private static Object findAll(Object self, Object text, Object from, Object to) {
    PyPattern pattern = pattern(self);
    Subject subject = subject(pattern, text, to);
    Finder finder = new Finder(pattern, subject, subject.inner(Items.toLong(from)));
    PyList found = new PyList();
    for (Matcher m = finder.next(); m != null; m = finder.next()) {
      if (pattern.groups() <= 1) {
        found.append(group(pattern, subject, m, pattern.groups()));
      } else {
        Object[] all = new Object[pattern.groups()];
        for (int i = 0; i < all.length; i++) {
          all[i] = group(pattern, subject, m, i + 1);
        }
        found.append(PyTuple.of(all));
      }
    }
    return found;
  }

  private static Object group(PyPattern pattern, Subject subject, Matcher matcher, int group) {
    int number = pattern.javaGroup(group);
    int start = matcher.start(number);
    return start < 0 ? subject.slice(0, 0) : subject.slice(start, matcher.end(number));
  }

  private static Object findIterator(Object self, Object text, Object from, Object to) {
    PyPattern pattern = pattern(self);
    Subject subject = subject(pattern, text, to);
    return new MatchIterator(pattern, subject, subject.inner(Items.toLong(from)));
  }

  /** What {@code finditer} gives. */
  private static final class MatchIterator extends PyIterator {
    static final PyType TYPE = BuiltinTypes.iterator("builtins.callable_iterator", false, b -> {});

    private final PyPattern pattern;
    private final Subject subject;
    private final Finder finder;
    private final int start;

    MatchIterator(PyPattern pattern, Subject subject, int start) {
      this.pattern = pattern;
      this.subject = subject;
      this.start = start;
      this.finder = new Finder(pattern, subject, start);
    }

    @Override
    public @Nullable Object next() {
      return pattern.match(finder, subject, start);
    }

    @Override
    public PyType type() {
      return TYPE;
    }
  }

  private static Object split(Object self, Object text, Object maximum) {
    PyPattern pattern = pattern(self);
    Subject subject = subject(pattern, text, Long.MAX_VALUE);
    long most = Items.toLong(maximum);
    Finder finder = new Finder(pattern, subject, 0);
    PyList parts = new PyList();
    int last = 0;
    for (long count = 0; most >= 0 && (most == 0 || count < most); count++) {
      Matcher m = finder.next();
      if (m == null) {
        break;
      }
      parts.append(subject.slice(last, m.start()));
      for (int i = 1; i <= pattern.groups(); i++) {
        int number = pattern.javaGroup(i);
        parts.append(
            m.start(number) < 0 ? PySingleton.NONE : subject.slice(m.start(number), m.end(number)));
      }
      last = m.end();
    }
    parts.append(subject.slice(last, subject.length()));
    return parts;
  }

  private static PyTuple substitute(
      PyPattern pattern, Object replacement, Object text, Object maximum) {
    Substitution substitution = new Substitution(pattern, replacement);
    Subject subject = subject(pattern, text, Long.MAX_VALUE);
    return substitution.apply(subject, Items.toLong(maximum));
  }

  private static Object groupIndex(PyPattern pattern) {
    PyDict dict = new PyDict();
    pattern.names().forEach((name, group) -> dict.put(name, (long) group));
    return new PyMappingProxy(dict);
  }

  private static Object isEqual(Object self, Object other) {
    if (!(other instanceof PyPattern o)) {
      return PySingleton.NOT_IMPLEMENTED;
    }
    PyPattern pattern = pattern(self);
    return pattern.flags() == o.flags()
        && pattern.isBytes() == o.isBytes()
        && Comparison.equal(pattern.source(), o.source());
  }

  private static Object hash(PyPattern pattern) {
    return Hashing.hash(PyTuple.of((long) pattern.flags(), pattern.source()));
  }

  private static Object repr(PyPattern pattern) {
    Object source = Text.repr(pattern.source());
    TextBuilder text = new TextBuilder().append("re.compile(");
    text.append(source, 0, Math.min(MAX_REPR, Text.length(source)));
    int flags = pattern.flags();
    if (!pattern.isBytes() && (flags & Flags.LETTERS) == Flags.UNICODE) {
      flags &= ~Flags.UNICODE;
    }
    if (flags != 0) {
      text.append(", ").append(RegexFlag.text(flags));
    }
    return text.append(")").build();
  }

  /** Refuses what is neither text nor callable nor bytes where one of them is needed. */
  static Object checked(Object value, boolean isBytes, int position) {
    boolean isRight = isBytes ? value instanceof PyBytes : Text.isText(value);
    if (!isRight) {
      throw Errors.typeError(
          "sequence item "
              + position
              + ": expected "
              + (isBytes ? "a bytes-like object, " : "str instance, ")
              + PyType.of(value).name()
              + " found");
    }
    return value;
  }
}
