import builtins
import gettext
import io
import os
import struct
import tempfile


def catalog(messages, order='<'):
    pairs = sorted((k.encode(), v.encode()) for k, v in messages.items())
    at = 28 + 16 * len(pairs)
    keys, values, data = b'', b'', b''
    for k, v in pairs:
        keys += struct.pack(order + 'II', len(k), at + len(data))
        data += k + b'\0'
    for k, v in pairs:
        values += struct.pack(order + 'II', len(v), at + len(data))
        data += v + b'\0'
    return struct.pack(order + '7I', 0x950412de, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, at) + keys + values + data


HEAD = 'Project-Id-Version: 1\nContent-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\n'
MESSAGES = {'': HEAD, 'hello': 'hallo', 'one\0many': 'ein\0viele', 'menu\4open': 'öffnen', 'menu\4file\0files': 'Datei\0Dateien'}
for order in '<>':
    t = gettext.GNUTranslations(io.BytesIO(catalog(MESSAGES, order)))
    print(t.gettext('hello'), t.gettext('unknown'), t.ngettext('one', 'many', 1), t.ngettext('one', 'many', 5), t.ngettext('a', 'b', 1), t.ngettext('a', 'b', 2))
    print(t.pgettext('menu', 'open'), t.pgettext('other', 'open'), t.npgettext('menu', 'file', 'files', 1), t.npgettext('menu', 'file', 'files', 3))
    print(sorted(t.info().items()), t.charset())
n = gettext.NullTranslations()
print(n.gettext('x'), n.ngettext('a', 'b', 1), n.ngettext('a', 'b', 2), n.pgettext('c', 'm'), n.info(), n.charset())
n.add_fallback(t)
print(n.gettext('hello'), n.ngettext('one', 'many', 2))
t.add_fallback(gettext.NullTranslations())
print(t.gettext('nothing'))
t.install()
print(_('hello'))
t.install(['ngettext'])
print(builtins.ngettext('one', 'many', 2))
for rule in ('n != 1', 'n > 1', '0', 'n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2', '!(n-1)', 'n==1 ? 0 : n==2 ? 1 : 2', 'n/2*3'):
    f = gettext.c2py(rule)
    print(rule, [f(i) for i in range(25)])
for bad in ('n ==', '(n', 'x', 'n n', '', 'n ? 1', '1 = 2', 'n)', '&n'):
    try:
        gettext.c2py(bad)
        print('accepted', bad)
    except ValueError as e:
        print(repr(bad), e)
with tempfile.TemporaryDirectory() as top:
    folder = os.path.join(top, 'de', 'LC_MESSAGES')
    os.makedirs(folder)
    with open(os.path.join(folder, 'app.mo'), 'wb') as f:
        f.write(catalog(MESSAGES))
    print(os.path.relpath(gettext.find('app', top, ['de_AT', 'fr']), top), gettext.find('app', top, ['fr']), gettext.find('app', top, ['fr'], all=True))
    print(gettext.translation('app', top, ['de']).gettext('hello'), gettext.translation('none', top, ['de'], fallback=True).gettext('hello'))
    try:
        gettext.translation('none', top, ['de'])
    except FileNotFoundError as e:
        print(e)
    os.environ['LANGUAGE'] = 'de'
    print(gettext.bindtextdomain('app', top) == top, gettext.textdomain(), gettext.textdomain('app'), gettext.textdomain())
    print(gettext.gettext('hello'), gettext.ngettext('one', 'many', 3), gettext.pgettext('menu', 'open'), gettext.npgettext('menu', 'file', 'files', 1))
    print(gettext.dgettext('none', 'hello'), gettext.dgettext('app', 'hello'), gettext.dngettext('app', 'one', 'many', 1))
for data in (b'\0' * 40, b'\xde\x12\x04\x95' + b'\xff' * 40):
    try:
        gettext.GNUTranslations(io.BytesIO(data))
    except OSError as e:
        print(e)
