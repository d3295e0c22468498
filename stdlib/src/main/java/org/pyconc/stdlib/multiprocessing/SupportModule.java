package org.pyconc.stdlib.multiprocessing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.kernel.Task;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.NativeModule;
import org.pyconc.stdlib.support.Garbage;
import org.pyconc.transfer.Sharing;

/** What the parts of {@code multiprocessing} that are written in the language need. */
public final class SupportModule implements NativeModule {
  @Override
  public String name() {
    return "_multiprocessing";
  }

  @Override
  public void define(ModuleBuilder b) {
    ProcessTable.current();
    b.type(ProxyTypes.BASE_PROXY);
    b.type(ProxyTypes.DICT_PROXY);
    b.type(ProxyTypes.LIST_PROXY);
    b.type(ProxyTypes.REMOTE_ERROR);
    b.type(PoolTypes.POOL);
    b.type(PoolTypes.THREAD_POOL);
    b.type(PoolTypes.APPLY_RESULT);
    b.type(PoolTypes.MAP_RESULT);
    b.type(PoolTypes.IMAP);
    b.type(PoolTypes.IMAP_UNORDERED);
    b.type(PoolTypes.REMOTE_TRACEBACK);
    b.type(PoolTypes.MAYBE_ENCODING_ERROR);
    b.type(ConnectionType.BASE);
    b.type(ConnectionType.CONNECTION);
    b.function(
        "log_with(function)", "Has a function told what the library does.", ProcessHooks::setLog);
    b.function(
        "finalize_with(function)",
        "Has a function called when this process ends.",
        ProcessHooks::setFinalizers);
    b.function(
        "after_fork(function)",
        "Has a function called in children.",
        ProcessHooks::registerOfLibrary);
    b.function(
        "end_children()",
        "Ends the daemons of this process and waits for its other children.",
        () -> {
          Bootstrap.endChildren(ProcessTable.current());
          return PySingleton.NONE;
        });
    b.function("create_segment(name, size)", "A view of new memory.", Segments::create);
    b.function("attach_segment(name)", "A view of shared memory.", Segments::attach);
    b.function("unlink_segment(name)", "Forgets shared memory.", Segments::unlink);
    Structures.define(b);
    b.function("float_to_bytes(number)", "Eight bytes.", SupportModule::bytesOf);
    b.function("float_from_bytes(bytes)", "The float of eight bytes.", SupportModule::numberOf);
    b.function(
        "wait(object_list, timeout=None)",
        "Those of the objects that are ready.",
        ObjectWait::await);
    b.function(
        "link(address)",
        "A new way to the process of a manager.",
        address -> new ManagerLink(Text.java(address)));
    b.function(
        "remote_link(address, authkey)",
        "A way to a manager of another program.",
        (address, key) -> {
          if (!Sharing.isShared(address)
              || !(PyPayloadInstance.unwrap(key) instanceof PyBytes bytes)) {
            throw Errors.typeError("an address and bytes are needed");
          }
          return new ManagerLink(address, bytes);
        });
    b.function(
        "spawn(name, target, args)",
        "Starts a process of the library's own, which ends with its parent.",
        SupportModule::spawn);
    b.function(
        "end_with(object, process)",
        "Ends a process of the library's own when nobody refers to the object any more.",
        (object, process) -> {
          KernelProcess child = ((ProcessObject) process).process;
          if (child != null) {
            Garbage.watch(object, () -> child.terminate(KernelProcess.SIGTERM));
          }
          return PySingleton.NONE;
        });
    b.function(
        "service(flag)",
        "Whether the running thread may wait for ever.",
        flag -> {
          Task.require().setService(Truth.isTrue(flag));
          return PySingleton.NONE;
        });
  }

  private static Object bytesOf(Object number) {
    byte[] bytes = new byte[Double.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putDouble((Double) number);
    return new PyBytes(bytes);
  }

  private static Object numberOf(Object bytes) {
    byte[] all = Buffers.bytes(bytes);
    if (all.length != Double.BYTES) {
      throw Errors.valueError("a float has 8 bytes, not " + all.length);
    }
    return ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).getDouble();
  }

  private static Object spawn(Object nameStart, Object target, Object arguments) {
    ProcessTable table = ProcessTable.current();
    ProcessObject process = ProcessTypes.helper(Text.java(nameStart), target);
    process.isDaemon = false; // it may have children
    process.endsWithParent = true;
    process.arguments = (PyTuple) arguments;
    ProcessTypes.launch(process, table, true, new Bootstrap(table.defaultKey));
    return process;
  }
}
