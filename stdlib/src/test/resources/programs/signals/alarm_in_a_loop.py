# An alarm interrupts code that never waits.
import signal


class TooLong(Exception):
    pass


def give_up(number, frame):
    raise TooLong(number)


signal.signal(signal.SIGALRM, give_up)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    while True:
        pass
except TooLong as error:
    print('given up', error)

ticks = []
signal.signal(signal.SIGALRM, lambda number, frame: ticks.append(number))
signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)
while len(ticks) < 3:
    sum(range(100))
signal.setitimer(signal.ITIMER_REAL, 0)
print(len(ticks) >= 3)
