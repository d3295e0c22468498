"""Prints data structures so that people can read them.

See https://docs.python.org/3.11/library/pprint.html
"""

import sys
from collections import (ChainMap, Counter, OrderedDict, UserDict, UserList, UserString,
                         defaultdict, deque)
from io import StringIO
from types import MappingProxyType, SimpleNamespace

__all__ = ['pprint', 'pformat', 'isreadable', 'isrecursive', 'saferepr', 'PrettyPrinter', 'pp']


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False,
           sort_dicts=True, underscore_numbers=False):
    """Print an object to a stream, sys.stdout unless told otherwise."""
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
            underscore_numbers=False):
    """The text that pprint() prints."""
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """As pprint(), with dicts in their own order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """The representation of an object that may contain itself."""
    return PrettyPrinter()._line(object, {}, 0)[0]


def isreadable(object):
    """Whether eval() could read the text."""
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    """Whether an object contains itself."""
    return PrettyPrinter().isrecursive(object)


class _Key:
    """Compares by value, or by type where values do not compare."""

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return (str(type(self.value)), id(self.value)) < \
                (str(type(other.value)), id(other.value))


class PrettyPrinter:
    """Prints objects with given width and indentation."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False,
                 sort_dicts=True, underscore_numbers=False):
        indent = int(indent)
        width = int(width)
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._depth = depth
        self._indent_per_level = indent
        self._width = width
        self._stream = sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        if self._stream is not None:
            self._format(object, self._stream, 0, 0, {}, 0)
            self._stream.write('\n')

    def pformat(self, object):
        out = StringIO()
        self._format(object, out, 0, 0, {}, 0)
        return out.getvalue()

    def isrecursive(self, object):
        return self._line(object, {}, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self._line(object, {}, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        """Text of an object on one line, whether eval() reads it, whether it contains itself."""
        return self._line(object, context, level)

    def _items(self, object):
        items = object.items()
        if not self._sort_dicts:
            return list(items)
        return sorted(items, key=lambda item: (_Key(item[0]), _Key(item[1])))

    def _format(self, object, out, indent, allowance, context, level):
        if id(object) in context:
            out.write(_recursion(object))
            return
        text = self._one(object, context, level)
        if len(text) <= self._width - indent - allowance:
            out.write(text)
            return
        method = type(object).__repr__
        context[id(object)] = 1
        level += 1
        write = self._block(object, method)
        if write is None:
            fields = _fields(object)
            if fields is None:
                out.write(text)
            else:
                name = type(object).__qualname__
                out.write(name + '(')
                self._attributes(fields, out, indent + len(name) + 1, allowance, context, level)
                out.write(')')
        else:
            write(object, out, indent, allowance, context, level)
        del context[id(object)]

    def _block(self, object, method):
        if method is dict.__repr__:
            return self._dict
        if method is OrderedDict.__repr__:
            return self._ordered if len(object) else None
        if method is list.__repr__:
            return lambda *args: self._sequence('[', ']', *args)
        if method is tuple.__repr__:
            end = ',)' if len(object) == 1 else ')'
            return lambda *args: self._sequence('(', end, *args)
        if method is set.__repr__ or method is frozenset.__repr__:
            return self._set if len(object) else None
        if method is str.__repr__:
            return self._str if len(object) else None
        if method is bytes.__repr__:
            return self._bytes
        if method is bytearray.__repr__:
            return self._bytearray
        if method is MappingProxyType.__repr__:
            return self._proxy
        if method is SimpleNamespace.__repr__:
            return self._namespace
        if method is defaultdict.__repr__:
            return self._defaultdict
        if method is Counter.__repr__:
            return self._counter if len(object) else None
        if method is ChainMap.__repr__:
            return self._chain if object.maps else None
        if method is deque.__repr__:
            return self._deque if len(object) else None
        if method is UserDict.__repr__ or method is UserList.__repr__ \
                or method is UserString.__repr__:
            return self._data
        return None

    def _bytes(self, object, out, indent, allowance, context, level):
        if len(object) <= 4:
            out.write(repr(object))
            return
        enclosed = level == 1
        if enclosed:
            indent += 1
            allowance += 1
            out.write('(')
        out.write(('\n' + ' ' * indent).join(self._bytes_lines(object, indent, allowance)))
        if enclosed:
            out.write(')')

    def _bytes_lines(self, data, indent, allowance):
        # As much as fits, four bytes at least of a kind.
        width = self._width - indent
        last = len(data) // 4 * 4
        current = b''
        for start in range(0, len(data), 4):
            part = data[start:start + 4]
            if start == last:
                width -= allowance
            if len(repr(current + part)) > width:
                if current:
                    yield repr(current)
                current = part
            else:
                current += part
        if current:
            yield repr(current)

    def _bytearray(self, object, out, indent, allowance, context, level):
        out.write('bytearray(')
        self._bytes(bytes(object), out, indent + 10, allowance + 1, context, level + 1)
        out.write(')')

    def _proxy(self, object, out, indent, allowance, context, level):
        out.write('mappingproxy(')
        self._format(object.copy(), out, indent + 13, allowance + 1, context, level)
        out.write(')')

    def _namespace(self, object, out, indent, allowance, context, level):
        kind = type(object)
        name = 'namespace' if kind is SimpleNamespace else kind.__name__
        out.write(name + '(')
        self._attributes(list(object.__dict__.items()), out, indent + len(name) + 1, allowance,
                         context, level)
        out.write(')')

    def _defaultdict(self, object, out, indent, allowance, context, level):
        if not len(object):
            out.write(repr(object))
            return
        name = type(object).__name__
        indent += len(name) + 1
        factory = self._one(object.default_factory, context, level)
        out.write(f'{name}({factory},\n' + ' ' * indent)
        self._dict(object, out, indent, allowance + 1, context, level)
        out.write(')')

    def _counter(self, object, out, indent, allowance, context, level):
        name = type(object).__name__
        out.write(name + '({' + (self._indent_per_level - 1) * ' ')
        self._pairs(object.most_common(), out, indent + len(name) + 1 + self._indent_per_level,
                    allowance + 2, context, level)
        out.write('})')

    def _chain(self, object, out, indent, allowance, context, level):
        name = type(object).__name__
        out.write(name + '(')
        indent += len(name) + 1
        for position, each in enumerate(object.maps):
            last = position == len(object.maps) - 1
            self._format(each, out, indent, allowance + 1 if last else 1, context, level)
            if not last:
                out.write(',\n' + ' ' * indent)
        out.write(')')

    def _deque(self, object, out, indent, allowance, context, level):
        name = type(object).__name__
        out.write(name + '([')
        indent += len(name) + 1
        if object.maxlen is None:
            self._elements(object, out, indent, allowance + 2, context, level)
            out.write('])')
            return
        self._elements(object, out, indent, 2, context, level)
        most = self._one(object.maxlen, context, level)
        out.write('],\n' + ' ' * indent + f'maxlen={most})')

    def _data(self, object, out, indent, allowance, context, level):
        self._format(object.data, out, indent, allowance, context, level - 1)

    def _dict(self, object, out, indent, allowance, context, level):
        out.write('{' + (self._indent_per_level - 1) * ' ')
        if len(object):
            indent += self._indent_per_level
            self._pairs(self._items(object), out, indent, allowance + 1, context, level)
        out.write('}')

    def _pairs(self, items, out, indent, allowance, context, level):
        for position, (key, value) in enumerate(items):
            last = position == len(items) - 1
            shown = self._one(key, context, level)
            out.write(shown + ': ')
            self._format(value, out, indent + len(shown) + 2, allowance if last else 1,
                         context, level)
            if not last:
                out.write(',\n' + ' ' * indent)

    def _one(self, object, context, level):
        # A subclass may have a format() of its own.
        return self.format(object, context.copy(), self._depth, level)[0]

    def _ordered(self, object, out, indent, allowance, context, level):
        name = type(object).__name__
        out.write(name + '(')
        self._sequence('[', ']', list(object.items()), out, indent + len(name) + 1,
                       allowance + 1, context, level)
        out.write(')')

    def _set(self, object, out, indent, allowance, context, level):
        kind = type(object)
        start, end = '{', '}'
        if kind is not set:
            start, end = kind.__name__ + '({', '})'
            indent += len(kind.__name__) + 1
        out.write(start)
        self._elements(sorted(object, key=_Key), out, indent, allowance + len(end), context,
                       level)
        out.write(end)

    def _sequence(self, start, end, object, out, indent, allowance, context, level):
        out.write(start)
        self._elements(object, out, indent, allowance + len(end), context, level)
        out.write(end)

    def _elements(self, items, out, indent, allowance, context, level):
        indent += self._indent_per_level
        if self._indent_per_level > 1:
            out.write((self._indent_per_level - 1) * ' ')
        line_break = ',\n' + ' ' * indent
        separator = ''
        items = list(items)
        width = room = self._width - indent + 1
        most = width
        for position, item in enumerate(items):
            last = position == len(items) - 1
            if last:
                most -= allowance
                room -= allowance
            if self._compact:
                text = self._one(item, context, level)
                needed = len(text) + 2
                if room < needed:
                    room = most
                    if separator:
                        separator = line_break
                if room >= needed:
                    room -= needed
                    out.write(separator + text)
                    separator = ', '
                    continue
            out.write(separator)
            separator = line_break
            self._format(item, out, indent, allowance if last else 1, context, level)

    def _attributes(self, fields, out, indent, allowance, context, level):
        for position, (name, value) in enumerate(fields):
            last = position == len(fields) - 1
            out.write(name + '=')
            if id(value) in context:
                out.write('...')
            else:
                self._format(value, out, indent + len(name) + 1, allowance if last else 1,
                             context, level)
            if not last:
                out.write(',\n' + ' ' * indent)

    def _str(self, object, out, indent, allowance, context, level):
        lines = object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        most = width = self._width - indent
        chunks = []
        for position, line in enumerate(lines):
            shown = repr(line)
            if position == len(lines) - 1:
                width -= allowance
            if len(shown) <= width:
                chunks.append(shown)
                continue
            import re
            parts = re.findall(r'\S*\s*', line)
            parts.pop()
            bound = most
            current = ''
            for number, part in enumerate(parts):
                longer = current + part
                if number == len(parts) - 1 and position == len(lines) - 1:
                    bound -= allowance
                if len(repr(longer)) > bound:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = longer
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            out.write(chunks[0])
            return
        text = ('\n' + ' ' * indent).join(chunks)
        out.write('(' + text + ')' if level == 1 else text)

    def _line(self, object, context, level):
        kind = type(object)
        if kind is int and self._underscore_numbers:
            return f'{object:_d}', True, False
        method = getattr(kind, '__repr__', None)
        if method is dict.__repr__:
            start, end = '{', '}'
        elif method is list.__repr__:
            start, end = '[', ']'
        elif method is tuple.__repr__:
            start, end = ('(', ',)') if len(object) == 1 else ('(', ')')
        else:
            text = repr(object)
            return text, bool(text) and not text.startswith('<'), False
        if not object:
            return start + ('' if end == ',)' else end), True, False
        if self._depth is not None and level >= self._depth:
            return start + '...' + end, False, id(object) in context
        if id(object) in context:
            return _recursion(object), False, True
        context[id(object)] = 1
        readable, recursive = True, False
        parts = []
        if start == '{':
            for key, value in self._items(object):
                k = self.format(key, context, self._depth, level + 1)
                v = self.format(value, context, self._depth, level + 1)
                parts.append(k[0] + ': ' + v[0])
                readable = readable and k[1] and v[1]
                recursive = recursive or k[2] or v[2]
        else:
            for item in object:
                text, one_readable, one_recursive = self.format(item, context, self._depth,
                                                                level + 1)
                parts.append(text)
                readable = readable and one_readable
                recursive = recursive or one_recursive
        del context[id(object)]
        return start + ', '.join(parts) + end, readable, recursive


def _fields(object):
    # Those of a dataclass whose representation is the one that the decorator made.
    fields = getattr(type(object), '__dataclass_fields__', None)
    if fields is None or type(type(object).__repr__).__module__ != 'dataclasses':
        return None
    return [(f.name, getattr(object, f.name)) for f in fields.values() if f.repr]


def _recursion(object):
    return '<Recursion on %s with id=%s>' % (type(object).__name__, id(object))
