"""re.Scanner."""
import re


def number(scanner, text):
    return 'number', int(text), scanner.match.span()


s = re.Scanner([(r'\d+', number), (r'[a-z]+', lambda s, t: t.upper()), (r'\s+', None), (r'\(', 'OPEN'),
                (r'=|==', 'EQUAL')])
print(s.scan('12 abc (x 3 == $ rest'))
print(s.scan(''), s.scan('$'))
print(re.Scanner([('a', 1), ('B', 0)], re.I).scan('aAb!'))
print(re.Scanner([('x*', 'X')]).scan('xxy'))
print(type(s).__name__, re.Scanner.__module__, len(s.lexicon))
try:
    re.Scanner([('(', 1)])
except re.error as e:
    print('error')
