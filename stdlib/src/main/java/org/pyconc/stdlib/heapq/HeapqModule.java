package org.pyconc.stdlib.heapq;

import org.pyconc.errors.Errors;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Sorting;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.NativeModule;

/**
 * Priority queues in lists.
 *
 * @see <a href="https://docs.python.org/3.11/library/heapq.html">heapq</a>
 */
public final class HeapqModule implements NativeModule {
  @Override
  public String name() {
    return "heapq";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.function(
        "heappush(heap, item, /)",
        "Push item onto heap, maintaining the heap invariant.",
        (heap, item) -> {
          push(list("heappush", heap), item);
          return PySingleton.NONE;
        });
    b.function(
        "heappop(heap, /)",
        "Pop the smallest item off the heap, maintaining the heap invariant.",
        heap -> pop(list("heappop", heap)));
    b.function(
        "heapify(heap, /)",
        "Transform list into a heap, in-place, in O(len(heap)) time.",
        heap -> {
          PyList list = list("heapify", heap);
          for (int i = list.size() / 2 - 1; i >= 0; i--) {
            siftUp(list, i);
          }
          return PySingleton.NONE;
        });
    b.function(
        "heapreplace(heap, item, /)",
        "Pop and return the current smallest value, and add the new item.",
        (heap, item) -> {
          PyList list = list("heapreplace", heap);
          if (list.size() == 0) {
            throw Errors.indexError("index out of range");
          }
          return replace(list, item);
        });
    b.function(
        "heappushpop(heap, item, /)",
        "Push item on the heap, then pop and return the smallest item from the heap.",
        (heap, item) -> {
          PyList list = list("heappushpop", heap);
          return list.size() > 0 && Comparison.less(list.get(0), item) ? replace(list, item) : item;
        });
    b.function(
        "nsmallest(n, iterable, key=None)",
        "Find the n smallest elements in a dataset.",
        (n, iterable, key) -> first(n, iterable, key, false));
    b.function(
        "nlargest(n, iterable, key=None)",
        "Find the n largest elements in a dataset.",
        (n, iterable, key) -> first(n, iterable, key, true));
    b.functionN(
        "merge(*iterables, key=None, reverse=False)",
        "Merge multiple sorted inputs into a single sorted output.",
        bound -> new MergeIterator(((PyTuple) bound[2]).items(), bound[0], Truth.isTrue(bound[1])));
  }

  private static PyList list(String function, Object heap) {
    if (PyPayloadInstance.unwrap(heap) instanceof PyList list) {
      return list;
    }
    String argument = function.startsWith("heappush") || function.equals("heapreplace") ? " 1" : "";
    throw Errors.typeError(
        function + "() argument" + argument + " must be list, not " + PyType.of(heap).name());
  }

  /** Adds an item to a heap. */
  public static void push(PyList heap, Object item) {
    heap.append(item);
    siftDown(heap, 0, heap.size() - 1);
  }

  /** Takes the smallest item out of a heap. */
  public static Object pop(PyList heap) {
    if (heap.size() == 0) {
      throw Errors.indexError("index out of range");
    }
    Object last = heap.remove(heap.size() - 1);
    return heap.size() == 0 ? last : replace(heap, last);
  }

  private static Object replace(PyList heap, Object item) {
    if (heap.size() == 0) { // a comparison has emptied it
      throw Errors.indexError("index out of range");
    }
    Object smallest = heap.get(0);
    heap.set(0, item);
    siftUp(heap, 0);
    return smallest;
  }

  /** Moves the item at a place towards the root until its parent is not greater. */
  private static void siftDown(PyList heap, int start, int place) {
    Object item = heap.get(place);
    int at = place;
    int size = heap.size();
    while (at > start) {
      int parent = (at - 1) >> 1;
      Object above = heap.get(parent);
      boolean less = Comparison.less(item, above);
      if (heap.size() != size) {
        throw Errors.runtimeError("list changed size during iteration");
      }
      if (!less) {
        break;
      }
      heap.set(at, above);
      heap.set(parent, item);
      at = parent;
    }
  }

  /** Moves the item at a place down to a leaf along the smaller children, then up again. */
  private static void siftUp(PyList heap, int place) {
    int size = heap.size();
    int at = place;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size) {
        boolean less = Comparison.less(heap.get(child), heap.get(child + 1));
        if (heap.size() != size) {
          throw Errors.runtimeError("list changed size during iteration");
        }
        child = less ? child : child + 1;
      }
      Object swap = heap.get(at);
      heap.set(at, heap.get(child));
      heap.set(child, swap);
      at = child;
    }
    siftDown(heap, place, at);
  }

  private static Object first(Object n, Object iterable, Object key, boolean largest) {
    Object[] values = Iteration.toArray(iterable);
    Sorting.sort(values, key, largest);
    int count = (int) Math.max(0, Math.min(values.length, Items.toLong(n)));
    Object[] result = new Object[count];
    System.arraycopy(values, 0, result, 0, count);
    return PyList.of(result);
  }

  /** The key of a value for comparisons. */
  static Object key(Object function, Object value) {
    return function == PySingleton.NONE ? value : Calls.call1(function, value);
  }
}
