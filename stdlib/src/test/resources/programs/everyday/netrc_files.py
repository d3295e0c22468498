import netrc
import os
import tempfile


def read(text):
    with tempfile.NamedTemporaryFile('w', delete=False) as f:
        f.write(text)
    try:
        found = netrc.netrc(f.name)
        print(found.hosts, found.macros)
        print(found)
        return found
    except ValueError as e:
        print(e)
    except netrc.NetrcParseError as e:
        print(e.msg, e.lineno, str(e).replace(f.name, 'FILE'))
    finally:
        os.unlink(f.name)


n = read('''machine example.com login me password secret
# comment machine x
machine other.org
  user you # trailing
  account acc
  password p#ss\\"w
macdef init
cd /pub
ls

default login anonymous password me@
''')
print(n.authenticators('example.com'), n.authenticators('nowhere'))
for text in ('', 'machine', 'host x', 'machine x login a passwd b', 'macdef m\nls', 'machine x login a\n\nbad', 'machine "a b" login "" password x',
             'machine x#y login a # c\npassword b', 'default', '#only'):
    read(text)
