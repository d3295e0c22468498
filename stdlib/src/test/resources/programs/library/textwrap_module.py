import textwrap

text = "The quick brown-fox jumped over the lazy dog -- it was a well-known, self-evident truth; isn't it? Yes.  And supercalifragilisticexpialidocious words/paths break."
for width in (10, 20, 33, 70):
    print(width, textwrap.wrap(text, width))
print(textwrap.fill(text, 30, initial_indent='* ', subsequent_indent='  '))
print(textwrap.wrap(text, 20, break_long_words=False), textwrap.wrap(text, 15, break_on_hyphens=False))
print(textwrap.shorten(text, 40), '|', textwrap.shorten('Hello  world!', 12), '|', textwrap.shorten('Hello  world!', 11), '|', textwrap.shorten('Hello world', 10, placeholder='...'))
print(repr(textwrap.dedent('''
    a
      b

    c
''')), repr(textwrap.dedent('  a\n\tb\n')), repr(textwrap.dedent('a\n  b')))
print(repr(textwrap.indent('a\n\nb\n', '> ')), repr(textwrap.indent('a\n\nb', '> ', lambda line: True)))
print(textwrap.wrap('a\tb\nc', 10), textwrap.wrap('', 5), textwrap.wrap('   x', 5), textwrap.wrap('word ' * 10, 12, max_lines=2), textwrap.wrap('aaa bbb ccc', 3, max_lines=1, placeholder='~'))
print(textwrap.TextWrapper(width=25, fix_sentence_endings=True).wrap('One. two. Three! four. five? six.'))
for arguments in ((0,), (-1,)):
    try:
        textwrap.wrap('abc', *arguments)
    except ValueError as e:
        print(e)
print(textwrap.wrap('你好 世界 abc-def 1-2 a--b x-- --y -z', 6), textwrap.wrap('1234567890', 4))
