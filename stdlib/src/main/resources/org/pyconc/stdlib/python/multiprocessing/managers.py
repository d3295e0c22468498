"""Managers: objects in a process of their own, and proxies of them.

The process of a manager is an ordinary process of the program. Requests reach it through a
link of the kernel; a dict or list of numbers and text is worked on without going there.
"""

import threading
import time
import traceback
from queue import Queue, SimpleQueue
from types import GenericAlias

import _multiprocessing
from _multiprocessing import BaseProxy, DictProxy, ListProxy, RemoteError
from multiprocessing import Pool, ProcessError, current_process

__all__ = ['BaseManager', 'SyncManager', 'BaseProxy', 'Token', 'SharedMemoryManager']


class Token:
    """Names an object of a manager of another program, in messages."""

    __slots__ = ('typeid', 'address', 'id')

    def __init__(self, typeid, address, id):
        self.typeid, self.address, self.id = typeid, address, id

    def __getstate__(self):
        return self.typeid, self.address, self.id

    def __setstate__(self, state):
        self.typeid, self.address, self.id = state

    def __repr__(self):
        return '%s(typeid=%r, address=%r, id=%r)' % (
            type(self).__name__, self.typeid, self.address, self.id)


def public_methods(obj):
    """The names of the methods that do not begin with an underscore."""
    return [name for name in dir(obj) if name[0] != '_' and callable(getattr(obj, name))]


# ---- the process of a manager -------------------------------------------------------------


class _Worker:
    """Does what one thread of a client asks, so that locks know who holds them."""

    def __init__(self, server):
        self.server = server
        self.work = SimpleQueue()
        threading.Thread(target=self.run, daemon=True).start()

    def run(self):
        while True:
            _multiprocessing.service(True)
            request = self.work.get()
            _multiprocessing.service(False)
            self.server.answer(request)


class _Service:
    """What runs in the process of a manager."""

    def __init__(self, link, registry):
        self.link = link
        self.registry = registry
        self.workers = {}

    def run(self):
        while True:
            try:
                request = self.link.receive(self.outcome_of)
                if request.method == '#PING':
                    request.answer('#RETURN', None)
                    continue
                if request.method == '#SHUTDOWN':
                    return
                if self.is_simple(request):
                    self.answer(request)
                else:
                    worker = self.workers.get(request.caller)
                    if worker is None:
                        worker = self.workers[request.caller] = _Worker(self)
                    worker.work.put(request)
            except KeyboardInterrupt:
                pass  # the one who pressed the keys means the program, which ends the manager

    def is_simple(self, request):
        if request.method == '#CREATE':
            return False
        return type(request.entry[0]) in (dict, list, Namespace, Value, _Array)

    def answer(self, request):
        try:
            args, kwds = request.arguments()
            entry = None if request.method == '#CREATE' else request.entry
        except Exception as e:
            request.answer('#ERROR', e)
            return
        kind, value = self.outcome_of(entry, request.method, args, kwds)
        try:
            request.answer(kind, value)
        except Exception:
            try:
                request.answer('#UNSERIALIZABLE', 'Unserializable message: %s\n' % repr((kind, value)))
            except Exception as e:
                request.answer('#ERROR', e)

    def outcome_of(self, entry, method, args, kwds):
        try:
            if method == '#CREATE':
                return '#RETURN', self.create(*args, **(kwds or {}))
            return self.call(entry, method, args, kwds or {})
        except Exception:
            return '#TRACEBACK', traceback.format_exc()

    def create(self, typeid, /, *args, **kwds):
        function, exposed, method_to_typeid, proxytype = self.registry[typeid]
        if function is None:
            if kwds or len(args) != 1:
                raise ValueError('Without callable, must have one non-keyword argument')
            obj = args[0]
        else:
            obj = function(*args, **kwds)
        return self.keep(typeid, obj)

    def keep(self, typeid, obj):
        _, exposed, method_to_typeid, _ = self.registry[typeid]
        if exposed is None:
            exposed = public_methods(obj)
        if method_to_typeid is not None:
            if not isinstance(method_to_typeid, dict):
                raise TypeError(
                    'Method_to_typeid %r: type %s, not dict' % (method_to_typeid, type(method_to_typeid)))
            exposed = list(exposed) + list(method_to_typeid)
        exposed = tuple(exposed)
        return self.link.add(typeid, (obj, exposed, method_to_typeid)), exposed

    def call(self, entry, method, args, kwds):
        if entry is None:
            raise KeyError('the object is gone')
        obj, exposed, method_to_typeid = entry
        if method not in exposed:
            if method == '__str__':
                return '#RETURN', str(obj)
            if method == '__repr__':
                return '#RETURN', repr(obj)
            if method == '#GETVALUE':
                return '#RETURN', obj
            raise AttributeError(
                'method %r of %r object is not in exposed=%r' % (method, type(obj), set(exposed)))
        function = getattr(obj, method)
        try:
            result = function(*args, **kwds)
        except Exception as e:
            return '#ERROR', e
        typeid = method_to_typeid and method_to_typeid.get(method)
        if typeid:
            token, names = self.keep(typeid, result)
            return '#PROXY', (self.registry[typeid][3], token, names)
        if type(obj) is dict or type(obj) is list:
            if method in ('keys', 'values', 'items', '__reversed__'):
                result = list(result)
            elif method in ('__imul__', '__iadd__'):
                result = None
        return '#RETURN', result


