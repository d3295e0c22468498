for x in y z:
  a
