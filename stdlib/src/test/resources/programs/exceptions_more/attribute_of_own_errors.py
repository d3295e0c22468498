# An AttributeError that the program raises itself learns which attribute was asked for.
class A:
    blech = None
    def __getattr__(self, name): raise AttributeError(name)
class B:
    blech = None
    def __getattr__(self, name): raise AttributeError()
class C:
    blech = None
    def __getattribute__(self, name):
        if name == 'bluch': raise AttributeError('custom')
        return super().__getattribute__(name)
class P:
    blech = 1
    @property
    def bluch(self): raise AttributeError('inner')
for x in A(), B(), C(), P():
    try: x.bluch
    except AttributeError as e: 
        print(e.name, type(e.obj).__name__)
    try: getattr(x, 'bluch')
    except AttributeError as e: 
        print(e.name, type(e.obj).__name__)
try: A().bluch
except AttributeError as e:
    import sys; sys.excepthook(type(e), e, None)