def _serve(link, registry, initializer, initargs, remote):
    if initializer is not None:
        initializer(*initargs)
    if remote is not None:
        from multiprocessing._remote import Server
        address, authkey, writer = remote
        try:
            server = Server(registry, address, authkey)
        except Exception as e:
            writer.send(e)
            return
        writer.send(server.address)
        writer.close()
        threading.Thread(target=server.accepter, daemon=True).start()
    _Service(link, registry).run()


# ---- managers -----------------------------------------------------------------------------


class State:
    INITIAL = 0
    STARTED = 1
    SHUTDOWN = 2

    __slots__ = ['value']

    def __init__(self):
        self.value = State.INITIAL


class BaseManager:
    """Base class for managers."""

    _registry = {}

    def __init__(self, address=None, authkey=None, serializer='pickle', ctx=None, *,
                 shutdown_timeout=1.0):
        if authkey is None:
            authkey = current_process().authkey
        elif not isinstance(authkey, bytes):
            raise TypeError('string argument without an encoding')
        self._address = address
        self._authkey = authkey
        self._state = State()
        self._serializer = serializer
        self._link = None
        self._process = None
        self._shutdown_timeout = shutdown_timeout

    def _require_initial(self):
        if self._state.value != State.INITIAL:
            if self._state.value == State.STARTED:
                raise ProcessError('Already started server')
            elif self._state.value == State.SHUTDOWN:
                raise ProcessError('Manager has shut down')
            else:
                raise ProcessError('Unknown state {!r}'.format(self._state.value))

    def start(self, initializer=None, initargs=()):
        """Starts the manager's process."""
        self._require_initial()
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._link = _multiprocessing.link(str(self._address or '/tmp/pymp-manager/listener'))
        remote = reader = None
        if self._address is not None:
            from multiprocessing import Pipe
            reader, writer = Pipe(False)
            remote = self._address, bytes(self._authkey), writer
        self._process = _multiprocessing.spawn(
            type(self).__name__, _serve,
            (self._link, self._registry, initializer, initargs, remote))
        if self._address is None:
            self._address = '/tmp/pymp-%d/listener' % self._process.pid
        else:
            writer.close()
            address = reader.recv()
            reader.close()
            if isinstance(address, Exception):
                self._process.join()
                raise address
            self._address = address
        self._link.attach(self._process)
        _multiprocessing.end_with(self, self._process)
        self._state.value = State.STARTED
        if initializer is not None:
            self._link.request('#PING', (), None)

    def get_server(self):
        """What answers other programs in this process, with serve_forever()."""
        self._require_initial()
        from multiprocessing._remote import Server
        return Server(self._registry, self._address, self._authkey, self._serializer)

    def connect(self):
        """Uses the manager of another program."""
        from multiprocessing import _remote
        _remote.connect(self._address, self._authkey, self._registry)
        self._link = _multiprocessing.remote_link(self._address, self._authkey)
        self._state.value = State.STARTED

    def _create(self, typeid, /, *args, **kwds):
        assert self._state.value == State.STARTED, 'server not yet started'
        if self._link.authkey is not None:
            from multiprocessing import _remote
            ident, names = _remote.control(
                self._address, self._authkey, 'create', (typeid,) + args, kwds)
            return self._link.token(typeid, ident), names
        return self._link.request('#CREATE', (typeid, *args), kwds)

    def join(self, timeout=None):
        """Waits until the manager's process has ended."""
        if self._process is not None:
            self._process.join(timeout)
            if not self._process.is_alive():
                self._process = None

    def shutdown(self):
        """Ends the manager's process; its objects are gone."""
        if self._process is None:
            raise AttributeError('%r object has no attribute %r' % (type(self).__name__, 'shutdown'))
        if self._state.value == State.STARTED:
            try:
                self._link.request('#SHUTDOWN', (), None)
            except (OSError, EOFError):
                pass
            self._process.join(self._shutdown_timeout)
            if self._process.is_alive():
                self._process.terminate()
                self._process.join()
            self._state.value = State.SHUTDOWN

    def _debug_info(self):
        return '\n'.join('  %s:       refcount=1\n    %s' % (number, str(obj)[:75])
                         for number, obj in self._link.numbers())

    def _number_of_objects(self):
        return self._link.count()

    def __enter__(self):
        if self._state.value == State.INITIAL:
            self.start()
        assert self._state.value == State.STARTED
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown()

    @property
    def address(self):
        return self._address

    @classmethod
    def register(cls, typeid, callable=None, proxytype=None, exposed=None,
                 method_to_typeid=None, create_method=True):
        """Registers a type of objects that the manager can keep."""
        if '_registry' not in cls.__dict__:
            cls._registry = cls._registry.copy()
        if proxytype is None:
            proxytype = AutoProxy
        exposed = exposed or getattr(proxytype, '_exposed_', None)
        method_to_typeid = method_to_typeid or getattr(proxytype, '_method_to_typeid_', None)
        if method_to_typeid:
            for key, value in list(method_to_typeid.items()):
                assert type(key) is str, '%r is not a string' % key
                assert type(value) is str, '%r is not a string' % value
        cls._registry[typeid] = (callable, exposed, method_to_typeid, proxytype)
        if create_method:
            def temp(self, /, *args, **kwds):
                token, names = self._create(typeid, *args, **kwds)
                return proxytype(token, self._serializer, manager=self,
                                 authkey=self._authkey, exposed=names)
            temp.__name__ = typeid
            setattr(cls, typeid, temp)


