import gevent
from gevent.local import local

gevent.get_hub().exception_stream = None
d=local(); d.x=1
def setx(): d.x=2; print(d.x, d.__dict__)
gevent.spawn(setx).join(); print(d.x)
class L(local):
    y=7
    def __init__(self,a): self.a=a; print('init',a)
l=L(3); l.a=4
gevent.spawn(lambda: print(l.a,l.y)).join(); print(l.a)
try: gevent.spawn(lambda: d.x).get()
except AttributeError as e: print('no x')
