a = [1,
  2
foo()
