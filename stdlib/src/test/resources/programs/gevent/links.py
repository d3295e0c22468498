import gevent

gevent.get_hub().exception_stream = None


def told(name):
    def tell(g):
        print(name, g.value, repr(g.exception), g.successful())
    return tell


def bad():
    raise KeyError('k')


for function in (lambda: 5, bad):
    g = gevent.spawn(function)
    g.link(told('end'))
    g.link_value(told('value'))
    g.link_exception(told('exception'))
    try:
        print(g.get())
    except KeyError as e:
        print('got', e)
    gevent.sleep(0)
    g.link(told('after the end'))
    gevent.sleep(0)
    print(g.has_links())
g = gevent.spawn(lambda: 1)
first = told('unlinked')
g.link(first)
g.rawlink(first)
print(g.has_links())
g.unlink(first)
print(g.has_links())
g.unlink(first)
g.unlink(first)
print(g.has_links())
g.link(lambda other: gevent.sleep(0.01) or print('a link may wait'))
g.join()
gevent.sleep(0.02)
try:
    g.link(3)
except TypeError as e:
    print(e)
try:
    gevent.joinall([gevent.spawn(bad), gevent.spawn(gevent.sleep, 5)], raise_error=True)
except KeyError as e:
    print('raised', e)


class Mine(gevent.Greenlet):
    def __init__(self, n):
        super().__init__()
        self.n = n

    def _run(self):
        gevent.sleep(0.05 * self.n)
        return 'mine %d' % self.n

    def __str__(self):
        return 'Mine(%s)' % self.n


a, b = Mine(3), Mine.spawn(1)
a.start()
print([str(g) for g in gevent.wait([a, b])], a.value, b.value)


class OfArguments(gevent.Greenlet):
    def _run(self, *args, **kwargs):
        return args, kwargs


print(OfArguments.spawn(None, 1, 2, c=3).get())
seen = []
gevent.Greenlet.add_spawn_callback(seen.append)
g = gevent.spawn(lambda: None)
gevent.Greenlet.remove_spawn_callback(seen.append)
gevent.spawn(lambda: None)
print(seen == [g])
