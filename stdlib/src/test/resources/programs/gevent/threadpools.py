import gevent
gevent.get_hub().exception_stream = None
from gevent.threadpool import ThreadPool
p=ThreadPool(2); print(p.map(lambda x:x*x,range(4)), p.apply(len,('abc',))); 
try: p.spawn(lambda:1/0).get()
except ZeroDivisionError as e: print(e)
p.join(); p.kill()
print(gevent.get_hub().threadpool.apply(sum,([1,2],)))
