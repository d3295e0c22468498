package org.pyconc.objects;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.Task;
import org.pyconc.operations.ArgumentBinder;
import org.pyconc.scope.CodeUnit;

/** A function that a program defined: a code unit with the values of one process around it. */
public final class PyFunction extends Namespace {
  private static final Shape ROOT = new Shape();

  private CodeUnit code;
  private int fixedCount;
  private final PyModule globals;
  private final Cell[] closure;
  private Object[] defaults;
  private @Nullable Object[] keywordDefaults;
  private String name;
  private String qualifiedName;
  private Object doc;
  private Object annotations = PySingleton.NONE;
  private @Nullable Object moduleName;
  private boolean isIterableCoroutine;

  /** What stands for this function in messages, once it was sent. */
  private @Nullable PyFunction sentForm;

  /**
   * @param defaults of the last positional parameters
   * @param keywordDefaults one per keyword-only parameter, null for required ones
   */
  public PyFunction(
      CodeUnit code,
      PyModule globals,
      Cell[] closure,
      Object[] defaults,
      @Nullable Object[] keywordDefaults) {
    super(ROOT);
    this.code = code;
    Signature s = code.signature();
    this.fixedCount = s.isSimple() ? s.positional() : -1;
    this.globals = globals;
    this.closure = closure;
    this.defaults = defaults;
    this.keywordDefaults = keywordDefaults;
    this.name = code.name();
    this.qualifiedName = code.qualifiedName();
    String text = code.doc();
    this.doc = text == null ? PySingleton.NONE : WideString.of(text);
  }

  public CodeUnit code() {
    return code;
  }

  /** Assignment to {@code __code__}; the new one has as many free variables as the old. */
  public void setCode(CodeUnit newCode) {
    code = newCode;
    Signature s = newCode.signature();
    fixedCount = s.isSimple() ? s.positional() : -1;
    if (keywordDefaults.length != s.keywordOnly()) {
      keywordDefaults = Arrays.copyOf(keywordDefaults, s.keywordOnly());
    }
  }

  /** How many positional arguments fill all parameters as they stand; -1 if that is never so. */
  public int fixedCount() {
    return fixedCount;
  }

  public PyModule globals() {
    return globals;
  }

  /** One cell per free variable of the code: read only. */
  public Cell[] closure() {
    return closure;
  }

  public Object[] defaults() {
    return defaults;
  }

  public void setDefaults(Object[] newDefaults) {
    defaults = newDefaults;
  }

  public @Nullable Object[] keywordDefaults() {
    return keywordDefaults;
  }

  public void setKeywordDefaults(@Nullable Object[] newDefaults) {
    keywordDefaults = newDefaults;
  }

  public String name() {
    return name;
  }

  public void setName(String newName) {
    name = newName;
  }

  public String qualifiedName() {
    return qualifiedName;
  }

  public void setQualifiedName(String newName) {
    qualifiedName = newName;
  }

  public Object doc() {
    return doc;
  }

  public void setDoc(Object newDoc) {
    doc = newDoc;
  }

  /** A dict, or None while there are none. */
  public Object annotations() {
    return annotations;
  }

  public void setAnnotations(Object newAnnotations) {
    annotations = newAnnotations;
  }

  /** {@code __module__}: that of the globals until it is set. */
  public Object moduleName() {
    Object own = moduleName;
    if (own == null) {
      own = globals.own("__name__");
    }
    return own == null ? PySingleton.NONE : own;
  }

  public void setModuleName(Object newName) {
    moduleName = newName;
  }

  /** Whether it is a generator function that {@code types.coroutine} made awaitable. */
  public boolean isIterableCoroutine() {
    return isIterableCoroutine;
  }

  /** The code as programs see it. */
  public CodeUnit shownCode() {
    return isIterableCoroutine ? code.asIterableCoroutine() : code;
  }

  /** {@code types.coroutine(function)}. */
  public void setIterableCoroutine() {
    isIterableCoroutine = true;
  }

  /** {@code __module__} if it was set. */
  public @Nullable Object ownModuleName() {
    return moduleName;
  }

  /** The detached copy that stands for this function in messages, if there is one already. */
  public @Nullable PyFunction sentForm() {
    return sentForm;
  }

  public void setSentForm(PyFunction form) {
    sentForm = form;
  }

  @Override
  public PyType type() {
    return BuiltinTypes.FUNCTION;
  }

  @Override
  public Object call(Object[] arguments, String[] keywords) {
    Signature s = code.signature();
    if (keywords.length == 0 && s.isSimple()) {
      int missing = s.positional() - arguments.length;
      if (missing == 0) {
        return code.body().run(this, Task.require(), arguments);
      }
      if (missing > 0 && missing <= defaults.length) {
        Object[] all = Arrays.copyOf(arguments, s.positional());
        System.arraycopy(defaults, defaults.length - missing, all, arguments.length, missing);
        return code.body().run(this, Task.require(), all);
      }
    }
    Object[] locals =
        ArgumentBinder.bind(s, qualifiedName, defaults, keywordDefaults, arguments, keywords);
    return code.body().run(this, Task.require(), locals);
  }

  @Override
  public Object call0() {
    return fixedCount == 0
        ? code.body().run0(this, Task.require())
        : call(NO_ARGUMENTS, NO_KEYWORDS);
  }

  @Override
  public Object call1(Object a) {
    return fixedCount == 1
        ? code.body().run1(this, Task.require(), a)
        : call(new Object[] {a}, NO_KEYWORDS);
  }

  @Override
  public Object call2(Object a, Object b) {
    return fixedCount == 2
        ? code.body().run2(this, Task.require(), a, b)
        : call(new Object[] {a, b}, NO_KEYWORDS);
  }

  @Override
  public Object call3(Object a, Object b, Object c) {
    return fixedCount == 3
        ? code.body().run3(this, Task.require(), a, b, c)
        : call(new Object[] {a, b, c}, NO_KEYWORDS);
  }

  @Override
  public Object call4(Object a, Object b, Object c, Object d) {
    return fixedCount == 4
        ? code.body().run4(this, Task.require(), a, b, c, d)
        : call(new Object[] {a, b, c, d}, NO_KEYWORDS);
  }
}
