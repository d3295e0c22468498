"""Subscripts: ints, slices, tuples, Ellipsis, and objects that see them."""


class Show:
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): print('set', k, v)
    def __delitem__(self, k): print('del', k)
    def __class_getitem__(cls, k): return f'{cls.__name__}[{k}]'


s = Show()
print(s[1], s[1:2], s[:], s[::], s[1:2:3], s[..., 1], s[1:2, ::3], s[()], s['a':'b'], s[None], s[-1:])
s[1:2] = 3
s[...] = 4
del s[1, 2]
print(Show[int], Show[1, 2])
text = 'abcdefg'
for sl in [slice(None), slice(2), slice(1, None, 2), slice(None, None, -1), slice(-3, -1), slice(10, 20), slice(5, 1), slice(5, 1, -2),
           slice(-100, 100), slice(None, -1)]:
    print(sl, text[sl], list(range(7))[sl], (1, 2, 3)[sl], sl.indices(7), range(7)[sl])
print(slice(1) == slice(1), slice(1) < slice(2), slice(1, 2, 3).start, slice(1, 2, 3).stop, slice(1, 2, 3).step)


class Index:
    def __index__(self): return 2


print(text[Index()], text[Index():], [1, 2, 3][Index()])
n = None
L = [1]
T = (1,)
for code in ['text[0.0]', 'text["a"]', 'L["a"]', 'T[None]', 'text[10]', '[1][5]', '(1,)[-2]', '{}[1]', 'range(3)[5]', 'n[1]',
             'text[::0]', '[1][::0]', 'text["a":]', 'L[1.5:]', '[][1] = 2' if 0 else '[][1]', 'b"a"[3]', 'int[0]', 'len[1]',
             'hash(slice(1))', 'slice()', 'slice(1, 2, 3, 4)', 'text[2**100]', 'text[{}]', '{}[[]]']:
    try:
        print(eval(code))
    except Exception as e:
        print(code, '->', type(e).__name__, e)
print(text[2**100:], text[-2**100:2**70])
