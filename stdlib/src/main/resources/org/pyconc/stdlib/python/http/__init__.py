"""The web's protocol: its status numbers and methods."""

__all__ = ['HTTPStatus', 'HTTPMethod']

_PHRASES = {
    100: 'Continue', 101: 'Switching Protocols', 102: 'Processing', 103: 'Early Hints',
    200: 'OK', 201: 'Created', 202: 'Accepted', 203: 'Non-Authoritative Information',
    204: 'No Content', 205: 'Reset Content', 206: 'Partial Content', 207: 'Multi-Status',
    208: 'Already Reported', 226: 'IM Used', 300: 'Multiple Choices', 301: 'Moved Permanently',
    302: 'Found', 303: 'See Other', 304: 'Not Modified', 305: 'Use Proxy',
    307: 'Temporary Redirect', 308: 'Permanent Redirect', 400: 'Bad Request',
    401: 'Unauthorized', 402: 'Payment Required', 403: 'Forbidden', 404: 'Not Found',
    405: 'Method Not Allowed', 406: 'Not Acceptable', 407: 'Proxy Authentication Required',
    408: 'Request Timeout', 409: 'Conflict', 410: 'Gone', 411: 'Length Required',
    412: 'Precondition Failed', 413: 'Request Entity Too Large', 414: 'Request-URI Too Long',
    415: 'Unsupported Media Type', 416: 'Requested Range Not Satisfiable',
    417: 'Expectation Failed', 418: "I'm a Teapot", 421: 'Misdirected Request',
    422: 'Unprocessable Entity', 423: 'Locked', 424: 'Failed Dependency', 425: 'Too Early',
    426: 'Upgrade Required', 428: 'Precondition Required', 429: 'Too Many Requests',
    431: 'Request Header Fields Too Large', 451: 'Unavailable For Legal Reasons',
    500: 'Internal Server Error', 501: 'Not Implemented', 502: 'Bad Gateway',
    503: 'Service Unavailable', 504: 'Gateway Timeout', 505: 'HTTP Version Not Supported',
    506: 'Variant Also Negotiates', 507: 'Insufficient Storage', 508: 'Loop Detected',
    510: 'Not Extended', 511: 'Network Authentication Required'}
_DESCRIPTIONS = {
    100: 'Request received, please continue',
    101: 'Switching to new protocol; obey Upgrade header',
    200: 'Request fulfilled, document follows',
    201: 'Document created, URL follows',
    202: 'Request accepted, processing continues off-line',
    203: 'Request fulfilled from cache',
    204: 'Request fulfilled, nothing follows',
    205: 'Clear input form for further input',
    206: 'Partial content follows',
    300: 'Object has several resources -- see URI list',
    301: 'Object moved permanently -- see URI list',
    302: 'Object moved temporarily -- see URI list',
    303: 'Object moved -- see Method and URL list',
    304: 'Document has not changed since given time',
    305: 'You must use proxy specified in Location to access this resource',
    307: 'Object moved temporarily -- see URI list',
    308: 'Object moved permanently -- see URI list',
    400: 'Bad request syntax or unsupported method',
    401: 'No permission -- see authorization schemes',
    402: 'No payment -- see charging schemes',
    403: 'Request forbidden -- authorization will not help',
    404: 'Nothing matches the given URI',
    405: 'Specified method is invalid for this resource',
    406: 'URI not available in preferred format',
    407: 'You must authenticate with this proxy before proceeding',
    408: 'Request timed out; try again later',
    409: 'Request conflict',
    410: 'URI no longer exists and has been permanently removed',
    411: 'Client must specify Content-Length',
    412: 'Precondition in headers is false',
    413: 'Entity is too large',
    414: 'URI is too long',
    415: 'Entity body in unsupported format',
    416: 'Cannot satisfy request range',
    417: 'Expect condition could not be satisfied',
    418: 'Server refuses to brew coffee because it is a teapot.',
    421: 'Server is not able to produce a response',
    428: 'The origin server requires the request to be conditional',
    429: 'The user has sent too many requests in a given amount of time ("rate limiting")',
    431: 'The server is unwilling to process the request because its header fields are too large',
    451: 'The server is denying access to the resource as a consequence of a legal demand',
    500: 'Server got itself in trouble',
    501: 'Server does not support this operation',
    502: 'Invalid responses from another server/proxy',
    503: 'The server cannot process the request due to a high load',
    504: 'The gateway server did not receive a timely response',
    505: 'Cannot fulfill request',
    511: 'The client needs to authenticate to gain network access',
}
_METHODS = {
    'CONNECT': 'Establish a connection to the server.',
    'DELETE': 'Remove the target.',
    'GET': 'Retrieve the target.',
    'HEAD': 'Same as GET, but only retrieve the status line and header section.',
    'OPTIONS': 'Describe the communication options for the target.',
    'PATCH': 'Apply partial modifications to a target.',
    'POST': 'Perform target-specific processing with the request payload.',
    'PUT': 'Replace the target with the request payload.',
    'TRACE': 'Perform a message loop-back test along the path to the target.',
}


