import os
os.environ["COLUMNS"] = "80"
import argparse
import sys


def attempt(parser, *lines):
    for line in lines:
        try:
            print(repr(line), '->', parser.parse_args(line.split()))
        except SystemExit as e:
            print(repr(line), 'exit', e.code)


sys.stderr = sys.stdout
p = argparse.ArgumentParser(prog='tool', description='A tool that does something useful for '
                            'everybody who has a terminal and knows how to use it.',
                            epilog='The end of %(prog)s.')
p.add_argument('source', help='where from')
p.add_argument('targets', nargs='*', help='where to (default %(default)s)', default=['.'])
p.add_argument('-v', '--verbose', action='count', default=0, help='say more')
p.add_argument('-n', '--number', type=int, default=3, metavar='N', help='a number: %(default)d')
p.add_argument('-o', '--output', help='file for the result')
p.add_argument('--level', choices=['low', 'high'], default='low')
p.add_argument('--ratio', type=float, nargs=2, metavar=('A', 'B'))
p.add_argument('-q', action='store_true')
p.add_argument('--no-color', dest='color', action='store_false', help=argparse.SUPPRESS)
p.add_argument('-I', action='append', dest='includes')
p.add_argument('--a-very-long-option-name-that-does-not-fit', help='long ' * 20)
p.add_argument('--const', nargs='?', const='C', default='D')
p.add_argument('--feature', action=argparse.BooleanOptionalAction, help='a feature', default=True)
p.add_argument('--version', action='version', version='%(prog)s 1.0')
p.print_help()
attempt(p, 'a', 'a b c -vv', '-vvq a', '-n5 a', '-n 5 a -o x', '--number=7 a', '--num 8 a', '',
        'a -n x', 'a --level mid', 'a --ratio 1 2', 'a --ratio 1', 'a -Ix -I y', 'a --const',
        'a --const E', 'a --no-feature', 'a --no-color', '-- -a -b', 'a --unknown -z',
        '--version', 'a -n -5', 'a -n', 'a --q', 'a --no', '-h', 'a -qo', 'a -qoz', 'a -qx')
print(p.parse_known_args(['a', '--x', 'y']))
print(p.get_default('number'), p)
s = argparse.ArgumentParser(prog='git', allow_abbrev=False)
s.add_argument('--dir', default='.')
subs = s.add_subparsers(dest='command', title='commands', metavar='CMD', required=True,
                        help='what to do')
add = subs.add_parser('add', help='add files', aliases=['a'])
add.add_argument('files', nargs='+')
add.set_defaults(func='do_add')
push = subs.add_parser('push', help='push it')
push.add_argument('remote', nargs='?', default='origin')
push.add_argument('-f', '--force', action='store_true')
s.print_help()
attempt(s, 'add x y', '--dir z push', 'push up -f', 'add', '', 'pull', 'a q', 'push -h', '--di x add y',
        'push a b c')
g = argparse.ArgumentParser(prog='g')
group = g.add_mutually_exclusive_group(required=True)
group.add_argument('--json', action='store_true')
group.add_argument('--xml', action='store_true')
group.add_argument('--csv', metavar='SEP')
more = g.add_argument_group('more', 'further arguments')
more.add_argument('--more', required=True, help='needed')
g.print_usage()
g.print_help()
attempt(g, '--json --more x', '--json --xml --more x', '--more x', '--json', '--csv ; --more 1')


def even(text):
    value = int(text)
    if value % 2:
        raise argparse.ArgumentTypeError('%s is odd' % text)
    return value


t = argparse.ArgumentParser(prog='t', formatter_class=argparse.ArgumentDefaultsHelpFormatter,
                            exit_on_error=False)
t.add_argument('--even', type=even, default=2, help='an even number')
t.add_argument('rest', nargs=argparse.REMAINDER)
t.print_help()
attempt(t, '--even 4 a -b --c')
for line in '--even 3', '--even x':
    try:
        t.parse_args(line.split())
    except argparse.ArgumentError as e:
        print(type(e).__name__, e, e.argument_name)
for wrong in (lambda: t.add_argument('--even'), lambda: t.add_argument('x', required=True),
              lambda: t.add_argument('--x', action='none'), lambda: t.add_argument('--'),
              lambda: t.add_argument('--y', type='int'), lambda: t.add_argument('--z', nargs=0),
              lambda: argparse.ArgumentParser(conflict_handler='x')):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
print(argparse.Namespace(a=1, **{'b-c': 2}), argparse.Namespace(a=1) == argparse.Namespace(a=1),
      'a' in argparse.Namespace(a=1), vars(argparse.Namespace(x='y')))
parent = argparse.ArgumentParser(add_help=False)
parent.add_argument('--shared', default='s')
child = argparse.ArgumentParser(prog='child', parents=[parent], usage='%(prog)s [options]',
                                formatter_class=argparse.RawDescriptionHelpFormatter,
                                description='kept\n   as it is')
child.add_argument('--ext', action='extend', nargs='+', type=int)
child.add_argument('--add', action='append_const', const=1)
child.add_argument('--set', action='store_const', const='k')
child.print_help()
attempt(child, '--ext 1 2 --ext 3 --add --add --set', '--shared q')
print(child.parse_args(['--shared', 'x'], argparse.Namespace(old=1)))


class Upper(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values.upper())
        print('called', option_string)


u = argparse.ArgumentParser(prog='u', prefix_chars='-+', argument_default=argparse.SUPPRESS)
u.add_argument('+x', action=Upper)
u.add_argument('-y', '--yy', action=Upper)
u.add_argument('-1', dest='one', action='store_true')
u.add_argument('pos', nargs='?')
attempt(u, '+x a --yy b', '', '-1', '-2', 'p', 'p q')
i = argparse.ArgumentParser(prog='i')
i.add_argument('--foo')
i.add_argument('cmd')
i.add_argument('rest', nargs='*', type=int)
print(i.parse_intermixed_args('doit 1 --foo bar 2 3'.split()))
