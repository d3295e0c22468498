"""Attributes of exceptions."""
import sys
e = ValueError('a', 1)
print(e.args, str(e), repr(e), ValueError(), repr(ValueError()), str(ValueError()), repr(ValueError('x')), str(KeyError('k')), str(KeyError('a', 'b')), repr(KeyError()))
e.args = ('changed',)
print(str(e), e.with_traceback(None) is e, e.__cause__, e.__context__, e.__suppress_context__, e.__traceback__)
e.add_note('one'); e.add_note('two'); print(e.__notes__)
try:
    e.add_note(5)
except TypeError as t:
    print(t)
o = OSError(2, 'No such file', 'name.txt')
print(o, repr(o), o.errno, o.strerror, o.filename, o.filename2, o.args, type(o).__name__, type(OSError(13, 'x')).__name__, type(OSError(17, 'x')).__name__, str(OSError('just text')), OSError(1, 'a', 'f', None, 'g'))
s = StopIteration(5); print(s.value, s.args, StopIteration().value)
x = SystemExit(3); print(x.code, SystemExit().code, SystemExit(1, 2).code, SystemExit('m').code)
try:
    undefined_thing
except NameError as n:
    print(n.name, n.args)
try:
    sys.nothing_here
except AttributeError as a:
    print(a.name, a.obj is sys)
try:
    import no_such_module
except ImportError as i:
    print(i.name, i.path, i.msg, type(i).__name__)
try:
    b'\xff'.decode()
except UnicodeDecodeError as u:
    print(u.encoding, u.object, u.start, u.end, u.reason, u)
try:
    'é'.encode('ascii')
except UnicodeEncodeError as u:
    print(u.encoding, u.object, u.start, u.end, u.reason, u)
try:
    compile('a b', 'file.py', 'exec')
except SyntaxError as se:
    print(se.msg, se.filename, se.lineno, se.offset, se.text, se.end_lineno, se.end_offset, se)
print([c.__name__ for c in ZeroDivisionError.__mro__], issubclass(ModuleNotFoundError, ImportError), issubclass(ConnectionResetError, OSError), IOError is OSError, EnvironmentError is OSError)
for bad in ['raise ValueError from 5', 'ValueError(x=1)', 'e.__cause__ = 5', 'e.__context__ = 5', 'e.__traceback__ = 5', 'e.args = 5', 'del e.args', 'del e.__cause__', 'BaseException.__new__(int)', 'raise BaseException', 'UnicodeDecodeError("a")', 'e.with_traceback(5)']:
    try:
        exec(bad)
        print('fine', bad)
    except BaseException as t:
        print(bad, '->', type(t).__name__, t)
class E(Exception):
    def __init__(self, code, msg): super().__init__(msg); self.code = code
    def __str__(self): return f'[{self.code}] {super().__str__()}'
try:
    raise E(5, 'text')
except E as c:
    print(c, repr(c), c.args, c.code)
