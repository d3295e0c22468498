package org.pyconc.objects;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A dict whose instances have attributes of their own: an OrderedDict or a Counter. */
public abstract class AttributedDict extends PyDict {
  private @Nullable Own own;

  private static final class Own extends Namespace {
    private static final Shape ROOT = new Shape();
    private final PyDict owner;

    Own(PyDict owner) {
      super(ROOT);
      this.owner = owner;
    }

    @Override
    public PyType type() {
      return owner.type();
    }
  }

  /** The attributes, or null while there are none. */
  public final @Nullable Namespace existingAttributes() {
    return own;
  }

  /** The attributes. */
  public final Namespace attributes() {
    Own known = own;
    if (known == null) {
      known = new Own(this);
      own = known;
    }
    return known;
  }

  /** Copies the attributes of another one. */
  protected final void copyAttributes(AttributedDict original, UnaryOperator<Object> copy) {
    Namespace theirs = original.own;
    if (theirs != null) {
      for (String name : theirs.ownNames()) {
        Object value = theirs.own(name);
        if (value != null) {
          attributes().setOwn(name, copy.apply(value));
        }
      }
    }
  }
}
