package org.pyconc.scope;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.SourceText;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Node;
import org.pyconc.grammar.tree.Span;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.CodeBody;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Signature;

/**
 * A piece of code that runs in a frame of its own: a module, a class body, a function, a lambda or
 * a comprehension. It holds nothing that belongs to one process, so all processes share it and its
 * executable form.
 */
public final class CodeUnit extends PyObject {
  /** What kind of code. */
  public enum Kind {
    MODULE,
    CLASS,
    FUNCTION,
    LAMBDA,
    COMPREHENSION
  }

  private final Kind kind;
  private final String name;
  private final String qualifiedName;
  private final SourceText source;
  private final Span span;
  private final Node tree;
  private final ScopeTable scope;
  private final Signature signature;
  private final boolean isGenerator;
  private final boolean isAsync;
  private final boolean suspendsProtected;
  private final @Nullable String doc;
  private final Executor executor;
  private volatile @Nullable CodeBody body;
  private int givenFirstLine = -1;
  private CodeUnit module = this;
  private List<SyntaxNote> notes = List.of();
  private Set<String> forkCalls = Set.of();
  private volatile @Nullable Object hints;
  private volatile @Nullable CodeUnit awaitable;
  private boolean isIterableCoroutine;

  CodeUnit(
      Kind kind,
      String name,
      String qualifiedName,
      SourceText source,
      Span span,
      Node tree,
      ScopeTable scope,
      Signature signature,
      boolean isGenerator,
      boolean isAsync,
      boolean suspendsProtected,
      @Nullable String doc,
      Executor executor) {
    this.kind = kind;
    this.name = name;
    this.qualifiedName = qualifiedName;
    this.source = source;
    this.span = span;
    this.tree = tree;
    this.scope = scope;
    this.signature = signature;
    this.isGenerator = isGenerator;
    this.isAsync = isAsync;
    this.suspendsProtected = suspendsProtected;
    this.doc = doc;
    this.executor = executor;
  }

  public Kind kind() {
    return kind;
  }

  /** {@code co_name}. */
  public String name() {
    return name;
  }

  /** {@code co_qualname}. */
  public String qualifiedName() {
    return qualifiedName;
  }

  public SourceText source() {
    return source;
  }

  public Span span() {
    return span;
  }

  /** {@code co_firstlineno}: decorators count. */
  public int firstLine() {
    if (givenFirstLine >= 0) {
      return givenFirstLine;
    }
    List<Expression> decorators =
        switch (tree) {
          case Statement.FunctionDef f -> f.decorators();
          case Statement.ClassDef c -> c.decorators();
          default -> List.of();
        };
    return decorators.isEmpty() ? span.line() : decorators.get(0).span().line();
  }

  /** The syntax tree: a module, function, class, lambda or comprehension. */
  public Node tree() {
    return tree;
  }

  /** What the names in it mean. */
  public ScopeTable scope() {
    return scope;
  }

  public Signature signature() {
    return signature;
  }

  /** Whether there is a {@code yield} in it. */
  public boolean isGenerator() {
    return isGenerator;
  }

  /** Whether it is an {@code async def} or holds an asynchronous comprehension. */
  public boolean isAsync() {
    return isAsync;
  }

  /** Whether it can be suspended in a {@code try} or {@code with} statement. */
  public boolean suspendsProtected() {
    return suspendsProtected;
  }

  /** The documentation string. */
  public @Nullable String doc() {
    return doc;
  }

  /** The code units directly inside. */
  public List<CodeUnit> children() {
    return scope.children();
  }

  /** The same code under other names: what {@code replace} of a code object makes. */
  public CodeUnit renamed(
      String newName, String newQualifiedName, SourceText newSource, int newFirstLine) {
    CodeUnit copy =
        new CodeUnit(
            kind,
            newName,
            newQualifiedName,
            newSource,
            span,
            tree,
            scope,
            signature,
            isGenerator,
            isAsync,
            suspendsProtected,
            doc,
            executor);
    copy.givenFirstLine = newFirstLine == firstLine() ? givenFirstLine : newFirstLine;
    copy.module = module == this ? copy : module;
    copy.notes = notes;
    copy.forkCalls = forkCalls;
    return copy;
  }

  /**
   * How programs see the code of a generator function that {@code types.coroutine} made awaitable:
   * with one flag more.
   */
  public CodeUnit asIterableCoroutine() {
    CodeUnit made = awaitable;
    if (made == null) {
      made = renamed(name, qualifiedName, source, firstLine());
      made.isIterableCoroutine = true;
      made.awaitable = made;
      awaitable = made;
    }
    return made;
  }

  /** Whether this is {@link #asIterableCoroutine}. */
  public boolean isIterableCoroutine() {
    return isIterableCoroutine;
  }

  /** The unit that is in no other one. */
  public CodeUnit module() {
    return module;
  }

  /** To be called once for the outermost unit, when all are made. */
  void adopt(CodeUnit outermost) {
    module = outermost;
    for (CodeUnit child : children()) {
      child.adopt(outermost);
    }
  }

  /** In the unit that is in no other one: what is allowed and hardly meant. */
  public List<SyntaxNote> notes() {
    return notes;
  }

  void setNotes(List<SyntaxNote> found) {
    notes = found;
  }

  /**
   * The names of functions that may copy the running process, {@code fork} among them, if this code
   * calls one; otherwise empty.
   */
  public Set<String> forkCalls() {
    return forkCalls;
  }

  void setForkCalls(Set<String> names) {
    forkCalls = names;
  }

  /** What the executor has found out about a module; null until it has set it. */
  public @Nullable Object hints() {
    return hints;
  }

  public void setHints(Object found) {
    hints = found;
  }

  /** Whether a frame of this code must be able to tell its variables. */
  public boolean keepsLocals() {
    return executor.keepsLocals() && !source.isLibrary();
  }

  /** Whether functions may want to be told of what it does. */
  public boolean keepsTraces() {
    return executor.keepsTraces() && !source.isLibrary();
  }

  /** The executable form, made when first asked for. */
  public CodeBody body() {
    CodeBody ready = body;
    return ready != null ? ready : prepare();
  }

  /** From now on the unit runs in another form, made by the same executor. */
  public void replaceBody(CodeBody newBody) {
    body = newBody;
  }

  private synchronized CodeBody prepare() {
    CodeBody ready = body;
    if (ready == null) {
      ready = executor.prepare(this);
      body = ready;
    }
    return ready;
  }

  @Override
  public PyType type() {
    return BuiltinTypes.CODE;
  }
}
