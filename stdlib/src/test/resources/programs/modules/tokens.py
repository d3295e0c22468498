"""tokenize: tokens of programs, their encoding, and back."""
import io
import token
import tokenize

text = '''\
def f(x, *, y=0x1F):  # a comment
    """Doc
    string"""

    if x >= 1_000.5e3j and not y != 2:
        return f'{x!r}' + rb"a\\"b" \\
            + 'end'
\ttail = [1,
   2, ...]
async def g(): x: int = (yield) -> 3
é @= ~1 // 2 ** 3 := 4
'''
for t in tokenize.generate_tokens(io.StringIO(text.replace('\ttail', '    tail')).readline):
    print(t.start, t.end, tokenize.tok_name[t.type], tokenize.tok_name[t.exact_type], repr(t.string))
t = next(tokenize.tokenize(io.BytesIO(b'x = 1\n').readline))
print(t)
print(list(tokenize.tokenize(io.BytesIO('# coding: latin-1\né = 1'.encode('latin-1')).readline))[-4:])

plain = 'a = (1 +\n   2)\nif a:\n    b( c )\n# end\n'
tokens = list(tokenize.generate_tokens(io.StringIO(plain).readline))
print(tokenize.untokenize(tokens) == plain)
print(repr(tokenize.untokenize([t[:2] for t in tokens])))
print(tokenize.untokenize(tokenize.tokenize(io.BytesIO(plain.encode()).readline)))

for wrong in 'x = (1,\n', 'x = """abc\n', "x = 'abc\n", 'if x:\n        a\n    b\n', 'a $ b ? !\n', '  x\n y\n':
    try:
        for t in tokenize.generate_tokens(io.StringIO(wrong).readline):
            if t.type in (token.ERRORTOKEN, token.INDENT):
                print(t)
    except (tokenize.TokenError, IndentationError) as e:
        print(type(e).__name__, e.args)
for first in (b'', b'# -*- coding: UTF8 -*-\n', b'\xef\xbb\xbfx\n', b'#!\n# vim: fileencoding=latin-1\n',
              b'\xef\xbb\xbf# coding: latin-1\n', b'# coding: nothing\n', b'x\n# coding: latin-1\n', b'\xff\n'):
    try:
        print(tokenize.detect_encoding(io.BytesIO(first).readline))
    except SyntaxError as e:
        print('SyntaxError', e)
print(token.NAME, token.tok_name[token.OP], token.ISEOF(0), token.EXACT_TOKEN_TYPES['->'] == token.RARROW)
