"""What greenlets wait for: objects that call their links when they are ready."""

from gevent._core import get_hub, get_hub_if_exists, sleep
from gevent.exceptions import InvalidSwitchError
from gevent.timeout import Timeout
from greenlet import getcurrent
import sys


class _Resume:
    """Goes on with a greenlet that waits, in the loop of its own thread."""

    __slots__ = ('_switch', '_hub')

    def __init__(self, switch, hub):
        self._switch = switch
        self._hub = hub

    def __call__(self, source):
        hub = self._hub
        if hub is get_hub_if_exists():
            self._switch(source)
        else:
            hub.loop.run_callback_threadsafe(self._switch, source)

    def __repr__(self):
        return repr(self._switch)


class AbstractLinkable:
    __slots__ = ('hub', '_links', '_notifier', '_foreign', '__weakref__')

    # Whether all who wait are told, even if the first one takes what is there.
    _notify_all = True

    def __init__(self, hub=None):
        self.hub = hub
        self._links = []
        self._notifier = None
        # Whether threads that have other hubs use this too.
        self._foreign = False

    def __reduce__(self):
        raise TypeError("cannot pickle %r object" % (type(self).__name__, ))

    def linkcount(self):
        return len(self._links)

    def ready(self):
        raise NotImplementedError

    def rawlink(self, callback):
        """Has the callback called in the hub, with this object, when this is ready."""
        if not callable(callback):
            raise TypeError('Expected callable: %r' % (callback, ))
        self._links.append(callback)
        self._check_and_notify()

    def unlink(self, callback):
        try:
            self._links.remove(callback)
        except ValueError:
            pass

    def _check_and_notify(self):
        if self._links and not self._notifier and self.ready():
            first = self._links[0]
            hub = first._hub if type(first) is _Resume else self.hub
            if hub is None:
                hub = get_hub()
            # Nobody may run the loop of this thread.
            if hub is get_hub_if_exists():
                self._notifier = hub.loop.run_callback(self._notify_links)
            else:
                self._notifier = hub.loop.run_callback_threadsafe(self._notify_links)

    def _notify_links(self):
        try:
            links = self._links
            for link in (list(links) if self._notify_all else links[:]):
                if not self._notify_all and not self.ready():
                    break
                if link not in links:
                    continue
                links.remove(link)
                try:
                    link(self)
                except:
                    get_hub().handle_error((link, self), *sys.exc_info())
        finally:
            self._notifier = None
        self._check_and_notify()

    def _wait_core(self, timeout, catch=Timeout):
        """Waits until this is ready; False when the time is over first."""
        current = getcurrent()
        hub = get_hub()
        resume = _Resume(current.switch, hub)
        if self.hub is None:
            self.hub = hub
        elif self.hub is not hub:
            self._foreign = True
        timer = Timeout._start_new_or_dummy(timeout)
        links = self._links
        links.append(resume)
        self._check_and_notify()
        waiting = hub._waiting
        waiting[current] = self
        # Another thread may still make this ready when nothing is left to do in this one.
        kept = hub.loop if self._foreign else None
        if kept is not None:
            kept.ref()
        try:
            result = hub.switch()
            if result is not self:
                raise InvalidSwitchError(
                    'Invalid switch into %s.wait(): %r' % (type(self).__name__, result))
            return True
        except catch as ex:
            if ex is not timer:
                raise
            return False
        except Timeout as ex:
            if ex is not timer or ex.exception is not False:
                raise
            return False
        finally:
            timer.cancel()
            if kept is not None:
                kept.unref()
            waiting.pop(current, None)
            if resume in links:
                links.remove(resume)

    def _wait_return_value(self, waited, wait_success):
        return None

    def _wait(self, timeout=None):
        if self.ready():
            result = self._wait_return_value(False, False)
            if self._notifier and getcurrent() is not get_hub():
                # Those who had to wait go on first.
                sleep(0)
            return result
        return self._wait_return_value(True, self._wait_core(timeout))
