"""What programs of the web and their servers need."""

import posixpath

__all__ = ['FileWrapper', 'guess_scheme', 'application_uri', 'request_uri', 'shift_path_info',
           'setup_testing_defaults', 'is_hop_by_hop']

_HOP_BY_HOP = frozenset(('connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization',
                         'te', 'trailers', 'transfer-encoding', 'upgrade'))


class FileWrapper:
    """A file as an iterator of blocks."""

    def __init__(self, filelike, blksize=8192):
        self.filelike = filelike
        self.blksize = blksize
        if hasattr(filelike, 'close'):
            self.close = filelike.close

    def __iter__(self):
        return self

    def __next__(self):
        data = self.filelike.read(self.blksize)
        if data:
            return data
        raise StopIteration


def guess_scheme(environ):
    return 'https' if environ.get('HTTPS') in ('yes', 'on', '1') else 'http'


def application_uri(environ):
    """Where the program is."""
    from urllib.parse import quote
    scheme = environ['wsgi.url_scheme']
    if environ.get('HTTP_HOST'):
        place = environ['HTTP_HOST']
    else:
        port = environ['SERVER_PORT']
        usual = {'https': '443'}.get(scheme, '80')
        place = environ['SERVER_NAME'] + ('' if port == usual else ':' + port)
    return f'{scheme}://{place}' + quote(environ.get('SCRIPT_NAME') or '/', encoding='latin1')


def request_uri(environ, include_query=True):
    """What was asked for."""
    from urllib.parse import quote
    uri = application_uri(environ)
    path = quote(environ.get('PATH_INFO', ''), safe='/;=,', encoding='latin1')
    uri += path if environ.get('SCRIPT_NAME') else path[1:]
    if include_query and environ.get('QUERY_STRING'):
        uri += '?' + environ['QUERY_STRING']
    return uri


def shift_path_info(environ):
    """Moves one name from the path to the name of the program; the name, or None."""
    path = environ.get('PATH_INFO', '')
    if not path:
        return None
    parts = path.split('/')
    parts[1:-1] = [part for part in parts[1:-1] if part and part != '.']
    name = parts[1] if len(parts) > 1 else parts[0]
    if len(parts) > 1:
        del parts[1]
    script = posixpath.normpath(environ.get('SCRIPT_NAME', '') + '/' + name)
    if script.endswith('/'):
        script = script[:-1]
    if not name and not script.endswith('/'):
        script += '/'
    environ['SCRIPT_NAME'] = script
    environ['PATH_INFO'] = '/'.join(parts)
    return None if name == '.' else name


def setup_testing_defaults(environ):
    """Fills an environment with what a server would have said."""
    from io import BytesIO, StringIO
    environ.setdefault('SERVER_NAME', '127.0.0.1')
    environ.setdefault('SERVER_PROTOCOL', 'HTTP/1.0')
    environ.setdefault('HTTP_HOST', environ['SERVER_NAME'])
    environ.setdefault('REQUEST_METHOD', 'GET')
    if 'SCRIPT_NAME' not in environ and 'PATH_INFO' not in environ:
        environ['SCRIPT_NAME'] = ''
        environ['PATH_INFO'] = '/'
    environ.setdefault('wsgi.version', (1, 0))
    environ.setdefault('wsgi.run_once', 0)
    environ.setdefault('wsgi.multithread', 0)
    environ.setdefault('wsgi.multiprocess', 0)
    environ.setdefault('wsgi.input', BytesIO())
    environ.setdefault('wsgi.errors', StringIO())
    environ.setdefault('wsgi.url_scheme', guess_scheme(environ))
    scheme = environ['wsgi.url_scheme']
    if scheme in ('http', 'https'):
        environ.setdefault('SERVER_PORT', '80' if scheme == 'http' else '443')


def is_hop_by_hop(header_name):
    return header_name.lower() in _HOP_BY_HOP
