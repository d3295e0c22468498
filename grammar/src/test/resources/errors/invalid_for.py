for in x:
  pass
