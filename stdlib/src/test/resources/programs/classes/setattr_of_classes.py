"""object.__setattr__ and object.__delattr__ are refused for classes; type's own are there for metaclasses."""


class Meta(type):
    def __setattr__(cls, name, value):
        print('set', name)
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        print('delete', name)
        super().__delattr__(name)


class Plain:
    pass


class Made(metaclass=Meta):
    pass


class Wrong(type):
    def __setattr__(cls, name, value):
        object.__setattr__(cls, name, value)


class OfWrong(metaclass=Wrong):
    pass


def t(function):
    try:
        print('ok', function())
    except Exception as e:
        print(type(e).__name__, e)


for cls in Plain, Made, int, type, object, Meta:
    t(lambda: object.__setattr__(cls, 'x', 1))
    t(lambda: object.__delattr__(cls, 'x'))
    t(lambda: type.__setattr__(cls, 'x', 1))
    t(lambda: type.__delattr__(cls, 'x'))
Made.y = 4
print(Made.y)
del Made.y
t(lambda: Made.y)
t(lambda: setattr(OfWrong, 'x', 1))
t(lambda: type.__setattr__(5, 'x', 1))
t(lambda: object.__setattr__(Plain(), 'x', 1))
print(type.__setattr__ is object.__setattr__, '__setattr__' in vars(type), '__delattr__' in vars(type))
