"""What a program does about errors of encoding and decoding."""
import codecs

codecs.register_error('star', lambda e: ('*' * (e.end - e.start), e.end))
codecs.register_error('bytes', lambda e: (b'<%d>' % (e.end - e.start), e.end))
print('aéß€b'.encode('ascii', 'star'), 'aé€b'.encode('latin-1', 'bytes'), 'a\ud800b'.encode('utf-8', 'star'))
print(b'a\xff\xfeb'.decode('utf-8', 'star'), b'\xe9t\xe9'.decode('ascii', 'star'))
print('ж'.encode('cp1252', 'star'))
codecs.register_error('wrong', lambda e: 5)
codecs.register_error('accent', lambda e: ('é', e.end))
for call in (lambda: 'é'.encode('ascii', 'wrong'), lambda: b'\xff'.decode('utf-8', 'wrong'),
             lambda: 'ж'.encode('ascii', 'accent'), lambda: 'é'.encode('ascii', 'unheard'),
             lambda: codecs.lookup_error('unheard'), lambda: codecs.register_error('x', 5),
             lambda: codecs.register_error(5, len)):
    try:
        print(call())
    except (TypeError, LookupError, UnicodeError) as e:
        print(type(e).__name__, e)


def fail(e):
    raise KeyError(e.object[e.start:e.end], e.reason)


codecs.register_error('fail', fail)
try:
    'xé'.encode('ascii', 'fail')
except KeyError as e:
    print(e)
encode = UnicodeEncodeError('ascii', 'aé€😀b', 1, 4, 'why')
decode = UnicodeDecodeError('ascii', b'a\xff\xfeb', 1, 3, 'why')
for name in ('ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace', 'namereplace'):
    handler = codecs.lookup_error(name)
    for error in (encode, decode):
        try:
            print(name, handler(error))
        except TypeError as e:
            print(name, e)
try:
    codecs.strict_errors(decode)
except UnicodeDecodeError as e:
    print(e)
