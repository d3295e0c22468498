for a in b:
  pass
else:
c
