"""Loops that a program makes and runs itself."""
from gevent import core, get_hub

told = []
loop = core.loop(default=False)
print(loop.default, get_hub().loop.default)
loop.run_callback(told.append, 'callback')
loop.run()
print(told)

timer = loop.timer(0.001)
timer.start(told.append, 'timer')
loop.run()
print(told, timer.active)
try:
    loop.timer(1, -1)
except ValueError as e:
    print(e)


def again():
    told.append('again')
    if told.count('again') == 3:
        timer.stop()


timer = loop.timer(0.001, 0.001)
timer.again(again)
loop.run()
print(told)

wake = loop.async_()
wake.start(lambda: (told.append('sent'), wake.stop()))
loop.run(nowait=True)
print(told[-1])
wake.send()
loop.run()
print(told[-1])
