"""Messages."""

import re as _re
from email import errors as _errors
from email import utils as _utils
from email._policybase import Policy as _Policy, compat32 as _compat32

__all__ = ['Message', 'EmailMessage', 'MIMEPart']

SEMISPACE = '; '
_special = _re.compile(r'[ \(\)<>@,;:\\"/\[\]\?=]')


def _formatparam(param, value=None, quote=True):
    if value is None or not len(value):
        return param
    if isinstance(value, tuple):
        return '%s=%s' % (param + '*', _utils.encode_rfc2231(value[2], value[0], value[1]))
    try:
        value.encode('ascii')
    except UnicodeEncodeError:
        return '%s*=%s' % (param, _utils.encode_rfc2231(value, 'utf-8', ''))
    if quote or _special.search(value):
        return '%s="%s"' % (param, _utils.quote(value))
    return '%s=%s' % (param, value)


def _split_params(text):
    text = ';' + str(text)
    parts = []
    while text[:1] == ';':
        text = text[1:]
        end = text.find(';')
        while end > 0 and (text.count('"', 0, end) - text.count('\\"', 0, end)) % 2:
            end = text.find(';', end + 1)
        if end < 0:
            end = len(text)
        part = text[:end]
        if '=' in part:
            i = part.index('=')
            part = part[:i].strip().lower() + '=' + part[i + 1:].strip()
        parts.append(part.strip())
        text = text[end:]
    return parts


def _unquoted(value):
    if isinstance(value, tuple):
        return value[0], value[1], _utils.unquote(value[2])
    return _utils.unquote(value)


