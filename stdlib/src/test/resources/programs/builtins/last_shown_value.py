# What sys.displayhook shows last is builtins._.
import sys, builtins
sys.displayhook(42); print(builtins._); sys.displayhook(None); print(_)
