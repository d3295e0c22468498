"""Helpers for finding out what greenlets do."""

import functools
import pprint
import sys
import time
import traceback

from greenlet import getcurrent, greenlet as _greenlet

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


_RULE = '*' * 80
_DEFAULT_LIMIT = object()


def format_run_info(thread_stacks=True, greenlet_stacks=True, limit=_DEFAULT_LIMIT,
                    current_thread_ident=None):
    """Lines that tell what threads and greenlets there are, and what they do."""
    if limit is _DEFAULT_LIMIT:
        limit = None
    lines = [_RULE, '* Threads']
    _add_threads(lines, thread_stacks, limit, current_thread_ident)
    lines += [_RULE, '* Greenlets', _RULE]
    for tree in sorted(GreenletTree.forest(),
                       key=lambda tree: '' if tree.is_current_tree else repr(tree.greenlet)):
        lines.append('---- Thread boundary')
        lines += tree.format_lines({
            'running_stacks': greenlet_stacks and tree.is_current_tree,
            'running_stack_limit': limit})
    return lines


dump_stacks = format_run_info


def _add_threads(lines, stacks, limit, current):
    import threading
    from gevent import monkey
    if current is None:
        current = monkey.get_original('_thread', 'get_ident')()
    threads = {thread.ident: thread for thread in threading.enumerate()}
    for ident, frame in sys._current_frames().items():
        thread = threads.get(ident)
        name = None if thread is None else thread.name
        if ident == current:
            name = '%s) (CURRENT' % (name, )
        lines += [_RULE, 'Thread 0x%x (%s)\n' % (ident, name)]
        if stacks:
            lines.append(''.join(traceback.format_stack(frame, limit)))
        else:
            lines.append('\t...stack elided...')


def print_run_info(thread_stacks=True, greenlet_stacks=True, limit=_DEFAULT_LIMIT, file=None):
    """Prints what threads and greenlets there are."""
    for line in format_run_info(thread_stacks, greenlet_stacks, limit):
        print(line, file=sys.stderr if file is None else file)


def _is_ready(greenlet):
    ready = getattr(greenlet, 'ready', None)
    return ready() if ready is not None else False


def _spawner(greenlet):
    find = getattr(greenlet, 'spawning_greenlet', None)
    return None if find is None else find()


