"""The calling side of XML-RPC.

See https://docs.python.org/3.11/library/xmlrpc.client.html
"""

import base64
import errno
import http.client
import time
import urllib.parse
from datetime import datetime
from xml.parsers import expat

__version__ = '3.11'
MAXINT = 2**31 - 1
MININT = -2**31
PARSE_ERROR = -32700
SERVER_ERROR = -32600
APPLICATION_ERROR = -32500
SYSTEM_ERROR = -32400
TRANSPORT_ERROR = -32300
NOT_WELLFORMED_ERROR = -32700
UNSUPPORTED_ENCODING = -32701
INVALID_ENCODING_CHAR = -32702
INVALID_XMLRPC = -32600
METHOD_NOT_FOUND = -32601
INVALID_METHOD_PARAMS = -32602
INTERNAL_ERROR = -32603


def escape(s):
    return s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')


class Error(Exception):
    """What can go wrong with a call."""

    __str__ = object.__str__


class ProtocolError(Error):
    """The answer of the server was no success of HTTP."""

    def __init__(self, url, errcode, errmsg, headers):
        Error.__init__(self)
        self.url, self.errcode, self.errmsg, self.headers = url, errcode, errmsg, headers

    def __repr__(self):
        return f'<{self.__class__.__name__} for {self.url}: {self.errcode} {self.errmsg}>'


class ResponseError(Error):
    """The answer is not one of XML-RPC."""


class Fault(Error):
    """What the other side raised."""

    def __init__(self, faultCode, faultString, **extra):
        Error.__init__(self)
        self.faultCode, self.faultString = faultCode, faultString

    def __repr__(self):
        return f'<{self.__class__.__name__} {self.faultCode}: {self.faultString!r}>'


boolean = Boolean = bool


def _iso(moment):
    return moment.strftime('%Y%m%dT%H:%M:%S').rjust(17, '0')


class DateTime:
    """A moment as XML-RPC writes it."""

    def __init__(self, value=0):
        if isinstance(value, str):
            self.value = value
        elif isinstance(value, datetime):
            self.value = _iso(value)
        else:
            if not isinstance(value, (tuple, time.struct_time)):
                value = time.localtime(value or time.time())
            self.value = '%04d%02d%02dT%02d:%02d:%02d' % tuple(value)[:6]

    def _other(self, other):
        if isinstance(other, DateTime):
            return other.value
        if isinstance(other, datetime):
            return _iso(other)
        if isinstance(other, str):
            return other
        if hasattr(other, 'timetuple'):
            return time.strftime('%Y%m%dT%H:%M:%S', other.timetuple())
        return None

    def __lt__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.value < value

    def __le__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.value <= value

    def __gt__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.value > value

    def __ge__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.value >= value

    def __eq__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.value == value

    __hash__ = None

    def timetuple(self):
        return time.strptime(self.value, '%Y%m%dT%H:%M:%S')

    def __str__(self):
        return self.value

    def __repr__(self):
        return f'<{self.__class__.__name__} {self.value!r} at {id(self):#x}>'

    def decode(self, data):
        self.value = str(data).strip()

    def encode(self, out):
        out.write(f'<value><dateTime.iso8601>{self.value}</dateTime.iso8601></value>\n')


class Binary:
    """Bytes."""

    def __init__(self, data=None):
        if data is None:
            data = b''
        elif not isinstance(data, (bytes, bytearray)):
            raise TypeError(f'expected bytes or bytearray, not {data.__class__.__name__}')
        self.data = bytes(data)

    def __str__(self):
        return str(self.data, 'latin-1')

    def __eq__(self, other):
        return self.data == (other.data if isinstance(other, Binary) else other)

    __hash__ = None

    def decode(self, data):
        self.data = base64.decodebytes(data)

    def encode(self, out):
        out.write('<value><base64>\n')
        out.write(base64.encodebytes(self.data).decode('ascii'))
        out.write('</base64></value>\n')


WRAPPERS = (DateTime, Binary)


