"""Helpers for finding out what greenlets do."""

import functools
import sys
import traceback

from gevent.hub import get_hub
from greenlet import getcurrent, gettrace, settrace

__all__ = ['format_run_info', 'print_run_info', 'GreenletTree', 'wrap_errors', 'assert_switches']


class wrap_errors:
    """Calls a function; returns exceptions of the given classes instead of raising them."""

    def __init__(self, errors, func):
        self.__errors = errors
        self.__func = func
        functools.update_wrapper(self, func, assigned=('__name__', '__doc__', '__module__'),
                                 updated=())

    def __call__(self, *args, **kwargs):
        try:
            return self.__func(*args, **kwargs)
        except self.__errors as e:
            return e

    def __str__(self):
        return str(self.__func)

    def __repr__(self):
        return repr(self.__func)

    def __getattr__(self, name):
        return getattr(self.__func, name)


def _heading(text):
    return ['*' * 80, '* ' + text, '']


def format_run_info(thread_stacks=True, greenlet_stacks=True, limit=None,
                    current_thread_ident=None):
    """Lines that tell what threads and greenlets there are."""
    import threading
    lines = []
    if thread_stacks:
        lines += _heading('Threads')
        for thread in threading.enumerate():
            lines.append('Thread 0x%x (%s)' % (thread.ident or 0, thread.name))
    lines += _heading('Greenlets')
    for tree in GreenletTree.forest():
        lines += tree.format_lines(details={'running_stacks': greenlet_stacks})
    return lines


def print_run_info(thread_stacks=True, greenlet_stacks=True, limit=None, file=None):
    """Prints what threads and greenlets there are."""
    file = sys.stderr if file is None else file
    for line in format_run_info(thread_stacks, greenlet_stacks, limit):
        print(line, file=file)


class GreenletTree:
    """A greenlet and those that it has spawned."""

    def __init__(self, greenlet):
        self.greenlet = greenlet
        self.child_trees = []

    @property
    def root(self):
        return self.greenlet.parent is None

    def add_child(self, tree):
        if tree is not self:
            self.child_trees.append(tree)

    def __iter__(self):
        return iter(self.child_trees)

    def __getitem__(self, index):
        return self.child_trees[index]

    def __getattr__(self, name):
        return getattr(self.greenlet, name)

    def __repr__(self):
        return '<GreenletTree for %r>' % (self.greenlet, )

    def format_lines(self, details=True):
        """The tree as lines of text."""
        lines = []
        self._format(lines, '')
        return lines

    def format(self, details=True):
        return '\n'.join(self.format_lines(details))

    __str__ = format

    def _format(self, lines, indent):
        lines.append(indent + ('+--- ' if indent else '') + repr(self.greenlet))
        for child in self.child_trees:
            child._format(lines, indent + ' |  ')

    @staticmethod
    def forest():
        """The trees of all greenlets that are known: those that wait, and who spawned them."""
        hub = get_hub()
        trees = {}
        roots = []

        def tree_of(g):
            known = trees.get(g)
            if known is None:
                known = trees[g] = GreenletTree(g)
                spawner = getattr(g, 'spawning_greenlet', None)
                above = spawner() if callable(spawner) else g.parent
                if above is None:
                    roots.append(known)
                else:
                    tree_of(above).add_child(known)
            return known

        tree_of(getcurrent())
        tree_of(hub)
        for g in list(hub._waiting):
            tree_of(g)
        return roots

    @classmethod
    def current_tree(cls):
        """The tree in which the running greenlet is."""
        current = getcurrent()
        for tree in cls.forest():
            if tree._has(current):
                return tree

    def _has(self, g):
        return self.greenlet is g or any(child._has(g) for child in self.child_trees)


class _FailedToSwitch(AssertionError):
    """The code never let another greenlet run."""


class assert_switches:
    """Fails unless the code inside lets other greenlets run, or if it takes too long to."""

    hub_only = False

    def __init__(self, max_blocking_time=None, hub_only=False):
        self.max_blocking_time = max_blocking_time
        self.hub_only = hub_only

    def __enter__(self):
        import time
        self._clock = time.perf_counter
        self._before = gettrace()
        self._switched = False
        self._longest = 0
        self._since = self._clock()
        self._me = getcurrent()
        self._hub = get_hub()
        settrace(self._trace)
        return self

    def _trace(self, event, args):
        if self._before is not None:
            self._before(event, args)
        origin, target = args
        if origin is self._me:
            if not self.hub_only or target is self._hub:
                self._switched = True
            self._longest = max(self._longest, self._clock() - self._since)
        elif target is self._me:
            self._since = self._clock()

    def __exit__(self, t, v, tb):
        settrace(self._before)
        if t is not None:
            return
        self._longest = max(self._longest, self._clock() - self._since)
        limit = self.max_blocking_time
        if not self._switched:
            if limit is None or self._longest > limit:
                raise _FailedToSwitch('To the hub' if self.hub_only else 'At all')
        elif limit is not None and self._longest > limit:
            raise _FailedToSwitch('Blocked for %s seconds' % self._longest)
