if x:
  pass
elif z:
y
