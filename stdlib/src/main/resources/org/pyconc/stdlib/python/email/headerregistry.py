"""Headers that know what they mean."""

import datetime as _datetime
import re as _re
from types import MappingProxyType as _proxy
from email import _words
from email import errors as _errors
from email import utils as _utils

__all__ = ['Address', 'Group', 'HeaderRegistry', 'BaseHeader']

_specials = set('()<>@,:;.\\"[]')


class Address:
    """A name and an address."""

    def __init__(self, display_name='', username='', domain='', addr_spec=None):
        if '\r' in ''.join(filter(None, (display_name, username, domain, addr_spec))) or '\n' in (
                ''.join(filter(None, (display_name, username, domain, addr_spec)))):
            raise ValueError('invalid arguments; address parts cannot contain CR or LF')
        if addr_spec is not None:
            if username or domain:
                raise TypeError('addrspec specified when username and/or domain also specified')
            name, at, rest = addr_spec.rpartition('@')
            if not at or not rest.strip() or not name.strip() or ' ' in rest.strip():
                if not at and addr_spec and ' ' not in addr_spec:
                    name, rest = addr_spec, ''
                else:
                    raise _errors.HeaderParseError('expected addr-spec but found %r' % addr_spec)
            username, domain = name, rest
            if username[:1] == username[-1:] == '"' and len(username) > 1:
                username = _utils.unquote(username)
        self._display_name = display_name
        self._username = username
        self._domain = domain

    display_name = property(lambda self: self._display_name)
    username = property(lambda self: self._username)
    domain = property(lambda self: self._domain)

    @property
    def addr_spec(self):
        local = self.username
        if set(local) & (_specials - {'.'} | {' '}) or local.startswith('.') or local.endswith('.'):
            local = _quoted(local)
        if self.domain:
            return local + '@' + self.domain
        return local or '<>'

    def __repr__(self):
        return '%s(display_name=%r, username=%r, domain=%r)' % (
            self.__class__.__name__, self.display_name, self.username, self.domain)

    def __str__(self):
        name = self.display_name
        if set(name) & _specials:
            name = _quoted(name)
        if name:
            return '%s <%s>' % (name, '' if self.addr_spec == '<>' else self.addr_spec)
        return self.addr_spec

    def __eq__(self, other):
        if not isinstance(other, Address):
            return NotImplemented
        return (self.display_name == other.display_name and self.username == other.username
                and self.domain == other.domain)


def _quoted(text):
    return '"%s"' % text.replace('\\', '\\\\').replace('"', '\\"')


class Group:
    """Addresses below a name."""

    def __init__(self, display_name=None, addresses=None):
        self._display_name = display_name
        self._addresses = tuple(addresses) if addresses else ()

    display_name = property(lambda self: self._display_name)
    addresses = property(lambda self: self._addresses)

    def __repr__(self):
        return '%s(display_name=%r, addresses=%r' % (self.__class__.__name__, self.display_name,
                                                     self.addresses)

    def __str__(self):
        if self.display_name is None and len(self.addresses) == 1:
            return str(self.addresses[0])
        name = self.display_name
        if name is not None and set(name) & _specials:
            name = _quoted(name)
        inside = ', '.join([str(x) for x in self.addresses])
        return '%s:%s;' % (name, ' ' + inside if inside else inside)

    def __eq__(self, other):
        if not isinstance(other, Group):
            return NotImplemented
        return self.display_name == other.display_name and self.addresses == other.addresses


class BaseHeader(str):
    """A header: its decoded text, its name, what is wrong with it."""

    max_count = None

    def __new__(cls, name, value):
        kwds = {'defects': [], 'decoded': ''}
        cls.parse(value, kwds)
        text = kwds.pop('decoded')
        if _utils._has_surrogates(text):
            text = text.encode('utf-8', 'surrogateescape').decode('utf-8', 'replace')
        self = str.__new__(cls, text)
        self.init(name, **kwds)
        return self

    def init(self, name, *, parse_tree=None, defects):
        self._name = name
        self._defects = defects

    name = property(lambda self: self._name)
    defects = property(lambda self: tuple(self._defects))

    def __reduce__(self):
        return _again, (self.__class__.__name__, self.__class__.__bases__, self.name, str(self))

    def fold(self, *, policy):
        """The header as it is written, in lines of limited length."""
        return _fold(self.name, self._tokens(), policy)

    def _tokens(self):
        return _words_of(str(self))


