package org.pyconc.stdlib.gevent;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.Pollable;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Items;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.Descriptors;
import org.pyconc.runtime.NativeModule;
import org.pyconc.stdlib.greenlet.PyGreenlet;
import org.pyconc.stdlib.socket.SocketWaits;

/**
 * The native part of the package {@code gevent}.
 *
 * @see <a href="https://www.gevent.org/api/index.html">gevent</a>
 */
public final class GeventCoreModule implements NativeModule {
  @Override
  public String name() {
    return "gevent._core";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.type(GeventTypes.HUB);
    b.type(GeventTypes.GREENLET);
    b.type(GeventTypes.LOOP);
    b.type(GeventTypes.CALLBACK);
    b.type(GeventTypes.TIMER);
    b.type(GeventTypes.ASYNC);
    b.type(GeventTypes.IO);
    b.type(GeventTypes.PREPARE);
    b.type(GeventTypes.CHECK);
    b.type(GeventTypes.FORK);
    b.type(GreenletLocal.TYPE);
    GreenletLocal.functions(b);
    b.type(GeventTypes.BLOCKING_SWITCH_OUT);
    b.type(GeventTypes.CONCURRENT_USE);
    b.function("get_hub()", "The hub of the running thread.", PyHub::ofThread);
    b.function(
        "get_hub_if_exists()",
        "The hub of the running thread, or None.",
        () -> PySingleton.orNone(PyHub.existing()));
    b.function(
        "known_greenlets(hub, /)",
        "The greenlets that wait for sockets, for a time, or for their turn.",
        hub -> PyList.of(((PyHub) hub).knownGreenlets().toArray()));
    b.function(
        "timestamp()",
        "The time in UTC, to the second.",
        () -> Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    b.constant(
        "cooperate",
        NativeFunction.ofRaw(
            "cooperate(function, /, *args, **kwargs)",
            "Calls the function; other greenlets run while it waits.",
            GeventCoreModule::cooperate));
    b.constant(
        "wait_for_socket",
        SocketWaits.method(
            (users, socket, wanted, deadline) ->
                PyHub.ofThread().awaitSocket(users, socket, wanted, deadline)));
    b.function(
        "cancel_waits(fd, error, directions, /)",
        "Raises the error in the greenlets that wait to read from a socket (1), write to it (2).",
        (descriptor, error, directions) -> {
          PyHub hub = PyHub.existing();
          if (hub != null
              && Descriptors.current().find(Items.toInt(descriptor)) instanceof Pollable target) {
            hub.cancelWaits(target, error, Items.toInt(directions));
          }
          return PySingleton.NONE;
        });
    b.function("set_hub(hub, /)", "Replaces the thread's hub.", GeventCoreModule::setHub);
    b.function(
        "sleep(seconds=0, ref=True)",
        "Lets others run for at least so many seconds.",
        GeventCoreModule::sleep);
  }

  private static Object cooperate(Object[] arguments, String[] keywords) {
    PyHub.ofThread();
    PyGreenlet running = PyGreenlet.current();
    running.cooperative++;
    try {
      return Calls.call(arguments[0], Arrays.copyOfRange(arguments, 1, arguments.length), keywords);
    } finally {
      running.cooperative--;
    }
  }

  private static Object setHub(Object hub) {
    if (hub == PySingleton.NONE) {
      PyHub.replace(null);
    } else if (hub instanceof PyHub h) {
      PyHub.replace(h);
    } else {
      throw Errors.typeError("expected a hub");
    }
    return PySingleton.NONE;
  }

  private static Object sleep(Object seconds, Object ref) {
    double time =
        seconds instanceof Long || seconds instanceof Double
            ? Seconds.of(seconds)
            : Truth.isTrue(Comparison.compare(Comparison.Operator.LE, seconds, 0L))
                ? 0
                : Seconds.of(seconds);
    PyHub hub = PyHub.ofThread();
    if (time <= 0) {
      hub.yieldTurn();
    } else {
      hub.sleep(time, Truth.isTrue(ref));
    }
    return PySingleton.NONE;
  }
}
