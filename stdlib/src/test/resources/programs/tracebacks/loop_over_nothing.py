def f():
    for x in None:
        print(x)


f()
