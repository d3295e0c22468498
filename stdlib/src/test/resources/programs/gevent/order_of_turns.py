"""What the loop calls goes on before others have their turn."""

import gevent
from gevent.event import Event
from gevent.queue import Channel, Queue

done = []
channel = Channel()


def put(item):
    done.append('puts')
    channel.put(item)
    done.append('has put')


gevent.spawn(put, 3)
gevent.sleep(0)
print(channel.get_nowait())
done.append('got')
gevent.sleep(0)
done.append('slept')
print(done)

done.clear()
gevent.spawn(put, 4)
gevent.sleep(0)
print(channel.get())
done.append('got')
gevent.sleep(0)
done.append('slept')
print(done)

event = Event()
done.clear()


def waits(number):
    event.wait()
    done.append(number)
    gevent.sleep(0)
    done.append(-number)


for number in 1, 2, 3:
    gevent.spawn(waits, number)
gevent.sleep(0)
gevent.spawn(done.append, 'other')
event.set()
gevent.sleep(0)
print(done)
gevent.sleep(0.001)
print(done)

queue = Queue()
done.clear()


def gets(number):
    for _ in range(2):
        done.append((number, queue.get()))


for number in 1, 2, 3:
    gevent.spawn(gets, number)
gevent.sleep(0)
for item in range(6):
    queue.put(item)
gevent.sleep(0.001)
print(done)
