"""eval and exec see the variables of the function that calls them."""

x = "global"


def add(a, b):
    return eval("a + b")


print(add(1, 2), add("c", "d"))


def which():
    x = "local"
    return eval("x"), eval("x", {"x": "given"}), [eval("1 + 1") for _ in range(2)]


print(which())
print((lambda: eval("add(3, 4)"))())


def make():
    return eval("lambda y: y * 2")


print(make()(21))


def recursive():
    return eval("recursive()")


try:
    recursive()
except RecursionError as error:
    print(str(error)[:32])