def _again(name, bases, header, value):
    return type(name, bases, {})(header, value)


def _words_of(text):
    return [('', text)] if not text else [
        part for part in _re.findall(r'([ \t]*)([^ \t]*)', text) if part != ('', '')]


_word = _re.compile(r'=\?([^?]*)\?([qQbB])\?([^? \t]*)\?=(?:([ \t]+)(?==\?[^?]*\?[qQbB]\?[^? \t]*\?=))?')


def _decoded(value):
    return _word.sub(_replacement, value) if '=?' in value else value


def _replacement(found):
    charset, kind, text = found.group(1, 2, 3)
    try:
        data = _words.q_decode(text) if kind in 'qQ' else _words.b_decode(text)
        return data.decode(charset.partition('*')[0], 'surrogateescape')
    except (LookupError, ValueError):
        return found.group()


def _fold(name, tokens, policy):
    """Folds words; those with characters outside ASCII are encoded together with their neighbours."""
    most = policy.max_line_length or 1 << 60
    utf8 = getattr(policy, 'utf8', False)
    lines = [name + ': ']
    last = None  # where the last encoded word of the line begins
    for space, text in tokens:
        if not utf8 and not text.isascii():
            to_encode = space + text
            if last is not None:
                before = lines[-1][last:]
                to_encode = _decoded(before) + to_encode
                lines[-1] = lines[-1][:last]
            last = _encode_into(lines, to_encode, most, last)
            continue
        word = space + text
        if len(lines[-1]) + len(word) <= most:
            lines[-1] += word
            continue
        if space and lines[-1].strip() != name + ':' or (space and len(word) <= most):
            if lines[-1].strip():
                lines.append(word)
                last = None
                continue
        if not space and lines[-1].endswith(' ') and len(lines) == 1 and len(word) > most - 1:
            if not utf8 and len(word) > most - len(name) - 2:
                last = _encode_into(lines, word, most, None)
                continue
        lines[-1] += word
    return policy.linesep.join(lines) + policy.linesep


def _encode_into(lines, text, most, last):
    leading = trailing = ''
    if text[:1] in (' ', '\t'):
        leading, text = text[0], text[1:]
        if len(lines[-1]) == most:
            lines.append(' ')
        lines[-1] += leading
    if text[-1:] in (' ', '\t'):
        trailing, text = text[-1], text[:-1]
    start = len(lines[-1]) if last is None else last
    charset = 'utf-8'
    if _utils._has_surrogates(text):
        charset = 'unknown-8bit'
    chrome = len(charset) + 7
    while text:
        space = most - len(lines[-1])
        if space - chrome <= 0:
            lines.append(' ')
            continue
        part = text[:space - chrome]
        word = _words.encode(part, charset)
        while len(word) > space and len(part) > 1:
            part = part[:-1]
            word = _words.encode(part, charset)
        lines[-1] += word
        text = text[len(part):]
        if text:
            lines.append(' ')
            start = len(lines[-1])
    lines[-1] += trailing
    return start


class UnstructuredHeader(BaseHeader):
    """Any text."""

    @classmethod
    def parse(cls, value, kwds):
        kwds['decoded'] = _decoded(value if isinstance(value, str) else str(value))


class UniqueUnstructuredHeader(UnstructuredHeader):
    """A text that is there once."""

    max_count = 1


