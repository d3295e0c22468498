"""Attributes of classes and instances that the language itself makes."""


class Outer:
    """Doc."""
    a: int = 1
    b: 'later'

    class Inner:
        def method(self): pass

    def method(self, x: int) -> str: pass


print(Outer.__name__, Outer.__qualname__, Outer.__module__, Outer.__doc__, Outer.__annotations__)
print(Outer.Inner.__qualname__, Outer.Inner.method.__qualname__, Outer.method.__annotations__)
print(Outer, Outer.Inner, type(Outer), Outer.__dict__['a'])
print(sorted(Outer.__dict__))
o = Outer()
o.z = 1
print(o.__dict__, o.__class__, o.__module__, o.__doc__, o.method.__self__ is o, o.method.__func__ is Outer.method)
print(repr(o).startswith('<__main__.Outer object at 0x'), repr(Outer.method).startswith('<function Outer.method at 0x'), repr(o.method).startswith('<bound method Outer.method of <__main__.Outer'))
Outer.__name__ = 'Renamed'
print(Outer, Outer.__name__)
Outer.__qualname__ = 'Q.R'
print(Outer)
o.__dict__ = {'y': 5}
print(o.y, hasattr(o, 'z'))
o.__dict__['w'] = 6
print(o.w, vars(o))
for bad in ["Outer.__name__ = 5", "o.__dict__ = 5", "del o.__dict__", "Outer.__dict__['a'] = 2", "Outer.__dict__ = {}", "o.__class__ = 5", "del Outer.__name__",
            "object().x = 1", "(5).x = 1", "int.x = 1", "None.x = 1", "del int.real", "[].__dict__", "print.x = 1", "Outer.__bases__ = ()"]:
    try:
        exec(bad)
        print('fine', bad)
    except Exception as e:
        print(bad, '->', type(e).__name__, e)
print(dir(o)[-5:], '__init__' in dir(Outer), 'Inner' in dir(o))
class Dir:
    def __dir__(self): return ['b', 'a']
print(dir(Dir()))
print(type(o) is Outer, type(Outer) is type, type(type) is type, isinstance(type, object), isinstance(object, type))
K = type('K', (Outer,), {'v': 3, 'm': lambda self: self.v})
print(K, K().m(), K.__bases__, K.__module__, K.__qualname__)
