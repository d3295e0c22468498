from gevent import monkey; monkey.patch_all()
import gevent, time, threading, socket, queue
print(monkey.is_module_patched('socket'), monkey.is_module_patched('threading'), monkey.is_module_patched('json'), monkey.is_object_patched('threading','Thread'), monkey.is_object_patched('time','sleep'))
print(time.sleep is gevent.sleep, socket.socket is gevent.socket.socket if hasattr(gevent,'socket') else 1)
def f(n):
    time.sleep(0.06*n); print('thread', n, threading.current_thread().name)
ts=[threading.Thread(target=f,args=(i,)) for i in range(3)]
[t.start() for t in ts]; [t.join() for t in ts]; print([t.is_alive() for t in ts])
print(threading.current_thread().name, threading.main_thread() is threading.current_thread())
l=threading.RLock()
def g():
    with l: print('g has lock', l)if 0 else print('g has lock')
with l:
    t=threading.Thread(target=g); t.start(); time.sleep(0.01); print('main has lock')
t.join()
q=queue.Queue()
def prod():
    for i in range(3): q.put(i); time.sleep(0)
threading.Thread(target=prod).start()
print([q.get() for i in range(3)])
c=threading.Condition(); ready=[]
def cons():
    with c:
        while not ready: c.wait()
        print('cons', ready)
t=threading.Thread(target=cons); t.start(); time.sleep(0.01)
with c: ready.append(1); c.notify()
t.join()
def bad(): 1/0
threading.excepthook = lambda a: print(a.exc_type, a.thread.name)
t=threading.Thread(target=bad); t.start(); t.join()
