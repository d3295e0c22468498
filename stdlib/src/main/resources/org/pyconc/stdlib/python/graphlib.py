"""Orders of things that depend on each other."""

__all__ = ['TopologicalSorter', 'CycleError']


class CycleError(ValueError):
    """Things depend on themselves."""


class TopologicalSorter:
    """Gives nodes after those that they depend on."""

    def __init__(self, graph=None):
        self._before = {}
        self._after = {}
        self._ready = None
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError('Nodes cannot be added after a call to prepare()')
        self._before.setdefault(node, 0)
        self._after.setdefault(node, [])
        self._before[node] += len(predecessors)
        for each in predecessors:
            self._before.setdefault(each, 0)
            self._after.setdefault(each, []).append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError('cannot prepare() more than once')
        self._ready = [n for n, count in self._before.items() if count == 0]
        self._passed = set()
        self._done = set()
        cycle = self._cycle()
        if cycle:
            raise CycleError('nodes are in a cycle', cycle)

    def get_ready(self):
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        ready = tuple(self._ready)
        self._passed.update(ready)
        self._ready = []
        return ready

    def is_active(self):
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        return len(self._done) < len(self._passed) or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        for node in nodes:
            if node not in self._before:
                raise ValueError('node %r was not added using add()' % (node,))
            if node in self._done:
                raise ValueError('node %r was already marked done' % (node,))
            if node not in self._passed:
                raise ValueError('node %r was not passed out (still not ready)' % (node,))
            self._done.add(node)
            for each in self._after[node]:
                self._before[each] -= 1
                if self._before[each] == 0:
                    self._ready.append(each)

    def _cycle(self):
        seen = set()
        for start in self._after:
            if start in seen:
                continue
            path, steps, on_path = [start], [iter(self._after[start])], {start: 0}
            seen.add(start)
            while path:
                for node in steps[-1]:
                    if node in on_path:
                        return path[on_path[node]:] + [node]
                    if node not in seen:
                        seen.add(node)
                        on_path[node] = len(path)
                        path.append(node)
                        steps.append(iter(self._after[node]))
                        break
                else:
                    del on_path[path.pop()]
                    steps.pop()
        return None

    def static_order(self):
        self.prepare()
        while self.is_active():
            ready = self.get_ready()
            yield from ready
            self.done(*ready)
