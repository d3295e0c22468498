"""Requests and answers."""

import json as _json
from http.client import HTTPException, IncompleteRead
from urllib.parse import urlencode, urlsplit, urlunsplit

from requests.auth import HTTPBasicAuth
from requests.cookies import (RequestsCookieJar, cookiejar_from_dict, get_cookie_header)
from requests.exceptions import (ChunkedEncodingError, ConnectionError, ContentDecodingError,
                                 HTTPError, InvalidHeader, InvalidJSONError, InvalidSchema,
                                 InvalidURL, JSONDecodeError, MissingSchema, StreamConsumedError)
from requests.structures import CaseInsensitiveDict
from requests.utils import (get_auth_from_url, guess_filename, guess_json_utf, parse_header_links,
                            requote_uri, super_len, to_key_val_list)
from http.cookiejar import CookieJar


class ProtocolError(Exception):
    """What went wrong on the connection."""


class DecodeError(Exception):
    """What went wrong with the content."""


REDIRECT_STATI = (301, 302, 303, 307, 308)
DEFAULT_REDIRECT_LIMIT = 30
CONTENT_CHUNK_SIZE = 10 * 1024
ITER_CHUNK_SIZE = 512


class _Hooks:
    def register_hook(self, event, hook):
        if event not in self.hooks:
            raise ValueError(f'Unsupported event specified, with event name "{event}"')
        if callable(hook):
            self.hooks[event].append(hook)
        elif hasattr(hook, '__iter__'):
            self.hooks[event].extend(each for each in hook if callable(each))

    def deregister_hook(self, event, hook):
        try:
            self.hooks[event].remove(hook)
            return True
        except ValueError:
            return False


def dispatch_hook(key, hooks, hook_data, **kwargs):
    """Calls what is to be called with an answer."""
    found = (hooks or {}).get(key)
    if found:
        for hook in [found] if callable(found) else found:
            made = hook(hook_data, **kwargs)
            if made is not None:
                hook_data = made
    return hook_data


class Request(_Hooks):
    """What is asked for."""

    def __init__(self, method=None, url=None, headers=None, files=None, data=None, params=None,
                 auth=None, cookies=None, hooks=None, json=None):
        self.hooks = {'response': []}
        for event, hook in (hooks or {}).items():
            self.register_hook(event, hook)
        self.method = method
        self.url = url
        self.headers = {} if headers is None else headers
        self.files = [] if files is None else files
        self.data = [] if data is None else data
        self.json = json
        self.params = {} if params is None else params
        self.auth = auth
        self.cookies = cookies

    def __repr__(self):
        return f'<Request [{self.method}]>'

    def prepare(self):
        made = PreparedRequest()
        made.prepare(self.method, self.url, self.headers, self.files, self.data, self.params,
                     self.auth, self.cookies, self.hooks, self.json)
        return made


def _encode_params(data):
    if isinstance(data, (str, bytes)) or hasattr(data, 'read'):
        return data
    if not hasattr(data, '__iter__'):
        return data
    pairs = []
    for key, values in to_key_val_list(data):
        if isinstance(values, (str, bytes)) or not hasattr(values, '__iter__'):
            values = [values]
        pairs.extend((key, value) for value in values if value is not None)
    return urlencode(pairs, doseq=True)


def _encode_files(files, data):
    """A body of several parts, and its type."""
    if not files:
        raise ValueError('Files must be provided.')
    if isinstance(data, (str, bytes)):
        raise ValueError('Data must not be a string.')
    import os
    boundary = os.urandom(16).hex()
    parts = []
    for name, values in to_key_val_list(data or {}):
        if isinstance(values, (str, bytes)) or not hasattr(values, '__iter__'):
            values = [values]
        for value in values:
            if value is not None:
                name = name.decode('utf-8') if isinstance(name, bytes) else name
                parts.append((name, None, None, {}, value if isinstance(value, bytes)
                              else str(value).encode('utf-8')))
    for name, value in to_key_val_list(files):
        kind, headers = None, {}
        if isinstance(value, (tuple, list)):
            filename, content, *rest = value
            kind = rest[0] if rest else None
            headers = rest[1] if len(rest) > 1 else {}
        else:
            filename, content = guess_filename(value) or name, value
        if content is None:
            continue
        if hasattr(content, 'read'):
            content = content.read()
        if isinstance(content, str):
            content = content.encode('utf-8')
        parts.append((name, filename, kind, headers, bytes(content)))
    body = bytearray()
    for name, filename, kind, headers, content in parts:
        body += b'--' + boundary.encode() + b'\r\nContent-Disposition: form-data; '
        body += _form_field('name', name)
        if filename is not None:
            body += b'; ' + _form_field('filename', filename)
        body += b'\r\n'
        if kind:
            body += b'Content-Type: ' + kind.encode() + b'\r\n'
        for key, text in headers.items():
            body += f'{key}: {text}\r\n'.encode()
        body += b'\r\n' + content + b'\r\n'
    body += b'--' + boundary.encode() + b'--\r\n'
    return bytes(body), 'multipart/form-data; boundary=' + boundary


