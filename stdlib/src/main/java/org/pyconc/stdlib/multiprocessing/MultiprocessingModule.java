package org.pyconc.stdlib.multiprocessing;

import org.pyconc.kernel.KernelProcess;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.ModuleLoader;
import org.pyconc.runtime.NativeModule;
import org.pyconc.runtime.ProcessState;

/**
 * Processes, and what they communicate with.
 *
 * @see <a href="https://docs.python.org/3.11/library/multiprocessing.html">multiprocessing</a>
 */
public final class MultiprocessingModule implements NativeModule {
  @Override
  public String name() {
    return "multiprocessing";
  }

  @Override
  public void define(ModuleBuilder b) {
    ProcessTable.current();
    b.constant("__path__", new PyList());
    b.type(ProcessTypes.PROCESS);
    b.type(ProcessErrors.PROCESS_ERROR);
    b.type(ProcessErrors.BUFFER_TOO_SHORT);
    b.type(ProcessErrors.TIMEOUT_ERROR);
    b.type(ProcessErrors.AUTHENTICATION_ERROR);
    defineCommunication(b);
    b.function("current_process()", "The running process.", () -> ProcessTable.current().self);
    b.function("parent_process()", "The parent, None in the main process.", ParentProcess::get);
    b.function(
        "active_children()",
        "The children that run.",
        () -> PyList.of(ProcessTable.current().active().toArray()));
    b.function(
        "cpu_count()",
        "The number of processors.",
        () -> (long) Runtime.getRuntime().availableProcessors());
    b.function("freeze_support()", "Does nothing.", () -> PySingleton.NONE);
  }

  private static void defineCommunication(ModuleBuilder b) {
    b.function("Queue(maxsize=0)", "A queue between processes.", QueueTypes::newQueue);
    b.function(
        "JoinableQueue(maxsize=0)",
        "A queue that can be waited for until all items are done.",
        QueueTypes::newJoinableQueue);
    b.function("SimpleQueue()", "A queue with few methods.", QueueTypes::newSimpleQueue);
    b.function(
        "Pipe(duplex=True)",
        "Two connections to the two ends of a pipe.",
        duplex -> ConnectionObject.newPipe(process(), Truth.isTrue(duplex)));
    b.function("Lock()", "A lock.", LockTypes::newLock);
    b.function("RLock()", "A lock that its owner can take again.", LockTypes::newRecursiveLock);
    b.function("Semaphore(value=1)", "A semaphore.", LockTypes::newSemaphore);
    b.function(
        "BoundedSemaphore(value=1)",
        "A semaphore that cannot have more units than at first.",
        LockTypes::newBoundedSemaphore);
    b.function("Event()", "A flag to wait for.", SynchronizeTypes::newEvent);
    b.function("Condition(lock=None)", "A condition to wait for.", SynchronizeTypes::newCondition);
    b.function(
        "Barrier(parties, action=None, timeout=None)",
        "Lets processes go on when enough have come.",
        SynchronizeTypes::newBarrier);
    b.function(
        "Pool(processes=None, initializer=None, initargs=(), maxtasksperchild=None)",
        "A pool of processes.",
        PoolTypes::newPool);
    b.function("Manager()", "Keeps objects for all processes.", MultiprocessingModule::newManager);
  }

  private static Object newManager() {
    Object module = ModuleLoader.current().importModule("multiprocessing.managers", true);
    Object manager = Calls.call0(Attributes.load(module, "SyncManager"));
    Calls.method(manager, "start");
    return manager;
  }

  private static KernelProcess process() {
    return ProcessState.current().process();
  }
}
