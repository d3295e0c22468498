"""Managers of other programs: the server that answers them, and the calls to it.

The protocol is CPython's, so that one of the two programs may be one that CPython runs.
"""

import os
import threading
import traceback

from multiprocessing.connection import Client, Listener, answer_challenge, deliver_challenge
from multiprocessing.managers import BaseManager, Namespace, RemoteError, Token, public_methods

_connections = threading.local()
_registries = {}


_HEADING = 'Traceback (most recent call last):\n'


def _traceback():
    text = traceback.format_exc()
    return text if text.startswith(_HEADING) else _HEADING + text


# ---- calls --------------------------------------------------------------------------------


def _result(kind, value):
    if kind == '#RETURN':
        return value
    if kind == '#ERROR' and isinstance(value, BaseException):
        raise value
    if kind in ('#TRACEBACK', '#UNSERIALIZABLE') and isinstance(value, str):
        if kind == '#UNSERIALIZABLE':
            value = 'Unserializable message: %s\n' % value
        raise RemoteError(value)
    raise ValueError('Unrecognized message type {!r}'.format(kind))


def _dispatch(c, ident, method, args=(), kwds={}):
    c.send((ident, method, args, kwds))
    kind, value = c.recv()
    return kind, value


def control(address, authkey, method, args=(), kwds={}):
    """Has the server do something for which it needs no object."""
    with Client(address, authkey=authkey) as c:
        return _result(*_dispatch(c, None, method, args, kwds))


def connect(address, authkey, registry):
    """Sees whether the server is there."""
    control(address, authkey, 'dummy')
    _registries[address] = registry


def call(link, ident, method, args, kwds):
    """Calls a method of an object that the server keeps."""
    known = getattr(_connections, 'known', None)
    if known is None:
        known = _connections.known = {}
    key = (os.getpid(), link.address)
    c = known.get(key)
    if c is None:
        c = Client(link.address, authkey=link.authkey)
        name = threading.current_thread().name
        _result(*_dispatch(c, None, 'accept_connection', (name,)))
        known[key] = c
    try:
        kind, value = _dispatch(c, ident, method, args, kwds or {})
    except (EOFError, OSError):
        known.pop(key, None)
        c.close()
        raise
    if kind == '#PROXY':
        exposed, token = value
        registry = _registries.get(link.address, BaseManager._registry)
        proxytype = registry[token.typeid][-1]
        return proxytype(link.token(token.typeid, token.id), 'pickle', authkey=link.authkey,
                         exposed=exposed)
    return _result(kind, value)


# ---- the server ---------------------------------------------------------------------------


class WireToken:
    """Names an object of the server, in messages."""

    def __init__(self, typeid, address, ident):
        self.typeid, self.address, self.id = typeid, address, ident

    def __reduce__(self):
        return Token, (self.typeid, self.address, self.id)


