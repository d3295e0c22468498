package org.pyconc.embedding.files;

import com.oracle.truffle.api.TruffleFile;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileStoreAttributeView;
import org.jspecify.annotations.Nullable;

/** How much room there is. */
final class ContextStore extends FileStore {
  private final TruffleFile.FileStoreInfo info;

  ContextStore(TruffleFile.FileStoreInfo info) {
    this.info = info;
  }

  @Override
  public String name() {
    return "context";
  }

  @Override
  public String type() {
    return "context";
  }

  @Override
  public boolean isReadOnly() {
    try {
      return info.isReadOnly();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public long getTotalSpace() throws IOException {
    return info.getTotalSpace();
  }

  @Override
  public long getUsableSpace() throws IOException {
    return info.getUsableSpace();
  }

  @Override
  public long getUnallocatedSpace() throws IOException {
    return info.getUnallocatedSpace();
  }

  @Override
  public boolean supportsFileAttributeView(Class<? extends FileAttributeView> type) {
    return false;
  }

  @Override
  public boolean supportsFileAttributeView(String name) {
    return false;
  }

  @Override
  public <V extends FileStoreAttributeView> @Nullable V getFileStoreAttributeView(Class<V> type) {
    return null;
  }

  @Override
  public Object getAttribute(String attribute) {
    throw new UnsupportedOperationException();
  }
}
