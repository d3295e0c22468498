f(x + y z)