class Server:
    """Answers the programs that use the manager."""

    public = ['shutdown', 'create', 'accept_connection', 'get_methods', 'debug_info',
              'number_of_objects', 'dummy', 'incref', 'decref']

    def __init__(self, registry, address, authkey, serializer='pickle'):
        if not isinstance(authkey, bytes):
            raise TypeError('Authkey {0!r} is type {1!s}, not bytes'.format(authkey, type(authkey)))
        self.registry = registry
        self.authkey = bytes(authkey)
        self.listener = Listener(address=address, backlog=128)
        self.address = self.listener.address
        self.id_to_obj = {'0': (None, ())}
        self.references = {}
        self.mutex = threading.Lock()
        self.stop_event = None

    def serve_forever(self):
        """Answers until somebody asks for the end; then ends the program."""
        import sys
        self.stop_event = threading.Event()
        threading.Thread(target=self.accepter, daemon=True).start()
        try:
            while not self.stop_event.is_set():
                self.stop_event.wait(1)
        except (KeyboardInterrupt, SystemExit):
            pass
        finally:
            self.listener.close()
            sys.exit(0)

    def accepter(self):
        while True:
            listener = self.listener
            try:
                c = listener.accept()
            except OSError:
                if self.stop_event is not None and self.stop_event.is_set():
                    return
                continue
            threading.Thread(target=self.handle_request, args=(c,), daemon=True).start()

    def handle_request(self, c):
        """Answers one who has come; what is wrong with his messages is his affair."""
        try:
            self._handle_request(c)
        except Exception:
            pass
        finally:
            c.close()

    def _handle_request(self, c):
        deliver_challenge(c, self.authkey)
        answer_challenge(c, self.authkey)
        try:
            _, name, args, kwds = c.recv()
            assert name in self.public, '%r unrecognized' % name
            result = getattr(self, name)(c, *args, **kwds)
            message = '#RETURN', result
        except EOFError:
            return
        except Exception:
            message = '#TRACEBACK', _traceback()
        try:
            c.send(message)
        except Exception:
            c.send(('#TRACEBACK', _traceback()))

    def accept_connection(self, c, name):
        """From now on the connection brings calls of objects."""
        threading.current_thread().name = str(name)
        c.send(('#RETURN', None))
        while True:
            try:
                request = c.recv()
            except (EOFError, OSError):
                raise EOFError from None
            message = self.outcome(request)
            try:
                c.send(message)
            except (OSError, EOFError):
                raise EOFError from None
            except Exception:
                c.send(('#UNSERIALIZABLE', _traceback()))

    def outcome(self, request):
        try:
            ident, method, args, kwds = request
            obj, exposed, method_to_typeid = self.id_to_obj[ident]
            if method not in exposed:
                if method in ('__str__', '__repr__'):
                    return '#RETURN', str(obj) if method == '__str__' else repr(obj)
                if method == '#GETVALUE':
                    return '#RETURN', obj
                raise KeyError(method)
            try:
                result = getattr(obj, method)(*args, **kwds)
            except Exception as e:
                return '#ERROR', e
            typeid = method_to_typeid and method_to_typeid.get(method)
            if typeid:
                ident, names = self.create(None, typeid, result)
                return '#PROXY', (names, WireToken(typeid, self.address, ident))
            if type(obj) is dict and method in ('keys', 'values', 'items'):
                result = list(result)
            return '#RETURN', result
        except Exception:
            return '#TRACEBACK', _traceback()

    # ---- what can be asked for ------------------------------------------------------------

    def dummy(self, c):
        pass

    def create(self, c, typeid, /, *args, **kwds):
        """Makes an object; its name and its exposed methods."""
        function, exposed, method_to_typeid, proxytype = self.registry[typeid]
        if function is None:
            if kwds or len(args) != 1:
                raise ValueError('Without callable, must have one non-keyword argument')
            obj = args[0]
        else:
            obj = function(*args, **kwds)
        if exposed is None:
            exposed = public_methods(obj)
        if method_to_typeid is not None:
            exposed = list(exposed) + list(method_to_typeid)
        ident = '%x' % id(obj)
        with self.mutex:
            self.id_to_obj[ident] = (obj, set(exposed), method_to_typeid)
            self.references[ident] = self.references.get(ident, 0) + 1
        return ident, tuple(exposed)

    def get_methods(self, c, token):
        return tuple(self.id_to_obj[token.id][1])

    def number_of_objects(self, c):
        return len(self.references)

    def debug_info(self, c):
        with self.mutex:
            return '\n'.join('  %s:       refcount=%s\n    %s' % (
                ident, self.references[ident], str(self.id_to_obj[ident][0])[:75])
                for ident in sorted(self.references))

    def incref(self, c, ident):
        with self.mutex:
            self.references[ident] += 1

    def decref(self, c, ident):
        with self.mutex:
            self.references[ident] -= 1
            if self.references[ident] <= 0:
                del self.references[ident], self.id_to_obj[ident]

    def shutdown(self, c):
        try:
            c.send(('#RETURN', None))
        finally:
            if self.stop_event is not None:
                self.stop_event.set()
            else:
                self.listener.close()
