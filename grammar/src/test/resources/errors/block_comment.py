def f():
  # nothing
x = 1
