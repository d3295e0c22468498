package org.pyconc.ast;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.tree.Span;
import org.pyconc.objects.Cell;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.AttributeSite;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.ClassNamespace;
import org.pyconc.operations.Deletion;
import org.pyconc.operations.GlobalSite;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;

/** What can be assigned to and deleted. */
final class Targets {
  private Targets() {}

  static final class Local extends TargetNode {
    private final int slot;
    private final String name;
    private final Span span;

    Local(Span span, int slot, String name) {
      this.span = span;
      this.slot = slot;
      this.name = name;
    }

    @Override
    void assign(VirtualFrame frame, Object value) {
      frame.setObject(slot, value);
    }

    @Override
    void clear(VirtualFrame frame) {
      boolean matters = Deletion.matters(frame.getObject(slot));
      frame.setObject(slot, PySingleton.NONE);
      Deletion.done(matters);
    }

    @Override
    void delete(VirtualFrame frame) {
      if (frame.getObject(slot) == null) {
        throw Errors.unboundLocal(name).at(span);
      }
      boolean matters = Deletion.matters(frame.getObject(slot));
      frame.setObject(slot, null);
      Deletion.done(matters);
    }
  }

  /** A variable in a cell: the frame's own or one of the closure. */
  static final class Shared extends TargetNode {
    private final Span span;
    private final int slot;
    private final boolean isFree;
    private final String name;

    Shared(Span span, int slot, boolean isFree, String name) {
      this.span = span;
      this.slot = slot;
      this.isFree = isFree;
      this.name = name;
    }

    private Cell cell(VirtualFrame frame) {
      return isFree ? Frames.free(frame, slot) : Frames.cell(frame, slot);
    }

    @Override
    void assign(VirtualFrame frame, Object value) {
      cell(frame).value = value;
    }

    @Override
    void clear(VirtualFrame frame) {
      Cell cell = cell(frame);
      boolean matters = Deletion.matters(cell.value);
      cell.value = PySingleton.NONE;
      Deletion.done(matters);
    }

    @Override
    void delete(VirtualFrame frame) {
      Cell cell = cell(frame);
      if (cell.value == null) {
        throw (isFree ? Errors.unboundFree(name) : Errors.unboundLocal(name)).at(span);
      }
      boolean matters = Deletion.matters(cell.value);
      cell.value = null;
      Deletion.done(matters);
    }
  }

  static final class Global extends TargetNode {
    private final Span span;
    private final GlobalSite site;

    Global(Span span, String name) {
      this.span = span;
      this.site = new GlobalSite(name);
    }

    @Override
    void assign(VirtualFrame frame, Object value) {
      site.store(Frames.globals(frame), value);
    }

    @Override
    void clear(VirtualFrame frame) {
      Deletion.done(site.clear(Frames.globals(frame)));
    }

    @Override
    void delete(VirtualFrame frame) {
      try {
        site.delete(Frames.globals(frame));
      } catch (PyException e) {
        throw e.at(span);
      }
    }
  }

  /** A name in a class body. */
  static final class InClass extends TargetNode {
    private final Span span;
    private final String name;

    InClass(Span span, String name) {
      this.span = span;
      this.name = name;
    }

    @Override
    void assign(VirtualFrame frame, Object value) {
      try {
        Items.set(Frames.namespace(frame), name, value);
      } catch (PyException e) {
        throw e.at(span);
      }
    }

    @Override
    void delete(VirtualFrame frame) {
      try {
        ClassNamespace.delete(Frames.namespace(frame), name);
      } catch (PyException e) {
        throw e.at(span);
      }
    }
  }

  static final class Attribute extends TargetNode {
    private final Span span;
    private final AttributeSite site;
    @Child private ExpressionNode object;

    Attribute(Span span, ExpressionNode object, String name) {
      this.span = span;
      this.object = object;
      this.site = new AttributeSite(name);
    }

    @Override
    void assign(VirtualFrame frame, Object value) {
      store(object.execute(frame), value);
    }

    void store(Object receiver, Object value) {
      try {
        site.store(receiver, value);
      } catch (PyException e) {
        throw e.at(span);
      }
    }

    @Override
    void delete(VirtualFrame frame) {
      Object receiver = object.execute(frame);
      try {
        Attributes.delete(receiver, site.name());
      } catch (PyException e) {
        throw e.at(span);
      }
    }
  }

  static final class Item extends TargetNode {
    private final Span span;
    @Child private ExpressionNode container;
    @Child private ExpressionNode index;

    Item(Span span, ExpressionNode container, ExpressionNode index) {
      this.span = span;
      this.container = container;
      this.index = index;
    }

    @Override
    void assign(VirtualFrame frame, Object value) {
      store(container.execute(frame), index.execute(frame), value);
    }

    void store(Object receiver, Object at, Object value) {
      try {
        Items.set(receiver, at, value);
      } catch (PyException e) {
        throw e.at(span);
      }
    }

    @Override
    void delete(VirtualFrame frame) {
      Object receiver = container.execute(frame);
      Object at = index.execute(frame);
      try {
        Items.delete(receiver, at);
      } catch (PyException e) {
        throw e.at(span);
      }
    }
  }

  /** {@code a, *b, c}. */
  static final class Unpack extends TargetNode {
    private final Span span;
    private final int starred;
    @Children private final TargetNode[] targets;

    /**
     * @param starred the index of the target with a star, or -1
     */
    Unpack(Span span, TargetNode[] targets, int starred) {
      this.span = span;
      this.targets = targets;
      this.starred = starred;
    }

    @Override
    void assign(VirtualFrame frame, Object value) {
      Object[] items;
      try {
        items =
            starred < 0
                ? Iteration.unpack(value, targets.length)
                : Iteration.unpackStarred(value, starred, targets.length - starred - 1);
      } catch (PyException e) {
        throw e.at(span);
      }
      for (int i = 0; i < targets.length; i++) {
        targets[i].assign(frame, items[i]);
      }
    }

    @Override
    void delete(VirtualFrame frame) {
      for (TargetNode target : targets) {
        target.delete(frame);
      }
    }
  }
}
