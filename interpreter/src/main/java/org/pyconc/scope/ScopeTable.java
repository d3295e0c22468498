package org.pyconc.scope;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Node;

/** What the names of one code unit mean, and the code units inside it. */
public final class ScopeTable {
  /** Where a name's value is found. */
  public enum Access {
    /** A variable of the frame. */
    LOCAL,
    /** A variable of the frame that inner functions share. */
    CELL,
    /** A variable of an enclosing function. */
    FREE,
    /** A global variable, or a builtin. */
    GLOBAL,
    /** In a class body: its namespace, then global. */
    CLASS_NAME,
    /** In a class body: its namespace, then the enclosing function's variable. */
    CLASS_FREE
  }

  /** The variable of a class body that holds the class for its methods. */
  public static final String CLASS_CELL = "__class__";

  private final Map<String, Access> names = new LinkedHashMap<>();
  private final List<String> locals = new ArrayList<>();
  private final List<String> free = new ArrayList<>();
  private final Set<String> ownImports;
  private volatile @Nullable Set<String> globals;
  private volatile @Nullable Set<String> imports;
  private final IdentityHashMap<Node, CodeUnit> units = new IdentityHashMap<>();
  private final List<CodeUnit> children = new ArrayList<>();
  private final boolean needsClassCell;
  private final boolean keepsAnnotations;
  private final boolean hasAnnotations;
  private final @Nullable String className;

  ScopeTable(
      Set<String> imports,
      boolean needsClassCell,
      @Nullable String className,
      boolean keepsAnnotations,
      boolean hasAnnotations) {
    this.hasAnnotations = hasAnnotations;
    this.keepsAnnotations = keepsAnnotations;
    this.ownImports = imports;
    this.needsClassCell = needsClassCell;
    this.className = className;
  }

  /** Whether it is a module or a class body in which a variable has an annotation. */
  public boolean hasAnnotations() {
    return hasAnnotations;
  }

  void define(String name, Access access) {
    names.put(name, access);
    switch (access) {
      case LOCAL, CELL -> locals.add(name);
      case FREE, CLASS_FREE -> free.add(name);
      default -> {}
    }
  }

  /** A variable that only a unit inside needs, passed on from the enclosing function. */
  void passOn(String name) {
    if (!free.contains(name)) {
      free.add(name);
    }
  }

  void add(Node tree, CodeUnit unit) {
    units.put(tree, unit);
    children.add(unit);
  }

  List<String> namesWith(Access access) {
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, Access> each : names.entrySet()) {
      if (each.getValue() == access) {
        found.add(each.getKey());
      }
    }
    return found;
  }

  /** The variables of the frame that inner functions share. */
  public List<String> cells() {
    return namesWith(Access.CELL);
  }

  /** What a (mangled) name means here. */
  public Access access(String name) {
    return names.getOrDefault(name, Access.GLOBAL);
  }

  /** The variables of the frame, parameters first, in the order of their slots. */
  public List<String> locals() {
    return locals;
  }

  /** The variables of enclosing functions, in the order of the closure's cells. */
  public List<String> free() {
    return free;
  }

  /** The global variables and builtins that the unit or one inside it names. */
  public Set<String> globals() {
    Set<String> known = globals;
    if (known == null) {
      known = new LinkedHashSet<>(namesWith(Access.GLOBAL));
      known.addAll(namesWith(Access.CLASS_NAME));
      for (CodeUnit child : children) {
        known.addAll(child.scope().globals());
      }
      globals = known;
    }
    return known;
  }

  /**
   * The full names of the modules that the unit or one inside it imports; those of relative imports
   * begin with a dot.
   */
  public Set<String> imports() {
    Set<String> known = imports;
    if (known == null) {
      known = new LinkedHashSet<>(ownImports);
      for (CodeUnit child : children) {
        known.addAll(child.scope().imports());
      }
      imports = known;
    }
    return known;
  }

  /** The code unit of an inner function, class, lambda or comprehension. */
  public CodeUnit unit(Node tree) {
    CodeUnit unit = units.get(tree);
    if (unit == null) {
      throw new IllegalArgumentException("no code unit for " + tree.getClass());
    }
    return unit;
  }

  List<CodeUnit> children() {
    return children;
  }

  /** Whether a class body has to fill the cell {@code __class__} for its methods. */
  public boolean needsClassCell() {
    return needsClassCell;
  }

  /**
   * What to evaluate for an annotation: itself, or its text under {@code from __future__ import
   * annotations}.
   */
  public Expression annotation(Expression annotation) {
    return keepsAnnotations
        ? new Expression.StringLiteral(ExpressionText.of(annotation), annotation.span())
        : annotation;
  }

  /** The name as seen inside a class: {@code __x} becomes {@code _Class__x}. */
  public String mangle(String name) {
    return mangle(className, name);
  }

  static String mangle(@Nullable String className, String name) {
    if (className == null
        || !name.startsWith("__")
        || name.endsWith("__")
        || name.indexOf('.') >= 0) {
      return name;
    }
    int start = 0;
    while (start < className.length() && className.charAt(start) == '_') {
      start++;
    }
    return start == className.length() ? name : "_" + className.substring(start) + name;
  }
}
