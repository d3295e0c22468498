"""__del__ of what is left when the program ends."""


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('deleted', self.name)


class Holder:
    def __init__(self, *held):
        self.held = held


v = Noisy('first variable')
w = {'one': Noisy('in a dict')}
x = [Noisy('in a list, first'), Noisy('in a list, second')]
y = Holder(Noisy('in an attribute'))
z = y
print('end')
