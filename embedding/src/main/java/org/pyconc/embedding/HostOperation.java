package org.pyconc.embedding;

/** Something that only a thread of the host can do, which is inside the context. */
@FunctionalInterface
interface HostOperation {
  Object perform() throws Exception;
}
