# ast.literal_eval: values that are written as literals, and texts that are not.
import ast

for text in ('1', '-2.5', '  "a"', "b'x'", '[1, (2, 3), {"a": {4}}]', 'None', 'True', '...', '3+4j', '-1-2.5j', 'set()',
             '{}', '()', '(1,)', '+5', '"a" "b"', "{'k': [1, 2, {'x': None}], 2: (True, False)}", '0x1F', '1_000'):
    print(text, '->', repr(ast.literal_eval(text)))
print(ast.literal_eval(ast.parse('[1, 2]', mode='eval')), ast.literal_eval(ast.Constant(7)))
for text in ('a', 'f(1)', '1 + 2', '[x for x in y]', '__import__("os")', 'a.b', '-"a"', '{**{}}', '-True', '2 ** 3', 'not 1'):
    try:
        print(text, ast.literal_eval(text))
    except ValueError as e:
        print(text, type(e).__name__, str(e).partition(' object at')[0])
for text in ('', '1 +', '[1', 'x = 1', '1; 2'):
    try:
        print(repr(text), ast.literal_eval(text))
    except SyntaxError as e:
        print(repr(text), type(e).__name__, e.msg)
try:
    ast.literal_eval('{[]: 1}')
except TypeError as e:
    print(e)
