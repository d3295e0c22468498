import datetime
import io
import plistlib

VALUE = {'name': 'text & <more>', 'é': 'ünïcode', 'n': 5, 'neg': -7, 'big': 2**63 + 5, 'f': 1.5, 'yes': True, 'no': False, 'list': [1, 'two', [3]],
         'empty': [], 'none': {}, 'data': b'bytes' * 30, 'when': datetime.datetime(2020, 1, 2, 3, 4, 5), 'nested': {'a': {'b': [{'c': 1}]}},
         'long': list(range(20)), 'same': ['x', 'x'], 'l300': 300, 'l70000': 70000, 'l5e9': 5000000000, 'text' * 10: 'v' * 300}
xml = plistlib.dumps(VALUE)
print(xml.decode())
print(plistlib.loads(xml) == VALUE)
binary = plistlib.dumps(VALUE, fmt=plistlib.FMT_BINARY)
print(binary)
print(plistlib.loads(binary) == VALUE, plistlib.loads(binary, fmt=plistlib.FMT_BINARY) == VALUE)
print(plistlib.dumps({'b': 1, 'a': 2}, sort_keys=False).decode())
print(plistlib.dumps({1: 2, 'a': 3}, skipkeys=True, sort_keys=False).decode())
print(plistlib.loads(plistlib.dumps({'u': plistlib.UID(300)}, fmt=plistlib.FMT_BINARY)), plistlib.UID(1) == plistlib.UID(1))
print(plistlib.loads(b'<plist><dict><key>a</key><integer>0x10</integer><key>d</key><date>2001-02-03T04:05:06Z</date></dict></plist>'))
print([k.name for k in plistlib.PlistFormat], plistlib.FMT_XML)
f = io.BytesIO()
plistlib.dump([1, 2], f)
f.seek(0)
print(plistlib.load(f))
for wrong in (lambda: plistlib.loads(b'nonsense'), lambda: plistlib.dumps(object()), lambda: plistlib.dumps({1: 2}), lambda: plistlib.dumps(None),
              lambda: plistlib.dumps('\0'), lambda: plistlib.dumps(2**64), lambda: plistlib.dumps(-2**64, fmt=plistlib.FMT_BINARY),
              lambda: plistlib.loads(b'bplist00short'), lambda: plistlib.UID(-1), lambda: plistlib.UID('x'), lambda: plistlib.UID(2**64),
              lambda: plistlib.loads(b'<plist><dict><key>a</key></dict></plist>'), lambda: plistlib.loads(b'<plist><dict><string>a</string></dict></plist>'),
              lambda: plistlib.loads(b'<plist><array><key>a</key></array></plist>'), lambda: plistlib.dumps(1, fmt=3)):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, str(e).split(' object at')[0])