class Marshaller:
    """Writes values."""

    def __init__(self, encoding=None, allow_none=False):
        self.memo = {}
        self.data = None
        self.encoding = encoding
        self.allow_none = allow_none

    def dumps(self, values):
        out = []
        write = out.append
        if isinstance(values, Fault):
            write('<fault>\n')
            self._dump({'faultCode': values.faultCode, 'faultString': values.faultString}, write)
            write('</fault>\n')
        else:
            write('<params>\n')
            for value in values:
                write('<param>\n')
                self._dump(value, write)
                write('</param>\n')
            write('</params>\n')
        return ''.join(out)

    def _dump(self, value, write):
        kind = type(value)
        if value is None:
            if not self.allow_none:
                raise TypeError('cannot marshal None unless allow_none is enabled')
            write('<value><nil/></value>')
        elif kind is bool:
            write(f'<value><boolean>{value:d}</boolean></value>\n')
        elif kind is int:
            if not MININT <= value <= MAXINT:
                raise OverflowError('int exceeds XML-RPC limits')
            write(f'<value><int>{value}</int></value>\n')
        elif kind is float:
            write(f'<value><double>{value!r}</double></value>\n')
        elif kind is str:
            write(f'<value><string>{escape(value)}</string></value>\n')
        elif kind in (bytes, bytearray):
            write('<value><base64>\n')
            write(base64.encodebytes(value).decode('ascii'))
            write('</base64></value>\n')
        elif kind in (list, tuple):
            self._once(value, 'sequences')
            write('<value><array><data>\n')
            for each in value:
                self._dump(each, write)
            write('</data></array></value>\n')
            del self.memo[id(value)]
        elif kind is dict:
            self._struct(value, write)
        elif kind is datetime:
            write(f'<value><dateTime.iso8601>{_iso(value)}</dateTime.iso8601></value>\n')
        elif kind in WRAPPERS:
            self.write = write
            value.encode(self)
            del self.write
        elif not hasattr(value, '__dict__') or kind.__mro__[-2] in _PLAIN:
            raise TypeError(f'cannot marshal {kind} objects')
        else:
            self._struct(value.__dict__, write)

    def _once(self, value, title):
        if id(value) in self.memo:
            raise TypeError(f'cannot marshal recursive {title}')
        self.memo[id(value)] = value

    def _struct(self, value, write):
        self._once(value, 'dictionaries')
        write('<value><struct>\n')
        for key, each in value.items():
            write('<member>\n')
            if not isinstance(key, str):
                raise TypeError('dictionary key must be string')
            write(f'<name>{escape(key)}</name>\n')
            self._dump(each, write)
            write('</member>\n')
        write('</struct></value>\n')
        del self.memo[id(value)]


_PLAIN = (bool, int, float, str, bytes, bytearray, list, tuple, dict)


class Unmarshaller:
    """Collects what a parser reads into values."""

    def __init__(self, use_datetime=False, use_builtin_types=False):
        self._use_datetime = use_builtin_types or use_datetime
        self._use_bytes = use_builtin_types
        self._values = []
        self._marks = []
        self._text = []
        self._is_value = False
        self._kind = self._method = None

    def getmethodname(self):
        return self._method

    def close(self):
        """The values; raises a Fault."""
        if self._kind is None or self._marks:
            raise ResponseError()
        if self._kind == 'fault':
            raise Fault(**self._values[0])
        return tuple(self._values)

    def xml(self, encoding, standalone):
        pass

    def start(self, tag, attrs):
        tag = tag.rpartition(':')[2]
        if tag in ('array', 'struct'):
            self._marks.append(len(self._values))
        self._text = []
        if self._is_value and tag not in _TAGS:
            raise ResponseError('unknown tag %r' % tag)
        self._is_value = tag == 'value'

    def data(self, text):
        self._text.append(text)

    def end(self, tag):
        tag = tag.rpartition(':')[2]
        text, self._text = ''.join(self._text), []
        made = self._end(tag, text)
        if made is not _NOTHING:
            self._values.append(made)
            self._is_value = False

    def _end(self, tag, text):
        if tag in ('i1', 'i2', 'i4', 'i8', 'int', 'biginteger'):
            return int(text)
        match tag:
            case 'string' | 'name':
                return text
            case 'value':
                return text if self._is_value else _NOTHING
            case 'double' | 'float':
                return float(text)
            case 'boolean':
                if text not in ('0', '1'):
                    raise TypeError('bad boolean value')
                return text == '1'
            case 'nil':
                return None
            case 'bigdecimal':
                from decimal import Decimal
                return Decimal(text)
            case 'base64':
                data = base64.decodebytes(text.encode('ascii'))
                return data if self._use_bytes else Binary(data)
            case 'dateTime.iso8601':
                if self._use_datetime:
                    return datetime.strptime(text.strip(), '%Y%m%dT%H:%M:%S')
                return DateTime(text.strip())
            case 'array':
                mark = self._marks.pop()
                self._values[mark:] = [self._values[mark:]]
                self._is_value = False
            case 'struct':
                mark = self._marks.pop()
                parts = self._values[mark:]
                self._values[mark:] = [dict(zip(parts[::2], parts[1::2]))]
                self._is_value = False
            case 'params' | 'fault':
                self._kind = tag
            case 'methodName':
                self._method = text
                self._kind = 'methodName'
        return _NOTHING