class Message:
    """A message: headers in their order, and a payload (text or parts)."""

    def __init__(self, policy=_compat32):
        self.policy = policy
        self._headers = []
        self._unixfrom = None
        self._payload = None
        self._charset = None
        self.preamble = self.epilogue = None
        self.defects = []
        self._default_type = 'text/plain'

    def __str__(self):
        return self.as_string()

    def as_string(self, unixfrom=False, maxheaderlen=0, policy=None):
        """The message as text."""
        import io
        from email.generator import Generator
        policy = self.policy if policy is None else policy
        out = io.StringIO()
        Generator(out, mangle_from_=False, maxheaderlen=maxheaderlen, policy=policy).flatten(
            self, unixfrom=unixfrom)
        return out.getvalue()

    def __bytes__(self):
        return self.as_bytes()

    def as_bytes(self, unixfrom=False, policy=None):
        """The message as bytes."""
        import io
        from email.generator import BytesGenerator
        out = io.BytesIO()
        BytesGenerator(out, mangle_from_=False,
                       policy=self.policy if policy is None else policy).flatten(
                           self, unixfrom=unixfrom)
        return out.getvalue()

    def is_multipart(self):
        return isinstance(self._payload, list)

    def set_unixfrom(self, unixfrom):
        self._unixfrom = unixfrom

    def get_unixfrom(self):
        return self._unixfrom

    def attach(self, payload):
        """Adds a part."""
        if self._payload is None:
            self._payload = [payload]
        else:
            try:
                self._payload.append(payload)
            except AttributeError:
                raise TypeError('Attach is not valid on a message with a non-multipart payload'
                                ) from None

    def get_payload(self, i=None, decode=False):
        """The payload, one part of it, or its bytes."""
        if self.is_multipart():
            if decode:
                return None
            return self._payload if i is None else self._payload[i]
        if i is not None and not isinstance(self._payload, list):
            raise TypeError('Expected list, got %s' % type(self._payload))
        payload = self._payload
        encoding = str(self.get('content-transfer-encoding', '')).lower()
        if isinstance(payload, str):
            if _utils._has_surrogates(payload):
                data = payload.encode('ascii', 'surrogateescape')
                if not decode:
                    try:
                        payload = data.decode(self.get_content_charset('ascii'), 'replace')
                    except LookupError:
                        payload = data.decode('ascii', 'replace')
            elif decode:
                try:
                    data = payload.encode('ascii', 'surrogateescape')
                except UnicodeEncodeError:
                    data = payload.encode('raw-unicode-escape')
        if not decode:
            return payload
        if encoding == 'quoted-printable':
            import quopri
            return quopri.decodestring(data)
        if encoding == 'base64':
            value, defects = _decode_base64(b''.join(data.splitlines()))
            for defect in defects:
                self.policy.handle_defect(self, defect)
            return value
        if encoding in ('x-uuencode', 'uuencode', 'uue', 'x-uue'):
            return _decode_uu(data)
        return data if isinstance(payload, str) else payload

    def set_payload(self, payload, charset=None):
        """Sets the payload."""
        if hasattr(payload, 'encode'):
            from email.charset import Charset
            if isinstance(charset, str):
                charset = Charset(charset)
            if charset is None:
                self._payload = payload
                return
            payload = payload.encode(charset.output_charset, 'surrogateescape')
        if hasattr(payload, 'decode'):
            self._payload = payload.decode('ascii', 'surrogateescape')
        else:
            self._payload = payload
        if charset is not None:
            self.set_charset(charset)

    def set_charset(self, charset):
        """Sets the character set, with the headers that belong to it."""
        if charset is None:
            self.del_param('charset')
            self._charset = None
            return
        from email.charset import Charset
        if not isinstance(charset, Charset):
            charset = Charset(charset)
        self._charset = charset
        if 'MIME-Version' not in self:
            self.add_header('MIME-Version', '1.0')
        if 'Content-Type' not in self:
            self.add_header('Content-Type', 'text/plain', charset=charset.get_output_charset())
        else:
            self.set_param('charset', charset.get_output_charset())
        if charset != charset.get_output_charset():
            self._payload = charset.body_encode(self._payload)
        if 'Content-Transfer-Encoding' not in self:
            encoding = charset.get_body_encoding()
            if callable(encoding):
                encoding(self)
            else:
                payload = self._payload
                if payload:
                    try:
                        payload = payload.encode('ascii', 'surrogateescape')
                    except UnicodeError:
                        payload = payload.encode(charset.output_charset)
                self._payload = charset.body_encode(payload)
                self.add_header('Content-Transfer-Encoding', encoding)

    def get_charset(self):
        return self._charset

    def __len__(self):
        return len(self._headers)

    def __getitem__(self, name):
        return self.get(name)

    def __setitem__(self, name, val):
        most = self.policy.header_max_count(name)
        if most:
            lower = name.lower()
            if sum(1 for key, _ in self._headers if key.lower() == lower) >= most:
                raise ValueError('There may be at most %s %s headers in a message' % (most, name))
        self._headers.append(self.policy.header_store_parse(name, val))

    def __delitem__(self, name):
        name = name.lower()
        self._headers = [pair for pair in self._headers if pair[0].lower() != name]

    def __contains__(self, name):
        name = name.lower()
        return any(key.lower() == name for key, _ in self._headers)

    def __iter__(self):
        for name, _ in self._headers:
            yield name

    def keys(self):
        return [name for name, _ in self._headers]

    def values(self):
        return [self.policy.header_fetch_parse(k, v) for k, v in self._headers]

    def items(self):
        return [(k, self.policy.header_fetch_parse(k, v)) for k, v in self._headers]

    def get(self, name, failobj=None):
        """The first header of that name."""
        name = name.lower()
        for k, v in self._headers:
            if k.lower() == name:
                return self.policy.header_fetch_parse(k, v)
        return failobj

    def set_raw(self, name, value):
        self._headers.append((name, value))

    def raw_items(self):
        return iter(self._headers.copy())

    def get_all(self, name, failobj=None):
        """All headers of that name."""
        name = name.lower()
        found = [self.policy.header_fetch_parse(k, v) for k, v in self._headers
                 if k.lower() == name]
        return found or failobj

    def add_header(self, _name, _value, **_params):
        """Adds a header with parameters."""
        parts = []
        for k, v in _params.items():
            k = k.replace('_', '-')
            parts.append(k if v is None else _formatparam(k, v))
        if _value is not None:
            parts.insert(0, _value)
        self[_name] = '; '.join(parts)

    def replace_header(self, _name, _value):
        """Gives the first header of that name another value."""
        lower = _name.lower()
        for i, (k, _) in enumerate(self._headers):
            if k.lower() == lower:
                self._headers[i] = self.policy.header_store_parse(k, _value)
                return
        raise KeyError(_name)

    def get_content_type(self):
        """The type in lower case, as RFC 2045 wants it."""
        missing = object()
        value = self.get('content-type', missing)
        if value is missing:
            return self.get_default_type()
        kind = _head(value)[0].lower()
        return kind if kind.count('/') == 1 else 'text/plain'

    def get_content_maintype(self):
        return self.get_content_type().split('/')[0]

    def get_content_subtype(self):
        return self.get_content_type().split('/')[1]

    def get_default_type(self):
        return self._default_type

    def set_default_type(self, ctype):
        self._default_type = ctype

    def _params(self, header):
        value = self.get(header)
        if value is None:
            return None
        params = []
        for part in _split_params(value):
            name, equals, text = part.partition('=')
            params.append((name.strip(), text.strip()) if equals else (part.strip(), ''))
        return _utils.decode_params(params)

    def get_params(self, failobj=None, header='content-type', unquote=True):
        """Pairs of name and value; the first has the header's value as name."""
        params = self._params(header)
        if params is None:
            return failobj
        return [(k, _unquoted(v)) for k, v in params] if unquote else params

    def get_param(self, param, failobj=None, header='content-type', unquote=True):
        """One parameter."""
        for k, v in self._params(header) or () if header in self else ():
            if k.lower() == param.lower():
                return _unquoted(v) if unquote else v
        return failobj

    def set_param(self, param, value, header='Content-Type', requote=True, charset=None,
                  language='', replace=False):
        """Sets a parameter of a header."""
        if not isinstance(value, tuple) and charset:
            value = (charset, language, value)
        if header not in self and header.lower() == 'content-type':
            text = 'text/plain'
        else:
            text = self.get(header)
        if not self.get_param(param, header=header):
            new = _formatparam(param, value, requote)
            text = '; '.join([text, new]) if text else new
        else:
            text = ''
            for old, old_value in self.get_params(header=header, unquote=requote):
                if old.lower() == param.lower():
                    new = _formatparam(param, value, requote)
                else:
                    new = _formatparam(old, old_value, requote)
                text = '; '.join([text, new]) if text else new
        if text != self.get(header):
            if replace:
                self.replace_header(header, text)
            else:
                del self[header]
                self[header] = text

    def del_param(self, param, header='content-type', requote=True):
        """Takes a parameter away."""
        if header not in self:
            return
        text = ''
        for name, value in self.get_params(header=header, unquote=requote):
            if name.lower() != param.lower():
                new = _formatparam(name, value, requote)
                text = '; '.join([text, new]) if text else new
        if text != self.get(header):
            del self[header]
            self[header] = text

    def set_type(self, type, header='Content-Type', requote=True):
        """Sets the type, keeps the parameters."""
        if type.count('/') != 1:
            raise ValueError
        if header.lower() == 'content-type':
            del self['mime-version']
            self['MIME-Version'] = '1.0'
        if header not in self:
            self[header] = type
            return
        params = self.get_params(header=header, unquote=requote)
        del self[header]
        self[header] = type
        for p, v in params[1:]:
            self.set_param(p, v, header, requote)

    def get_filename(self, failobj=None):
        """The name that the part's file should have."""
        missing = object()
        name = self.get_param('filename', missing, 'content-disposition')
        if name is missing:
            name = self.get_param('name', missing, 'content-type')
        if name is missing:
            return failobj
        return _utils.collapse_rfc2231_value(name).strip()

    def get_boundary(self, failobj=None):
        missing = object()
        boundary = self.get_param('boundary', missing)
        if boundary is missing:
            return failobj
        return _utils.collapse_rfc2231_value(boundary).rstrip()

    def set_boundary(self, boundary):
        """Sets the boundary; the header stays where it is."""
        params = self._params('content-type')
        if params is None:
            raise _errors.HeaderParseError('No Content-Type header found')
        new, found = [], False
        for name, value in params:
            if name.lower() == 'boundary':
                new.append(('boundary', '"%s"' % boundary))
                found = True
            else:
                new.append((name, value))
        if not found:
            new.append(('boundary', '"%s"' % boundary))
        text = '; '.join([k if v == '' else '%s=%s' % (k, v) for k, v in new])
        self._headers = [self.policy.header_store_parse(h, text) if h.lower() == 'content-type'
                         else (h, v) for h, v in self._headers]

    def get_content_charset(self, failobj=None):
        """The parameter charset in lower case."""
        missing = object()
        charset = self.get_param('charset', missing)
        if charset is missing:
            return failobj
        if isinstance(charset, tuple):
            try:
                charset = str(charset[2].encode('raw-unicode-escape'), charset[0] or 'us-ascii')
            except (LookupError, UnicodeError):
                charset = charset[2]
        try:
            charset.encode('us-ascii')
        except UnicodeError:
            return failobj
        return charset.lower()

    def get_charsets(self, failobj=None):
        return [part.get_content_charset(failobj) for part in self.walk()]

    def get_content_disposition(self):
        value = self.get('content-disposition')
        return None if value is None else _head(value)[0].lower()

    def walk(self):
        """The message and all parts in it."""
        yield self
        if self.is_multipart():
            for part in self._payload:
                yield from part.walk()


