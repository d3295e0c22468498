def f(*a, /):
  pass
