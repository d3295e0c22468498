"""What is no signal is refused."""
import signal

import gevent

for number, handler in [(signal.SIGUSR1, 3), (100, print), (0, print), ('x', print)]:
    try:
        gevent.signal_handler(number, handler)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