def _form_field(name, value):
    if isinstance(value, bytes):
        value = value.decode('utf-8')
    value = value.replace('"', '%22').replace('\r', '%0D').replace('\n', '%0A')
    return f'{name}="{value}"'.encode('utf-8')


class PreparedRequest(_Hooks):
    """A request as it is sent."""

    def __init__(self):
        self.method = self.url = self.headers = self._cookies = self.body = None
        self.hooks = {'response': []}
        self._body_position = None

    def prepare(self, method=None, url=None, headers=None, files=None, data=None, params=None,
                auth=None, cookies=None, hooks=None, json=None):
        self.prepare_method(method)
        self.prepare_url(url, params)
        self.prepare_headers(headers)
        self.prepare_cookies(cookies)
        self.prepare_body(data, files, json)
        self.prepare_auth(auth, url)
        self.prepare_hooks(hooks)

    def __repr__(self):
        return f'<PreparedRequest [{self.method}]>'

    def copy(self):
        made = PreparedRequest()
        made.method = self.method
        made.url = self.url
        made.headers = self.headers.copy() if self.headers is not None else None
        made._cookies = self._cookies.copy() if self._cookies is not None else None
        made.body = self.body
        made.hooks = self.hooks
        made._body_position = self._body_position
        return made

    @property
    def path_url(self):
        parts = urlsplit(self.url)
        return (parts.path or '/') + ('?' + parts.query if parts.query else '')

    def prepare_method(self, method):
        self.method = method
        if self.method is not None:
            self.method = self.method.decode() if isinstance(method, bytes) else method.upper()

    def prepare_url(self, url, params):
        url = (url.decode('utf8') if isinstance(url, bytes) else str(url)).lstrip()
        if ':' in url and not url.lower().startswith('http'):
            self.url = url
            return
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError:
            raise InvalidURL(f'Failed to parse: {url}') from None
        if not parts.scheme:
            raise MissingSchema(f'Invalid URL {url!r}: No scheme supplied. '
                                f'Perhaps you meant https://{url}?')
        host = parts.hostname
        if not host:
            raise InvalidURL(f'Invalid URL {url!r}: No host supplied')
        if any(ord(c) > 127 for c in host):
            try:
                host = host.encode('idna').decode('ascii')
            except (UnicodeError, LookupError):
                raise InvalidURL('URL has an invalid label.') from None
        elif host.startswith(('*', '.')):
            raise InvalidURL('URL has an invalid label.')
        place = parts.netloc.rpartition('@')[0]
        place = place + '@' if place else ''
        place += '[' + host + ']' if ':' in host else host
        if port is not None:
            place += ':' + str(port)
        query = parts.query
        more = _encode_params(params.decode() if isinstance(params, bytes) else params)
        if more:
            query = f'{query}&{more}' if query else more
        self.url = requote_uri(urlunsplit((parts.scheme, place, parts.path or '/', query,
                                           parts.fragment)))

    def prepare_headers(self, headers):
        self.headers = CaseInsensitiveDict()
        for name, value in (headers or {}).items():
            for each in (name, value):
                if not isinstance(each, (str, bytes)):
                    raise InvalidHeader(f'Header part ({each!r}) from ({name!r}, {value!r}) '
                                        f'must be of type str or bytes, not {type(each)}')
            text = value.decode('latin-1') if isinstance(value, bytes) else value
            if '\n' in text or '\r' in text or text[:1].isspace():
                raise InvalidHeader('Invalid leading whitespace, reserved character(s), or return '
                                    f'character(s) in header value: {value!r}')
            self.headers[name.decode() if isinstance(name, bytes) else name] = value

    def prepare_body(self, data, files, json=None):
        body = None
        kind = None
        if not data and json is not None:
            kind = 'application/json'
            try:
                body = _json.dumps(json, allow_nan=False)
            except ValueError as failure:
                raise InvalidJSONError(failure, request=self) from None
            body = body.encode('utf-8')
        is_stream = hasattr(data, '__iter__') and not isinstance(
            data, (str, bytes, list, tuple, dict)) and not hasattr(data, 'items')
        if is_stream:
            length = super_len(data)
            body = data
            if files:
                raise NotImplementedError('Streamed bodies and files are mutually exclusive.')
            if hasattr(body, 'tell'):
                try:
                    self._body_position = body.tell()
                except OSError:
                    pass
            if length:
                self.headers['Content-Length'] = str(length)
            else:
                self.headers['Transfer-Encoding'] = 'chunked'
        else:
            if files:
                body, kind = _encode_files(files, data)
            elif data:
                body = _encode_params(data)
                kind = None if isinstance(data, (str, bytes)) or hasattr(data, 'read') \
                    else 'application/x-www-form-urlencoded'
            self.prepare_content_length(body)
            if kind and 'content-type' not in self.headers:
                self.headers['Content-Type'] = kind
        self.body = body

    def prepare_content_length(self, body):
        if body is not None:
            length = super_len(body)
            if length:
                self.headers['Content-Length'] = str(length)
        elif self.method not in ('GET', 'HEAD') and self.headers.get('Content-Length') is None:
            self.headers['Content-Length'] = '0'

    def prepare_auth(self, auth, url=''):
        if auth is None:
            of_url = get_auth_from_url(self.url)
            auth = of_url if any(of_url) else None
        if auth:
            if isinstance(auth, tuple) and len(auth) == 2:
                auth = HTTPBasicAuth(*auth)
            made = auth(self)
            self.__dict__.update(made.__dict__)
            if not hasattr(self.body, 'read') and 'Transfer-Encoding' not in self.headers:
                self.prepare_content_length(self.body)

    def prepare_cookies(self, cookies):
        if isinstance(cookies, CookieJar):
            self._cookies = cookies
        else:
            self._cookies = cookiejar_from_dict(cookies)
        header = get_cookie_header(self._cookies, self)
        if header is not None:
            self.headers['Cookie'] = header

    def prepare_hooks(self, hooks):
        for event in hooks or {}:
            self.register_hook(event, hooks[event])


