"""Waiting for many files and sockets.

See https://docs.python.org/3.11/library/selectors.html
"""

import select
from collections import namedtuple

# It may be removed from there: gevent.monkey does so.
_epoll = getattr(select, 'epoll', None)
EVENT_READ = 1
EVENT_WRITE = 2

SelectorKey = namedtuple('SelectorKey', ['fileobj', 'fd', 'events', 'data'])


def _number(fileobj):
    if isinstance(fileobj, int):
        fd = fileobj
    else:
        try:
            fd = int(fileobj.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError('Invalid file object: {!r}'.format(fileobj)) from None
    if fd < 0:
        raise ValueError('Invalid file descriptor: {}'.format(fd))
    return fd


class _Map:
    """What a selector knows, by file object."""

    def __init__(self, selector):
        self._selector = selector

    def __len__(self):
        return len(self._selector._keys)

    def __getitem__(self, fileobj):
        try:
            return self._selector._keys[self._selector._lookup(fileobj)]
        except KeyError:
            raise KeyError('{!r} is not registered'.format(fileobj)) from None

    def get(self, fileobj, default=None):
        try:
            return self[fileobj]
        except KeyError:
            return default

    def __contains__(self, fileobj):
        try:
            self[fileobj]
        except KeyError:
            return False
        return True

    def __iter__(self):
        return iter(self._selector._keys)

    def keys(self):
        return self._selector._keys.keys()

    def values(self):
        return self._selector._keys.values()

    def items(self):
        return self._selector._keys.items()


class BaseSelector:
    """What all selectors can do."""

    def modify(self, fileobj, events, data=None):
        self.unregister(fileobj)
        return self.register(fileobj, events, data)

    def close(self):
        pass

    def get_key(self, fileobj):
        known = self.get_map()
        if known is None:
            raise RuntimeError('Selector is closed')
        try:
            return known[fileobj]
        except KeyError:
            raise KeyError('{!r} is not registered'.format(fileobj)) from None

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class _Selector(BaseSelector):
    def __init__(self):
        self._keys = {}
        self._map = _Map(self)

    def _lookup(self, fileobj):
        try:
            return _number(fileobj)
        except ValueError:
            for key in self._keys.values():
                if key.fileobj is fileobj:
                    return key.fd
            raise

    def register(self, fileobj, events, data=None):
        if not events or events & ~(EVENT_READ | EVENT_WRITE):
            raise ValueError('Invalid events: {!r}'.format(events))
        key = SelectorKey(fileobj, self._lookup(fileobj), events, data)
        if key.fd in self._keys:
            raise KeyError('{!r} (FD {}) is already registered'.format(fileobj, key.fd))
        self._keys[key.fd] = key
        try:
            self._add(key)
        except BaseException:
            del self._keys[key.fd]
            raise
        return key

    def unregister(self, fileobj):
        try:
            key = self._keys.pop(self._lookup(fileobj))
        except KeyError:
            raise KeyError('{!r} is not registered'.format(fileobj)) from None
        self._remove(key)
        return key

    def modify(self, fileobj, events, data=None):
        try:
            key = self._keys[self._lookup(fileobj)]
        except KeyError:
            raise KeyError('{!r} is not registered'.format(fileobj)) from None
        if events != key.events:
            self.unregister(fileobj)
            return self.register(fileobj, events, data)
        if data != key.data:
            key = key._replace(data=data)
            self._keys[key.fd] = key
        return key

    def close(self):
        self._keys.clear()
        self._map = None

    def get_map(self):
        return self._map

    def _add(self, key):
        pass

    def _remove(self, key):
        pass

    def _found(self, pairs):
        keys = self._keys
        found = []
        for fd, events in pairs:
            key = keys.get(fd)
            if key is not None:
                # A hang-up or an error makes it ready for both.
                seen = (EVENT_WRITE if events & ~1 else 0) | (EVENT_READ if events & ~4 else 0)
                if seen & key.events:
                    found.append((key, seen & key.events))
        return found


class SelectSelector(_Selector):
    """Over select.select."""

    def select(self, timeout=None):
        timeout = None if timeout is None else max(timeout, 0)
        reading = [fd for fd, key in self._keys.items() if key.events & EVENT_READ]
        writing = [fd for fd, key in self._keys.items() if key.events & EVENT_WRITE]
        reading, writing, _ = select.select(reading, writing, [], timeout)
        found = {}
        for fd in reading:
            found[fd] = 1
        for fd in writing:
            found[fd] = found.get(fd, 0) | 4
        return self._found(found.items())


def _mask(events):
    return (1 if events & EVENT_READ else 0) | (4 if events & EVENT_WRITE else 0)


class PollSelector(_Selector):
    """Over select.poll."""

    def __init__(self):
        super().__init__()
        self._selector = select.poll()

    def _add(self, key):
        self._selector.register(key.fd, _mask(key.events))

    def _remove(self, key):
        try:
            self._selector.unregister(key.fd)
        except (OSError, KeyError):
            pass

    def select(self, timeout=None):
        if timeout is not None:
            timeout = max(timeout, 0) * 1000
        return self._found(self._selector.poll(timeout))


class EpollSelector(_Selector):
    """Over select.epoll."""

    def __init__(self):
        super().__init__()
        self._selector = _epoll()

    def fileno(self):
        return self._selector.fileno()

    def _add(self, key):
        self._selector.register(key.fd, _mask(key.events))

    def _remove(self, key):
        try:
            self._selector.unregister(key.fd)
        except (OSError, ValueError):
            pass

    def select(self, timeout=None):
        if timeout is not None:
            timeout = max(timeout, 0)
        return self._found(self._selector.poll(timeout, max(len(self._keys), 1)))

    def close(self):
        self._selector.close()
        super().close()


DefaultSelector = PollSelector if _epoll is None else EpollSelector
