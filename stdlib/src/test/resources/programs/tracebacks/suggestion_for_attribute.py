class Shape:
    colour = 1

    def area(self):
        return 1


try:
    [].appendd(1)
except AttributeError as e:
    print(e)
Shape().aera()