_NOTHING = object()
_TAGS = {'i1', 'i2', 'i4', 'i8', 'int', 'biginteger', 'string', 'double', 'float', 'boolean', 'nil',
         'bigdecimal', 'base64', 'dateTime.iso8601', 'array', 'struct'}


class ExpatParser:
    """Feeds an Unmarshaller."""

    def __init__(self, target):
        self._parser = expat.ParserCreate(None, None)
        self._target = target
        self._parser.StartElementHandler = target.start
        self._parser.EndElementHandler = target.end
        self._parser.CharacterDataHandler = target.data

    def feed(self, data):
        self._parser.Parse(data, False)

    def close(self):
        parser, self._parser = self._parser, None
        if parser is not None:
            parser.Parse(b'', True)
            parser.StartElementHandler = parser.EndElementHandler = None
            parser.CharacterDataHandler = None


def getparser(use_datetime=False, use_builtin_types=False):
    """A parser and the Unmarshaller that it feeds."""
    target = Unmarshaller(use_datetime=use_datetime, use_builtin_types=use_builtin_types)
    return ExpatParser(target), target


def dumps(params, methodname=None, methodresponse=None, encoding=None, allow_none=False):
    """A call, an answer or a Fault as text."""
    assert isinstance(params, (tuple, Fault)), 'argument must be tuple or Fault instance'
    if isinstance(params, Fault):
        methodresponse = 1
    elif methodresponse and isinstance(params, tuple):
        assert len(params) == 1, 'response tuple must be a singleton'
    encoding = encoding or 'utf-8'
    data = Marshaller(encoding, allow_none).dumps(params)
    head = "<?xml version='1.0'?>\n"
    if encoding != 'utf-8':
        head = f"<?xml version='1.0' encoding='{encoding}'?>\n"
    if methodname:
        return f'{head}<methodCall>\n<methodName>{methodname}</methodName>\n{data}</methodCall>\n'
    if methodresponse:
        return f'{head}<methodResponse>\n{data}</methodResponse>\n'
    return data


def loads(data, use_datetime=False, use_builtin_types=False):
    """The values of a text, and the name of the method that it calls, or None."""
    parser, target = getparser(use_datetime, use_builtin_types)
    parser.feed(data)
    parser.close()
    return target.close(), target.getmethodname()


class _Method:
    def __init__(self, send, name):
        self._send, self._name = send, name

    def __getattr__(self, name):
        return _Method(self._send, f'{self._name}.{name}')

    def __call__(self, *args):
        return self._send(self._name, args)


class _MultiCallMethod:
    def __init__(self, calls, name):
        self._calls, self._name = calls, name

    def __getattr__(self, name):
        return _MultiCallMethod(self._calls, f'{self._name}.{name}')

    def __call__(self, *args):
        self._calls.append((self._name, args))


class MultiCallIterator:
    """The results of several calls; a Fault is raised when its turn comes."""

    def __init__(self, results):
        self.results = results

    def __getitem__(self, i):
        item = self.results[i]
        if type(item) is dict:
            raise Fault(item['faultCode'], item['faultString'])
        if type(item) is list:
            return item[0]
        raise ValueError('unexpected type in multicall result')


class MultiCall:
    """Several calls in one request."""

    def __init__(self, server):
        self.__server = server
        self.__calls = []

    def __repr__(self):
        return f'<{self.__class__.__name__} at {id(self):#x}>'

    def __getattr__(self, name):
        return _MultiCallMethod(self.__calls, name)

    def __call__(self):
        return MultiCallIterator(self.__server.system.multicall(
            [{'methodName': name, 'params': args} for name, args in self.__calls]))


