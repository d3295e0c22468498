package org.pyconc.embedding.files;

import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/** Sets the times of a file. */
record ContextTimes(ContextFiles files, Path path, LinkOption[] options)
    implements BasicFileAttributeView {
  @Override
  public String name() {
    return "basic";
  }

  @Override
  public BasicFileAttributes readAttributes() throws IOException {
    return files.readAttributes(path, BasicFileAttributes.class, options);
  }

  @Override
  public void setTimes(
      @Nullable FileTime modified, @Nullable FileTime accessed, @Nullable FileTime created)
      throws IOException {
    set("lastModifiedTime", modified);
    set("lastAccessTime", accessed);
    set("creationTime", created);
  }

  private void set(String name, @Nullable FileTime time) throws IOException {
    if (time != null) {
      files.setAttribute(path, name, time, options);
    }
  }
}
