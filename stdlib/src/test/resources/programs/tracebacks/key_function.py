def key(x):
    return 1 / x


print(max([3, 2, 0], key=key))
