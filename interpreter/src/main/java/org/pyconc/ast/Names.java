package org.pyconc.ast;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.tree.Span;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.Cell;
import org.pyconc.objects.PyDict;
import org.pyconc.operations.GlobalSite;
import org.pyconc.operations.Items;

/** Reading variables, one node for each place where one can stand. */
final class Names {
  private Names() {}

  static final class Local extends ExpressionNode {
    private final int slot;
    private final String name;

    Local(Span span, int slot, String name) {
      super(span);
      this.slot = slot;
      this.name = name;
    }

    @Override
    Object execute(VirtualFrame frame) {
      Object value = frame.getObject(slot);
      if (value == null) {
        throw Errors.unboundLocal(name).at(span());
      }
      return value;
    }
  }

  static final class InCell extends ExpressionNode {
    private final int slot;
    private final String name;

    InCell(Span span, int slot, String name) {
      super(span);
      this.slot = slot;
      this.name = name;
    }

    @Override
    Object execute(VirtualFrame frame) {
      Object value = Frames.cell(frame, slot).value;
      if (value == null) {
        throw Errors.unboundLocal(name).at(span());
      }
      return value;
    }
  }

  static final class Free extends ExpressionNode {
    private final int index;
    private final String name;

    Free(Span span, int index, String name) {
      super(span);
      this.index = index;
      this.name = name;
    }

    @Override
    Object execute(VirtualFrame frame) {
      Object value = Frames.free(frame, index).value;
      if (value == null) {
        throw Errors.unboundFree(name).at(span());
      }
      return value;
    }
  }

  static final class Global extends ExpressionNode {
    private final GlobalSite site;

    Global(Span span, String name) {
      super(span);
      this.site = new GlobalSite(name);
    }

    @Override
    Object execute(VirtualFrame frame) {
      try {
        return site.load(Frames.globals(frame));
      } catch (PyException e) {
        throw e.at(span());
      }
    }
  }

  /** In a class body: its namespace first. */
  static final class InClass extends ExpressionNode {
    private final GlobalSite site;
    private final int freeIndex;

    /**
     * @param freeIndex the variable of the enclosing function to look at next, or -1
     */
    InClass(Span span, String name, int freeIndex) {
      super(span);
      this.site = new GlobalSite(name);
      this.freeIndex = freeIndex;
    }

    @Override
    Object execute(VirtualFrame frame) {
      try {
        Object found = lookup(Frames.namespace(frame), site.name());
        if (found != null) {
          return found;
        }
        if (freeIndex >= 0) {
          Cell cell = Frames.free(frame, freeIndex);
          if (cell.value != null) {
            return cell.value;
          }
          throw Errors.unboundFree(site.name());
        }
        return site.load(Frames.globals(frame));
      } catch (PyException e) {
        throw e.at(span());
      }
    }
  }

  /** The value that a mapping has for a name, or null. */
  static @Nullable Object lookup(Object namespace, String name) {
    if (namespace instanceof PyDict dict && dict.type() == BuiltinTypes.DICT) {
      return dict.get(name);
    }
    try {
      return Items.get(namespace, name);
    } catch (PyException e) {
      if (e.value().type().isSubtypeOf(ExceptionTypes.KEY_ERROR)) {
        return null;
      }
      throw e;
    }
  }
}
