package org.pyconc.scope;

import java.util.List;
import java.util.Objects;
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
  private final Node tree;
  private final Span span;
  private final Signature signature;
  private final Facts facts;
  private final Executor executor;
  private volatile @Nullable CodeBody body;
  private int givenFirstLine = -1;
  private CodeUnit module = this;
  private int number;

  /** Whether those inside belong to the unit of which this is a copy. */
  private boolean isRenamed;

  private List<SyntaxNote> notes = List.of();
  private Set<String> forkCalls = Set.of();
  private volatile @Nullable Object hints;
  private volatile @Nullable CodeUnit awaitable;
  private boolean isIterableCoroutine;

  /** Null when it has been done. */
  private @Nullable Analysis analysis;

  private volatile @Nullable ScopeTable scope;

  /** Works out what the names in a unit mean, when somebody asks for the first time. */
  @FunctionalInterface
  interface Analysis {
    ScopeTable scope();
  }

  /**
   * What is known of a unit before it is analysed.
   *
   * @param size how many units it is: itself and those inside
   */
  record Facts(
      boolean isGenerator,
      boolean isAsync,
      boolean suspendsProtected,
      boolean handlesExceptions,
      List<String> free,
      int size,
      @Nullable String doc) {}

  CodeUnit(
      Kind kind,
      String name,
      String qualifiedName,
      SourceText source,
      Node tree,
      Signature signature,
      Facts facts,
      Executor executor,
      Analysis analysis) {
    this.kind = kind;
    this.name = name;
    this.qualifiedName = qualifiedName;
    this.source = source;
    this.tree = tree;
    this.span = tree.span();
    this.signature = signature;
    this.facts = facts;
    this.executor = executor;
    this.analysis = analysis;
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
    ScopeTable known = scope;
    return known != null ? known : analyze();
  }

  private synchronized ScopeTable analyze() {
    ScopeTable known = scope;
    Analysis unfinished = analysis;
    if (known == null) {
      known = Objects.requireNonNull(unfinished).scope();
      if (!isRenamed) {
        adopt(known.children());
      }
      scope = known;
      analysis = null;
    }
    return known;
  }

  public Signature signature() {
    return signature;
  }

  /** Whether there is a {@code yield} in it. */
  public boolean isGenerator() {
    return facts.isGenerator();
  }

  /** Whether it is an {@code async def} or holds an asynchronous comprehension. */
  public boolean isAsync() {
    return facts.isAsync();
  }

  /** Whether it can be suspended in a {@code try} or {@code with} statement. */
  public boolean suspendsProtected() {
    return facts.suspendsProtected();
  }

  /** Whether there is a {@code try} or {@code with} in it. */
  public boolean handlesExceptions() {
    return facts.handlesExceptions();
  }

  /** The variables of enclosing functions, in the order of the closure's cells. */
  public List<String> free() {
    return facts.free();
  }

  /** The documentation string. */
  public @Nullable String doc() {
    return facts.doc();
  }

  /** The code units directly inside. */
  public List<CodeUnit> children() {
    return scope().children();
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
            tree,
            signature,
            facts,
            executor,
            this::scope);
    copy.isRenamed = true;
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

  /**
   * Tells those inside where they belong.
   *
   * @throws IllegalStateException if there are not as many as was said before
   */
  private void adopt(List<CodeUnit> children) {
    int next = number + 1;
    for (CodeUnit child : children) {
      child.module = module;
      child.number = next;
      next += child.size();
    }
    if (next != number + size()) {
      throw new IllegalStateException(qualifiedName + " is not of " + size() + " units");
    }
  }

  /** How many units it is: itself and those inside. */
  public int size() {
    return facts.size();
  }

  /** Its place among the units of its module, those inside after the one around. */
  public int number() {
    return number;
  }

  /** The unit of that number in this one, or null. */
  public @Nullable CodeUnit find(int wanted) {
    if (wanted <= number || wanted >= number + size()) {
      return wanted == number ? this : null;
    }
    List<CodeUnit> children = children();
    int at = 0;
    int end = children.size();
    while (end - at > 1) {
      int middle = (at + end) >>> 1;
      if (children.get(middle).number <= wanted) {
        at = middle;
      } else {
        end = middle;
      }
    }
    return children.get(at).find(wanted);
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
