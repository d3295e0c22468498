# Who asks an iterable for its length before it collects the elements.
class A:
    def __len__(self): print('len'); return 3
    def __iter__(self): print('iter'); return iter([1,2,3])
list(A())
tuple(A())
x=[]
x.extend(A())
x += A()
sorted(A())
set(A())
sum(A())
max(A())
[*A()]
(*A(),)
a, b, c = A()
a, *b = A()
list(map(str, A()))
''.join(map(str,A()))
dict.fromkeys(A())
x[:] = A()
list(zip(A()))
list(enumerate(A()))
bytes(A())
frozenset(A())
print(*A())
all(A())
2 in A()
import collections
collections.deque(A())
collections.Counter(A())
import array
array.array('b', A())
bytearray(A())
x[0:1] = A()
class B:
    def __len__(self): print('len'); return 3
    def __iter__(self): print('iter'); yield 1
    def __length_hint__(self): print('hint'); return 4
list(B())
class H:
    def __iter__(self): print('iter'); return self
    def __next__(self): raise StopIteration
    def __length_hint__(self): print('hint'); return 4
list(H())
tuple(H())
[].extend(H())
class E(H):
    def __length_hint__(self): raise RuntimeError('bad')
for f in list, tuple, [].extend, bytes, sorted:
    try: f(E()); print('ok')
    except RuntimeError as e: print(f.__name__, e)
class E(H):
    def __length_hint__(self): return 'x'
for f in list, tuple, [].extend:
    try: f(E()); print('ok')
    except Exception as e: print(f.__name__, repr(e))
class E(H):
    def __length_hint__(self): return -1
for f in list, tuple, [].extend:
    try: f(E()); print('ok')
    except Exception as e: print(f.__name__, repr(e))

