"""Syntax trees: parsing, walking, changing, writing."""
import sys as _sys

PyCF_ONLY_AST = 0x400
PyCF_TYPE_COMMENTS = 0x1000
PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000


class AST:
    """A node of a syntax tree."""

    __module__ = 'ast'
    _fields = ()
    _attributes = ()
    __match_args__ = ()

    def __init__(self, *args, **kwargs):
        if len(args) > len(self._fields):
            count = len(self._fields)
            raise TypeError(f'{type(self).__name__} constructor takes at most {count} '
                            f'positional argument{"" if count == 1 else "s"}')
        for name, value in zip(self._fields, args):
            setattr(self, name, value)
        for name, value in kwargs.items():
            if name in self._fields[:len(args)]:
                raise TypeError(f"{type(self).__name__} got multiple values for argument '{name}'")
            setattr(self, name, value)

    def __reduce__(self):
        return type(self), (), self.__dict__

    def __pyconc_source__(self):
        """The text that stands for the tree when it is compiled."""
        return unparse(self)


_PLACE = ('lineno', 'col_offset', 'end_lineno', 'end_col_offset')
_GRAMMAR = '''
mod: Module body* type_ignores*|Interactive body*|Expression body|FunctionType argtypes* returns
stmt@: FunctionDef name args body* decorator_list* returns? type_comment?\
|AsyncFunctionDef name args body* decorator_list* returns? type_comment?\
|ClassDef name bases* keywords* body* decorator_list*|Return value?|Delete targets*\
|Assign targets* value type_comment?|AugAssign target op value\
|AnnAssign target annotation value? simple|For target iter body* orelse* type_comment?\
|AsyncFor target iter body* orelse* type_comment?|While test body* orelse*|If test body* orelse*\
|With items* body* type_comment?|AsyncWith items* body* type_comment?|Match subject cases*\
|Raise exc? cause?|Try body* handlers* orelse* finalbody*|TryStar body* handlers* orelse* finalbody*\
|Assert test msg?|Import names*|ImportFrom module? names* level?|Global names*|Nonlocal names*\
|Expr value|Pass|Break|Continue
expr@: BoolOp op values*|NamedExpr target value|BinOp left op right|UnaryOp op operand\
|Lambda args body|IfExp test body orelse|Dict keys* values*|Set elts*|ListComp elt generators*\
|SetComp elt generators*|DictComp key value generators*|GeneratorExp elt generators*|Await value\
|Yield value?|YieldFrom value|Compare left ops* comparators*|Call func args* keywords*\
|FormattedValue value conversion format_spec?|JoinedStr values*|Constant value kind?\
|Attribute value attr ctx|Subscript value slice ctx|Starred value ctx|Name id ctx|List elts* ctx\
|Tuple elts* ctx|Slice lower? upper? step?
expr_context: Load|Store|Del
boolop: And|Or
operator: Add|Sub|Mult|MatMult|Div|Mod|Pow|LShift|RShift|BitOr|BitXor|BitAnd|FloorDiv
unaryop: Invert|Not|UAdd|USub
cmpop: Eq|NotEq|Lt|LtE|Gt|GtE|Is|IsNot|In|NotIn
comprehension: =comprehension target iter ifs* is_async
excepthandler@: ExceptHandler type? name? body*
arguments: =arguments posonlyargs* args* vararg? kwonlyargs* kw_defaults* kwarg? defaults*
arg@: =arg arg annotation? type_comment?
keyword@: =keyword arg? value
alias@: =alias name asname?
withitem: =withitem context_expr optional_vars?
match_case: =match_case pattern guard? body*
pattern@: MatchValue value|MatchSingleton value|MatchSequence patterns*\
|MatchMapping keys* patterns* rest?|MatchClass cls patterns* kwd_attrs* kwd_patterns*\
|MatchStar name?|MatchAs pattern? name?|MatchOr patterns*
type_ignore: TypeIgnore lineno tag
'''


def _define(names):
    for line in _GRAMMAR.strip().splitlines():
        family, _, members = line.partition(': ')
        attributes = _PLACE if family.endswith('@') else ()
        family = family.rstrip('@')
        base = AST
        if not members.startswith('='):
            base = type(family, (AST,), _body((), attributes))
            names[family] = base
        for member in members.lstrip('=').split('|'):
            name, *fields = member.split()
            names[name] = type(name, (base,), _body(fields, attributes))


def _body(fields, attributes):
    plain = tuple(f.rstrip('*?') for f in fields)
    body = {'__module__': 'ast', '_fields': plain, '__match_args__': plain}
    if attributes:
        body['_attributes'] = attributes
        body['end_lineno'] = body['end_col_offset'] = None
    for field in fields:
        if field.endswith('?'):
            body[field[:-1]] = None
    return body


