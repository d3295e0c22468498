# The command of timeit, with a clock of our own.
import timeit


def clock_of(step):
    def wrap(timer):
        now = 0

        def clock():
            nonlocal now
            now += step
            return now
        return clock
    return wrap


for step in 5e-10, 1e-3, 1, 70:
    print(timeit.main(['-n', '1'], _wrap_timer=clock_of(step)))
print(timeit.main(['-v', '-r', '2', '-s', 'x = 1', '-s', 'y = 2', 'x + y', 'z = x'],
                  _wrap_timer=clock_of(1)))
print(timeit.main(['-n', '3', '-r', '0', '-u', 'usec', 'pass'], _wrap_timer=clock_of(1)))
print(timeit.main(['-n', '3', '-vv', '-u', 'msec', 'pass'], _wrap_timer=clock_of(1)))
print(timeit.main(['--nothing']))
