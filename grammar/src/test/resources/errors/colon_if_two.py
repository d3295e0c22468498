if x y:
  z
