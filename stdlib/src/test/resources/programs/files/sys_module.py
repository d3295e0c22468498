import sys

print(sys.version_info >= (3, 8), sys.version_info[:2], sys.version_info.major, sys.version_info.minor)
print(type(sys.version_info), sys.byteorder, sys.maxsize, sys.maxunicode, sys.platform)
print(sys.float_info)
print(sys.float_info.max, sys.float_info.epsilon, sys.hash_info.modulus, sys.int_info.bits_per_digit)
print(sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.float_repr_style)
print(sys.flags.debug, sys.flags.optimize, len(sys.flags), type(sys.flags))
print(sys.getrecursionlimit())
sys.setrecursionlimit(500)
print(sys.getrecursionlimit())
sys.setrecursionlimit(1000)
for bad in (0, -1, 'x', 1.5):
    try:
        sys.setrecursionlimit(bad)
    except Exception as e:
        print(type(e).__name__, e)
print(sys.intern('abc') is sys.intern('abc'))
try:
    sys.intern(3)
except TypeError as e:
    print(e)
print([sys.getsizeof(x) for x in (0, 1, 2 ** 30, 2 ** 60, 2 ** 100, -5, 1.5, True, None, '', 'abc', b'',
                                  b'abc', (), (1, 2), [], {}, set())])


class Sized:
    def __sizeof__(self):
        return 100


print(sys.getsizeof(Sized()))
print(sys.exc_info(), sys.exception())
try:
    1 / 0
except ZeroDivisionError:
    print(sys.exc_info()[0], sys.exc_info()[1], sys.exception())
    try:
        {}['k']
    except KeyError:
        print(sys.exc_info()[:2])
    print(sys.exc_info()[:2])
print(sys.exc_info())
print('os' in sys.stdlib_module_names, 'sys' in sys.builtin_module_names, type(sys.implementation.name))
print(sys.getswitchinterval() > 0, sys.is_finalizing(), sys.gettrace(), sys.argv[0].endswith('.py'))
sys.displayhook('shown')
sys.displayhook(None)
for code in (None, 0, 3, 'text', (1, 2)):
    try:
        sys.exit(code)
    except SystemExit as e:
        print(repr(e), e.code)
try:
    sys.version_info.major = 4
except AttributeError as e:
    print('AttributeError')
major, minor, *rest = sys.version_info
print(major, minor, len(rest), sys.version_info == tuple(sys.version_info), hash(sys.version_info) != 0)
print(isinstance(sys.modules, dict), sys.modules['sys'] is sys, '__main__' in sys.modules)