class _Members(type):
    """The class of classes with a fixed set of members; enum itself takes long to import."""

    def __iter__(cls):
        return iter(cls._known.values())

    def __reversed__(cls):
        return reversed(list(cls._known.values()))

    def __len__(cls):
        return len(cls._known)

    def __getitem__(cls, name):
        return cls.__members__[name]

    def __contains__(cls, member):
        if not isinstance(member, cls):
            raise TypeError("unsupported operand type(s) for 'in': %r and 'EnumType'"
                            % type(member).__qualname__)
        return True

    @property
    def __members__(cls):
        return {each.name: each for each in cls._known.values()}

    def __repr__(cls):
        return "<enum '%s'>" % cls.__name__

    def __setattr__(cls, name, value):
        if name in cls.__dict__ and isinstance(cls.__dict__[name], cls):
            raise AttributeError('cannot reassign member %r' % name)
        super().__setattr__(name, value)


class HTTPStatus(int, metaclass=_Members):
    """A status number with its phrase."""

    _known = {}

    def __new__(cls, value):
        if value in cls._known:
            return cls._known[value]
        if value not in _PHRASES:
            raise ValueError('%r is not a valid HTTPStatus' % (value,))
        self = cls._known[value] = int.__new__(cls, value)
        self.phrase = _PHRASES[value]
        self.name = self.phrase.upper().replace(' ', '_').replace('-', '_').replace("'", '')
        return self

    value = property(lambda self: int(self))
    description = property(lambda self: _DESCRIPTIONS.get(int(self), ''))

    def __repr__(self):
        return '<HTTPStatus.%s: %d>' % (self.name, self)

    def __str__(self):
        return int.__repr__(self)

    def __reduce_ex__(self, protocol):
        return HTTPStatus, (int(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class HTTPMethod(str, metaclass=_Members):
    """A method of requests."""

    _known = {}

    def __new__(cls, value):
        if value in cls._known:
            return cls._known[value]
        if value not in _METHODS:
            raise ValueError('%r is not a valid HTTPMethod' % (value,))
        self = cls._known[value] = str.__new__(cls, value)
        self.name = value
        self.description = _METHODS[value]
        return self

    value = property(lambda self: str.__str__(self))

    def __repr__(self):
        return '<HTTPMethod.%s>' % self.name

    def __str__(self):
        return str.__str__(self)

    def __reduce_ex__(self, protocol):
        return HTTPMethod, (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _make_members():
    for value in _PHRASES:
        setattr(HTTPStatus, HTTPStatus(value).name, HTTPStatus(value))
    for value in _METHODS:
        setattr(HTTPMethod, value, HTTPMethod(value))


_make_members()