_define(globals())


class _Old(type):
    def __instancecheck__(cls, instance):
        return isinstance(instance, Constant) and isinstance(instance.value, cls._types) and not (
            cls.__name__ == 'Num' and isinstance(instance.value, bool))


class Num(Constant, metaclass=_Old):
    _fields = ('n',)
    _types = (int, float, complex)

    def __new__(cls, *args, **kwargs):
        return Constant(*args, **kwargs)


class Str(Constant, metaclass=_Old):
    _fields = ('s',)
    _types = str

    def __new__(cls, *args, **kwargs):
        return Constant(*args, **kwargs)


class Bytes(Constant, metaclass=_Old):
    _fields = ('s',)
    _types = bytes

    def __new__(cls, *args, **kwargs):
        return Constant(*args, **kwargs)


class NameConstant(Constant, metaclass=_Old):
    _types = (type(None), bool)

    def __new__(cls, *args, **kwargs):
        return Constant(*args, **kwargs)


class Ellipsis(Constant, metaclass=_Old):
    _fields = ()
    _types = type(...)

    def __new__(cls, *args, **kwargs):
        return Constant(..., *args, **kwargs)


Constant.n = Constant.s = property(lambda self: self.value,
                                   lambda self, value: setattr(self, 'value', value))

_BINARY = {'+': Add, '-': Sub, '*': Mult, '@': MatMult, '/': Div, '%': Mod, '**': Pow,
           '<<': LShift, '>>': RShift, '|': BitOr, '^': BitXor, '&': BitAnd, '//': FloorDiv}
_UNARY = {'~': Invert, 'not': Not, '+': UAdd, '-': USub}
_COMPARE = {'==': Eq, '!=': NotEq, '<': Lt, '<=': LtE, '>': Gt, '>=': GtE, 'is': Is,
            'is not': IsNot, 'in': In, 'not in': NotIn}
_SYMBOLS = {cls: symbol for table in (_BINARY, _UNARY, _COMPARE) for symbol, cls in table.items()}
_SINGLE = {cls: cls() for cls in (*_SYMBOLS, And, Or, Load, Store, Del)}


def _build(part):
    """The node that a tuple of the parser stands for."""
    if type(part) is list:
        return [_build(each) for each in part]
    if type(part) is not tuple:
        return part
    name, place, *values = part
    cls = globals()[name]
    node = cls.__new__(cls)
    if name == 'BinOp' or name == 'AugAssign':
        values[1] = _SINGLE[_BINARY[values[1]]]
    elif name == 'UnaryOp':
        values[0] = _SINGLE[_UNARY[values[0]]]
    elif name == 'BoolOp':
        values[0] = _SINGLE[And if values[0] == 'And' else Or]
    elif name == 'Compare':
        values[1] = [_SINGLE[_COMPARE[symbol]] for symbol in values[1]]
    if name == 'Constant':
        node.value, node.kind = values
    else:
        for field, value in zip(cls._fields, values):
            setattr(node, field, _build(value) if type(value) in (list, tuple) else value)
    if 'ctx' in cls._fields:
        node.ctx = _SINGLE[Load]
    if place is not None:
        node.lineno, node.col_offset, node.end_lineno, node.end_col_offset = place
    for field in _TARGETS.get(name, ()):
        _set_context(getattr(node, field), Del if name == 'Delete' else Store)
    return node


_TARGETS = {'Assign': ('targets',), 'AugAssign': ('target',), 'AnnAssign': ('target',),
            'For': ('target',), 'AsyncFor': ('target',), 'comprehension': ('target',),
            'NamedExpr': ('target',), 'withitem': ('optional_vars',), 'Delete': ('targets',)}


def _set_context(target, context):
    if isinstance(target, list):
        for each in target:
            _set_context(each, context)
    elif target is not None:
        target.ctx = _SINGLE[context]
        if isinstance(target, (Tuple, List)):
            _set_context(target.elts, context)
        elif isinstance(target, Starred):
            _set_context(target.value, context)


def parse(source, filename='<unknown>', mode='exec', *, type_comments=False, feature_version=None):
    """Parse the source into an AST node."""
    from _ast_tree import tree
    if isinstance(source, AST):
        return source
    if mode == 'func_type':
        raise ValueError('mode func_type is not supported')
    if mode not in ('exec', 'eval', 'single'):
        raise ValueError("compile() mode must be 'exec', 'eval', 'single' or 'func_type'")
    if isinstance(source, (bytes, bytearray)):
        source = bytes(source).decode('utf-8-sig')
    elif not isinstance(source, str):
        raise TypeError('compile() arg 1 must be a string, bytes or AST object')
    if isinstance(filename, (bytes, bytearray)):
        filename = bytes(filename).decode()
    if mode == 'eval':
        return Expression(body=_build(tree(source.lstrip(' \t'), filename, mode)))
    if mode == 'single':
        compile(source, filename, mode)
        return Interactive(body=_build(tree(source, filename, 'exec')))
    return Module(body=_build(tree(source, filename, mode)), type_ignores=[])


