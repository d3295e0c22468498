import gevent

gevent.get_hub().exception_stream = None


def f():
    try:
        gevent.sleep(10)
    except gevent.GreenletExit as e:
        print('killed', repr(e))
        raise
    except ValueError as e:
        print('value', e)
        raise
    finally:
        print('finally')


g = gevent.spawn(f)
gevent.sleep(0)
g.kill()
print(g.dead, repr(g.value), g.successful(), g.ready(), g.exception)
g = gevent.spawn(f)
g.kill()
print(g.dead, repr(g.value), g.successful(), g.ready(), g.started)
g = gevent.spawn(f)
gevent.sleep(0)
g.kill(ValueError('v'))
print(g.dead, g.value, g.successful(), repr(g.exception), g.exc_info[:2])
g = gevent.Greenlet(f)
g.kill()
g.start()
gevent.sleep(0)
print(g.dead, g.ready(), repr(g.value))
many = [gevent.spawn(f) for i in range(2)]
gevent.idle()
gevent.killall(many)
print([x.dead for x in many])
gevent.killall([gevent.spawn(f), gevent.spawn(f)])


def stubborn():
    while True:
        try:
            gevent.sleep(0.6)
            return 'end'
        except gevent.GreenletExit:
            print('not yet')


g = gevent.spawn(stubborn)
gevent.sleep(0)
g.kill(timeout=0.01)
print(g.dead)
try:
    gevent.killall([g], timeout=0.01)
except gevent.Timeout as e:
    print('timeout', e)
print(g.get())
g.kill()
g = gevent.spawn(f)
gevent.sleep(0)
g.kill(block=False)
print(g.dead)
gevent.sleep(0)
print(g.dead)


def suicide():
    gevent.getcurrent().kill()
    print('never')


g = gevent.spawn(suicide)
g.join()
print(repr(g.value))
try:
    with gevent.spawn(f) as g:
        gevent.sleep(0)
        raise KeyError('body')
except KeyError as e:
    print(repr(e), repr(g.value), repr(g.exception))
