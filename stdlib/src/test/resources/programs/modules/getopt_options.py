# getopt: options of one letter, long ones, abbreviations, errors.
import getopt

print(getopt.getopt('-a -b -cfoo -d bar a1 a2'.split(), 'abc:d:'))
print(getopt.getopt('--condition=foo --testing --output-file abc.def -x a1 a2'.split(), 'x',
                    ['condition=', 'output-file=', 'testing']))
print(getopt.getopt(['-abc', '--', '-d'], 'abc'), getopt.getopt(['-', '-a'], 'a'), getopt.getopt([], ''))
print(getopt.getopt(['--out', 'x', '--verb'], '', ['output=', 'verbose']))
print(getopt.gnu_getopt('a -b c --long d -- -e'.split(), 'b', ['long']))
print(getopt.gnu_getopt('-a x -b y'.split(), '+ab:'))
for args, short, names in ((['-x'], 'a', []), (['-a'], 'a:', []), (['--foo'], '', ['bar']), (['--bar'], '', ['bar=']),
                           (['--bar=1'], '', ['bar']), (['--b'], '', ['bar', 'baz'])):
    try:
        print(getopt.getopt(args, short, names))
    except getopt.GetoptError as e:
        print(e, repr(e.msg), repr(e.opt), e.args)
print(getopt.error is getopt.GetoptError)