def literal_eval(node_or_string):
    """The value of an expression that is made of literals only."""
    if isinstance(node_or_string, str):
        node_or_string = parse(node_or_string.lstrip(' \t'), mode='eval')
    if isinstance(node_or_string, Expression):
        node_or_string = node_or_string.body
    return _literal(node_or_string)


def _malformed(node):
    message = 'malformed node or string'
    if lno := getattr(node, 'lineno', None):
        message += f' on line {lno}'
    raise ValueError(message + f': {node!r}')


def _number(node):
    if type(node) is not Constant or type(node.value) not in (int, float, complex):
        _malformed(node)
    return node.value


def _signed(node):
    if type(node) is UnaryOp and type(node.op) in (UAdd, USub):
        value = _number(node.operand)
        return +value if type(node.op) is UAdd else -value
    return _number(node)


def _literal(node):
    kind = type(node)
    if kind is Constant:
        return node.value
    if kind is Tuple:
        return tuple(map(_literal, node.elts))
    if kind is List:
        return list(map(_literal, node.elts))
    if kind is Set:
        return set(map(_literal, node.elts))
    if (kind is Call and type(node.func) is Name and node.func.id == 'set'
            and node.args == node.keywords == []):
        return set()
    if kind is Dict:
        if len(node.keys) != len(node.values):
            _malformed(node)
        return dict(zip(map(_literal, node.keys), map(_literal, node.values)))
    if kind is BinOp and type(node.op) in (Add, Sub):
        left = _signed(node.left)
        right = _number(node.right)
        if isinstance(left, (int, float)) and isinstance(right, complex):
            return left + right if type(node.op) is Add else left - right
    return _signed(node)


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None):
    """A text that shows the tree."""
    if not isinstance(node, AST):
        raise TypeError('expected AST, got %r' % node.__class__.__name__)
    if indent is not None and not isinstance(indent, str):
        indent = ' ' * indent
    return _dump(node, annotate_fields, include_attributes, indent, 0)[0]


def _dump(node, names, places, indent, level):
    """The text, and whether it is simple enough to stand on a line with others."""
    level += 1
    if indent is None:
        start, between = '', ', '
    else:
        start = '\n' + indent * level
        between = ',' + start
    if isinstance(node, AST):
        cls = type(node)
        parts = []
        simple = True
        named = names
        for name in node._fields:
            try:
                value = getattr(node, name)
            except AttributeError:
                named = True
                continue
            if value is None and getattr(cls, name, ...) is None:
                named = True
                continue
            text, is_simple = _dump(value, names, places, indent, level)
            simple = simple and is_simple
            parts.append(f'{name}={text}' if named else text)
        if places and node._attributes:
            for name in node._attributes:
                try:
                    value = getattr(node, name)
                except AttributeError:
                    continue
                if value is None and getattr(cls, name, ...) is None:
                    continue
                text, is_simple = _dump(value, names, places, indent, level)
                simple = simple and is_simple
                parts.append(f'{name}={text}')
        if simple and len(parts) <= 3:
            return f'{cls.__name__}({", ".join(parts)})', not parts
        return f'{cls.__name__}({start}{between.join(parts)})', False
    if isinstance(node, list):
        if not node:
            return '[]', True
        items = between.join(_dump(x, names, places, indent, level)[0] for x in node)
        return f'[{start}{items}]', False
    return repr(node), True


def copy_location(new_node, old_node):
    """Copy the place in the source."""
    for name in _PLACE:
        if name in old_node._attributes and name in new_node._attributes:
            value = getattr(old_node, name, None)
            if value is not None or (hasattr(old_node, name) and name.startswith('end_')):
                setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    """Gives nodes without a place that of their parent."""
    def fix(node, place):
        place = list(place)
        for i, name in enumerate(_PLACE):
            if name in node._attributes:
                if getattr(node, name, None) is None:
                    setattr(node, name, place[i])
                else:
                    place[i] = getattr(node, name)
        for child in iter_child_nodes(node):
            fix(child, place)
    fix(node, (1, 0, 1, 0))
    return node