def _head(value):
    head, _, rest = str(value).partition(';')
    return (head.strip(), rest.strip()) if rest else (head.strip(), None)


def _decode_base64(data):
    import binascii
    defects = []
    missing = len(data) % 4
    if missing:
        defects.append(_errors.InvalidBase64PaddingDefect())
    try:
        padded = data + b'==='[:4 - missing] if missing else data
        if not _re.fullmatch(rb'[A-Za-z0-9+/]*={0,2}', padded):
            raise ValueError
        return binascii.a2b_base64(padded), defects
    except ValueError:
        pass
    for padding in b'', b'==':
        try:
            return (binascii.a2b_base64(data + padding),
                    [_errors.InvalidBase64CharactersDefect(),
                     *([_errors.InvalidBase64PaddingDefect()] if padding else [])])
        except ValueError:
            pass
    return data, [_errors.InvalidBase64LengthDefect()]


def _decode_uu(data):
    import binascii
    lines = iter(data.splitlines())
    for line in lines:
        if line.startswith(b'begin '):
            break
    else:
        return data
    out = []
    for line in lines:
        if line.strip(b' \t\r\n\f') == b'end':
            break
        try:
            out.append(binascii.a2b_uu(line))
        except ValueError:
            out.append(binascii.a2b_uu(line[:(((line[0] - 32) & 63) * 4 + 5) // 3]))
    return b''.join(out)


class MIMEPart(Message):
    """A message whose headers are objects and whose content has methods."""

    def __init__(self, policy=None):
        if policy is None:
            from email.policy import default
            policy = default
        super().__init__(policy)

    def as_string(self, unixfrom=False, maxheaderlen=None, policy=None):
        policy = self.policy if policy is None else policy
        if maxheaderlen is None:
            maxheaderlen = policy.max_line_length
        return super().as_string(unixfrom, maxheaderlen, policy)

    def __str__(self):
        return self.as_string(policy=self.policy.clone(utf8=True))

    def is_attachment(self):
        value = self.get('content-disposition')
        return value is not None and value.content_disposition == 'attachment'

    def _find_body(self, part, preferencelist):
        if part.is_attachment():
            return
        main, sub = part.get_content_type().split('/')
        if main == 'text':
            if sub in preferencelist:
                yield preferencelist.index(sub), part
            return
        if main != 'multipart' or not self.is_multipart():
            return
        if sub != 'related':
            for each in part.iter_parts():
                yield from self._find_body(each, preferencelist)
            return
        if 'related' in preferencelist:
            yield preferencelist.index('related'), part
        candidate = None
        start = part.get_param('start')
        if start:
            for each in part.iter_parts():
                if each['content-id'] == start:
                    candidate = each
                    break
        if candidate is None:
            parts = part.get_payload()
            candidate = parts[0] if parts else None
        if candidate is not None:
            yield from self._find_body(candidate, preferencelist)

    def get_body(self, preferencelist=('related', 'html', 'plain')):
        """The part that is the text, by preference."""
        best, body = len(preferencelist), None
        for rank, part in self._find_body(self, preferencelist):
            if rank < best:
                best, body = rank, part
                if rank == 0:
                    break
        return body

    def iter_attachments(self):
        """The parts that are no text to be shown."""
        main, sub = self.get_content_type().split('/')
        if main != 'multipart' or sub == 'alternative':
            return
        payload = self.get_payload()
        try:
            parts = payload.copy()
        except AttributeError:
            return
        if sub == 'related':
            start = self.get_param('start')
            if start:
                found = False
                for part in parts:
                    if part.get('content-id') == start:
                        found = True
                    else:
                        yield part
                if found:
                    return
            parts.pop(0)
            yield from parts
            return
        seen = []
        for part in parts:
            main, sub = part.get_content_type().split('/')
            if ((main, sub) in (('text', 'plain'), ('text', 'html'), ('multipart', 'related'),
                                ('multipart', 'alternative'))
                    and not part.is_attachment() and sub not in seen):
                seen.append(sub)
                continue
            yield part

    def iter_parts(self):
        if self.is_multipart():
            yield from self.get_payload()

    def get_content(self, *args, content_manager=None, **kw):
        """The content as object of its kind."""
        manager = self.policy.content_manager if content_manager is None else content_manager
        return manager.get_content(self, *args, **kw)

    def set_content(self, *args, content_manager=None, **kw):
        """Sets the content, and the headers that belong to it."""
        manager = self.policy.content_manager if content_manager is None else content_manager
        manager.set_content(self, *args, **kw)

    def _make(self, sub, disallowed, boundary):
        if self.get_content_maintype() == 'multipart':
            existing = self.get_content_subtype()
            if existing in disallowed + (sub,):
                raise ValueError('Cannot convert %s to %s' % (existing, sub))
        keep, inner = [], []
        for name, value in self._headers:
            (inner if name.lower().startswith('content-') else keep).append((name, value))
        if inner:
            part = type(self)(policy=self.policy)
            part._headers = inner
            part._payload = self._payload
            self._payload = [part]
        else:
            self._payload = []
        self._headers = keep
        self['Content-Type'] = 'multipart/' + sub
        if boundary is not None:
            self.set_param('boundary', boundary)

    def make_related(self, boundary=None):
        self._make('related', ('alternative', 'mixed'), boundary)

    def make_alternative(self, boundary=None):
        self._make('alternative', ('mixed',), boundary)

    def make_mixed(self, boundary=None):
        self._make('mixed', (), boundary)

    def _add(self, _sub, *args, _disp=None, **kw):
        if self.get_content_maintype() != 'multipart' or self.get_content_subtype() != _sub:
            getattr(self, 'make_' + _sub)()
        part = type(self)(policy=self.policy)
        part.set_content(*args, **kw)
        if _disp and 'content-disposition' not in part:
            part['Content-Disposition'] = _disp
        self.attach(part)

    def add_related(self, *args, **kw):
        self._add('related', *args, _disp='inline', **kw)

    def add_alternative(self, *args, **kw):
        self._add('alternative', *args, **kw)

    def add_attachment(self, *args, **kw):
        self._add('mixed', *args, _disp='attachment', **kw)

    def clear(self):
        self._headers = []
        self._payload = None

    def clear_content(self):
        self._headers = [(n, v) for n, v in self._headers
                         if not n.lower().startswith('content-')]
        self._payload = None


class EmailMessage(MIMEPart):
    """A whole message."""

    def set_content(self, *args, **kw):
        super().set_content(*args, **kw)
        if 'MIME-Version' not in self:
            self['MIME-Version'] = '1.0'
