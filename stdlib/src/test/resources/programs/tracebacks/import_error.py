import sys
from sys import sine
