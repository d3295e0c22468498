import gevent
from gevent.queue import *

gevent.get_hub().exception_stream = None
q=Queue()
def prod():
    for i in range(3): print('put',i); q.put(i); gevent.sleep(0)
    q.put(StopIteration)
def cons(): 
    for x in q: print('got',x)
gevent.joinall([gevent.spawn(cons),gevent.spawn(prod)])
q=Queue(1); q.put(1)
for f in (lambda:q.put(2,block=False), lambda: q.put(2,timeout=0.01), q.put_nowait.__call__ and (lambda:q.put_nowait(1))):
    try: f()
    except Full as e: print('full', repr(e))
print(q, q.full(), q.empty(), q.qsize(), len(q), q.maxsize, q.peek())
print(q.get())
for f in (q.get_nowait, lambda: q.get(timeout=0.01), lambda:q.get(False)):
    try: f()
    except Empty as e: print('empty', repr(e))
g=gevent.spawn(q.get); gevent.sleep(0); print(q); q.put('x'); print(g.get())
p=PriorityQueue(items=[3,1,2]); print([p.get() for i in range(3)])
l=LifoQueue(items=[3,1,2]); print([l.get() for i in range(3)])
j=JoinableQueue()
def worker():
    while True:
        x=j.get(); gevent.sleep(0.001); print('done',x); j.task_done()
for i in range(2): gevent.spawn(worker)
for i in range(4): j.put(i)
print(j.join(), j.unfinished_tasks)
try: j.task_done()
except ValueError as e: print(e)
c=Channel()
def cp():
    for i in range(3): c.put(i); print('put',i)
gevent.spawn(cp)
for i in range(3): print('chan', c.get())
gevent.sleep(0)
