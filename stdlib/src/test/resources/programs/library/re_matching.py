import re

def show(*values):
    print(*[repr(v) for v in values])

show(re.findall(r'\d+', 'a1b22c333'), re.findall(r'(\w)(\d)', 'a1 b2'), re.findall(r'(a)|(b)', 'ab'))
show(re.findall('<td>(.*?)</td>', '<td>1</td><td>2\n</td>', re.S), re.findall('(x)?y', 'xyy'))
show(re.split(r'[,;]\s*', 'a, b;c,d'), re.split(r'(,)', 'a,b,c'), re.split(r'x*', 'axbc'), re.split(',', 'a,b,c', 1))
show(re.split(r'(a)|b', 'xaybz'), re.split('', 'ab'))
show(re.sub('x*', '-', 'abxd'), re.sub('a|b', '<\\g<0>>', 'cab'), re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'))
show(re.sub('a', lambda m: str(m.start()), 'banana'), re.subn('a', 'x', 'banana', 2), re.subn('q', 'x', 'banana'))
show(re.sub('(?P<first>a)(?P<second>b)?', r'[\g<first>\g<2>]', 'abac'), re.sub('a', r'\n\t\\', 'a'), re.sub('a', r'\.\-', 'a'))
show(re.findall(r'|\w+', 'ab cd'), re.findall(r'\b|\w+', 'ab'), [m.span() for m in re.finditer(r'a*?', 'aab')])
show(re.findall(r'a*', 'baac'), re.sub(r'\b', '|', 'hi you'), re.findall('^', 'a\nb\n', re.M), re.findall('$', 'a\nb\n', re.M), re.findall('$', 'a\n'))
m = re.match(r'(?P<y>\d{4})-(?P<m>\d\d)(-(?P<d>\d\d))?', '2024-05 rest')
show(m, m.group(), m.group(0), m.group(1, 2), m.group('y'), m['m'], m[3], m.groups(), m.groups('?'), m.groupdict(), m.groupdict(0))
show(m.start(), m.end(), m.span(), m.span('m'), m.start(3), m.span(4), m.pos, m.endpos, m.lastindex, m.lastgroup, m.string, m.re, m.regs)
show(m.expand(r'\g<m>/\1'), bool(m), m.re.groups, m.re.groupindex, dict(m.re.groupindex), m.re.flags, m.re.pattern)
show(re.match('b', 'ab'), re.search('b', 'ab').span(), re.fullmatch('a|ab', 'ab'), re.fullmatch('a', 'ab'))
p = re.compile('b')
show(p.match('abc', 1), p.search('abcb', 2), p.findall('bbbb', 1, 3), p.search('abc', 0, 1), p.fullmatch('abc', 1, 2))
show(re.compile('^b').search('ab', 1), re.compile(r'(?<=a)b').search('ab', 1), re.compile('b$').search('bc', 0, 1))
show(re.match(r'(a)(b)', 'ab').lastindex, re.match('((ab))', 'ab').lastindex, re.match('(a)|(b)', 'b').lastindex, re.match('a', 'a').lastindex)
show(re.compile('a', re.I), re.compile('a', re.I | re.M | re.S | re.X), re.compile(b'a'), re.compile('a', re.A), re.compile('a' * 300))
show(re.I, re.I | re.M, re.NOFLAG, str(re.S), int(re.X), re.I & re.M, re.compile('(?im)a').flags, bool(re.NOFLAG), re.I == 2, re.M.name, re.M.value)
show(re.findall('(?i)straße|ABC', 'abc STRASSE Straße'), re.findall('é', 'É', re.I), re.findall('É', 'é', re.I | re.A), re.findall('k', '\u212a', re.I))
show(re.findall(r'\w+', 'héllo wörld_1 中文'), re.findall(r'\w+', 'héllo', re.A), re.findall(r'\d+', '१२ 12'), re.findall(r'\d', '१', re.A), re.split(r'\s', 'a\u00a0b\u2003c\x1cd'))
show(re.findall(rb'\w+', b'ab \xe9c'), re.sub(b'a', b'\\g<0>!', b'aba'), re.findall(b'[\x80-\xff]', b'\x80a\xff'), re.split(b',', b'a,b'), re.match(b'(a)(b)?', b'a').groups())
show(re.search('b', 'a\U0001F600b').span(), re.findall('.', 'a\U0001F600b'), re.sub('[\U0001F600-\U0001F64F]', '?', 'x\U0001F601y'), re.match('\U0001F600+', '\U0001F600\U0001F600x').end())
show(re.findall(r'''
  \d+   # digits
  [ #]  # blank or hash
  \ x   # blank and x
''', '12# x 3  x', re.X))
show(re.findall('(?x) a b # c', 'ab'), re.findall('a(?i:b)c', 'aBc abc aBC'), re.findall('(?i:a(?-i:b))', 'Ab AB'), re.findall('(?s:.)', '\n'), re.findall('(?m:^)a', 'a\na'))
show(re.match(r'(a)?b(?(1)c|d)', 'abc'), re.match(r'(a)?b(?(1)c|d)', 'bd'), re.match(r'(a)?b(?(1)c|d)', 'abd'), re.match('(?P<q>")?x(?(q)")$', '"x"'), re.match('(?P<q>")?x(?(q)")$', '"x'), re.match('(<)?(a)(?(1)>)(z)', '<a>z').groups())
show(re.findall(r'(\w)\1', 'aabbcd'), re.findall(r'(?P<a>.)(?P=a)', 'xxyz'), re.match(r'(a)\1{2}', 'aaa'), re.match(r'(.)(.)(.)(.)(.)(.)(.)(.)(.)(.)\10', 'abcdefghijj'))
show(re.findall('(?<!a)b', 'ab bb'), re.findall('(?<=ab|cd)e', 'abe cde'), re.findall('a(?!b)', 'ab ac'), re.findall('a(?=b)', 'ab ac'))
show(re.findall('a{2}', 'aaaaa'), re.findall('a{2,}', 'aaaaa'), re.findall('a{,2}', 'aaa'), re.findall('a{1,2}?', 'aaa'), re.findall('a{', 'a{'), re.findall('a{}', 'a{}'), re.findall('x{a}', 'x{a}'), re.findall('a{,}', 'a{,}aa'))
show(re.match('a++a', 'aaa'), re.match('a*+b', 'aab'), re.match('(?>a+)a', 'aa'), re.match('a?+a', 'a'), re.match('(?:ab){1,2}+ab', 'abab'))
show(re.findall('[]a]', ']a'), re.findall('[^]a]', ']ab'), re.findall('[a-]', 'a-'), re.findall(r'[\w-]+', 'a-b c'), re.findall(r'[\]\\]', ']\\'), re.findall('[&&a]', 'a&'), re.findall(r'[^\W\d]+', 'ab1_c'))
show(re.findall(r'[\d\s.]+', '1 2.3x'), re.findall(r'[\S]', 'a b'), re.findall(r'\x41\u0042\U00000043\103\0', 'ABCC\0'), re.findall(r'\N{LATIN SMALL LETTER A}', 'a'), re.findall(r'[\b]', '\b'))
show(re.escape('a.b*c d-e_f\n#~é@'), re.escape(b'a.b'), re.findall(r'\Aa|b\Z', 'ab'), re.findall(r'b\Z', 'b\n'), re.findall(r'\Bb', 'ab b'), re.search(r'\B', ''), re.findall(r'\b', ''))
show(re.findall('.', 'a\nb\r\u2028'), re.findall('a.b', 'a\nb', re.DOTALL), re.findall('^.*$', 'x\r\ny', re.M))
show(list(re.finditer('a', 'aXa')), [m.group() for m in re.compile(r'(?P<w>\w+)').finditer('a bc')])
show(p == re.compile('b'), p == re.compile('b', re.I), hash(p) == hash(re.compile('b')), {p: 1}[re.compile('b')], p != 'b')
import copy
show(copy.copy(p) is p, copy.deepcopy(m) is m, type(p), type(m), re.Pattern, isinstance(p, re.Pattern))
tokens = re.compile(r'(?P<num>\d+)|(?P<op>[-+*/])|(?P<name>[a-z]+)|(?P<ws>\s+)')
show([(m.lastgroup, m.group()) for m in tokens.finditer('x1 + 23*y')])
show(re.sub('(a)(b)?', r'<\1\2>', 'aab'), re.sub('.', r'\g<0>\g<0>', 'ab'), re.sub('b', None.__class__.__name__, 'abc'))
show(re.sub(r'(?<=a)(?=b)', '-', 'ab ab'), re.sub('a', '', 'banana', count=1), re.sub('(?m)^', '> ', 'x\ny'))
show(re.match('(?:a|b)*c', 'ab' * 3000 + 'c').end(), re.match('(?:ab|cd)*', 'abcd' * 500).end(), re.match('(.)*', 'x' * 2000).span(1))
show(re.search('(a|b|ab)*c', 'ababc').groups(), re.match('(a*)*', 'aa').groups(), re.match('(a*)+', 'aa').groups(), re.match('(?:(a)|b)*', 'ab').groups(), re.match(r'(a)|b', 'b').group(1))
class S(str):
    pass
show(re.sub('x', 'y', S('ax')), re.sub('q', 'y', S('ax')), type(re.match('a', S('a')).string), re.match('a', S('a')).group().__class__)
show(re.findall('a', bytearray().join([b'a']).decode()), re.findall(b'a', bytearray(b'aa')), re.findall(b'a', memoryview(b'aa')))
show(re.template if hasattr(re, 'nothing') else None, re.purge())
