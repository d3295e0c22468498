"""Case methods and tests of str."""
samples = ['hello World', 'ÉCOLE ß', 'ǆ titlecase', 'ŉ x', '123', '', '٣', '½', 'x1', '_a', ' \t', 'A', 'İ', 'ﬁ', 'ΑΣ', "they're bill's", '中文', '😀a']
for s in samples:
    print(ascii(s), ascii(s.upper()), ascii(s.lower()), ascii(s.title()), ascii(s.capitalize()), ascii(s.swapcase()), ascii(s.casefold()))
    print('  ', s.isalpha(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isalnum(), s.isspace(), s.isupper(), s.islower(), s.istitle(), s.isidentifier(), s.isprintable(), s.isascii())
print('abc' < 'abd', 'Z' < 'a', 'é' > 'z', '😀' > '\uffff', max('hello'), sorted('bca'), 'a' * 3, 3 * 'ab', 'a' * -1)
print(len('😀é'), '😀é'[0], '😀é'[::-1], ord('😀'), chr(128512), [c for c in '😀é'], '😀' in 'x😀', 'a😀b'.index('b'), ascii('😀é'), '\ud83d' == '😀'[0])
