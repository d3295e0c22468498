# compile() that gives a syntax tree, and what it refuses.
import ast
import html
import os

tree = compile('x = 1 + y', 'some', 'exec', ast.PyCF_ONLY_AST)
print(ast.dump(tree))
print(ast.dump(compile('f(x)', 'some', 'eval', flags=ast.PyCF_ONLY_AST)))
print(ast.dump(compile(b'1; 2', 'some', 'single', ast.PyCF_ONLY_AST)))
print(compile(tree, 'some', 'exec', ast.PyCF_ONLY_AST) is tree)
names = {'y': 2}
exec(compile(tree, 'some', 'exec'), names)
print(names['x'])


def refused(*arguments):
    try:
        print(compile(*arguments))
    except (ValueError, TypeError, SyntaxError) as e:
        print(type(e).__name__, e)


refused('x', 'f', 'other')
refused('x', 'f', 'other', ast.PyCF_ONLY_AST)
refused('(int) -> str', 'f', 'func_type')
refused('x', 'f', 'exec', 1 << 30)
refused('x', 'f', 'exec', 0, False, 3)
refused('x', 'f', 'exec', 0, False, -2)
refused('x +', 'f', 'exec', ast.PyCF_ONLY_AST)
refused(5, 'f', 'exec', ast.PyCF_ONLY_AST)
print(html.entities.name2codepoint['amp'], os.path.basename(os.__file__))
