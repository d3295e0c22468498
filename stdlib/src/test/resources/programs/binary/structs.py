# Every format with values inside and outside of its range; buffers; what is refused.
import struct
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__module__, type(e).__name__, e)
for p in '@=<>!':
    for c in 'bBhHiIlLqQnNP':
        if p!='@' and c in 'nNP': continue
        for v in (1<<70, -(1<<70), 1<<63, 1<<32, 1<<31, 40000, 70000, 300, 200, -1, -200, 1.5, 'x', None):
            print(p,c,v,end=' '); t(lambda: struct.pack(p+c,v))
for p in '@=<>!':
    for c in 'efd':
        for v in (1,1.5,1e300,float('inf'),float('nan'),'x',65520.0,65519.0,1e-8,6e-8, -0.0, 1<<2000):
            print(p,c,str(v)[:9],end=' '); t(lambda: struct.pack(p+c,v))
for f in ('c','s','5s','p','5p','?','x','3x','0s','i5','5','z','<n',' < i','<i i', '2i', '1'*30+'i', '<', '', 'P','ci','ic','cq','0i','c0i', 'bhilqc', '<bhilqc', b'i', 5, 'ï', '3s2c', '?b'):
    print(repr(f)); t(lambda: struct.calcsize(f)); t(lambda: struct.pack(f)); t(lambda: struct.pack(f,b'abc')); t(lambda:struct.pack(f,1)); t(lambda: struct.unpack(f,b'\1\2\3')); t(lambda: struct.pack(f, b'a', b'b', b'c')); t(lambda: struct.pack(f, bytearray(b'q')))
b=bytearray(10)
t(lambda: struct.pack_into('i',b,8,1)); t(lambda: struct.pack_into('i',b,-2,1)); t(lambda: struct.pack_into('i',b,-20,1)); t(lambda: struct.pack_into('i',b'abc',0,1)); t(lambda: struct.pack_into('i',b,-4,1)); print(b)
t(lambda: struct.pack_into('i')); t(lambda: struct.pack_into('i',b)); t(lambda: struct.pack_into('i',b,0));t(lambda: struct.pack_into('i',b,'x',1))
t(lambda: struct.unpack_from('i',b,8)); t(lambda: struct.unpack_from('i',b,-2)); t(lambda: struct.unpack_from('i',b,-20)); t(lambda: struct.unpack_from('i',b,6)); t(lambda: struct.unpack_from('<i',buffer=b,offset=-4))
t(lambda: struct.unpack('i',b)); t(lambda: struct.unpack('i','abcd')); t(lambda: list(struct.iter_unpack('<h',b))); t(lambda: list(struct.iter_unpack('<i',b))); t(lambda: list(struct.iter_unpack('',b))); 
s=struct.Struct('<2h'); print(s.format,s.size,s.pack(1,2),s.unpack(b'abcd')); print(list(s.iter_unpack(b'abcdefgh'))); it=s.iter_unpack(b'abcdefgh'); print(it.__length_hint__(), type(it)); b2=bytearray(6); s.pack_into(b2,1,5,6); print(b2,s.unpack_from(b2,1)); t(lambda: s.pack(1)); t(lambda: s.pack('a',2)); t(lambda: struct.Struct()); t(lambda: struct.Struct('z')); print(struct.pack('>e5p3s?',1.5,b'abcdefgh',b'x',[1])); print(struct.unpack('>e5p3s?',struct.pack('>e5p3s?',1.5,b'abcdefgh',b'x',[1])))
class I:
    def __index__(s): return 7
print(struct.pack('bI',I(),I())); 
class F:
    def __float__(s): return 7.5
print(struct.pack('<d',F()))
t(lambda: struct.pack(F())); t(lambda:struct.pack()); t(lambda: struct.unpack('i')); t(lambda: struct.unpack_from('i')); print(struct.error, struct.Struct)