# ---- proxies ------------------------------------------------------------------------------


def _remote_method(name):
    def method(self, /, *args, **kwds):
        return self._callmethod(name, args, kwds)
    method.__name__ = name
    return method


def MakeProxyType(name, exposed, _cache={}):
    """A class of proxies whose methods are those of exposed."""
    exposed = tuple(exposed)
    try:
        return _cache[name, exposed]
    except KeyError:
        pass
    namespace = {method: _remote_method(method) for method in exposed}
    namespace['_exposed_'] = exposed
    namespace['__module__'] = __name__
    made = type(name, (BaseProxy,), namespace)
    _cache[name, exposed] = made
    return made


def AutoProxy(token, serializer, manager=None, authkey=None, exposed=None, incref=True,
              manager_owned=False):
    """A proxy with the methods that the manager exposes of an object."""
    made = MakeProxyType('AutoProxy[%s]' % token.typeid, exposed or ())
    proxy = made(token, serializer, manager=manager, authkey=authkey, incref=incref,
                 manager_owned=manager_owned)
    proxy._isauto = True
    return proxy


class IteratorProxy(BaseProxy):
    _exposed_ = ('__next__', 'send', 'throw', 'close')

    def __iter__(self):
        return self

    def __next__(self, *args):
        return self._callmethod('__next__', args)

    def send(self, *args):
        return self._callmethod('send', args)

    def throw(self, *args):
        return self._callmethod('throw', args)

    def close(self, *args):
        return self._callmethod('close', args)


class AcquirerProxy(BaseProxy):
    _exposed_ = ('acquire', 'release')

    def acquire(self, blocking=True, timeout=None):
        args = (blocking,) if timeout is None else (blocking, timeout)
        return self._callmethod('acquire', args)

    def release(self):
        return self._callmethod('release')

    def __enter__(self):
        return self._callmethod('acquire')

    def __exit__(self, exc_type, exc_val, exc_tb):
        return self._callmethod('release')


