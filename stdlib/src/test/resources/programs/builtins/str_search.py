"""find, index, count, replace, startswith, partition ..."""
s = 'the cat sat on the mat'
print(s.find('at'), s.rfind('at'), s.find('x'), s.find('at', 6), s.find('at', 6, 8), s.index('cat'), s.rindex('the'), s.count('at'), s.count(''), s.count('a', 5), s.find(''), s.rfind(''), s.find('', 100), s.count('aa'), 'aaaa'.count('aa'))
print(s.replace('at', 'og'), s.replace('at', 'og', 1), s.replace('', '-', 3), s.replace('x', 'y'), 'aaa'.replace('aa', 'b'), ''.replace('', 'x'), 'abc'.replace('', '.'), s.replace('the', '', -1))
print(s.startswith('the'), s.endswith(('x', 'mat')), s.startswith('cat', 4), s.startswith(()), s.endswith('sat', 0, 11), s.startswith('', 100), s.startswith('t', -3))
print(s.partition(' '), s.rpartition(' '), s.partition('zz'), s.rpartition('zz'), s.removeprefix('the '), s.removesuffix('mat'), s.removeprefix('x'))
print(s.split(), s.split(' ', 2), s.rsplit(' ', 2), s.rsplit(None, 1), s.split('at'), '  a  b '.split(), '  a  b '.split(' '), 'a,b,,c,'.split(','), ''.split(), ''.split(','), ' x '.split(None, 0), 'abc'.split('abc'))
print('a\nb\r\nc\x0bd\x85e\u2028f'.splitlines(), 'a\n\nb\n'.splitlines(True), ''.splitlines(), '\n'.splitlines())
print(' x '.strip() + '|', 'xxaxx'.strip('x'), 'abcba'.lstrip('ab'), 'abcba'.rstrip('ab'), '\t\n x\u00a0'.strip(), 'x'.strip(''), 'mississippi'.strip('mip'))
print('-'.join(['a', 'b']), ''.join([]), ','.join('xyz'), ' '.join(str(i) for i in range(3)), 'ab' 'cd', ','.join({'k': 1}), '-'.join(('a',)))
print('abc'.center(9, '*'), 'abc'.ljust(6) + '|', 'abc'.rjust(6, '0'), '-5'.zfill(5), '+'.zfill(3), 'abc'.zfill(2), 'ab'.center(5), 'abc'.center(6), 'a\tbc\td'.expandtabs(), 'a\tb'.expandtabs(2), '\t\n\tx'.expandtabs(4))
t = str.maketrans('abc', 'xyz', 'd')
print('abcd'.translate(t), 'abc'.translate({97: None, 98: 'BB', 99: 120}), str.maketrans({'a': 1, 98: 'q'}), 'hello'.translate(str.maketrans({'l': 'L'})))
for code in ['"a".index("b")', '"a".rindex("b")', '"a".split("")', '"a".partition("")', '"a".join([1])', '"a".join(["x", None])', '"a".join(5)', '"a" + 1', '1 + "a"', '"a" * 1.5', '"a" in 5', '5 in "a"', '"a".center(5, "xx")', '"a".replace("a")',
             '"a".startswith(5)', '"a".startswith(["a"])', '"a".startswith((1,))', '"a".find(1)', '"a".count(None)', '"a".zfill("x")', 'str.maketrans("a", "bc")', 'str.maketrans(1)', 'str.maketrans({"ab": 1})', '"a".strip(1)', '"a".translate(5)',
             '"a".encode("nope")', '"é".encode("ascii")', 'str(b"a", "utf-8", 5)', 'str("a", "utf-8")', '"a".splitlines(1, 2)', '"{}".format()', '"a" < 1', '"%d" % "x"', 'chr(-1)', 'chr(0x110000)', 'ord("ab")', 'ord(5)', '"a".ljust()', '"abc".removeprefix(1)', '"a".expandtabs("x")']:
    try:
        print(code, '=', repr(eval(code)))
    except Exception as e:
        print(code, '->', type(e).__name__, e)
