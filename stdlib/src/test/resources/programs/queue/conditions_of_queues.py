"""The conditions of a queue: a join with a time limit, and waits for items and room."""

import queue
import threading
import time


class NotFinished(Exception):
    pass


class TimedQueue(queue.Queue):
    def join_within(self, seconds):
        end = time.monotonic() + seconds
        with self.all_tasks_done:
            while self.unfinished_tasks:
                left = end - time.monotonic()
                if left <= 0:
                    raise NotFinished(self.unfinished_tasks)
                self.all_tasks_done.wait(left)


for kind in (TimedQueue, queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    q = kind(2)
    print(kind.__name__, type(q.not_empty).__name__, q.not_empty is q.not_empty)
    try:
        q.not_full.notify()
    except RuntimeError as e:
        print(e)
    with q.not_empty:
        print(q.mutex.locked(), q.not_empty.wait(0.01))
    print(q.mutex.locked())

q = TimedQueue()
q.put(1)
q.put(2)
try:
    q.join_within(0.01)
except NotFinished as e:
    print('not finished', e)


def work():
    for _ in range(2):
        q.get()
        q.task_done()


worker = threading.Thread(target=work)
worker.start()
q.join_within(20)
print('finished', q.unfinished_tasks)
worker.join()

# ---- waits for items and for room
q = queue.Queue(1)
seen = []


def look():
    with q.not_empty:
        while not q._qsize():
            q.not_empty.wait()
        seen.append('item')


looker = threading.Thread(target=look)
looker.start()
q.put('x')
looker.join()
print(seen)


def look_for_room():
    with q.not_full:
        while q._qsize():
            q.not_full.wait()
        seen.append('room')


looker = threading.Thread(target=look_for_room)
looker.start()
print(q.get())
looker.join()
print(seen)
