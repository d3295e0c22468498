package org.pyconc.stdlib.re;

import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyGenericAlias;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.operations.TextBuilder;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** {@code re.Match}: what a pattern found where. It does not change. */
final class PyMatch extends PyObject implements Transferable {
  static final PyType TYPE =
      new PyType("re.Match", BuiltinTypes.OBJECT, false, null, PyMatch::define);

  private final PyPattern pattern;
  private final Subject subject;
  private final int[] spans;
  private final int start;

  PyMatch(PyPattern pattern, Subject subject, Matcher matcher, int start) {
    this.pattern = pattern;
    this.subject = subject;
    this.start = start;
    this.spans = new int[2 * (pattern.groups() + 1)];
    for (int i = 0; i <= pattern.groups(); i++) {
      int group = pattern.javaGroup(i);
      spans[2 * i] = matcher.start(group);
      spans[2 * i + 1] = matcher.end(group);
    }
  }

  private static void define(TypeBuilder b) {
    b.doc(
        "The result of re.match() and re.search().\n"
            + "Match objects always have a boolean value of True.");
    b.methodN(
        "group(self, /, *args)",
        "The whole match, or one or more groups of it.",
        a -> ((PyMatch) a[0]).group((PyTuple) a[1]));
    b.method(
        "__getitem__(self, key, /)",
        "Return self[key].",
        (self, key) -> ((PyMatch) self).item(((PyMatch) self).index(key), PySingleton.NONE));
    b.method(
        "groups(self, default=None)",
        "All groups of the match.",
        (self, missing) -> ((PyMatch) self).groups(missing));
    b.method(
        "groupdict(self, default=None)",
        "The named groups of the match.",
        (self, missing) -> ((PyMatch) self).groupDict(missing));
    b.method(
        "start(self, group=0, /)",
        "Where a group begins.",
        (self, g) -> ((PyMatch) self).bound(((PyMatch) self).index(g), 0));
    b.method(
        "end(self, group=0, /)",
        "Where a group ends.",
        (self, g) -> ((PyMatch) self).bound(((PyMatch) self).index(g), 1));
    b.method(
        "span(self, group=0, /)",
        "Where a group begins and ends.",
        (self, g) -> ((PyMatch) self).span(((PyMatch) self).index(g)));
    b.method(
        "expand(self, template)",
        "The template with the groups put in.",
        (self, template) -> ((PyMatch) self).expand(template));
    b.method("__copy__(self, /)", "", self -> self);
    b.method("__deepcopy__(self, memo, /)", "", (self, memo) -> self);
    b.method("__repr__(self, /)", "Return repr(self).", self -> ((PyMatch) self).repr());
    b.getter("string", "The text that was searched.", m -> ((PyMatch) m).subject.original());
    b.getter("re", "The pattern.", m -> ((PyMatch) m).pattern);
    b.getter("pos", "Where the search began.", m -> ((PyMatch) m).outer(((PyMatch) m).start));
    b.getter(
        "endpos",
        "Where the search ended.",
        m -> ((PyMatch) m).outer(((PyMatch) m).subject.length()));
    b.getter("lastindex", "The last group that matched.", m -> ((PyMatch) m).lastIndex());
    b.getter("lastgroup", "Its name.", m -> ((PyMatch) m).lastGroup());
    b.getter("regs", "All spans.", m -> ((PyMatch) m).regs());
    b.staticMethod(
        "__new__(cls, *args, **kwargs)",
        "",
        a -> {
          throw Errors.typeError("cannot create 're.Match' instances");
        });
    b.classMethod(
        "__class_getitem__(cls, item, /)",
        "",
        a -> new PyGenericAlias(a[0], a[1] instanceof PyTuple t ? t : PyTuple.of(a[1])));
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public Object copy(Copier copier) {
    throw copier.refuse(this, "cannot pickle 're.Match' object");
  }

  private Object outer(int index) {
    return (long) subject.outer(index);
  }

  /** Where the match begins and ends, in Java's positions. */
  int innerStart() {
    return spans[0];
  }

  int innerEnd() {
    return spans[1];
  }

  /** The number of a group that a program names. */
  private int index(Object key) {
    Object plain = PyPayloadInstance.unwrap(key);
    long index = -1;
    if (plain instanceof Long || plain instanceof Boolean) {
      index = Items.toLong(plain);
    } else if (Text.isText(plain)) {
      index = pattern.groupNamed(plain);
    } else if (PyType.of(key).lookup("__index__") != null) {
      index = Items.toLong(key);
    }
    if (index < 0 || index > pattern.groups()) {
      throw Errors.indexError("no such group");
    }
    return (int) index;
  }

  /** The text of a group, or null if it took no part. */
  @Nullable Object text(int group) {
    int from = spans[2 * group];
    return from < 0 ? null : subject.slice(from, spans[2 * group + 1]);
  }

  private Object item(int group, Object missing) {
    Object text = text(group);
    return text == null ? missing : text;
  }

  private Object group(PyTuple which) {
    if (which.size() == 0) {
      return item(0, PySingleton.NONE);
    }
    if (which.size() == 1) {
      return item(index(which.get(0)), PySingleton.NONE);
    }
    Object[] all = new Object[which.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = item(index(which.get(i)), PySingleton.NONE);
    }
    return PyTuple.of(all);
  }

  PyTuple groups(Object missing) {
    Object[] all = new Object[pattern.groups()];
    for (int i = 0; i < all.length; i++) {
      all[i] = item(i + 1, missing);
    }
    return PyTuple.of(all);
  }

  private Object groupDict(Object missing) {
    PyDict dict = new PyDict();
    pattern.names().forEach((name, group) -> dict.put(name, item(group, missing)));
    return dict;
  }

  private Object bound(int group, int side) {
    int index = spans[2 * group + side];
    return index < 0 ? (Object) (-1L) : outer(index);
  }

  private PyTuple span(int group) {
    return PyTuple.of(bound(group, 0), bound(group, 1));
  }

  private Object regs() {
    Object[] all = new Object[pattern.groups() + 1];
    for (int i = 0; i < all.length; i++) {
      all[i] = span(i);
    }
    return PyTuple.of(all);
  }

  private int last() {
    int last = 0;
    int end = -1;
    for (int group : pattern.closingOrder()) {
      if (spans[2 * group] >= 0 && spans[2 * group + 1] >= end) {
        last = group;
        end = spans[2 * group + 1];
      }
    }
    return last;
  }

  private Object lastIndex() {
    int last = last();
    return last == 0 ? PySingleton.NONE : (Object) (long) last;
  }

  private Object lastGroup() {
    int last = last();
    for (var each : pattern.names().entrySet()) {
      if (each.getValue() == last) {
        return each.getKey();
      }
    }
    return PySingleton.NONE;
  }

  private Object expand(Object template) {
    return Template.parse(template, pattern).expand(this);
  }

  private Object repr() {
    return new TextBuilder()
        .append("<re.Match object; span=" + Text.javaRepr(span(0)) + ", match=")
        .append(Text.repr(item(0, PySingleton.NONE)))
        .append(">")
        .build();
  }
}