class ConditionProxy(AcquirerProxy):
    _exposed_ = ('acquire', 'release', 'wait', 'notify', 'notify_all')

    def wait(self, timeout=None):
        return self._callmethod('wait', (timeout,))

    def notify(self, n=1):
        return self._callmethod('notify', (n,))

    def notify_all(self):
        return self._callmethod('notify_all')

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        if result:
            return result
        end = None if timeout is None else time.monotonic() + timeout
        left = None
        while not result:
            if end is not None:
                left = end - time.monotonic()
                if left <= 0:
                    break
            self.wait(left)
            result = predicate()
        return result


class EventProxy(BaseProxy):
    _exposed_ = ('is_set', 'set', 'clear', 'wait')

    def is_set(self):
        return self._callmethod('is_set')

    def set(self):
        return self._callmethod('set')

    def clear(self):
        return self._callmethod('clear')

    def wait(self, timeout=None):
        return self._callmethod('wait', (timeout,))


class BarrierProxy(BaseProxy):
    _exposed_ = ('__getattribute__', 'wait', 'abort', 'reset')

    def wait(self, timeout=None):
        return self._callmethod('wait', (timeout,))

    def abort(self):
        return self._callmethod('abort')

    def reset(self):
        return self._callmethod('reset')

    @property
    def parties(self):
        return self._callmethod('__getattribute__', ('parties',))

    @property
    def n_waiting(self):
        return self._callmethod('__getattribute__', ('n_waiting',))

    @property
    def broken(self):
        return self._callmethod('__getattribute__', ('broken',))


class NamespaceProxy(BaseProxy):
    _exposed_ = ('__getattribute__', '__setattr__', '__delattr__')

    def __getattr__(self, key):
        if key[0] == '_':
            return object.__getattribute__(self, key)
        return self._callmethod('__getattribute__', (key,))

    def __setattr__(self, key, value):
        if key[0] == '_':
            return object.__setattr__(self, key, value)
        return self._callmethod('__setattr__', (key, value))

    def __delattr__(self, key):
        if key[0] == '_':
            return object.__delattr__(self, key)
        return self._callmethod('__delattr__', (key,))


class ValueProxy(BaseProxy):
    _exposed_ = ('get', 'set')

    def get(self):
        return self._callmethod('get')

    def set(self, value):
        return self._callmethod('set', (value,))

    value = property(get, set)

    __class_getitem__ = classmethod(GenericAlias)


class ArrayProxy(BaseProxy):
    _exposed_ = ('__len__', '__getitem__', '__setitem__')

    def __len__(self):
        return self._callmethod('__len__')

    def __getitem__(self, index):
        return self._callmethod('__getitem__', (index,))

    def __setitem__(self, index, value):
        return self._callmethod('__setitem__', (index, value))


class PoolProxy(BaseProxy):
    _exposed_ = ('apply', 'apply_async', 'close', 'imap', 'imap_unordered', 'join', 'map',
                 'map_async', 'starmap', 'starmap_async', 'terminate')
    _method_to_typeid_ = {'apply_async': 'AsyncResult', 'map_async': 'AsyncResult',
                          'starmap_async': 'AsyncResult', 'imap': 'Iterator',
                          'imap_unordered': 'Iterator'}

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.terminate()


for _name in PoolProxy._exposed_:
    setattr(PoolProxy, _name, _remote_method(_name))
del _name


# ---- what the managers keep ---------------------------------------------------------------


class Namespace:
    """An object whose attributes are what was set."""

    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        shown = sorted('%s=%r' % (name, value) for name, value in self.__dict__.items()
                       if not name.startswith('_'))
        return '%s(%s)' % (type(self).__name__, ', '.join(shown))


class Value:
    """A value and the type code it was made with."""

    def __init__(self, typecode, value, lock=True):
        self._typecode = typecode
        self._value = value

    def get(self):
        return self._value

    def set(self, value):
        self._value = value

    def __repr__(self):
        return '%s(%r, %r)' % (type(self).__name__, self._typecode, self._value)

    value = property(get, set)