class Transport:
    """Sends requests over HTTP; the connection is kept."""

    user_agent = 'Python-xmlrpc/' + __version__
    accept_gzip_encoding = True
    encode_threshold = None
    _connection_class = http.client.HTTPConnection

    def __init__(self, use_datetime=False, use_builtin_types=False, *, headers=()):
        self._use_datetime = use_datetime
        self._use_builtin_types = use_builtin_types
        self._connection = None, None
        self._headers = list(headers)
        self._extra_headers = []

    def request(self, host, handler, request_body, verbose=False):
        for attempt in (0, 1):
            try:
                return self.single_request(host, handler, request_body, verbose)
            except http.client.RemoteDisconnected:
                if attempt:
                    raise
            except OSError as e:
                if attempt or e.errno not in (errno.ECONNRESET, errno.ECONNABORTED, errno.EPIPE):
                    raise

    def single_request(self, host, handler, request_body, verbose=False):
        try:
            connection = self.send_request(host, handler, request_body, verbose)
            response = connection.getresponse()
            if response.status == 200:
                self.verbose = verbose
                return self.parse_response(response)
        except Fault:
            raise
        except Exception:
            self.close()
            raise
        if response.getheader('content-length', ''):
            response.read()
        raise ProtocolError(host + handler, response.status, response.reason,
                            dict(response.getheaders()))

    def getparser(self):
        return getparser(use_datetime=self._use_datetime,
                         use_builtin_types=self._use_builtin_types)

    def get_host_info(self, host):
        extra = {}
        if isinstance(host, tuple):
            host, extra = host
        user, at, place = host.rpartition('@')
        if not at:
            return host, [], extra
        word = base64.b64encode(urllib.parse.unquote_to_bytes(user)).decode('ascii')
        return place, [('Authorization', 'Basic ' + word)], extra

    def make_connection(self, host):
        if self._connection and host == self._connection[0]:
            return self._connection[1]
        place, self._extra_headers, extra = self.get_host_info(host)
        self._connection = host, self._connect(place, extra)
        return self._connection[1]

    def _connect(self, place, extra):
        return self._connection_class(place)

    def close(self):
        host, connection = self._connection
        if connection:
            self._connection = None, None
            connection.close()

    def send_request(self, host, handler, request_body, debug):
        connection = self.make_connection(host)
        headers = self._headers + self._extra_headers
        if debug:
            connection.set_debuglevel(1)
        if self.accept_gzip_encoding:
            connection.putrequest('POST', handler, skip_accept_encoding=True)
            headers.append(('Accept-Encoding', 'gzip'))
        else:
            connection.putrequest('POST', handler)
        headers.append(('Content-Type', 'text/xml'))
        headers.append(('User-Agent', self.user_agent))
        self.send_headers(connection, headers)
        self.send_content(connection, request_body)
        return connection

    def send_headers(self, connection, headers):
        for key, value in headers:
            connection.putheader(key, value)

    def send_content(self, connection, request_body):
        if self.encode_threshold is not None and self.encode_threshold < len(request_body):
            import gzip
            connection.putheader('Content-Encoding', 'gzip')
            request_body = gzip.compress(request_body)
        connection.putheader('Content-Length', str(len(request_body)))
        connection.endheaders(request_body)

    def parse_response(self, response):
        data = response.read()
        if response.getheader('Content-Encoding', '') == 'gzip':
            import gzip
            data = gzip.decompress(data)
        if self.verbose:
            print('body:', repr(data))
        parser, target = self.getparser()
        parser.feed(data)
        parser.close()
        return target.close()


class SafeTransport(Transport):
    """The same over TLS."""

    def __init__(self, use_datetime=False, use_builtin_types=False, *, headers=(), context=None):
        super().__init__(use_datetime, use_builtin_types, headers=headers)
        self.context = context

    def _connect(self, place, extra):
        return http.client.HTTPSConnection(place, None, context=self.context, **extra)


class ServerProxy:
    """A server whose methods are called like functions."""

    def __init__(self, uri, transport=None, encoding=None, verbose=False, allow_none=False,
                 use_datetime=False, use_builtin_types=False, *, headers=(), context=None):
        parts = urllib.parse.urlsplit(uri)
        if parts.scheme not in ('http', 'https'):
            raise OSError('unsupported XML-RPC protocol')
        self.__host = parts.netloc
        self.__handler = urllib.parse.urlunsplit(['', '', *parts[2:]])
        if not self.__handler:
            self.__handler = '/RPC2'
        if transport is None:
            options = {'use_datetime': use_datetime, 'use_builtin_types': use_builtin_types,
                       'headers': headers}
            transport = (SafeTransport(context=context, **options) if parts.scheme == 'https'
                         else Transport(**options))
        self.__transport = transport
        self.__encoding = encoding or 'utf-8'
        self.__verbose = verbose
        self.__allow_none = allow_none

    def __close(self):
        self.__transport.close()

    def __request(self, name, params):
        text = dumps(params, name, encoding=self.__encoding, allow_none=self.__allow_none)
        answer = self.__transport.request(
            self.__host, self.__handler, text.encode(self.__encoding, 'xmlcharrefreplace'),
            verbose=self.__verbose)
        return answer[0] if len(answer) == 1 else answer

    def __repr__(self):
        return f'<{self.__class__.__name__} for {self.__host}{self.__handler}>'

    def __getattr__(self, name):
        return _Method(self.__request, name)

    def __call__(self, attr):
        if attr == 'close':
            return self.__close
        if attr == 'transport':
            return self.__transport
        raise AttributeError(f'Attribute {attr!r} not found')

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.__close()


Server = ServerProxy