class DateHeader(BaseHeader):
    """A date."""

    @classmethod
    def parse(cls, value, kwds):
        if not value:
            kwds['defects'].append(_errors.HeaderMissingRequiredValue())
            kwds['datetime'] = None
            kwds['decoded'] = ''
            return
        if isinstance(value, str):
            kwds['decoded'] = value
            try:
                value = _utils.parsedate_to_datetime(value)
            except ValueError:
                kwds['defects'].append(
                    _errors.InvalidDateDefect('Invalid date value or format'))
                kwds['datetime'] = None
                return
        kwds['datetime'] = value
        kwds['decoded'] = _utils.format_datetime(value)

    def init(self, *args, **kw):
        self._datetime = kw.pop('datetime')
        super().init(*args, **kw)

    datetime = property(lambda self: self._datetime)


class UniqueDateHeader(DateHeader):
    """A date that is there once."""

    max_count = 1


class AddressHeader(BaseHeader):
    """Addresses."""

    @classmethod
    def parse(cls, value, kwds):
        if isinstance(value, str):
            groups = _groups(value, kwds['defects'])
        else:
            if not hasattr(value, '__iter__'):
                value = [value]
            groups = [Group(None, [item]) if not hasattr(item, 'addresses') else item
                      for item in value]
        kwds['groups'] = groups
        kwds['decoded'] = ', '.join([str(item) for item in groups])

    def init(self, *args, **kw):
        self._groups = tuple(kw.pop('groups'))
        self._addresses = None
        super().init(*args, **kw)

    groups = property(lambda self: self._groups)

    @property
    def addresses(self):
        if self._addresses is None:
            self._addresses = tuple([a for g in self._groups for a in g.addresses])
        return self._addresses

    def _tokens(self):
        tokens = []

        def add(text, first):
            words = _words_of(text)
            if not first and words:
                words[0] = ' ' + words[0][0], words[0][1]
            tokens.extend(words)

        count = len(self._groups)
        for i, group in enumerate(self._groups):
            inside = list(group.addresses)
            if group.display_name is not None:
                add(group.display_name + (':' if inside else ':;'), not tokens)
            for k, address in enumerate(inside):
                name = address.display_name
                end = ',' if k + 1 < len(inside) else ';' if group.display_name is not None else ''
                end += ',' if i + 1 < count and k + 1 == len(inside) else ''
                if name and not name.isascii():
                    encoded = []
                    _encode_into_words(encoded, name)
                    for word in encoded:
                        tokens.append((' ' if tokens else '', word))
                    tokens.append((' ', '<%s>%s' % (address.addr_spec, end)))
                else:
                    add(str(address) + end, not tokens)
            if not inside and i + 1 < count and tokens:
                tokens[-1] = tokens[-1][0], tokens[-1][1] + ','
        return tokens


def _encode_into_words(out, name):
    lines = ['']
    _encode_into(lines, name, 76, None)
    out.extend([line.strip() for line in lines])


def _groups(text, defects):
    """The groups and single addresses (as groups without name) of a header."""
    groups = []
    for part, name in _split_addresses(text):
        if name is not None:
            inner = [_one(p) for p, _ in _split_addresses(part)]
            groups.append(Group(_name(name), [a for a in inner if a is not None]))
            continue
        address = _one(part)
        if address is None:
            if part.strip():
                defects.append(_errors.InvalidHeaderDefect('invalid address in address-list'))
            continue
        groups.append(Group(None, [address]))
    return groups


def _name(text):
    text = _re.sub(r'\([^()]*\)', '', text).strip()
    text = _decoded(text) if not text.startswith('"') else text
    if '"' in text:
        text = _re.sub(r'"((?:[^"\\]|\\.)*)"', lambda m: _re.sub(r'\\(.)', r'\1', m.group(1)), text)
    return ' '.join(text.split()) if not text.startswith('"') else text


def _one(text):
    pairs = _utils.getaddresses([text])
    if not pairs:
        return None
    _, spec = pairs[0]
    if not spec:
        return None
    angle = text.find('<')
    name = _name(text[:angle]) if angle >= 0 else ''
    local, at, domain = spec.rpartition('@')
    if not at:
        local, domain = spec, ''
    if len(local) > 1 and local[0] == local[-1] == '"':
        local = _utils.unquote(local)
    return Address(name, local, domain)


