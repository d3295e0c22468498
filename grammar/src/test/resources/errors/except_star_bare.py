try:
  x
except*:
  y
