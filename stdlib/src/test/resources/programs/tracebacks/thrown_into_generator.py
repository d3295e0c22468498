def g():
    while True:
        yield


it = g()
next(it)
it.throw(KeyError('thrown'))