class GreenletTree:
    """A greenlet and those that it has spawned."""

    greenlet = None
    # Whether it begins with the main greenlet of the running thread.
    is_current_tree = False

    DEFAULT_DETAILS = {
        'running_stacks': True,
        'running_stack_limit': None,
        'spawning_stacks': True,
        'locals': True,
    }

    def __init__(self, greenlet):
        self.greenlet = greenlet
        self.child_trees = []

    @property
    def root(self):
        return self.greenlet.parent is None

    def add_child(self, tree):
        if tree is not self:
            self.child_trees.append(tree)

    def __getattr__(self, name):
        return getattr(self.greenlet, name)

    # ---- text ----------------------------------------------------------------------------

    def format_lines(self, details=True):
        """The tree as lines of text; details may name what is wanted."""
        if isinstance(details, dict):
            details = {**self.DEFAULT_DETAILS, **details}
        elif details:
            details = self.DEFAULT_DETAILS
        return [line for line, _ in self._lines(details, 0)]

    def format(self, details=True):
        """The tree as one text."""
        return '\n'.join(self.format_lines(details))

    def __str__(self):
        return self.format(False)

    def _label(self):
        greenlet = self.greenlet
        label = repr(greenlet)
        if greenlet:
            return label
        if not _is_ready(greenlet):
            return label + '; not running'
        label += '; finished'
        if greenlet.value is not None:
            return label + ' with value ' + repr(greenlet.value)[:30]
        if greenlet.exception is not None:
            return label + ' with exception ' + repr(greenlet.exception)
        return label

    def _facts(self, details):
        """What is told of the greenlet itself."""
        greenlet = self.greenlet
        yield 'Parent: ' + repr(greenlet.parent)
        if greenlet and details['running_stacks']:
            yield from _stack('Running:', greenlet.gr_frame, details['running_stack_limit'])
        spawned = getattr(greenlet, 'spawning_stack', None)
        if spawned and details['spawning_stacks']:
            yield from _stack('Spawned at:', spawned, None)
        tree_locals = getattr(greenlet, 'spawn_tree_locals', None)
        if tree_locals:
            above = getattr(_spawner(greenlet), 'spawn_tree_locals', None)
            if tree_locals is not above:
                yield 'Spawn Tree Locals'
                yield from pprint.pformat(tree_locals).splitlines()
        yield from _locals(greenlet)

    def _lines(self, details, depth):
        """Pairs: a line, and whether it tells of a greenlet instead of naming one."""
        lines = [(self._label(), False)]
        mark = ':' if depth == 0 else ' '
        if details:
            lines += [(' %s    %s' % (mark, fact), True) for fact in self._facts(details)]
        children = sorted(self.child_trees, key=lambda tree: (
            getattr(tree.greenlet, 'minimal_ident', -1),
            _is_ready(tree.greenlet),
            id(tree.greenlet.parent)))
        for child in children:
            is_last = child is children[-1]
            inner = child._lines(details, depth + 1)
            lines.append((' +--- ' + inner[0][0], False))
            for line, is_fact in inner[1:]:
                if is_fact:
                    lines.append((' %s    %s' % (' ' if is_last else mark, line), True))
                else:
                    lines.append((' %s   %s' % (' ' if is_last else '|', line), False))
        return lines

    # ---- all of them ---------------------------------------------------------------------

    @classmethod
    def _all(cls):
        import gc
        from gevent._core import get_hub_if_exists, known_greenlets
        trees = {}
        roots = []

        def tree_of(greenlet):
            known = trees.get(greenlet)
            if known is not None:
                return known
            known = trees[greenlet] = cls(greenlet)
            top = _top(greenlet)
            if top is greenlet:
                roots.append(known)
            else:
                above = _spawner(greenlet)
                tree_of(top if above is None else above).add_child(known)
            return known

        current = tree_of(_top(getcurrent()))
        current.is_current_tree = True
        found_all = gc.get_objects()
        hub = get_hub_if_exists()
        if hub is not None:
            # These may be known to the loop only.
            found_all += [hub, *hub._waiting, *known_greenlets(hub)]
        for found in found_all:
            if isinstance(found, _greenlet) \
                    and not getattr(found, 'greenlet_tree_is_ignored', False):
                tree_of(found)
        return roots, current

    @classmethod
    def forest(cls):
        """The trees of all greenlets, one for each thread."""
        return cls._all()[0]

    @classmethod
    def current_tree(cls):
        """The tree of the running thread."""
        return cls._all()[1]


def _top(greenlet):
    while greenlet.parent is not None \
            and not getattr(greenlet, 'greenlet_tree_is_root', False):
        greenlet = greenlet.parent
    return greenlet


def _stack(label, frame, limit):
    yield label
    for entry in traceback.format_stack(frame, limit):
        yield from entry.splitlines()


def _locals(greenlet):
    from gevent.local import all_local_dicts_for_greenlet
    found = all_local_dicts_for_greenlet(greenlet)
    if found:
        yield 'Greenlet Locals:'
        for (kind, number), values in found:
            if values:
                yield '  Local %s at %s' % (kind, hex(number))
                yield from ('    ' + pprint.pformat(values)).splitlines()


class _FailedToSwitch(AssertionError):
    """The code never let another greenlet run."""


class assert_switches:
    """Fails unless the code inside lets other greenlets run, or if it takes too long to."""

    hub = None
    tracer = None
    _entered = None

    def __init__(self, max_blocking_time=None, hub_only=False):
        self.max_blocking_time = max_blocking_time
        self.hub_only = hub_only

    def __enter__(self):
        from gevent import _tracer, get_hub
        self.hub = get_hub()
        if not self.max_blocking_time:
            self.tracer = _tracer.GreenletTracer()
        elif self.hub_only:
            self.tracer = _tracer.HubSwitchTracer(self.hub, self.max_blocking_time)
        else:
            self.tracer = _tracer.MaxSwitchTracer(self.hub, self.max_blocking_time)
        self._entered = time.perf_counter()
        self.tracer.monitor_current_greenlet_blocking()
        return self

    def __exit__(self, t, v, tb):
        hub, tracer = self.hub, self.tracer
        self.hub = self.tracer = None
        tracer.kill()
        if t is not None:
            return
        blocked = tracer.did_block_hub(hub)
        if blocked:
            text = '%s in %.4f seconds' % (
                'To the hub' if self.hub_only else 'To any greenlet',
                time.perf_counter() - self._entered)
            if self.max_blocking_time:
                text += ' (max allowed %.4f seconds)' % (self.max_blocking_time, )
            report = tracer.did_block_hub_report(hub, blocked[1], {})
            raise _FailedToSwitch('\n'.join([text, *report]))