def _split_addresses(text):
    """Parts between commas; those of a group come with its name."""
    start, quoted, depth, angle, i = 0, False, 0, False, 0
    group = None
    while i <= len(text):
        c = text[i:i + 1]
        if quoted:
            if c == '\\':
                i += 1
            elif c == '"':
                quoted = False
        elif c == '"':
            quoted = True
        elif c == '(':
            depth += 1
        elif c == ')':
            depth -= 1
        elif depth > 0:
            pass
        elif c == '<':
            angle = True
        elif c == '>':
            angle = False
        elif c == ':' and group is None and not angle:
            group = text[start:i]
            start = i + 1
        elif c == ';' and group is not None:
            yield text[start:i], group
            group, start = None, i + 1
        elif (c == ',' and group is None) or not c:
            if text[start:i].strip() or group is not None:
                yield text[start:i], group
            group, start = None, i + 1
        i += 1
    if start < len(text) and (quoted or depth > 0):
        yield text[start:], group


class UniqueAddressHeader(AddressHeader):
    """Addresses that are there once."""

    max_count = 1


class SingleAddressHeader(AddressHeader):
    """One address."""

    @property
    def address(self):
        if len(self.addresses) != 1:
            raise ValueError('value of single address header %s is not a single address'
                             % self.name)
        return self.addresses[0]


class UniqueSingleAddressHeader(SingleAddressHeader):
    """One address that is there once."""

    max_count = 1


class MIMEVersionHeader(BaseHeader):
    """The version of MIME."""

    max_count = 1

    @classmethod
    def parse(cls, value, kwds):
        kwds['decoded'] = value
        found = _re.match(r'\s*(\d+)\s*\.\s*(\d+)', _re.sub(r'\([^()]*\)', '', value))
        if not found:
            kwds['defects'].append(
                _errors.HeaderMissingRequiredValue('Missing MIME version number (eg: 1.0)')
                if not value.strip() else _errors.InvalidHeaderDefect('Invalid MIME version'))
        kwds['major'] = int(found.group(1)) if found else None
        kwds['minor'] = int(found.group(2)) if found else None
        kwds['version'] = '%d.%d' % (kwds['major'], kwds['minor']) if found else None

    def init(self, *args, **kw):
        self._version = kw.pop('version')
        self._major = kw.pop('major')
        self._minor = kw.pop('minor')
        super().init(*args, **kw)

    major = property(lambda self: self._major)
    minor = property(lambda self: self._minor)
    version = property(lambda self: self._version)


class ParameterizedMIMEHeader(BaseHeader):
    """A header with parameters."""

    max_count = 1

    @classmethod
    def _parameters(cls, value, kwds):
        from email.message import _split_params
        parts = _split_params(value)
        pairs = [('', '')]
        for part in parts[1:]:
            name, equals, text = part.partition('=')
            if not name.strip():
                continue
            if not equals:
                kwds['defects'].append(_errors.InvalidHeaderDefect('Parameter without value'))
                continue
            pairs.append((name.strip(), text.strip()))
        params = {}
        for name, text in _utils.decode_params(pairs)[1:]:
            text = _utils.collapse_rfc2231_value(text)
            if isinstance(text, tuple):
                text = text[2]
            params.setdefault(name.lower(), _utils.unquote(text) if text.startswith('"') else text)
        kwds['params'] = params
        return parts[0].strip()

    def init(self, *args, **kw):
        self._params = kw.pop('params')
        super().init(*args, **kw)

    params = property(lambda self: _proxy(self._params))

    def _tokens(self):
        text = str(self).split(';')[0]
        tokens = _words_of(text)
        for name, value in self._params.items():
            tokens[-1] = tokens[-1][0], tokens[-1][1] + ';'
            if value.isascii():
                tokens.append((' ', '%s=%s' % (name, _quoted(value))))
            else:
                tokens.append((' ', '%s*=%s' % (name, _utils.encode_rfc2231(value, 'utf-8', ''))))
        return tokens


def _with_params(head, params):
    return '; '.join([head] + ['%s=%s' % (k, _quoted(v)) for k, v in params.items()])


