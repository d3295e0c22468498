# Arrays of every kind: what they take, what they do, what they refuse.
import array, pickle
from array import array as A
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__module__, type(e).__name__, e)
for c in 'bBhHiIlLqQ':
    for v in (1<<70,-(1<<70),1<<63,-1,1<<32,1<<31,-(1<<31)-1,70000,-70000,300,-300,1.5,'x'):
        print(c,v,end=' '); t(lambda: A(c,[v]))
for c in 'fdu':
    for v in (1,1.5,'x','xy',1e300,None): print(c,v,end=' '); t(lambda: A(c,[v]))
for f in (lambda:A(), lambda:A('z'), lambda:A(1), lambda:A('ii'), lambda:A('i',5), lambda: A('i','abc'), lambda:A('u','abc'), lambda:A('i',b'abcd'), lambda:A('i',b'abc'), lambda:A('b',bytearray(b'ab')), lambda:A('i',A('b',[1,2])), lambda:A('f',A('i',[1])), lambda:A('i',range(3)), lambda:A('i',(1,2)), lambda:A('i',x=1), lambda:A('i',[1],2), lambda: A('d',[1,2.5]), lambda:A('f',[0.1])): t(f)
a=A('i',[1,2,3,4]); print(a, a.itemsize,a.typecode,len(a),a[0],a[-1],a[1:3],a[::-1],list(a),2 in a,a.index(3),a.count(1),a==A('h',[1,2,3,4]),a<A('i',[2]),a==[1,2,3,4],a+a,a*2,2*a, bytes(a), memoryview(a).format, memoryview(a).tolist(), memoryview(a)[1])
for f in (lambda:a[9],lambda:a['x'],lambda:a.append('x'),lambda:a.append(1<<40),lambda:a.pop(9),lambda:a.remove(9),lambda:a.index(9),lambda:a+[1],lambda:a+A('b',[1]),lambda:a.extend([1,'x']),lambda:a.extend(5),lambda:a.extend(A('b',[1])),lambda:a.fromlist((1,)),lambda:a.fromlist([1,'x']),lambda:a.frombytes(b'abc'),lambda:a.frombytes(b'abcdefgh'),lambda:a.frombytes('x'),lambda:a.tounicode(),lambda:a.fromunicode('x'),lambda:a.__setitem__(9,1),lambda:a.__setitem__(slice(0,2),[1]),lambda:a.__setitem__(slice(0,2),A('b')),lambda:a.__setitem__(slice(0,4,2),A('i',[1])),lambda:a*'x',lambda:a.insert('x',1),lambda:a.insert(0,'x'),lambda: a.__delitem__(99), lambda: A('i').pop(), lambda: a.byteswap() or a, lambda: a.byteswap() or a, lambda: pickle.loads(pickle.dumps(a)), lambda:a.__reduce_ex__(2), lambda: a.reverse() or a, lambda: a.tolist(), lambda:a.tobytes(), lambda: a.index(1,2,3), lambda: a.index(1,5)): print(a,end=' '); t(f)
a[1:3]=A('i',[7,8,9]); print(a); del a[0]; del a[::2]; print(a); a*=2; a+=A('i',[5]); print(a); a.insert(-1,6); a.insert(100,77); a.insert(-100,-5);print(a, a.pop(), a.pop(0))
import io
b=io.BytesIO(); a.tofile(b); b.seek(0); c=A('i'); c.fromfile(b,2); print(c); t(lambda:c.fromfile(b,100)); print(c)
m=memoryview(a); m[0]=99; print(a); m.release(); a.append(1); print(a, array.typecodes, array.ArrayType is A)
print(A('u','héé'),A('u','héé').tounicode(), A('d'), A('u'), A('f',[1e300]) )
import copy; print(copy.copy(a)==a, copy.deepcopy(a) is a)
class S(A): pass
s=S('i',[1]); s.x=3; print(s, pickle.loads(pickle.dumps(s)).x)
