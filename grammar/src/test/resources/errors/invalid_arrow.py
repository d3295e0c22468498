def f() ->:
  pass
