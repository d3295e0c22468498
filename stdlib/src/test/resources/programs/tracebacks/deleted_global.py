import os
x = 5
def f():
    global x
    del x
    x += 1
f()
