"""memoryview."""
data = bytearray(b'abcdef')
m = memoryview(data)
print(m[0], m[-1], m[1:3].tobytes(), len(m), m.tolist(), m.nbytes, m.itemsize, m.format, m.ndim, m.shape, m.strides, m.readonly, m.c_contiguous, m.contiguous)
m[0] = 90
m[1:3] = b'YX'
print(data, bytes(m), m == b'ZYXdef', m[::2].tobytes(), m[::-1].tobytes(), list(m[4:]), 100 in m, m.hex(), m.obj is data)
s = m[2:5]
s[0] = 33
print(data, s.tobytes(), memoryview(b'abc') == memoryview(b'abc'), hash(memoryview(b'abc')) == hash(b'abc'))
r = memoryview(b'ro')
for code in ['r[0] = 1', 'm[0] = 300', 'm[0] = "x"', 'm[1:3] = b"toolong"', 'm[10]', 'm["a"]', 'memoryview("text")', 'memoryview(5)', 'hash(m)', 'memoryview()', 'm + m']:
    try:
        exec(code)
        print('fine', code)
    except Exception as e:
        print(code, '->', type(e).__name__, e)
s.release()
m.release()
try:
    m[0]
except ValueError as e:
    print(e)
data.append(1)
with memoryview(b'xyz') as w:
    print(w.tobytes(), b''.join([w, b'!']), int.from_bytes(w, 'big'), w.toreadonly().readonly)
try:
    w.tobytes()
except ValueError as e:
    print(e)
print(b'c' in [bytes([x]) for x in memoryview(b'abc')], bytes(memoryview(b'abc')[1:]), bytearray(memoryview(b'q')))
