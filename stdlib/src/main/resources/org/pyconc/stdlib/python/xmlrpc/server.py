"""The called side of XML-RPC.

See https://docs.python.org/3.11/library/xmlrpc.server.html
"""

import socketserver
import sys
from http.server import BaseHTTPRequestHandler
from xmlrpc.client import Fault, dumps, loads


def resolve_dotted_attribute(obj, attr, allow_dotted_names=True):
    for name in attr.split('.') if allow_dotted_names else [attr]:
        if name.startswith('_'):
            raise AttributeError(f'attempt to access private attribute "{name}"')
        obj = getattr(obj, name)
    return obj


def list_public_methods(obj):
    return [name for name in dir(obj)
            if not name.startswith('_') and callable(getattr(obj, name))]


class SimpleXMLRPCDispatcher:
    """Knows functions by name and calls them."""

    def __init__(self, allow_none=False, encoding=None, use_builtin_types=False):
        self.funcs = {}
        self.instance = None
        self.allow_none = allow_none
        self.encoding = encoding or 'utf-8'
        self.use_builtin_types = use_builtin_types

    def register_instance(self, instance, allow_dotted_names=False):
        self.instance = instance
        self.allow_dotted_names = allow_dotted_names

    def register_function(self, function=None, name=None):
        if function is None:
            return lambda function: self.register_function(function, name=name)
        self.funcs[function.__name__ if name is None else name] = function
        return function

    def register_introspection_functions(self):
        self.funcs.update({'system.listMethods': self.system_listMethods,
                           'system.methodSignature': self.system_methodSignature,
                           'system.methodHelp': self.system_methodHelp})

    def register_multicall_functions(self):
        self.funcs['system.multicall'] = self.system_multicall

    def _marshaled_dispatch(self, data, dispatch_method=None, path=None):
        """The answer to a request, as bytes."""
        try:
            params, method = loads(data, use_builtin_types=self.use_builtin_types)
            call = self._dispatch if dispatch_method is None else dispatch_method
            response = dumps((call(method, params),), methodresponse=1,
                             allow_none=self.allow_none, encoding=self.encoding)
        except Fault as fault:
            response = dumps(fault, allow_none=self.allow_none, encoding=self.encoding)
        except BaseException as e:
            response = dumps(Fault(1, f'{type(e)}:{e}'), encoding=self.encoding,
                             allow_none=self.allow_none)
        return response.encode(self.encoding, 'xmlcharrefreplace')

    def system_listMethods(self):
        methods = set(self.funcs)
        if self.instance is not None:
            if hasattr(self.instance, '_listMethods'):
                methods |= set(self.instance._listMethods())
            elif not hasattr(self.instance, '_dispatch'):
                methods |= set(list_public_methods(self.instance))
        return sorted(methods)

    def system_methodSignature(self, method_name):
        return 'signatures not supported'

    def _found(self, name):
        """What is called by that name, or None."""
        function = self.funcs.get(name)
        if function is None and self.instance is not None \
                and not hasattr(self.instance, '_dispatch'):
            try:
                function = resolve_dotted_attribute(self.instance, name, self.allow_dotted_names)
            except AttributeError:
                pass
        return function

    def system_methodHelp(self, method_name):
        if method_name not in self.funcs and hasattr(self.instance, '_methodHelp'):
            return self.instance._methodHelp(method_name)
        method = self._found(method_name)
        if method is None:
            return ''
        import inspect
        return inspect.getdoc(method) or ''

    def system_multicall(self, call_list):
        results = []
        for call in call_list:
            try:
                results.append([self._dispatch(call['methodName'], call['params'])])
            except Fault as fault:
                results.append({'faultCode': fault.faultCode, 'faultString': fault.faultString})
            except BaseException as e:
                results.append({'faultCode': 1, 'faultString': f'{type(e)}:{e}'})
        return results

    def _dispatch(self, method, params):
        if method not in self.funcs and hasattr(self.instance, '_dispatch'):
            return self.instance._dispatch(method, params)
        function = self._found(method)
        if function is None:
            raise Exception(f'method "{method}" is not supported')
        return function(*params)


