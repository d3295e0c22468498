with a
  b
