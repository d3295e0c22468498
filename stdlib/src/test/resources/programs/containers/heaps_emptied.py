"""Heaps that a comparison empties."""
import heapq


class Clearing:
    def __init__(self, heap):
        self.heap = heap

    def __lt__(self, other):
        self.heap.clear()
        return True


heap = []
for change in (heapq.heapify, heapq.heappop, lambda h: heapq.heappushpop(h, Clearing(h)),
               lambda h: heapq.heapreplace(h, Clearing(h)),
               lambda h: heapq.heappush(h, Clearing(h))):
    heap[:] = [Clearing(heap) for _ in range(5)]
    try:
        change(heap)
        print('done', len(heap))
    except (IndexError, RuntimeError) as error:
        print(type(error).__name__, error)