class SimpleXMLRPCRequestHandler(BaseHTTPRequestHandler):
    """Answers POST requests."""

    rpc_paths = ('/', '/RPC2', '/pydoc.css')
    encode_threshold = 1400
    wbufsize = -1
    disable_nagle_algorithm = True

    def accept_encodings(self):
        found = {}
        for each in (self.headers.get('Accept-Encoding') or '').split(','):
            name, _, weight = each.replace(' ', '').partition(';q=')
            if name:
                found[name] = float(weight) if weight else 1.0
        return found

    def is_rpc_path_valid(self):
        return not self.rpc_paths or self.path in self.rpc_paths

    def do_POST(self):
        if not self.is_rpc_path_valid():
            self.report_404()
            return
        try:
            left = int(self.headers['content-length'])
            pieces = []
            while left:
                piece = self.rfile.read(min(left, 10 << 20))
                if not piece:
                    break
                pieces.append(piece)
                left -= len(piece)
            data = self.decode_request_content(b''.join(pieces))
            if data is None:
                return
            response = self.server._marshaled_dispatch(
                data, getattr(self, '_dispatch', None), self.path)
        except Exception as e:
            self.send_response(500)
            if getattr(self.server, '_send_traceback_header', False):
                import traceback
                self.send_header('X-exception', str(e))
                trace = traceback.format_exc().encode('ASCII', 'backslashreplace')
                self.send_header('X-traceback', str(trace, 'ASCII'))
            self.send_header('Content-length', '0')
            self.end_headers()
            return
        self.send_response(200)
        self.send_header('Content-type', 'text/xml')
        if self.encode_threshold is not None and len(response) > self.encode_threshold \
                and self.accept_encodings().get('gzip', 0):
            import gzip
            response = gzip.compress(response)
            self.send_header('Content-Encoding', 'gzip')
        self.send_header('Content-length', str(len(response)))
        self.end_headers()
        self.wfile.write(response)

    def decode_request_content(self, data):
        encoding = (self.headers.get('content-encoding') or 'identity').lower()
        if encoding == 'identity':
            return data
        if encoding == 'gzip':
            import gzip
            try:
                return gzip.decompress(data)
            except (OSError, EOFError, ValueError):
                self.send_response(400, 'error decoding gzip content')
        else:
            self.send_response(501, f'encoding {encoding!r} not supported')
        self.send_header('Content-length', '0')
        self.end_headers()
        return None

    def report_404(self):
        response = b'No such page'
        self.send_response(404)
        self.send_header('Content-type', 'text/plain')
        self.send_header('Content-length', str(len(response)))
        self.end_headers()
        self.wfile.write(response)

    def log_request(self, code='-', size='-'):
        if self.server.logRequests:
            BaseHTTPRequestHandler.log_request(self, code, size)


class SimpleXMLRPCServer(socketserver.TCPServer, SimpleXMLRPCDispatcher):
    """A server of functions."""

    allow_reuse_address = True
    _send_traceback_header = False

    def __init__(self, addr, requestHandler=SimpleXMLRPCRequestHandler, logRequests=True,
                 allow_none=False, encoding=None, bind_and_activate=True,
                 use_builtin_types=False):
        self.logRequests = logRequests
        SimpleXMLRPCDispatcher.__init__(self, allow_none, encoding, use_builtin_types)
        socketserver.TCPServer.__init__(self, addr, requestHandler, bind_and_activate)


class MultiPathXMLRPCServer(SimpleXMLRPCServer):
    """Other functions below each path."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.dispatchers = {}

    def add_dispatcher(self, path, dispatcher):
        self.dispatchers[path] = dispatcher
        return dispatcher

    def get_dispatcher(self, path):
        return self.dispatchers[path]

    def _marshaled_dispatch(self, data, dispatch_method=None, path=None):
        try:
            return self.dispatchers[path]._marshaled_dispatch(data, dispatch_method, path)
        except BaseException as e:
            response = dumps(Fault(1, f'{type(e)}:{e}'), encoding=self.encoding,
                             allow_none=self.allow_none)
            return response.encode(self.encoding, 'xmlcharrefreplace')


class CGIXMLRPCRequestHandler(SimpleXMLRPCDispatcher):
    """Answers one request that a web server hands to this program."""

    def handle_xmlrpc(self, request_text):
        response = self._marshaled_dispatch(request_text)
        print('Content-Type: text/xml')
        print('Content-Length: %d' % len(response))
        print()
        sys.stdout.flush()
        sys.stdout.buffer.write(response)
        sys.stdout.buffer.flush()

    def handle_request(self, request_text=None):
        if request_text is None:
            import os
            try:
                length = int(os.environ.get('CONTENT_LENGTH'))
            except (ValueError, TypeError):
                length = -1
            request_text = sys.stdin.read(length)
        self.handle_xmlrpc(request_text)
