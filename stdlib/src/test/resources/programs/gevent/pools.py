import gevent
from gevent.pool import *

gevent.get_hub().exception_stream = None
p=Pool(2)
def sq(x): gevent.sleep(0.01*(3-x%3)); return x*x
print(p.map(sq,range(6))); print(list(p.imap(sq,range(6)))); print(sorted(p.imap_unordered(sq,range(6))))
print(p.apply(sq,(5,)), p.apply_async(sq,(6,)).get(), p.free_count(), p.full(), len(p))
p.apply_async(sq,(7,),callback=lambda r: print('cb',r)).join(); gevent.sleep(0.01)
try: p.map(lambda x:1/x,[1,0])
except ZeroDivisionError as e: print(e)
try: list(p.imap(lambda x:1/x,[1,0]))
except ZeroDivisionError as e: print(e)
G=Group(); 
for i in range(3): G.spawn(gevent.sleep, 5)
print(len(G), G.join(timeout=0.01)); G.kill(); print(len(G), G.join())
for i in range(5): p.spawn(sq,i)
print(p.join(), p.wait_available())
