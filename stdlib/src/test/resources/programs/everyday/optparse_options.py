import io
import optparse
import sys
from optparse import OptionParser, OptionGroup, Option, OptionValueError, make_option

sys.argv[0] = 'folder/tool'


def run(parser, *args):
    try:
        print(*parser.parse_args(list(args)))
    except SystemExit as e:
        print('exit', e.code)


def refused(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


sys.stderr = sys.stdout
p = OptionParser(usage='usage: %prog [options] file', version='%prog 1.2',
                 description='Does something with %prog to a file, and then something else to all of '
                 'the others that are named on its command line.',
                 epilog='See also: nothing. ' * 8)
p.add_option('-f', '--file', dest='filename', help='write report to FILE', metavar='FILE')
p.add_option('-q', '--quiet', action='store_false', dest='verbose', default=True,
             help="don't print status messages to stdout, which would otherwise be filled with them")
p.add_option('-n', type='int', default=3, help='how many [default: %default]')
p.add_option('--a-very-long-option-name', type='float', help='a number')
p.add_option('-c', '--choice', choices=['red', 'green'], default='red')
p.add_option('-v', action='count', dest='level', help='more')
p.add_option('-I', '--include', action='append', help='folders')
p.add_option('--point', nargs=2, type=float)
p.add_option('--secret', help=optparse.SUPPRESS_HELP)
p.add_option('--mode', action='store_const', const=42)
p.add_option('--modes', action='append_const', const=43)
g = OptionGroup(p, 'Dangerous Options', 'Caution: use these at your own risk.')
g.add_option('-g', action='store_true', help='Group option.')
g.add_option('--group-value', help='with a value')
p.add_option_group(g)
run(p)
run(p, '-f', 'x', 'a', 'b')
run(p, '-fx', '-vvv', '-n5', 'a', '--', '-q')
run(p, '--file=x=y', '-I', 'a', '-Ib', '--include=c', '--point', '1', '2.5', '--mode', '--modes', '--modes')
run(p, '--fi', 'abbreviated', '-g')
run(p, '-n', '0x10')
run(p, '-n', '010')
run(p, '-n', '0b11')
for bad in (['-n', 'many'], ['-n'], ['--point', '1'], ['--choice=blue'], ['--quiet=1'], ['-z'], ['--zero'],
            ['--mod', '1'], ['--a', 'x'], ['-n', '08'], ['--m']):
    run(p, *bad)
run(p, '--help')
run(p, '--version')
p.print_usage()
print(p.get_prog_name(), repr(p.get_version()))

t = OptionParser(formatter=optparse.TitledHelpFormatter(width=50), prog='prog')
t.add_option('-x', '--extra', help='something extra that needs more than one line of the help')
tg = t.add_option_group('More', 'of that')
tg.add_option('--more')
print(t.format_help())
narrow = OptionParser(formatter=optparse.IndentedHelpFormatter(width=30, max_help_position=10), add_help_option=False)
narrow.add_option('--extraordinary', '-e', help='something extra that needs more than one line of the help')
print(narrow.format_help())
print(OptionParser(usage=optparse.SUPPRESS_USAGE).format_help())

for args, kwargs in [((), {}), (('x',), {}), (('xy',), {}), (('--',), {}), (('-abc',), {}), (('---a',), {}),
                     (('-a',), dict(action='jump')), (('-a',), dict(type='list')), (('-a',), dict(action='store_true', type='int')),
                     (('-a',), dict(type='choice')), (('-a',), dict(choices='abc')), (('-a',), dict(choices=['x'], type='int')),
                     (('-a',), dict(const=1)), (('-a',), dict(action='count', nargs=1)), (('-a',), dict(action='callback')),
                     (('-a',), dict(action='callback', callback=print, callback_args=[1])),
                     (('-a',), dict(action='callback', callback=print, callback_kwargs=[1])),
                     (('-a',), dict(callback=print)), (('-a',), dict(callback_args=())), (('-a', '--all'), dict(bogus=1, other=2)),
                     (('-a', '--all'), {})]:
    refused(Option, *args, **kwargs) if args != ('-a', '--all') or kwargs else print(str(Option(*args)), Option(*args).dest)

c = OptionParser(prog='p')
c.add_option('-a', '--all')
refused(c.add_option, '-a', '--any')
refused(c.add_option, '-x', '--all')
c.set_conflict_handler('resolve')
c.add_option('-a', '--any')
print(c.has_option('-a'), c.get_option('-a').dest, c.get_option('--all'), c.get_option('--nothing'))
print(c.format_help())
c.remove_option('--all')
refused(c.remove_option, '--all')
refused(c.add_option, 3)
refused(c.set_conflict_handler, 'x')
refused(c.add_option_group, 3)


def callback(option, opt, value, parser, *args, **kwargs):
    print('callback', option, opt, value, args, kwargs, parser.rargs, parser.largs)
    if value == 'bad':
        raise OptionValueError('bad value after %s' % opt)
    setattr(parser.values, option.dest or 'nothing', value)


c.add_option('--call', action='callback', callback=callback, type='string', callback_args=(1,), callback_kwargs={'k': 2})
c.add_option('-k', action='callback', callback=callback)
run(c, 'x', '--call', 'v', '-k', 'y')
run(c, '--call=bad')
c.disable_interspersed_args()
run(c, 'x', '-a', '1')
c.set_defaults(any='some', other=1)
c.set_default('more', 2)
print(c.get_default_values(), c.defaults)
v, rest = c.parse_args([])
print(v == {'any': 'some', 'other': 1, 'more': 2, 'call': None}, v.ensure_value('call', 5), v.call)


class MyOption(Option):
    TYPES = Option.TYPES + ('pair',)
    TYPE_CHECKER = dict(Option.TYPE_CHECKER)
    ACTIONS = Option.ACTIONS + ('extend',)
    STORE_ACTIONS = Option.STORE_ACTIONS + ('extend',)
    TYPED_ACTIONS = Option.TYPED_ACTIONS + ('extend',)
    ALWAYS_TYPED_ACTIONS = Option.ALWAYS_TYPED_ACTIONS + ('extend',)

    def take_action(self, action, dest, opt, value, values, parser):
        if action == 'extend':
            values.ensure_value(dest, []).extend(value.split(','))
        else:
            Option.take_action(self, action, dest, opt, value, values, parser)


def check_pair(option, opt, value):
    try:
        a, b = value.split(':')
        return a, b
    except ValueError:
        raise OptionValueError('option %s: invalid pair: %r' % (opt, value))


MyOption.TYPE_CHECKER['pair'] = check_pair
m = OptionParser(option_class=MyOption, prog='m', option_list=[make_option('-o', type='int')])
m.add_option('-p', type='pair')
m.add_option('-e', action='extend')
m.add_option('-d', type='int', default='12', help='%default given')
run(m, '-p', 'a:b', '-e', 'x,y', '-ez', '-o', '3')
run(m, '-p', 'ab')
print(m.format_option_help())
out = io.StringIO()
m.print_help(out)
print(len(out.getvalue()))
print(sorted(optparse.__all__))
