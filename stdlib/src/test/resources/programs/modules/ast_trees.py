# ast: parse, dump, walk, visitors, transformers, unparse, compile of a tree.
import ast

SOURCE = '''"""Doc."""
import os.path as p, sys
from . import a as b
@deco(1)
class C(Base, metaclass=M):
    """Class."""
    x: int = 3
    def method(self, a, /, b=1, *args, c, d=2, **kw) -> int:
        return self.x[1:2, ::3] + a ** -b // 2 if not c and d or kw else lambda q=1: q
async def f():
    async with x as y, z: pass
    async for i in await g(): yield i
    return [u async for u in v if u if not u]
try:
    raise E from None
except (A, B) as e:
    del e.x, e[0]
except* C:
    pass
'''.replace('except* C:\n    pass\n', '''else:
    assert x, 'msg'
finally:
    global gg
for i, (j, *k) in {1: 2, **d}.items():
    while (n := next(i)) < 3 <= 4 is not None:
        continue
    else:
        break
match cmd:
    case [1, *rest] | {'k': v, **others} if rest: pass
    case Point(x=0, y=_) as p: pass
    case None | -1 | 'a': pass
    case _: pass
f'{a!r:>{w}} b {c=}'
x += {1, 2}; (a, b) = c = yield_, *d
print(*a, **b, sep='', end=f'{1}')
''')
tree = ast.parse(SOURCE)
print(ast.dump(tree))
print(ast.dump(ast.parse('a + 1'), indent=2, include_attributes=True))
print(ast.dump(ast.parse('x[1]', mode='eval'), annotate_fields=False))
print(ast.unparse(tree))
print(ast.dump(ast.parse(ast.unparse(tree))) == ast.dump(tree))
print(sorted({type(n).__name__ for n in ast.walk(tree)}))
print(ast.get_docstring(tree), ast.get_docstring(tree.body[3]))
print(ast.get_source_segment(SOURCE, tree.body[3].body[2].body[0].value)[:20])


class Names(ast.NodeVisitor):
    def __init__(self):
        self.found = []

    def visit_Name(self, node):
        self.found.append((node.id, type(node.ctx).__name__, node.lineno))
        self.generic_visit(node)


v = Names()
v.visit(tree)
print(v.found)


class Double(ast.NodeTransformer):
    def visit_Constant(self, node):
        if isinstance(node.value, int):
            return ast.copy_location(ast.BinOp(ast.Constant(node.value), ast.Mult(), ast.Constant(2)), node)
        return node

    def visit_Assert(self, node):
        return None


t = ast.fix_missing_locations(Double().visit(ast.parse('x = 3 + 4\nassert x\ny = [x, 1]')))
print(ast.unparse(t))
names = {}
exec(compile(t, '<tree>', 'exec'), names)
print(names['x'], names['y'], eval(compile(ast.parse('1 + 2', mode='eval'), 'f', 'eval')))
n = ast.Name('a', ctx=ast.Load())
print(ast.dump(n), n._fields, ast.Name._attributes, isinstance(n, ast.expr), list(ast.iter_fields(n))[0])
print([ast.dump(c) for c in ast.iter_child_nodes(ast.parse('f(1)').body[0].value)])
for wrong in (lambda: ast.Name('a', None, 3), lambda: ast.dump(5), lambda: ast.parse('x ='), lambda: ast.get_docstring(n)):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
for text in ('(a, b)[0]', '-(-x)', '(-1) ** 2', '-1 ** 2', 'a - (b - c)', '(a or b) and c', '(lambda: 1)()', 'not (not a)', '(yield)',
             'a if b else (c if d else e)', '(a if b else c) if d else e', '[*a, *b]', 'x[a:b, c]', '(await a).b', 'a @ b % c', '1 .real', '(1).x', '1.5.x', '"it\'s"', 'f"{x!s:{y}}"', '(x for x in y)', 'f(x for x in y)', '{**a}', 'a < b < (c < d)', '~a | b ^ c & d << e'):
    print(ast.unparse(ast.parse(text)))
