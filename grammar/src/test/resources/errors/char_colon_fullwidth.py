if x：
  pass
