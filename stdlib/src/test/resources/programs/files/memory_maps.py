"""Files as memory."""
import mmap, os, shutil, tempfile
def t(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as e: print(type(e).__name__, e)
d=tempfile.mkdtemp(); p=os.path.join(d,'f')
open(p,'wb').write(b'hello world\nline two\nthree'*10)
f=open(p,'r+b')
m=mmap.mmap(f.fileno(),0)
print(m, len(m), m[0], m[-1], m[:5], m[::7], m[5:2])
t(lambda: m[1000]); t(lambda: m['a'])
def s(k,v): m[k]=v
t(s,0,72); t(s,0,'a'); t(s,0,256); t(s,1000,1); t(s,slice(0,2),b'HE'); t(s,slice(0,2),b'HEX'); t(s,slice(0,2),'ab'); t(s,slice(0,4,2),b'XY'); t(s,0,b'a')
print(m[:12], m.find(b'line'), m.rfind(b'line'), m.find(b'zz'), m.find(b'l',5), m.find(b'l',5,8), b'line' in m, 72 in m)
print(m.readline(), m.tell(), m.read(3), m.read_byte(), m.seek(-3,2), m.read(), m.read(5), m.readline())
t(m.read_byte); t(m.seek,-1); t(m.seek,10000); t(m.seek,0,9)
m.seek(0); print(m.write(b'abc'), m.tell()); m.write_byte(100); print(m[:6]); t(m.write,b'x'*1000); t(m.write_byte,300); t(m.write,'x')
t(m.flush); t(m.flush,0,10); t(m.flush,5,1); t(m.flush,0,100000)
t(m.move,0,5,3); print(m[:8]); t(m.move,0,0,10000); t(m.move,-1,0,1)
print(m.size()); import re; print(re.search(rb'tw.',m).span())
t(len, [x for x in m][:3]); print(bytes(m)[:4], bytes(memoryview(m))[:4], list(m[:3]))
with m: pass
print(m, m.closed); t(lambda: m[0]); t(len,m); t(m.read); t(m.close); t(m.tell); t(m.size)
r=mmap.mmap(f.fileno(),10,access=mmap.ACCESS_READ); print(r, r[:]); 
def s2(): r[0]=1
t(s2); t(r.write,b'a'); t(r.move,0,1,1); t(r.resize,5); t(r.write_byte,1)
c=mmap.mmap(f.fileno(),10,access=mmap.ACCESS_COPY); c[0:3]=b'ZZZ'; print(c[:], open(p,'rb').read(5)); t(c.resize,5); t(c.flush); print(c)
w=mmap.mmap(f.fileno(),0,access=mmap.ACCESS_WRITE); print(w)
for a,k in [((f.fileno(),-1),{}),((f.fileno(),0),dict(offset=-1)),((f.fileno(),0),dict(offset=5)),((f.fileno(),100000),{}),((f.fileno(),0),dict(access=9)),((f.fileno(),0),dict(access=1,prot=1)),((-1,0),{}),((9999,1),{}),((f.fileno(),0),dict(offset=4096*10)),(('a',1),{}),((f.fileno(),1,0),{})]:
    t(mmap.mmap,*a,**k)
q=mmap.mmap(f.fileno(),0,prot=mmap.PROT_READ); print(q); q2=mmap.mmap(f.fileno(),0,flags=mmap.MAP_PRIVATE); print(q2)
e=os.path.join(d,'e'); open(e,'wb').close(); ef=open(e,'r+b'); t(mmap.mmap, ef.fileno(),0); ef.close()
ro=open(p,'rb'); t(mmap.mmap, ro.fileno(),0); print(mmap.mmap(ro.fileno(),0,access=mmap.ACCESS_READ)[:4])
an=mmap.mmap(-1,20); an.write(b'hi'); print(an[:4], an); t(an.size); an.resize(30); print(len(an), an[:4]); t(an.flush)
w.resize(5); print(len(w), os.path.getsize(p)); w.resize(50); print(len(w), os.path.getsize(p), w[:7])
print(mmap.PAGESIZE, mmap.ALLOCATIONGRANULARITY, mmap.error, issubclass(mmap.mmap, object), mmap.mmap.__name__, mmap.ACCESS_DEFAULT, mmap.MAP_ANONYMOUS, mmap.MAP_ANON)
class Sub(mmap.mmap):
    def __new__(cls,*a,**k): return super().__new__(cls,*a,**k)
x=Sub(-1,5); x.y=1; print(type(x).__name__, len(x), x.y, x.closed)
def d0(): del m2[0]
m2=mmap.mmap(-1,5); t(d0);
print(m2==m2, bool(m2)); t(m2.madvise, mmap.MADV_NORMAL)
print([x for x in m2], list(reversed(m2)) )
import pickle; t(pickle.dumps, m2)
for each in (r, c, w, q, q2): each.close()
f.close(); ro.close(); shutil.rmtree(d)
