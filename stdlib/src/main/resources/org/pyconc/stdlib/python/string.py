"""Constants and templates of text."""

__all__ = [
    'ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'capwords', 'digits', 'hexdigits',
    'octdigits', 'printable', 'punctuation', 'whitespace', 'Formatter', 'Template',
]

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Each word with a capital first letter."""
    return (sep or ' ').join(map(str.capitalize, s.split(sep)))


_missing = {}


class Template:
    """Text with $names in it."""

    delimiter = '$'
    idpattern = r'(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    flags = 2

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls._prepare()

    @classmethod
    def _prepare(cls):
        import re
        if 'pattern' in cls.__dict__:
            pattern = cls.pattern
        else:
            name = cls.idpattern
            braced = cls.braceidpattern or name
            sign = re.escape(cls.delimiter)
            pattern = (r'%s(?:(?P<escaped>%s)|(?P<named>%s)|\{(?P<braced>%s)\}|(?P<invalid>))'
                       % (sign, sign, name, braced))
        cls.pattern = re.compile(pattern, cls.flags | re.VERBOSE)

    def __init__(self, template):
        self.template = template
        if 'pattern' not in type(self).__dict__ and not hasattr(type(self), 'pattern'):
            type(self)._prepare()

    def _invalid(self, found):
        start = found.start('invalid')
        lines = self.template[:start].splitlines(keepends=True)
        if not lines:
            column, line = 1, 1
        else:
            column = start - len(''.join(lines[:-1]))
            line = len(lines)
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (line, column))

    def substitute(self, mapping=_missing, /, **kws):
        values = _joined(mapping, kws)

        def replacement(found):
            name = found.group('named') or found.group('braced')
            if name is not None:
                return str(values[name])
            if found.group('escaped') is not None:
                return self.delimiter
            if found.group('invalid') is not None:
                self._invalid(found)
            raise ValueError('Unrecognized named group in pattern', self.pattern)
        return self.pattern.sub(replacement, self.template)

    def safe_substitute(self, mapping=_missing, /, **kws):
        values = _joined(mapping, kws)

        def replacement(found):
            name = found.group('named') or found.group('braced')
            if name is not None:
                try:
                    return str(values[name])
                except KeyError:
                    return found.group()
            if found.group('escaped') is not None:
                return self.delimiter
            if found.group('invalid') is not None:
                return found.group()
            raise ValueError('Unrecognized named group in pattern', self.pattern)
        return self.pattern.sub(replacement, self.template)

    def is_valid(self):
        for found in self.pattern.finditer(self.template):
            if found.group('invalid') is not None:
                return False
            self._require_known(found)
        return True

    def _require_known(self, found):
        if (found.group('named') is None and found.group('braced') is None
                and found.group('escaped') is None):
            raise ValueError('Unrecognized named group in pattern', self.pattern)

    def get_identifiers(self):
        names = []
        for found in self.pattern.finditer(self.template):
            name = found.group('named') or found.group('braced')
            if name is not None and name not in names:
                names.append(name)
            elif name is None and found.group('invalid') is None:
                self._require_known(found)
        return names


def _joined(mapping, more):
    if mapping is _missing:
        return more
    if more:
        from collections import ChainMap
        return ChainMap(more, mapping)
    return mapping


def _parse_format(text):
    """Yields (literal, field, spec, conversion), as str.format understands them."""
    literal = []
    i, n = 0, len(text)
    while i < n:
        c = text[i]
        if c == '{':
            if text[i + 1:i + 2] == '{':
                literal.append('{')
                i += 2
                yield ''.join(literal), None, None, None
                literal = []
                continue
            i += 1
            if i >= n:
                raise ValueError("Single '{' encountered in format string")
            depth, start = 1, i
            while i < n and depth:
                if text[i] == '{':
                    depth += 1
                elif text[i] == '}':
                    depth -= 1
                i += 1
            if depth:
                raise ValueError("expected '}' before end of string")
            field, conversion, spec = _split_field(text[start:i - 1])
            yield ''.join(literal), field, spec, conversion
            literal = []
        elif c == '}':
            if text[i + 1:i + 2] != '}':
                raise ValueError("Single '}' encountered in format string")
            literal.append('}')
            i += 2
            yield ''.join(literal), None, None, None
            literal = []
        else:
            literal.append(c)
            i += 1
    if literal:
        yield ''.join(literal), None, None, None


def _split_field(field):
    depth = 0
    for i, c in enumerate(field):
        if c == '[':
            depth += 1
        elif c == ']':
            depth -= 1
        elif depth <= 0 and c in '!:':
            if c == ':':
                return field[:i], None, field[i + 1:]
            conversion = field[i + 1:i + 2]
            if not conversion:
                raise ValueError("end of string while looking for conversion specifier")
            rest = field[i + 2:]
            if rest and rest[0] != ':':
                raise ValueError("expected ':' after conversion specifier")
            return field[:i], conversion, rest[1:]
    return field, None, ''


def _split_name(field):
    end = len(field)
    for i, c in enumerate(field):
        if c in '.[':
            end = i
            break
    first, rest = field[:end], field[end:]
    if first.isdecimal():
        first = int(first)
    steps = []
    while rest:
        if rest[0] == '.':
            end = 1
            while end < len(rest) and rest[end] not in '.[':
                end += 1
            steps.append((True, rest[1:end]))
            rest = rest[end:]
        elif rest[0] == '[':
            end = rest.find(']')
            if end < 0:
                raise ValueError("Missing ']' in format string")
            key = rest[1:end]
            steps.append((False, int(key) if key.isdecimal() else key))
            rest = rest[end + 1:]
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if steps[-1][1] == '':
            raise ValueError('Empty attribute in format string')
    return first, steps


class Formatter:
    """str.format, to derive from."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, auto=0):
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        result = []
        for literal, field, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if field is None:
                continue
            if field == '' or field[0] in '.[':
                if auto is False:
                    raise ValueError('cannot switch from manual field specification to automatic '
                                     'field numbering')
                field = str(auto) + field
                auto += 1
            elif field.isdigit():
                if auto:
                    raise ValueError('cannot switch from manual field specification to automatic '
                                     'field numbering')
                auto = False
            value, key = self.get_field(field, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            spec, auto = self._vformat(spec, args, kwargs, used, depth - 1, auto)
            result.append(self.format_field(value, spec))
        return ''.join(result), auto

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError('Unknown conversion specifier {0!s}'.format(conversion))

    def parse(self, format_string):
        return _parse_format(format_string)

    def get_field(self, field_name, args, kwargs):
        first, steps = _split_name(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, name in steps:
            value = getattr(value, name) if is_attribute else value[name]
        return value, first
