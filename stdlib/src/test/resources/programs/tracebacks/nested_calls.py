def outer(x):
    return inner(x) + 1


def inner(x):
    return int(x)


print(outer('5'))
print(outer(outer('no')))
