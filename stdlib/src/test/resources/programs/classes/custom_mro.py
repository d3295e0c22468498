# Metaclasses with a strange mro(): what is refused, and what the classes find.


def attempt(make):
    try:
        print([c.__name__ for c in make().__mro__])
    except TypeError as e:
        print('TypeError:', e)


def returning(order):
    class M(type):
        def mro(cls):
            return order(cls)
    return lambda: M('C', (), {'__slots__': ()})


class Base:
    x = 4


attempt(returning(lambda cls: [cls, 1]))
attempt(returning(lambda cls: 5))
attempt(returning(lambda cls: tuple(reversed(type.mro(cls)))))
attempt(returning(lambda cls: [cls, dict, object]))
attempt(returning(lambda cls: [cls, Base, object]))
print(returning(lambda cls: [cls, Base, object])().x)


# bases that are replaced: classes below are ordered anew, all of them or none
class Stubborn(type):
    refuses = False

    def mro(cls):
        if Stubborn.refuses and cls.__name__ == 'Low':
            raise RuntimeError('no')
        return type.mro(cls)


class Other:
    x = 5


class Top(Base, metaclass=Stubborn):
    pass


class Middle(Top):
    pass


class Low(Middle):
    pass


class Lowest(Low):
    pass


print(Lowest.x, Low().x)
Stubborn.refuses = True
try:
    Top.__bases__ = (Other,)
except RuntimeError as e:
    print('RuntimeError:', e)
for each in Top, Middle, Low, Lowest:
    print(each.__name__, each.x, [c.__name__ for c in each.__mro__], each.__bases__)
Stubborn.refuses = False
Top.__bases__ = (Other,)
for each in Top, Middle, Low, Lowest:
    print(each.__name__, each.x, [c.__name__ for c in each.__mro__], each.__bases__)
