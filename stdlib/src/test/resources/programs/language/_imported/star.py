a = 1
_b = 2
from os import name
