def f(x: int, y: undefined_type = 5):
    return x