class _Array:
    """Numbers of one type, with its limits."""

    _LIMITS = {'b': 7, 'B': -8, 'h': 15, 'H': -16, 'i': 31, 'I': -32, 'l': 63, 'L': -64,
               'q': 63, 'Q': -64}

    def __init__(self, typecode, sequence):
        if typecode not in self._LIMITS and typecode not in ('f', 'd'):
            raise ValueError('bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)')
        self._typecode = typecode
        self._items = [self._checked(item) for item in sequence]

    def _checked(self, value):
        if self._typecode in ('f', 'd'):
            if not isinstance(value, (int, float)):
                raise TypeError('must be real number, not ' + type(value).__name__)
            return float(value)
        if not isinstance(value, int):
            raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__)
        bits = self._LIMITS[self._typecode]
        low, high = (-(1 << bits), (1 << bits) - 1) if bits > 0 else (0, (1 << -bits) - 1)
        if value > high:
            raise OverflowError('signed integer is greater than maximum' if bits > 0
                                else 'unsigned int is greater than maximum')
        if value < low:
            raise OverflowError('signed integer is less than minimum' if bits > 0
                                else "can't convert negative value to unsigned int")
        return value

    def __len__(self):
        return len(self._items)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return _Array(self._typecode, self._items[index])
        try:
            return self._items[index]
        except IndexError:
            raise IndexError('array index out of range') from None

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            self._items[index] = [self._checked(item) for item in value]
            return
        try:
            self._items[index] = self._checked(value)
        except IndexError:
            raise IndexError('array assignment index out of range') from None

    def __iter__(self):
        return iter(self._items)

    def tolist(self):
        return list(self._items)

    def __eq__(self, other):
        if isinstance(other, _Array):
            return self._items == other._items
        return NotImplemented

    def __repr__(self):
        return "array(%r, %r)" % (self._typecode, self._items) if self._items \
            else "array(%r)" % self._typecode


def Array(typecode, sequence, lock=True):
    """An array for a manager to keep."""
    return _Array(typecode, sequence)


class SyncManager(BaseManager):
    """A manager with the types that need synchronisation, containers and pools."""


class SharedMemoryManager(BaseManager):
    """A manager whose blocks of shared memory go when it does."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._blocks = []

    def __repr__(self):
        return '%s(%r, %r)' % (type(self).__name__, self.__dict__.get('_address'), [])

    def _require_server(self):
        if self._state.value == State.INITIAL:
            from multiprocessing.connection import address_type
            address_type(None)  # as CPython says it
        assert self._state.value == State.STARTED, 'server not yet started'

    def SharedMemory(self, size):
        """A new block."""
        from multiprocessing.shared_memory import SharedMemory
        self._require_server()
        block = SharedMemory(None, create=True, size=size)
        self._blocks.append(block.name)
        return block

    def ShareableList(self, sequence):
        """A new list in a block of its own."""
        from multiprocessing.shared_memory import ShareableList
        self._require_server()
        made = ShareableList(sequence)
        self._blocks.append(made.shm.name)
        return made

    def shutdown(self):
        super().shutdown()
        while self._blocks:
            try:
                _multiprocessing.unlink_segment('/' + self._blocks.pop())
            except FileNotFoundError:
                pass


SyncManager.register('Queue', Queue)
SyncManager.register('JoinableQueue', Queue)
SyncManager.register('Event', threading.Event, EventProxy)
SyncManager.register('Lock', threading.Lock, AcquirerProxy)
SyncManager.register('RLock', threading.RLock, AcquirerProxy)
SyncManager.register('Semaphore', threading.Semaphore, AcquirerProxy)
SyncManager.register('BoundedSemaphore', threading.BoundedSemaphore, AcquirerProxy)
SyncManager.register('Condition', threading.Condition, ConditionProxy)
SyncManager.register('Barrier', threading.Barrier, BarrierProxy)
SyncManager.register('Pool', Pool, PoolProxy)
SyncManager.register('list', list, ListProxy)
SyncManager.register('dict', dict, DictProxy)
SyncManager.register('Value', Value, ValueProxy)
SyncManager.register('Array', Array, ArrayProxy)
SyncManager.register('Namespace', Namespace, NamespaceProxy)
SyncManager.register('Iterator', proxytype=IteratorProxy, create_method=False)
SyncManager.register('AsyncResult', create_method=False)
