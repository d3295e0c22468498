while x y:
  z
