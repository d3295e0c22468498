"""Values and arrays in shared memory, contexts and start methods."""
import multiprocessing as mp, ctypes
from multiprocessing import sharedctypes
def t(label,f):
    try:
        parts = repr(f()).split(' at 0x')
        print(label,'->', parts[0] + ''.join(' at 0x..' + part.lstrip('0123456789abcdef') for part in parts[1:]))
    except BaseException as e: print(label,'!!',type(e).__name__,e)
v=mp.Value('i',5); a=mp.Array('i',[1,2,3]); c=mp.Array('c',b'hello'); d=mp.Value('d',1.5)
rv=mp.RawValue('i',3); ra=mp.RawArray('d',3); u=mp.Array('u','abc')
for n,f in [('v',lambda:v),('a',lambda:a),('c',lambda:c),('d',lambda:d),('rv',lambda:rv),('ra',lambda:ra),('u',lambda:u),('type',lambda:(type(v),type(a),type(c),type(rv))),
 ('get_obj',lambda:v.get_obj()),('lock',lambda:v.get_lock()),('val',lambda:(v.value,d.value,c.value,c.raw,c[:],a[:],u[:],u.get_obj().value)),
 ('bad',lambda:mp.Value('i','x')),('badf',lambda:mp.Value('d','x')),('badcode',lambda:mp.Value('z',1)),('arrbad',lambda:a[5]),('neg',lambda:a[-1]),
 ('set str',lambda:setattr(v,'value','x')),('float',lambda:setattr(v,'value',1.5)),('wrap',lambda:(setattr(v,'value',2**40+7),v.value)),
 ('seti',lambda:a.__setitem__(7,1)),('setslice',lambda:(a.__setitem__(slice(0,2),[8,9]),a[:])),('setslicebad',lambda:a.__setitem__(slice(0,2),[8])),
 ('len',lambda:len(a)),('iter',lambda:list(a)),('sum',lambda:sum(a)),('bool',lambda:mp.Value(ctypes.c_bool,1).value),('raw c',lambda:mp.RawValue('c',b'x')),
 ('lock bad',lambda:mp.Value('i',1,lock=5)),('lock False',lambda:mp.Value('i',1,lock=False)),('lock own',lambda:mp.Value('i',1,lock=mp.Lock())),
 ('args',lambda:mp.Value()),('args2',lambda:mp.Value('i',1,2)),('arr neg',lambda:mp.Array('i',-1)),('arr str',lambda:mp.Array('i','abc')),
 ('c set',lambda:(setattr(c,'value',b'hi'),c.value,c.raw)),('c long',lambda:setattr(c,'value',b'toolong')),('c0',lambda:c[0]),
 ('ctypes',lambda:(ctypes.c_int(3),ctypes.c_double(2),ctypes.c_char(b'a'),ctypes.c_longlong(5),ctypes.c_bool(0), ctypes.c_int)),
 ('noattr',lambda:v.zzz),('dir',lambda:[x for x in dir(v) if x[0]!='_']),('dira',lambda:[x for x in dir(a) if x[0]!='_']),
 ('float f',lambda:mp.Value('f',0.1).value),('b',lambda:mp.Value('b',200).value),('H',lambda:mp.Value('H',-1).value),
 ('arr gen',lambda:mp.Array('i',(x for x in range(3)))[:]),('arr range',lambda:mp.Array('i',range(3))[:]),('sync',lambda:sharedctypes.synchronized(rv)),('copy',lambda:sharedctypes.copy(rv)),
 ('with',lambda:v.__enter__()),('rel',lambda:v.__exit__()),('rel2',lambda:v.release()),('step',lambda:a[::2]),('setattr',lambda:setattr(v,'foo',1)),('rvset',lambda:setattr(rv,'foo',1)),
 ('i none',lambda:mp.Value('i',None)),('u val',lambda:mp.Value('u','x').value),('ci',lambda:mp.Value('c',b'x').value),('cnum',lambda:mp.Value('c',3)),('nums',lambda: ra[0:2]), ('arr of ctype',lambda:mp.Array(ctypes.c_double,[1,2])), ('ari',lambda:a['x']),
 ('lock args',lambda:mp.Lock(3)),('pool',lambda:mp.Pool(numprocess=3))]:
    t(n,f)

def add(v, a, k):
    for i in range(k):
        with v.get_lock():
            v.value += 1
        with a.get_lock():
            a[i % 3] += 1

if __name__ == '__main__':
    v.value = 0
    ps = [mp.Process(target=add, args=(v, a, 30)) for i in range(4)]
    for p in ps: p.start()
    for p in ps: p.join()
    print(v.value, a[:], sum(a))
    print(mp.get_start_method(allow_none=True), mp.get_all_start_methods())
    ctx = mp.get_context('spawn')
    print(type(ctx).__name__, ctx.get_start_method(), type(mp.get_context()).__name__)
    for f in (lambda: mp.get_context('no'), lambda: mp.set_start_method('fork'), lambda: ctx.set_start_method('fork'), lambda: mp.set_start_method('x', force=True)):
        try: print(f())
        except Exception as e: print(type(e).__name__, e)
    mp.set_start_method('spawn', True); print(mp.get_start_method())
    mp.set_start_method('fork', True)
    p = ctx.Process(target=print, args=(1,)); print(p.name)
    print(mp.get_context('fork').Process().name, mp.get_context('forkserver').Process().name, mp.Process().name)
    q = ctx.Queue(); q.put(3); print(q.get(), ctx.Value('i', 3), ctx.cpu_count() == mp.cpu_count())
