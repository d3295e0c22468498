# cmd and code: interpreters of lines; shelve, dbm, fileinput: data in files; pwd, grp.
import cmd
import code
import codeop
import dbm.dumb
import fileinput
import grp
import io
import os
import pwd
import shelve
import sys
import tempfile


class Calculator(cmd.Cmd):
    """A calculator."""
    intro = 'Welcome'
    prompt = '> '
    use_rawinput = False

    def do_add(self, arg):
        """add A B: shows the sum"""
        print(sum(map(int, arg.split())), file=self.stdout)

    def do_quiet(self, arg):
        pass

    def help_topic(self):
        print('about topic', file=self.stdout)

    def do_EOF(self, arg):
        return True


out = io.StringIO()
Calculator(stdin=io.StringIO('add 1 2\n\nhelp\nhelp add\n?topic\nhelp nothing\nwrong thing\n!ls\n'), stdout=out).cmdloop()
print(out.getvalue())
print(Calculator().parseline(' add  3 4 '), Calculator().completenames('a'))

names = {}
console = code.InteractiveConsole(names)
print([console.push(line) for line in ('x = 5', 'def f(a):', '    return a * x', '', 'if x:', '    y = f(2)', '', 'z = (1,', '2)')], names['y'], names['z'])
sys.stderr = sys.stdout
interpreter = code.InteractiveInterpreter({})
print(interpreter.runsource('1 / 0'), interpreter.runsource('x = = 1'), interpreter.runsource('3 + 4'), interpreter.runsource('for i in [1]:'))
for text in ('a = 1', 'if 1:', '(1,', 'def f():\n  pass', 'def f():\n  pass\n', '', '# c', '"""a', 'x = """a\nb"""'):
    print(repr(text), codeop.compile_command(text) is None, end='; ')
print()
for text in ('a b', ')', 'x = = 1'):
    try:
        print(codeop.compile_command(text))
    except SyntaxError as e:
        print(repr(text), type(e).__name__)

folder = tempfile.mkdtemp()
path = os.path.join(folder, 'data')
with dbm.dumb.open(path, 'c') as d:
    d['a'] = b'1' * 600
    d[b'b'] = 'two'
    d['a'] = 'short'
    del d['b']
    d['c'] = b''
    print(sorted(d.keys()), len(d), d['a'], b'a' in d, d.get('zz'))
with dbm.dumb.open(path, 'r') as d:
    print(sorted(d.items()))
    for wrong in (lambda: d.__setitem__('x', '1'), lambda: d['none']):
        try:
            wrong()
        except Exception as e:
            print(type(e).__name__, e)
print(dbm.whichdb(path), dbm.whichdb(path + 'none'))
os.remove(path + '.dat')
os.remove(path + '.dir')
with shelve.Shelf(dbm.dumb.open(path)) as s:
    s['list'] = [1, {'x': (2, 3)}]
    s['text'] = 'abc'
with shelve.Shelf(dbm.dumb.open(path), writeback=True) as s:
    s['list'].append(4)
    print(sorted(s), len(s), 'text' in s, s.get('none', 0))
s = shelve.Shelf(dbm.dumb.open(path))
print(s['list'], dict(s)['text'])
s.close()
try:
    s['list']
except ValueError as e:
    print(e)

for name in ('one', 'two'):
    with open(os.path.join(folder, name), 'w') as f:
        f.write(f'{name} 1\n{name} 2\n')
files = [os.path.join(folder, name) for name in ('one', 'two')]
with fileinput.input(files) as f:
    for line in f:
        print(os.path.basename(f.filename()), f.lineno(), f.filelineno(), f.isfirstline(), line, end='')
with fileinput.FileInput(files[0], inplace=True) as f:
    for line in f:
        print(line.upper(), end='')
print(open(files[0]).read(), fileinput.FileInput(files).readline())
try:
    fileinput.lineno()
except RuntimeError as e:
    print(e)
print(pwd.getpwuid(0).pw_name, pwd.getpwnam('root')[2], grp.getgrgid(0).gr_name, pwd.getpwnam('root').pw_dir)
for wrong in (lambda: pwd.getpwnam('nobody!'), lambda: pwd.getpwuid(987654), lambda: grp.getgrnam('none!'), lambda: grp.getgrgid(987654)):
    try:
        wrong()
    except KeyError as e:
        print(e)