def increment_lineno(node, n=1):
    """Moves a tree by some lines."""
    for child in walk(node):
        if isinstance(child, TypeIgnore):
            child.lineno = getattr(child, 'lineno', 0) + n
            continue
        if 'lineno' in child._attributes:
            child.lineno = getattr(child, 'lineno', 0) + n
        if 'end_lineno' in child._attributes and getattr(child, 'end_lineno', 0) is not None:
            child.end_lineno = getattr(child, 'end_lineno', 0) + n
    return node


def iter_fields(node):
    """Pairs of the fields that are there and their values."""
    for name in node._fields:
        try:
            yield name, getattr(node, name)
        except AttributeError:
            pass


def iter_child_nodes(node):
    """The nodes directly below."""
    for _, value in iter_fields(node):
        if isinstance(value, AST):
            yield value
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, AST):
                    yield item


def walk(node):
    """The node and all below it, level by level."""
    from collections import deque
    todo = deque([node])
    while todo:
        node = todo.popleft()
        todo.extend(iter_child_nodes(node))
        yield node


def get_docstring(node, clean=True):
    """The docstring of a module, class or function."""
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError("%r can't have docstrings" % (node.__class__.__name__))
    if not (node.body and isinstance(node.body[0], Expr)):
        return None
    value = node.body[0].value
    if not (isinstance(value, Constant) and isinstance(value.value, str)):
        return None
    if clean:
        import inspect
        return inspect.cleandoc(value.value)
    return value.value


def get_source_segment(source, node, *, padded=False):
    """The part of the source that made the node, or None."""
    try:
        if node.end_lineno is None or node.end_col_offset is None:
            return None
        first, last = node.lineno - 1, node.end_lineno - 1
        start, end = node.col_offset, node.end_col_offset
    except AttributeError:
        return None
    lines = source.splitlines(keepends=True)
    if first == last:
        return lines[first].encode()[start:end].decode()
    before = lines[first].encode()[:start].decode()
    padding = ''.join(c if c in '\f\t' else ' ' for c in before) if padded else ''
    parts = [padding + lines[first].encode()[start:].decode(), *lines[first + 1:last],
             lines[last].encode()[:end].decode()]
    return ''.join(parts)


class NodeVisitor:
    """Calls a method `visit_CLASS` for each node."""

    def visit(self, node):
        method = getattr(self, 'visit_' + node.__class__.__name__, None)
        if method is None and isinstance(node, Constant):
            method = self._old_method(node.value)
        return (method or self.generic_visit)(node)

    def _old_method(self, value):
        names = {bool: 'NameConstant', type(None): 'NameConstant', int: 'Num', float: 'Num',
                 complex: 'Num', str: 'Str', bytes: 'Bytes', type(...): 'Ellipsis'}
        method = getattr(self, 'visit_' + names.get(type(value), ''), None)
        if method is not None:
            import warnings
            warnings.warn(f'{method.__name__} is deprecated; add visit_Constant',
                          DeprecationWarning, 3)
        return method

    def generic_visit(self, node):
        for _, value in iter_fields(node):
            if isinstance(value, list):
                for item in value:
                    if isinstance(item, AST):
                        self.visit(item)
            elif isinstance(value, AST):
                self.visit(value)


class NodeTransformer(NodeVisitor):
    """Replaces each node by what its method returns; None removes it."""

    def generic_visit(self, node):
        for name, old in iter_fields(node):
            if isinstance(old, list):
                new = []
                for value in old:
                    if isinstance(value, AST):
                        value = self.visit(value)
                        if value is None:
                            continue
                        if not isinstance(value, AST):
                            new.extend(value)
                            continue
                    new.append(value)
                old[:] = new
            elif isinstance(old, AST):
                value = self.visit(old)
                if value is None:
                    delattr(node, name)
                else:
                    setattr(node, name, value)
        return node


def unparse(ast_obj):
    """A text that parses to the same tree."""
    from _unparse import Writer
    return Writer().write(ast_obj)


def main():
    """Shows the tree of a file."""
    import argparse
    parser = argparse.ArgumentParser(prog='python -m ast')
    parser.add_argument('infile', nargs='?', default='-')
    parser.add_argument('-m', '--mode', default='exec', choices=('exec', 'single', 'eval'))
    parser.add_argument('-a', '--include-attributes', action='store_true')
    parser.add_argument('-i', '--indent', type=int, default=3)
    args = parser.parse_args()
    if args.infile == '-':
        source = _sys.stdin.read()
    else:
        with open(args.infile) as f:
            source = f.read()
    tree = parse(source, args.infile, args.mode)
    print(dump(tree, include_attributes=args.include_attributes, indent=args.indent))


if __name__ == '__main__':
    main()
