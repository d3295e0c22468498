"""Queues and channels: representations, edges, the hub as a user."""
import gevent, sys, re
from gevent import Timeout
gevent.get_hub().exception_stream = None
def clean(text):
    text = re.sub('0x[0-9a-f]+', '0x', text)
    return re.sub(r'gevent\._?\w+\.', 'gevent.', text)
def t(name_, f, *a, **k):
    try:
        print(name_, '->', clean(repr(f(*a, **k))))
    except BaseException as e:
        print(name_, '!', type(e).__name__, clean(str(e)))
from gevent.queue import *
import gevent.queue as gq
for c in (Queue, LifoQueue, PriorityQueue, JoinableQueue, Channel):
    q = c(); t(c.__name__, lambda: q); t('str', lambda: str(q))
    t('empty', q.empty); t('qsize', q.qsize); t('full', lambda: q.full()); t('get nb', q.get, block=False); t('nowait', q.get_nowait); t('to', q.get, timeout=0.001)
    if c is not Channel:
        q.put(1); q.put(2); t('peek', lambda: q.peek()); t('repr', lambda: q); t('len', lambda: len(q)); t('bool', lambda: bool(q)); t('get', q.get); t('get', q.get)
q = Queue(2); q.put(1); q.put(2); t('full', q.full); t('put nb', q.put, 3, block=False); t('put_nowait', q.put_nowait, 3); t('put to', q.put, 3, timeout=0.001); t('repr', lambda: q); t('maxs', lambda: q.maxsize)
def s(): q.maxsize = 5
t('set', s); t('put', q.put, 3); t('copy', q.copy)
t('Queue(None)', lambda: Queue(None)); t('Queue(-1)', lambda: Queue(-1)); t('items', lambda: Queue(items=[1,2,3]).qsize()); t('items2', lambda: Queue(2, [1,2,3]).full())
q = Queue(); gevent.spawn(lambda: [q.put(x) for x in (1, 2, StopIteration)]); t('iter', lambda: list(q))
q = Queue(1)
def prod():
    for i in range(4): q.put(i); print('put', i)
gevent.spawn(prod); gevent.sleep(0.01); t('repr', lambda: q); t('gets', lambda: [q.get() for i in range(4)]); gevent.sleep(0)
g = gevent.spawn(q.get); gevent.sleep(0); t('repr', lambda: q); q.put(9); t('g', g.get)
p = PriorityQueue(); [p.put(x) for x in (3, 1, 2)]; t('prio', lambda: [p.get() for i in range(3)]); t('prio items', lambda: [PriorityQueue(items=[3,1,2]).get()])
l = LifoQueue(); [l.put(x) for x in (3, 1, 2)]; t('lifo', lambda: [l.get() for i in range(3)]); l.put(1); l.put(2); t('peek', l.peek)
j = JoinableQueue(); j.put(1); j.put(2); t('unf', lambda: j.unfinished_tasks); t('join to', j.join, 0.001); j.get(); j.task_done(); j.task_done(); t('td', j.task_done); t('join', j.join); t('unf', lambda: JoinableQueue(unfinished_tasks=3).unfinished_tasks); t('jq', lambda: JoinableQueue(items=[1,2]).unfinished_tasks); t('repr', lambda: j)
t('jq neg', lambda: JoinableQueue(unfinished_tasks=-1))
c = Channel(); t('full', c.full); t('put nb', c.put_nowait, 1); t('put to', c.put, 1, timeout=0.001)
g = gevent.spawn(c.put, 5); gevent.sleep(0); t('repr', lambda: c); t('bal', lambda: c.balance); t('get', c.get); 
g = gevent.spawn(c.get); gevent.sleep(0); t('repr', lambda: c); t('bal', lambda: c.balance); t('put', c.put, 6); t('g', g.get)
gevent.spawn(lambda: [c.put(x) for x in (1, 2, StopIteration)]); t('iter', lambda: list(c))
t('Channel arg', lambda: Channel(2)); t('Channel(1)', lambda: Channel(1))
t('peek to', Queue().peek, timeout=0.001); t('peek nb', Queue().peek_nowait)
q = Queue(); g = gevent.spawn(q.peek); gevent.sleep(0); q.put(4); t('peek', g.get); t('size', q.qsize)
# hub
def in_hub():
    try: q2.get(block=False); print('hub got')
    except Empty: print('hub empty')
    try: q2.put(1, block=False); print('hub put')
    except Full: print('hub full')
    try: q2.put(1); print('hub put')
    except BaseException as e: print(type(e).__name__, e)
    try: Queue().get()
    except BaseException as e: print(type(e).__name__, e)
q2 = Queue(1); gevent.get_hub().loop.run_callback(in_hub); gevent.sleep(0.01)
t('exc', lambda: (gq.Empty.__module__, gq.Full.__module__)); t('hash', lambda: hash(Queue()) is not None)
t('eq', lambda: Queue() == Queue())
t('UnboundQueue', lambda: gq.UnboundQueue())
