package org.pyconc.kernel;

import java.util.ArrayList;
import java.util.List;

/** Waits of tasks for what is {@link Pollable}. */
public final class Polling {
  private Polling() {}

  /** One thing of several to wait for. */
  public interface Interest {
    Pollable target();

    /** Operations, as in {@link Pollable#READ}. */
    int wanted();
  }

  /**
   * Waits until one of the wanted operations may be tried again. A wake-up is a hint.
   *
   * @return false if the deadline came first
   */
  public static boolean await(Pollable target, int wanted, long deadline) {
    if (Deadline.isPast(deadline)) {
      return target.ready(wanted) != 0;
    }
    Kernel kernel = Task.require().process().kernel();
    ExternalSource outside = kernel.openExternalSource();
    try {
      target.arm(wanted);
      return Task.awaitAny(queues(target, wanted), () -> target.hasFired(wanted), deadline);
    } finally {
      outside.close();
    }
  }

  private static List<WaitQueue> queues(Pollable target, int wanted) {
    List<WaitQueue> queues = new ArrayList<>(2);
    addQueues(queues, target, wanted);
    return queues;
  }

  private static void addQueues(List<WaitQueue> queues, Pollable target, int wanted) {
    if ((wanted & Pollable.READ) != 0) {
      queues.add(target.queue(Pollable.READ));
    }
    if ((wanted & Pollable.WRITE) != 0) {
      queues.add(target.queue(Pollable.WRITE));
    }
  }

  /**
   * Waits until one of several may be ready: who returns looks at all of them again.
   *
   * @return false if the deadline came first
   */
  public static boolean awaitAny(List<? extends Interest> interests, long deadline) {
    Kernel kernel = Task.require().process().kernel();
    ExternalSource outside = kernel.openExternalSource();
    try {
      List<WaitQueue> queues = new ArrayList<>();
      for (Interest each : interests) {
        if (each.wanted() != 0) {
          each.target().arm(each.wanted());
          addQueues(queues, each.target(), each.wanted());
        }
      }
      return Task.awaitAny(queues, () -> anyFired(interests), deadline);
    } finally {
      outside.close();
    }
  }

  private static boolean anyFired(List<? extends Interest> interests) {
    for (Interest each : interests) {
      if (each.wanted() != 0 && each.target().hasFired(each.wanted())) {
        return true;
      }
    }
    return false;
  }
}
