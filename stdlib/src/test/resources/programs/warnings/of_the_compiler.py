x = 5
if x is 5:
    print('five')
def f():
    assert (x, 'always')
    return [1, 2] is x
print("\d")
f()
