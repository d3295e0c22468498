counter = 1


def f(value):
    total = value
    return totl


try:
    print(conter)
except NameError as e:
    print(e)
f(1)
