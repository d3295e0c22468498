def half(x):
    if x == 3:
        raise RuntimeError('three')
    return x / 2


print(sum(half(x) for x in range(5)))
