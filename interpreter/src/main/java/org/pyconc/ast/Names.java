package org.pyconc.ast;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.tree.Span;
import org.pyconc.operations.ClassNamespace;
import org.pyconc.operations.GlobalSite;

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
        Object namespace = Frames.namespace(frame);
        return freeIndex < 0
            ? ClassNamespace.load(namespace, site, Frames.globals(frame))
            : ClassNamespace.loadFree(namespace, site.name(), Frames.free(frame, freeIndex));
      } catch (PyException e) {
        throw e.at(span());
      }
    }
  }
}
