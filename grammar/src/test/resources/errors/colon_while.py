while a
  b
