package org.pyconc.objects;

import org.jspecify.annotations.Nullable;

/** What a class of a program has in common with its copies in other processes. */
public final class ClassIdentity {
  /** A detached copy from which processes that do not know the class make theirs. */
  private volatile @Nullable PyType sentForm;

  public @Nullable PyType sentForm() {
    return sentForm;
  }

  public void setSentForm(PyType form) {
    sentForm = form;
  }
}
