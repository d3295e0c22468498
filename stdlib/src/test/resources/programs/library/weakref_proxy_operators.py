# Operators on proxies are those of the objects, and so are the errors.
import weakref


class Plain:
    pass


class Rich:
    def __len__(self): return 2
    def __getitem__(self, i): return i
    def __contains__(self, x): return x == 1
    def __add__(self, o): return 'add', o
    def __radd__(self, o): return 'radd', o
    def __rsub__(self, o): return 'rsub', o
    def __rtruediv__(self, o): return 'rtruediv', o
    def __pow__(self, o, m=None): return 'pow', o, m
    def __rpow__(self, o, m=None): return 'rpow', o
    def __rlshift__(self, o): return 'rlshift', o
    def __divmod__(self, o): return 'divmod', o
    def __rdivmod__(self, o): return 'rdivmod', o
    def __imatmul__(self, o): return 'imatmul', o
    def __iter__(self): return iter([1, 2])
    def __neg__(self): return 'neg'
    def __int__(self): return 4
    def __float__(self): return 4.5
    def __index__(self): return 5
    def __reversed__(self): return 'reversed'
    def __bytes__(self): return b'x'
    def __eq__(self, o): return isinstance(o, Rich)


class Callable(Rich):
    def __call__(self, *args): return args


def change(p, operator):
    names = {'p': p}
    exec(f'p {operator}= 3', names)
    return names['p']


def delete(p):
    del p[0]


def assign(p):
    p[0] = 1


EXPRESSIONS = ['len(p)', 'p[1]', '1 in p', 'p + 1', '1 + p', '1 - p', '1 / p', '2 ** p', 'p ** 2',
               'pow(p, 2, 3)', '1 << p', 'divmod(p, 1)', 'divmod(1, p)', 'list(p)', '-p', '~p',
               'int(p)', 'float(p)', '[1, 2, 3, 4, 5, 6, 7][p]', 'bytes(p)', 'p == p', 'p != 1',
               'p < 1', 'next(p)', 'p @ 1', 'abs(p)', 'bool(p)', 'change(p, "+")',
               'change(p, "@")', 'change(p, "<<")', 'p + p == p', 'delete(p)', 'assign(p)', 'sum(p)',
               'hex(p)', 'p.missing', 'p.__class__.__name__', 'type(p).__name__',
               'isinstance(p, Rich)', 'isinstance(p, weakref.ProxyType)']

for cls in (Plain, Rich, Callable):
    object = cls()
    p = weakref.proxy(object)
    for text in EXPRESSIONS:
        if text == 'bytes(p)' and cls is Callable:
            continue
        try:
            print(text, '->', eval(text))
        except Exception as e:
            print(text, '!', type(e).__name__, e)
print(p(1, 2), type(p) is weakref.CallableProxyType)
squares = (i * i for i in range(4))
p = weakref.proxy(squares)
print(next(p), list(p), p.gi_frame)
