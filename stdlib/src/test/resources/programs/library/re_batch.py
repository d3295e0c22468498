"""Thousands of calls of re: each pattern with each text, all functions.

Few results are printed whole, of the others a sum: print them to see where one differs.
"""
import re
import warnings
import zlib

warnings.simplefilter('ignore')
PATTERNS = r'''
a | abc | a.c | a*b | a+b | a?b | (a)(b)? | (a|b)*c | (a|ab)(c|bcd)(d*) | ^abc$ | ^ | $ | \bfoo\b | \Boo | \Aab | bc\Z
[abc]+ | [^abc]+ | [a-c]x | []a]+ | [^]a]+ | [a\-z]+ | [\w.]+@[\w.]+ | [\d\s]+ | [^\W\d_]+ | \d+ | \D+ | \s+ | \S+ | \w+ | \W+
a{2} | a{2,} | a{,2} | a{1,3}? | a{x} | a{ | {2} | a{2}{3} | (?:ab){2} | a*? | a+? | a?? | (a+?)(a*) | .*? | .* | .+?b
(?P<x>a)(?P=x) | (?P<first>\w)(?P<rest>\w*) | (a)\1 | (.)(.)\2\1 | (?:a|b)+ | (?i:A)b | (?i)ab | (?s:a.b) | (?-i:A)b | (?x: a b )c
(?=a)\w+ | (?!a)\w+ | (?<=a)b | (?<!a)b | (?<=ab|cd)e | (?<=(a))b | (?#comment)a | (a)?(?(1)b|c) | (?P<q>")?\w+(?(q)") | (a(?=b))c?
\. | \\ | \n | \t | \x61 | \u0061 | \141 | \0 | \* | \- | é | \u20ac | [à-ü]+ | [\x41-\x43]+ | ß | ſ | İ | (?i)ß | (?i)ſ | (?i)é
x* | | () | (|a)+ | (a|)+ | (a*)* | (a*)+ | (?:a?)*? | (?:a?)*?y | (a)|b | (a)|(b) | ((a)|(b))* | (?:(a)|b)* | (?:(a)|(b)|c)*
a++b | a*+b | a?+b | (?>a+)b | (?>a|ab)c | a{1,2}+a | \d{3}-\d{4} | (\d+)\.(\d+) | ^(\w+)\s*=\s*(.*)$ | <(\w+)>.*?</\1> | "(?:[^"\\]|\\.)*"
(?m:^\w) | (?m)^b | (?m)c$ | (?a:\w+) | (?a)\w+ | (?u:\w+) | [[:alpha:]] | [a-z&&b] | \Z | .\Z | $. | (?=) | (?!) | a(?!) | (?:) | \b | \B
'''.split('|')
TEXTS = ['', 'a', 'b', 'abc', 'aabbcc', 'abcd ABCD', 'foo.bar@baz.org, x', 'a\nb\nc', 'aaa', 'abab', 'foo food 42', '3.14-15',
         'héllo wörld ÀÜ', 'key = value', '<b>x</b><i>y</i>', '"a\\"b" c', 'straße ſIİıSS', 'a.b\\c*', '\0\t ', '€uro😀a', 'aéb', 'xy',
         '555-1234', 'abba abab', 'ac', 'cde abe']
FLAGS = [0, re.I, re.M | re.S, re.A, re.X]


def patterns():
    """The table splits at the bars inside of patterns too: what is left is as good as any."""
    seen = set()
    for line in PATTERNS:
        for part in line.split(' | ') if ' | ' in line else line.split('\n'):
            part = part.strip(' ')
            if part not in seen:
                seen.add(part)
                yield part
    for whole in ('(a|b)*c', '(a|ab)(c|bcd)(d*)', '(?:a|b)+', '(?<=ab|cd)e', '(a)?(?(1)b|c)', '(|a)+', '(a|)+', '(a)|b', '(a)|(b)',
                  '((a)|(b))*', '(?:(a)|b)*', '(?:(a)|(b)|c)*', '(?>a|ab)c', '"(?:[^"\\\\]|\\\\.)*"', 'a|b|', '|a', 'ab|a|abc',
                  '(foo|food)\\b', '(?i:A|é)b', '(?P<a>x)|(?P<b>y)', '^|b', 'b|$', '(?:|a)*b', '(a|b|ab)*?c'):
        if whole not in seen:
            seen.add(whole)
            yield whole


def shown(match):
    if match is None:
        return '-'
    return '%r %r %s %s' % (match.span(), match.groups(), match.lastindex, match.lastgroup)


def results(pattern, text):
    p = pattern
    yield shown(p.search(text))
    yield shown(p.match(text))
    yield shown(p.fullmatch(text))
    yield p.findall(text)
    yield [m.span() for m in p.finditer(text)]
    yield p.split(text)
    yield p.sub('<\\g<0>>', text)
    yield p.subn('-', text, 2)
    yield shown(p.search(text, 1, len(text) - 1))
    yield shown(p.match(text, 2))


calls = 0
for source in patterns():
    for flags in FLAGS:
        try:
            pattern = re.compile(source, flags)
        except re.error as e:
            if flags == 0:
                print(ascii(source), '!!', e, e.pos, e.lineno, e.colno)
            continue
        print(ascii(source), flags, pattern.groups, pattern.groupindex, pattern.flags)
        sums = []
        for text in TEXTS:
            all_results = list(results(pattern, text))
            calls += len(all_results)
            sums.append(zlib.crc32(ascii(all_results).encode()) & 0xfff)
            if text == 'abcd ABCD' or flags == 0 and text in ('aabbcc', 'abba abab', 'a\nb\nc'):
                print('  ', ascii(text), ascii(all_results))
        print('  ', *sums)
print(calls > 10_000)