class Response:
    """What a server has answered."""

    def __init__(self):
        self._content = False
        self._content_consumed = False
        self._next = None
        self.status_code = None
        self.headers = CaseInsensitiveDict()
        self.raw = None
        self.url = None
        self.encoding = None
        self.history = []
        self.reason = None
        self.cookies = cookiejar_from_dict({})
        import datetime
        self.elapsed = datetime.timedelta(0)
        self.request = None

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __getstate__(self):
        if not self._content_consumed:
            self.content
        return {name: getattr(self, name, None) for name in (
            '_content', 'status_code', 'url', 'headers', 'history', 'encoding', 'reason',
            'cookies', 'elapsed', 'request')}

    def __setstate__(self, state):
        self.__dict__.update(state)
        self._content_consumed = True
        self.raw = self._next = None

    def __repr__(self):
        return f'<Response [{self.status_code}]>'

    def __bool__(self):
        return self.ok

    def __iter__(self):
        return self.iter_content(128)

    @property
    def ok(self):
        try:
            self.raise_for_status()
        except HTTPError:
            return False
        return True

    @property
    def is_redirect(self):
        return 'location' in self.headers and self.status_code in REDIRECT_STATI

    @property
    def is_permanent_redirect(self):
        return 'location' in self.headers and self.status_code in (301, 308)

    @property
    def next(self):
        return self._next

    @property
    def apparent_encoding(self):
        """What the content looks as if it was encoded in."""
        if not self.content:
            return 'utf-8'
        for name in ('ascii', 'utf-8'):
            try:
                self.content.decode(name)
                return name
            except UnicodeDecodeError:
                pass
        return 'ISO-8859-1'

    def _stream(self, chunk_size):
        import zlib
        try:
            yield from self.raw.stream(chunk_size, decode_content=True)
        except zlib.error as failure:
            raise ContentDecodingError(
                DecodeError('Received response with content-encoding: %s, but failed to decode '
                            'it.' % self.headers.get('content-encoding'), failure)) from None
        except TimeoutError as failure:
            raise ConnectionError("%s: Read timed out." % self.raw._place()) from None
        except IncompleteRead as failure:
            raise ChunkedEncodingError(_broken(failure)) from None
        except (OSError, HTTPException) as failure:
            raise ChunkedEncodingError(
                ProtocolError(f'Connection broken: {failure!r}', failure)) from None
        self._content_consumed = True

    def iter_content(self, chunk_size=1, decode_unicode=False):
        """The content in parts."""
        if self._content_consumed and isinstance(self._content, bool):
            raise StreamConsumedError()
        if chunk_size is not None and not isinstance(chunk_size, int):
            raise TypeError(f'chunk_size must be an int, it is instead a {type(chunk_size)}.')
        if self._content_consumed:
            size = chunk_size or len(self._content) or 1
            parts = (self._content[start:start + size]
                     for start in range(0, len(self._content), size))
        else:
            parts = self._stream(chunk_size)
        return self._decoded(parts) if decode_unicode and self.encoding is not None else parts

    def _decoded(self, parts):
        import codecs
        decoder = codecs.getincrementaldecoder(self.encoding)(errors='replace')
        for part in parts:
            text = decoder.decode(part)
            if text:
                yield text
        text = decoder.decode(b'', final=True)
        if text:
            yield text

    def iter_lines(self, chunk_size=ITER_CHUNK_SIZE, decode_unicode=False, delimiter=None):
        pending = None
        for chunk in self.iter_content(chunk_size, decode_unicode):
            if pending is not None:
                chunk = pending + chunk
            lines = chunk.split(delimiter) if delimiter else chunk.splitlines()
            if lines and lines[-1] and chunk and lines[-1][-1] == chunk[-1]:
                pending = lines.pop()
            else:
                pending = None
            yield from lines
        if pending is not None:
            yield pending

    @property
    def content(self):
        if self._content is False:
            if self._content_consumed:
                raise RuntimeError('The content for this response was already consumed')
            if self.status_code == 0 or self.raw is None:
                self._content = None
            else:
                self._content = b''.join(self.iter_content(CONTENT_CHUNK_SIZE)) or b''
        self._content_consumed = True
        return self._content

    @property
    def text(self):
        if not self.content:
            return ''
        try:
            return str(self.content, self.encoding or self.apparent_encoding, errors='replace')
        except (LookupError, TypeError):
            return str(self.content, errors='replace')

    def json(self, **kwargs):
        """The content as JSON."""
        try:
            if not self.encoding and self.content and len(self.content) > 3:
                encoding = guess_json_utf(self.content)
                if encoding is not None:
                    try:
                        return _json.loads(self.content.decode(encoding), **kwargs)
                    except UnicodeDecodeError:
                        pass
            return _json.loads(self.text, **kwargs)
        except _json.JSONDecodeError as failure:
            raise JSONDecodeError(failure.msg, failure.doc, failure.pos) from None

    @property
    def links(self):
        found = {}
        for link in parse_header_links(self.headers.get('link') or ''):
            found[link.get('rel') or link.get('url')] = link
        return found

    def raise_for_status(self):
        """HTTPError if the status tells of one."""
        reason = self.reason
        if isinstance(reason, bytes):
            reason = reason.decode('utf-8', 'replace')
        kind = None
        if 400 <= self.status_code < 500:
            kind = 'Client'
        elif 500 <= self.status_code < 600:
            kind = 'Server'
        if kind:
            raise HTTPError(f'{self.status_code} {kind} Error: {reason} for url: {self.url}',
                            response=self)

    def close(self):
        if not self._content_consumed and self.raw is not None:
            self.raw.close()
        release = getattr(self.raw, 'release_conn', None)
        if release is not None:
            release()


def _broken(failure):
    if failure.expected is None:
        return ProtocolError('Response ended prematurely')
    return ProtocolError(f'Connection broken: IncompleteRead({len(failure.partial)} bytes read, '
                         f'{failure.expected} more expected)', failure)
