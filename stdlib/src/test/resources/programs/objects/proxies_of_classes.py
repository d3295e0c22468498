# isinstance believes __class__ of an object that answers for another one.
class P:
    def __init__(self, o): self.__o = o
    def __getattribute__(self, n):
        if n.startswith('_P__'): return object.__getattribute__(self, n)
        return getattr(self.__o, n)
print(isinstance(P(1), int), isinstance(P('x'), str), isinstance(P(1), str))
