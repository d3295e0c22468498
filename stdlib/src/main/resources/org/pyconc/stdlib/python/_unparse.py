"""Syntax trees as text."""
import ast
from ast import _SYMBOLS

# How tightly operators bind: a part with a lower number than its place asks for is parenthesised.
(_NAMED, _TUPLE, _YIELD, _TEST, _OR, _AND, _NOT, _CMP, _BITOR, _BITXOR, _BITAND, _SHIFT, _ARITH,
 _TERM, _FACTOR, _POWER, _AWAIT, _ATOM) = range(18)
_LEVELS = {'+': _ARITH, '-': _ARITH, '*': _TERM, '@': _TERM, '/': _TERM, '%': _TERM, '//': _TERM,
           '<<': _SHIFT, '>>': _SHIFT, '|': _BITOR, '^': _BITXOR, '&': _BITAND, '**': _POWER}


class Writer:
    """Writes one tree."""

    def __init__(self):
        self.lines = []
        self.depth = 0

    def write(self, node):
        if isinstance(node, list):
            self.body_lines(node)
        elif isinstance(node, ast.Expression):
            return self.expr(node.body, _NAMED)
        elif isinstance(node, ast.Module):
            self.with_docstring(node)
        elif isinstance(node, ast.Interactive):
            self.body_lines(node.body)
        elif isinstance(node, ast.expr):
            return self.expr(node, _NAMED)
        elif isinstance(node, ast.stmt):
            self.statement(node)
        else:
            return self.other(node)
        return '\n'.join(self.lines).lstrip('\n')

    def other(self, node):
        if isinstance(node, ast.arguments):
            return self.arguments(node)
        if isinstance(node, ast.arg):
            return self.arg(node)
        if isinstance(node, ast.keyword):
            return self.keyword(node)
        if isinstance(node, ast.alias):
            return self.alias(node)
        if isinstance(node, ast.comprehension):
            return self.comprehension(node).lstrip()
        if isinstance(node, ast.withitem):
            return self.withitem(node)
        if isinstance(node, ast.pattern):
            return self.pattern(node)
        return _SYMBOLS.get(type(node), '')

    def line(self, text):
        self.lines.append('    ' * self.depth + text)

    def body_lines(self, body):
        for each in body:
            self.statement(each)

    def block(self, body):
        self.depth += 1
        self.body_lines(body)
        self.depth -= 1

    def with_docstring(self, node):
        body = node.body
        if body and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant) \
                and isinstance(body[0].value.value, str):
            self.line(_docstring(body[0].value.value))
            body = body[1:]
        self.body_lines(body)

    def statement(self, node):
        getattr(self, 'do_' + type(node).__name__)(node)

    def do_Expr(self, node):
        self.line(self.expr(node.value, _YIELD))

    def do_Assign(self, node):
        text = ''.join(self.expr(t, _TUPLE) + ' = ' for t in node.targets)
        self.line(text + self.expr(node.value, _TEST))

    def do_AugAssign(self, node):
        self.line(f'{self.expr(node.target, _TUPLE)} {_SYMBOLS[type(node.op)]}= '
                  f'{self.expr(node.value, _TEST)}')

    def do_AnnAssign(self, node):
        target = self.expr(node.target, _TUPLE)
        if not node.simple and isinstance(node.target, ast.Name):
            target = f'({target})'
        text = f'{target}: {self.expr(node.annotation, _TEST)}'
        if node.value:
            text += f' = {self.expr(node.value, _TEST)}'
        self.line(text)

    def do_Return(self, node):
        self.line('return ' + self.expr(node.value, _TEST) if node.value else 'return')

    def do_Delete(self, node):
        self.line('del ' + ', '.join(self.expr(t, _TEST) for t in node.targets))

    def do_Pass(self, node):
        self.line('pass')

    def do_Break(self, node):
        self.line('break')

    def do_Continue(self, node):
        self.line('continue')

    def do_Global(self, node):
        self.line('global ' + ', '.join(node.names))

    def do_Nonlocal(self, node):
        self.line('nonlocal ' + ', '.join(node.names))

    def do_Import(self, node):
        self.line('import ' + ', '.join(map(self.alias, node.names)))

    def do_ImportFrom(self, node):
        self.line(f'from {"." * (node.level or 0)}{node.module or ""} import '
                  + ', '.join(map(self.alias, node.names)))

    def alias(self, node):
        return node.name + (f' as {node.asname}' if node.asname else '')

    def do_Raise(self, node):
        text = 'raise'
        if node.exc:
            text += ' ' + self.expr(node.exc, _TEST)
        if node.cause:
            text += ' from ' + self.expr(node.cause, _TEST)
        self.line(text)

    def do_Assert(self, node):
        text = 'assert ' + self.expr(node.test, _TEST)
        if node.msg:
            text += ', ' + self.expr(node.msg, _TEST)
        self.line(text)

    def do_If(self, node, word='if'):
        self.line(f'{word} {self.expr(node.test, _NAMED)}:')
        self.block(node.body)
        if len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
            self.do_If(node.orelse[0], 'elif')
        elif node.orelse:
            self.line('else:')
            self.block(node.orelse)

    def do_While(self, node):
        self.line(f'while {self.expr(node.test, _NAMED)}:')
        self.loop_end(node)

    def loop_end(self, node):
        self.block(node.body)
        if node.orelse:
            self.line('else:')
            self.block(node.orelse)

    def do_For(self, node, prefix=''):
        self.line(f'{prefix}for {self.expr(node.target, _TUPLE)} in '
                  f'{self.expr(node.iter, _TEST)}:')
        self.loop_end(node)

    def do_AsyncFor(self, node):
        self.do_For(node, 'async ')

    def do_With(self, node, prefix=''):
        self.line(f'{prefix}with {", ".join(map(self.withitem, node.items))}:')
        self.block(node.body)

    def do_AsyncWith(self, node):
        self.do_With(node, 'async ')

    def withitem(self, node):
        text = self.expr(node.context_expr, _TEST)
        if node.optional_vars:
            text += ' as ' + self.expr(node.optional_vars, _TEST)
        return text

    def do_Try(self, node, star=''):
        self.line('try:')
        self.block(node.body)
        for handler in node.handlers:
            text = 'except' + star
            if handler.type:
                text += ' ' + self.expr(handler.type, _TEST)
            if handler.name:
                text += ' as ' + handler.name
            self.line(text + ':')
            self.block(handler.body)
        for word, body in (('else', node.orelse), ('finally', node.finalbody)):
            if body:
                self.line(word + ':')
                self.block(body)

    def do_TryStar(self, node):
        self.do_Try(node, '*')

    def do_ClassDef(self, node):
        self.blank_line()
        for each in node.decorator_list:
            self.line('@' + self.expr(each, _NAMED))
        inside = ', '.join([self.expr(b, _TEST) for b in node.bases]
                           + [self.keyword(k) for k in node.keywords])
        self.line(f'class {node.name}{"(" + inside + ")" if inside else ""}:')
        self.depth += 1
        self.with_docstring(node)
        self.depth -= 1

    def blank_line(self):
        self.lines.append('')

    def do_FunctionDef(self, node, prefix=''):
        self.blank_line()
        for each in node.decorator_list:
            self.line('@' + self.expr(each, _NAMED))
        returns = f' -> {self.expr(node.returns, _TEST)}' if node.returns else ''
        self.line(f'{prefix}def {node.name}({self.arguments(node.args)}){returns}:')
        self.depth += 1
        self.with_docstring(node)
        self.depth -= 1

    def do_AsyncFunctionDef(self, node):
        self.do_FunctionDef(node, 'async ')

    def arg(self, node):
        return node.arg + (f': {self.expr(node.annotation, _TEST)}' if node.annotation else '')

    def arguments(self, node):
        parts = []
        positional = node.posonlyargs + node.args
        defaults = [None] * (len(positional) - len(node.defaults)) + node.defaults
        for i, (each, default) in enumerate(zip(positional, defaults), 1):
            parts.append(self.arg(each) + (f'={self.expr(default, _TEST)}' if default else ''))
            if i == len(node.posonlyargs):
                parts.append('/')
        if node.vararg or node.kwonlyargs:
            parts.append('*' + (self.arg(node.vararg) if node.vararg else ''))
        for each, default in zip(node.kwonlyargs, node.kw_defaults):
            parts.append(self.arg(each) + (f'={self.expr(default, _TEST)}' if default else ''))
        if node.kwarg:
            parts.append('**' + self.arg(node.kwarg))
        return ', '.join(parts)

    def keyword(self, node):
        return (f'{node.arg}=' if node.arg else '**') + self.expr(node.value, _TEST)

    def do_Match(self, node):
        self.line(f'match {self.expr(node.subject, _TEST)}:')
        self.depth += 1
        for case in node.cases:
            guard = f' if {self.expr(case.guard, _TEST)}' if case.guard else ''
            self.line(f'case {self.pattern(case.pattern)}{guard}:')
            self.block(case.body)
        self.depth -= 1

    def pattern(self, node, level=0):
        match node:
            case ast.MatchValue():
                return self.expr(node.value, _TEST)
            case ast.MatchSingleton():
                return repr(node.value)
            case ast.MatchSequence():
                return '[' + ', '.join(map(self.pattern, node.patterns)) + ']'
            case ast.MatchStar():
                return '*' + (node.name or '_')
            case ast.MatchMapping():
                parts = [f'{self.expr(k, _TEST)}: {self.pattern(p)}'
                         for k, p in zip(node.keys, node.patterns)]
                return '{' + ', '.join(parts + ([f'**{node.rest}'] if node.rest else [])) + '}'
            case ast.MatchClass():
                parts = list(map(self.pattern, node.patterns))
                parts += [f'{n}={self.pattern(p)}'
                          for n, p in zip(node.kwd_attrs, node.kwd_patterns)]
                return f'{self.expr(node.cls, _ATOM)}({", ".join(parts)})'
            case ast.MatchAs():
                if node.pattern is None:
                    return node.name or '_'
                text = f'{self.pattern(node.pattern, 2)} as {node.name}'
                return f'({text})' if level > 0 else text
            case ast.MatchOr():
                text = ' | '.join(self.pattern(p, 2) for p in node.patterns)
                return f'({text})' if level > 1 else text

    def expr(self, node, level):
        text, own = getattr(self, 'of_' + type(node).__name__)(node)
        return f'({text})' if own < level else text

    def of_Name(self, node):
        return node.id, _ATOM

    def of_Constant(self, node):
        value = node.value
        if value is ...:
            return '...', _ATOM
        if isinstance(value, (float, complex)):
            return repr(value).replace('inf', '1e309').replace('nan', '(1e309-1e309)'), _ATOM
        return ('u' if node.kind == 'u' else '') + repr(value), _ATOM

    def of_JoinedStr(self, node):
        parts = []
        self.joined(node, parts)
        text = ''.join(t for t, _ in parts)
        inside = ''.join(t for t, is_code in parts if is_code)
        for quote in ("'", '"', "'''", '"""'):
            if quote not in inside and not ('\n' in text and len(quote) == 1):
                break
        escaped = ''.join(t if is_code else _escape(t, quote) for t, is_code in parts)
        return 'f' + quote + escaped + quote, _ATOM

    def joined(self, node, parts):
        for each in node.values:
            if isinstance(each, ast.Constant):
                parts.append((each.value.replace('{', '{{').replace('}', '}}'), False))
            else:
                self.formatted(each, parts)

    def formatted(self, node, parts):
        code = self.expr(node.value, _TEST + 1)
        parts.append(('{' + (' ' if code.startswith('{') else '') + code, True))
        if node.conversion != -1:
            parts.append(('!' + chr(node.conversion), True))
        if node.format_spec:
            parts.append((':', True))
            self.joined(node.format_spec, parts)
        parts.append(('}', True))

    def of_FormattedValue(self, node):
        return self.of_JoinedStr(ast.JoinedStr(values=[node]))

    def of_BoolOp(self, node):
        is_and = isinstance(node.op, ast.And)
        level = _AND if is_and else _OR
        return (' and ' if is_and else ' or ').join(
            self.expr(v, level + 1) for v in node.values), level

    def of_NamedExpr(self, node):
        return f'({self.expr(node.target, _ATOM)} := {self.expr(node.value, _TEST)})', _ATOM

    def of_BinOp(self, node):
        symbol = _SYMBOLS[type(node.op)]
        level = _LEVELS[symbol]
        if symbol == '**':
            return f'{self.expr(node.left, level + 1)} ** {self.expr(node.right, level)}', level
        return (f'{self.expr(node.left, level)} {symbol} {self.expr(node.right, level + 1)}',
                level)

    def of_UnaryOp(self, node):
        symbol = _SYMBOLS[type(node.op)]
        if symbol == 'not':
            return 'not ' + self.expr(node.operand, _NOT), _NOT
        return symbol + self.expr(node.operand, _FACTOR), _FACTOR

    def of_Lambda(self, node):
        arguments = self.arguments(node.args)
        return f'lambda{" " if arguments else ""}{arguments}: {self.expr(node.body, _TEST)}', _TEST

    def of_IfExp(self, node):
        return (f'{self.expr(node.body, _TEST + 1)} if {self.expr(node.test, _TEST + 1)} else '
                f'{self.expr(node.orelse, _TEST)}'), _TEST

    def of_Dict(self, node):
        return '{' + ', '.join(
            f'{self.expr(k, _TEST)}: {self.expr(v, _TEST)}' if k else
            '**' + self.expr(v, _BITOR) for k, v in zip(node.keys, node.values)) + '}', _ATOM

    def of_Set(self, node):
        if not node.elts:
            return '{*()}', _ATOM
        return '{' + ', '.join(self.expr(e, _TEST) for e in node.elts) + '}', _ATOM

    def of_List(self, node):
        return '[' + ', '.join(self.expr(e, _TEST) for e in node.elts) + ']', _ATOM

    def of_Tuple(self, node):
        inside = ', '.join(self.expr(e, _TEST) for e in node.elts)
        if len(node.elts) == 1:
            inside += ','
        return (inside, _TUPLE) if node.elts else ('()', _ATOM)

    def comprehension(self, node):
        text = f'{" async" if node.is_async else ""} for {self.expr(node.target, _TUPLE)} in ' \
               + self.expr(node.iter, _TEST + 1)
        return text + ''.join(' if ' + self.expr(i, _TEST + 1) for i in node.ifs)

    def comprehensions(self, node):
        return ''.join(map(self.comprehension, node.generators))

    def of_ListComp(self, node):
        return f'[{self.expr(node.elt, _TEST)}{self.comprehensions(node)}]', _ATOM

    def of_SetComp(self, node):
        return '{' + self.expr(node.elt, _TEST) + self.comprehensions(node) + '}', _ATOM

    def of_GeneratorExp(self, node):
        return f'({self.expr(node.elt, _TEST)}{self.comprehensions(node)})', _ATOM

    def of_DictComp(self, node):
        return ('{' + f'{self.expr(node.key, _TEST)}: {self.expr(node.value, _TEST)}'
                + self.comprehensions(node) + '}'), _ATOM

    def of_Await(self, node):
        return 'await ' + self.expr(node.value, _ATOM), _AWAIT

    def of_Yield(self, node):
        text = 'yield' + (' ' + self.expr(node.value, _ATOM) if node.value else '')
        return text, _YIELD

    def of_YieldFrom(self, node):
        return 'yield from ' + self.expr(node.value, _ATOM), _YIELD

    def of_Compare(self, node):
        text = self.expr(node.left, _CMP + 1)
        for op, right in zip(node.ops, node.comparators):
            text += f' {_SYMBOLS[type(op)]} {self.expr(right, _CMP + 1)}'
        return text, _CMP

    def of_Call(self, node):
        parts = [self.expr(a, _TEST) for a in node.args] + [self.keyword(k) for k in node.keywords]
        if len(parts) == 1 and node.args and isinstance(node.args[0], ast.GeneratorExp):
            return f'{self.expr(node.func, _ATOM)}({parts[0]})', _ATOM
        return f'{self.expr(node.func, _ATOM)}({", ".join(parts)})', _ATOM

    def of_Attribute(self, node):
        text = self.expr(node.value, _ATOM)
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, int):
            text += ' '
        return f'{text}.{node.attr}', _ATOM

    def of_Subscript(self, node):
        index = node.slice
        if isinstance(index, ast.Tuple) and index.elts:
            inside = ', '.join(self.expr(e, _TEST) for e in index.elts)
            if len(index.elts) == 1:
                inside += ','
        else:
            inside = self.expr(index, _TEST)
        return f'{self.expr(node.value, _ATOM)}[{inside}]', _ATOM

    def of_Starred(self, node):
        return '*' + self.expr(node.value, _BITOR), _ATOM

    def of_Slice(self, node):
        text = (self.expr(node.lower, _TEST) if node.lower else '') + ':'
        text += self.expr(node.upper, _TEST) if node.upper else ''
        return text + (':' + self.expr(node.step, _TEST) if node.step else ''), _ATOM


def _escape(text, quote):
    text = text.replace('\\', '\\\\')
    if len(quote) == 1:
        text = text.replace('\n', '\\n').replace(quote, '\\' + quote)
    return text.replace('\t', '\\t').replace('\r', '\\r')


def _docstring(text):
    if '"""' in text or text.endswith('"') or '\\' in text or not text.isprintable() and any(
            not c.isprintable() and c not in '\n\t' for c in text):
        body = text.replace('\\', '\\\\').replace('"""', '\\"\\"\\"')
        if body.endswith('"'):
            body = body[:-1] + '\\"'
        return f'"""{body}"""'
    return f'"""{text}"""'
