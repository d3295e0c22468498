"""The module traceback does not say what may have been meant; what ends a program does."""
import traceback

try:
    [].appendd
except AttributeError as error:
    print(traceback.format_exc().splitlines()[-1])
    print(traceback.format_exception_only(error))
    traceback.print_exc(limit=0)
lenght = 1
print(length)
