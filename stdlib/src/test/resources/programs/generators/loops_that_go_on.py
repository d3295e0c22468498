# Loops in generators: with continue, break, else, nested, in try statements.
import itertools
def a(n):
    for i in range(n):
        if i%3==0: continue
        x = yield i
        if x: yield ('got',x)
    return 'end'
def b(n):
    i=0
    while True:
        i+=1
        if i>n: break
        for j in range(i):
            if j%2: continue
            try:
                r = yield (i,j)
                if r=='boom': raise ValueError(j)
            except ValueError as e:
                yield ('exc',str(e))
            finally:
                yield ('fin',j)
        else:
            yield 'else'
    yield from a(5)
def c(n):
    while n:
        n-=1
        try:
            y = yield n
        except KeyError:
            continue
        if y=='stop': break
    else:
        yield 'done'
def d(it):
    for x in it:
        for y in it2(x):
            if y==2: break
            yield x,y
        while y<5:
            y+=1
            if y==4: yield 'four'
def it2(x):
    for k in range(x): yield k
def e():
    with open('/dev/null') as f:
        for i in range(3):
            for j in range(3):
                if i==j: continue
                yield i,j,f.closed
def f():
    k = 0
    while True:
        v = yield k
        if v is None: continue
        k += v
def g(n):
    return ((i,j,k) for i in range(n) for j in range(i) if (i+j)%2 for k in range(2) if k or j)
def rec(n):
    if n==0: yield ()
    else:
        for i in range(n):
            if i==n//2: continue
            for r in rec(n-1):
                yield (i,)+r
def go():
    print(list(a(8)))
    g1=a(6); print(next(g1), g1.send('q'), next(g1), next(g1,None), next(g1,None), next(g1,None))
    gb=b(4); out=[]
    v=None
    for s in range(60):
        try: v=gb.send('boom' if s%5==4 else None)
        except StopIteration as ex: out.append(('stop',ex.value)); break
        out.append(v)
    print(out)
    gc=c(5); print(next(gc), gc.throw(KeyError), gc.send(1), list(gc)); gc=c(5); next(gc)
    try: gc.send('stop')
    except StopIteration: print('stopped')
    print(list(d([1,2,3,6])), list(e()), list(g(5)), len(list(rec(4))), list(rec(3)))
    gf=f(); next(gf); print(gf.send(2), gf.send(None), gf.send(5)); gf.close()
    def co():
        for i in range(4):
            if i==2: continue
            await_=yield i
    print(list(co()), list(itertools.chain.from_iterable(it2(k) for k in range(4) if k!=1)))
for k in range(3): go()
