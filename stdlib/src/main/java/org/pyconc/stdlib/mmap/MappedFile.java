package org.pyconc.stdlib.mmap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BufferSource;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyType;
import org.pyconc.operations.PatternMatching;
import org.pyconc.runtime.Descriptors;
import org.pyconc.runtime.HostErrors;
import org.pyconc.stdlib.io.DirtyFiles;
import org.pyconc.stdlib.io.HostFile;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/**
 * {@code mmap.mmap}: a file, or memory without a file, as bytes. Processes that got it from another
 * one see the same bytes, and have a position of their own.
 */
final class MappedFile extends PyInstance implements BufferSource, Transferable {
  static final PyType TYPE =
      new PyType(
              "mmap.mmap",
              BuiltinTypes.OBJECT,
              true,
              MappedFile::new,
              b -> {
                MappingMethods.define(b);
                MappingItems.define(b);
              })
          .withPatternKind(PatternMatching.SEQUENCE);

  /** Offsets in a file are multiples of this. */
  static final int PAGE = 4096;

  private static final int NO_MEMORY = 12;

  static final int DEFAULT = 0;
  static final int READ = 1;
  static final int WRITE = 2;
  static final int COPY = 3;

  /** What is mapped, or null if it was closed. */
  private @Nullable ByteBuffer memory;

  /** The file behind it, which may have been closed; null for memory without a file. */
  private @Nullable HostFile file;

  private int access;
  private long offset;
  private int position;

  MappedFile(PyType type) {
    super(type);
  }

  /** Maps a file, or new memory for descriptor -1. */
  void open(int descriptor, long length, int access, boolean isPrivate, long offset) {
    this.access = access;
    this.offset = offset;
    if (offset % PAGE != 0) {
      throw HostErrors.of(HostErrors.INVALID);
    }
    if (descriptor == -1) {
      if (length == 0) {
        throw HostErrors.of(HostErrors.INVALID);
      }
      memory = ByteBuffer.allocateDirect(whole(length));
      return;
    }
    DirtyFiles.flushAll();
    if (!(Descriptors.current().find(descriptor) instanceof HostFile found) || !found.isRegular()) {
      throw HostErrors.of(
          Descriptors.current().find(descriptor) == null
              ? HostErrors.BAD_DESCRIPTOR
              : HostErrors.INVALID);
    }
    try {
      long size = found.channel().size();
      if (length == 0) {
        if (size == 0) {
          throw Errors.valueError("cannot mmap an empty file");
        }
        if (offset >= size) {
          throw Errors.valueError("mmap offset is greater than file size");
        }
        length = size - offset;
      } else if (offset > size || size - offset < length) {
        throw Errors.valueError("mmap length is greater than file size");
      }
      file = found;
      memory = map(found.channel(), isPrivate, whole(length));
    } catch (NonReadableChannelException | NonWritableChannelException e) {
      throw HostErrors.of(HostErrors.PERMISSION_DENIED);
    } catch (IOException e) {
      throw HostErrors.of(e, null);
    }
  }

  private MappedByteBuffer map(FileChannel channel, boolean isPrivate, int length)
      throws IOException {
    FileChannel.MapMode mode =
        access == READ
            ? FileChannel.MapMode.READ_ONLY
            : access == COPY || isPrivate
                ? FileChannel.MapMode.PRIVATE
                : FileChannel.MapMode.READ_WRITE;
    return channel.map(mode, offset, length);
  }

  private static int whole(long length) {
    if (length > Integer.MAX_VALUE - 16) {
      throw HostErrors.of(NO_MEMORY);
    }
    return (int) length;
  }

  boolean isClosed() {
    return memory == null;
  }

  void close() {
    memory = null;
    file = null;
  }

  ByteBuffer memory() {
    ByteBuffer open = memory;
    if (open == null) {
      throw Errors.valueError("mmap closed or invalid");
    }
    return open;
  }

  /** The bytes to be changed. */
  ByteBuffer writable() {
    ByteBuffer open = memory();
    if (access == READ) {
      throw Errors.typeError("mmap can't modify a readonly memory map.");
    }
    return open;
  }

  int length() {
    return memory().capacity();
  }

  int access() {
    return access;
  }

  long offset() {
    return offset;
  }

  int position() {
    return position;
  }

  void setPosition(int position) {
    this.position = position;
  }

  byte[] bytes(int from, int to) {
    byte[] bytes = new byte[Math.max(0, to - from)];
    memory().get(from, bytes);
    return bytes;
  }

  /** The file's size in bytes. */
  long fileSize() {
    memory();
    HostFile known = file;
    if (known == null) {
      throw HostErrors.of(HostErrors.BAD_DESCRIPTOR);
    }
    try {
      return known.channel().isOpen() ? known.channel().size() : Files.size(known.path());
    } catch (IOException e) {
      throw HostErrors.of(e, null);
    }
  }

  void flush(int from, int size) {
    if (memory() instanceof MappedByteBuffer mapped && access != READ && access != COPY) {
      mapped.force(from, size);
    }
  }

  void resize(long size) {
    ByteBuffer old = memory();
    if (access == READ || access == COPY) {
      throw Errors.typeError("mmap can't resize a readonly or copy-on-write memory map.");
    }
    if (size <= 0) {
      throw HostErrors.of(HostErrors.INVALID);
    }
    HostFile known = file;
    if (known == null) {
      ByteBuffer made = ByteBuffer.allocateDirect(whole(size));
      made.put(0, old, 0, Math.min(old.capacity(), made.capacity()));
      memory = made;
      return;
    }
    // A handle of its own: the program may have closed the file.
    try (FileChannel channel =
        FileChannel.open(known.path(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      if (channel.size() > offset + size) {
        channel.truncate(offset + size);
      } else if (channel.size() < offset + size) {
        channel.write(ByteBuffer.wrap(new byte[1]), offset + size - 1);
      }
      memory = map(channel, false, whole(size));
    } catch (IOException e) {
      throw HostErrors.of(e, null);
    }
  }

  @Override
  public byte[] buffer() {
    return bytes(0, length());
  }

  @Override
  public int bufferSize() {
    return length();
  }

  @Override
  public String itemFormat() {
    return "B";
  }

  @Override
  public int itemSize() {
    return 1;
  }

  /** A view shows a copy. */
  @Override
  public boolean isReadOnly() {
    return true;
  }

  @Override
  public Object copy(Copier copier) {
    MappedFile copy = new MappedFile(copier.copyType(type()));
    copy.memory = memory;
    copy.file = file;
    copy.access = access;
    copy.offset = offset;
    copy.position = position;
    return copy;
  }
}
