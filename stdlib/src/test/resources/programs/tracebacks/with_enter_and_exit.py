import sys
import traceback
FILE = sys._getframe().f_code.co_filename
class E:
    def __enter__(self): raise ValueError('enter')
    def __exit__(self, *a): pass
class X:
    def __enter__(self): pass
    def __exit__(self, *a): raise ValueError('exit')
class N:
    def __enter__(self): pass
    def __exit__(self, *a): pass
def a():
    with 5 as x:
        pass
def b():
    with N() as n, E() as e:
        pass
def c():
    with N(), X() as x:
        pass
def d():
    with X() as x: pass
def e():
    with X() as x:
        1/0
def f():
    with (N() as n,
          X() as x):
        pass
def g():
    with X() as x: return 3
def h():
    with N() as (p, q):
        pass
for fn in (a,b,c,d,e,f,g,h):
    try: fn()
    except Exception: print(traceback.format_exc().replace(FILE, "FILE"))
import asyncio
class AX:
    async def __aenter__(self): pass
    async def __aexit__(self, *a): raise ValueError('exit')
async def i():
    async with AX() as x:
        pass
async def j():
    async with N() as x:
        pass
for fn in (i,j):
    try: fn().send(None)
    except Exception: print(traceback.format_exc().replace(FILE, "FILE"))
