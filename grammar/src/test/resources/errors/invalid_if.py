if:
  pass
