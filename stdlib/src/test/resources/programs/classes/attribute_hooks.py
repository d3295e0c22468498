"""__getattr__, __getattribute__, __setattr__, __delattr__."""


class Lazy:
    present = 1

    def __getattr__(self, name):
        if name.startswith('no'):
            raise AttributeError(f'no such {name}')
        return name.upper()


l = Lazy()
print(l.present, l.absent, hasattr(l, 'nope'), getattr(l, 'none', 'default'))


class All:
    def __init__(self): self.v = 1

    def __getattribute__(self, name):
        if name == 'magic':
            return 'found'
        return super().__getattribute__(name)

    def __getattr__(self, name): return 'fallback ' + name


a = All()
print(a.magic, a.v, a.other, len(dir(a)) > 20)


class Guard:
    def __setattr__(self, name, value):
        if name == 'frozen':
            raise AttributeError('cannot')
        print('set', name, value)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print('del', name)
        object.__delattr__(self, name)


g = Guard()
g.x = 1
g.x += 1
del g.x
setattr(g, 'y', 2)
delattr(g, 'y')
try:
    g.frozen = 1
except AttributeError as e:
    print(e)


class Proxy:
    def __init__(self, target): self.__dict__['target'] = target
    def __getattr__(self, name): return getattr(self.target, name)
    def __setattr__(self, name, value): setattr(self.target, name, value)


class T: pass


t = T()
p = Proxy(t)
p.q = 5
print(t.q, p.q, list(vars(p)))
for code in ['T().missing', 'T.missing', '(5).missing', 'getattr(T(), "m")', 'getattr(t, 5)', 'setattr(t, 5, 1)', 'delattr(t, "nothing")', 'len.missing', 'None.x',
             'getattr(t, "x", "y", "z")', 'hasattr(t, 5)', '[].push', '"".trim()', 'print.x', 'Lazy.absent', 'l.nothing', '{}.a', 'T.__missing__', 'type.foo']:
    try:
        exec(code)
    except Exception as e:
        print(code, '->', type(e).__name__, e)


class Loud:
    def __getattr__(self, name): raise KeyError(name)


try:
    hasattr(Loud(), 'x')
except KeyError as e:
    print('KeyError', e)
t.__len__ = lambda: 5
try:
    len(t)
except TypeError as e:
    print(e)