class ContentTypeHeader(ParameterizedMIMEHeader):
    """The type of the content."""

    @classmethod
    def parse(cls, value, kwds):
        head = cls._parameters(value, kwds)
        main, slash, sub = head.lower().partition('/')
        main, sub = main.strip(), sub.strip()
        if not slash or not main or not sub or '/' in sub:
            kwds['defects'].append(
                _errors.HeaderMissingRequiredValue('Missing content type specification')
                if not head else _errors.InvalidHeaderDefect('Invalid content type'))
            main, sub = 'text', 'plain'
            kwds['decoded'] = value
        else:
            kwds['decoded'] = _with_params(head, kwds['params'])
        kwds['maintype'], kwds['subtype'] = main, sub

    def init(self, *args, **kw):
        self._maintype = kw.pop('maintype')
        self._subtype = kw.pop('subtype')
        super().init(*args, **kw)

    maintype = property(lambda self: self._maintype)
    subtype = property(lambda self: self._subtype)
    content_type = property(lambda self: self._maintype + '/' + self._subtype)


class ContentDispositionHeader(ParameterizedMIMEHeader):
    """How the content is shown."""

    @classmethod
    def parse(cls, value, kwds):
        head = cls._parameters(value, kwds)
        kwds['disposition'] = head.lower() or None
        if not head:
            kwds['defects'].append(
                _errors.HeaderMissingRequiredValue('Missing content disposition'))
        kwds['decoded'] = _with_params(head, kwds['params'])

    def init(self, *args, **kw):
        self._disposition = kw.pop('disposition')
        super().init(*args, **kw)

    content_disposition = property(lambda self: self._disposition)


class ContentTransferEncodingHeader(BaseHeader):
    """How the content is encoded."""

    max_count = 1

    @classmethod
    def parse(cls, value, kwds):
        kwds['decoded'] = value
        kwds['cte'] = value.strip().lower() or '7bit'
        if not value.strip():
            kwds['defects'].append(_errors.HeaderMissingRequiredValue(
                'Missing content transfer encoding'))

    def init(self, *args, **kw):
        self._cte = kw.pop('cte')
        super().init(*args, **kw)

    cte = property(lambda self: self._cte)


class MessageIDHeader(BaseHeader):
    """The message's name."""

    max_count = 1

    @classmethod
    def parse(cls, value, kwds):
        kwds['decoded'] = value


_default_header_map = {
    'subject': UniqueUnstructuredHeader, 'date': UniqueDateHeader, 'resent-date': DateHeader,
    'orig-date': UniqueDateHeader, 'sender': UniqueSingleAddressHeader,
    'resent-sender': SingleAddressHeader, 'to': UniqueAddressHeader, 'resent-to': AddressHeader,
    'cc': UniqueAddressHeader, 'resent-cc': AddressHeader, 'bcc': UniqueAddressHeader,
    'resent-bcc': AddressHeader, 'from': UniqueAddressHeader, 'resent-from': AddressHeader,
    'reply-to': UniqueAddressHeader, 'mime-version': MIMEVersionHeader,
    'content-type': ContentTypeHeader, 'content-disposition': ContentDispositionHeader,
    'content-transfer-encoding': ContentTransferEncodingHeader, 'message-id': MessageIDHeader}


class HeaderRegistry:
    """Makes header objects by name."""

    def __init__(self, base_class=BaseHeader, default_class=UnstructuredHeader,
                 use_default_map=True):
        self.registry = {}
        self.base_class = base_class
        self.default_class = default_class
        self._made = {}
        if use_default_map:
            self.registry.update(_default_header_map)

    def map_to_type(self, name, cls):
        self.registry[name.lower()] = cls

    def __getitem__(self, name):
        cls = self.registry.get(name.lower(), self.default_class)
        if issubclass(cls, self.base_class):
            made = self._made.get(cls)
            if made is None:
                made = self._made[cls] = type('_' + cls.__name__, (cls,), {})
            return made
        return type('_' + cls.__name__, (cls, self.base_class), {})

    def __call__(self, name, value):
        return self[name](name, value)
