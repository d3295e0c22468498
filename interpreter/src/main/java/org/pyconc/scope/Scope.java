package org.pyconc.scope;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.BodySummary;
import org.pyconc.grammar.tree.Node;
import org.pyconc.grammar.tree.Span;

/** What was seen of one scope while its code unit is being worked out. */
final class Scope {
  final CodeUnit.Kind kind;
  final @Nullable Scope parent;
  final String name;
  final Node tree;

  /** The innermost class around, for the names that begin with two underscores. */
  final @Nullable String className;

  /** Parameters in the order of their slots. */
  final List<String> parameters = new ArrayList<>();

  /** Names that are assigned to here, parameters first. */
  final Set<String> bound = new LinkedHashSet<>();

  final Set<String> used = new LinkedHashSet<>();

  /** Full names of imported modules; those of relative imports begin with a dot. */
  final Set<String> imports = new LinkedHashSet<>(4);

  /** The names of what is called here, if code of this file may fork. */
  @Nullable Set<String> calls;

  /** See {@link CodeUnit#forkCalls()}. */
  Set<String> forkCalls = Set.of();

  final Map<String, Span> globals = new LinkedHashMap<>();
  final Map<String, Span> nonlocals = new LinkedHashMap<>();

  /** Whether it keeps annotations of variables: it is no function. */
  boolean hasAnnotations;

  final Set<String> annotated = new LinkedHashSet<>();
  final List<Scope> children = new ArrayList<>();
  boolean isGenerator;
  boolean isAsync;

  /** Whether there is a {@code try} or {@code with} in it. */
  boolean handlesExceptions;

  /** In how many {@code try} and {@code with} statements the statement is. */
  int protectedDepth;

  /** Whether it can be suspended in one of them. */
  boolean suspendsProtected;

  /** Of a function into which nobody has looked. */
  @Nullable BodySummary summary;

  @Nullable Span returnWithValue;

  /** In how many {@code except*} clauses the statement is that is being looked at. */
  int exceptStarDepth;

  /** Variables of enclosing functions that this scope or one inside it needs. */
  final Set<String> free = new LinkedHashSet<>();

  /** Own variables that scopes inside need. */
  final Set<String> cells = new LinkedHashSet<>();

  boolean needsClassCell;

  Scope(CodeUnit.Kind kind, @Nullable Scope parent, String name, Node tree) {
    this.kind = kind;
    this.parent = parent;
    this.name = name;
    this.tree = tree;
    this.className =
        kind == CodeUnit.Kind.CLASS && parent != null
            ? name
            : parent == null ? null : parent.className;
    if (parent != null) {
      parent.children.add(this);
    }
  }

  /** Whether its variables are those of a frame, seen by functions inside. */
  boolean isFunction() {
    return kind == CodeUnit.Kind.FUNCTION
        || kind == CodeUnit.Kind.LAMBDA
        || kind == CodeUnit.Kind.COMPREHENSION;
  }

  /** The function's body is not looked at now: what others need of it is known. */
  void defer(BodySummary known) {
    summary = known;
    isGenerator = known.isGenerator();
    suspendsProtected = known.suspendsProtected();
    handlesExceptions = known.handlesExceptions();
    if (known.usesClass()) {
      used.add(ScopeTable.CLASS_CELL);
    }
  }

  String mangle(String identifier) {
    return ScopeTable.mangle(className, identifier);
  }

  void use(String identifier) {
    used.add(mangle(identifier));
  }

  void bind(String identifier) {
    bound.add(mangle(identifier));
  }
}
