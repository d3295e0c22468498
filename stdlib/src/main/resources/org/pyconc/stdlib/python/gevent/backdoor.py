"""A server whose clients type statements and see what they print."""

import code
import sys

from gevent.server import StreamServer
from greenlet import getcurrent, greenlet

__all__ = ['BackdoorServer']


class _Output:
    """Standard output of a client's greenlet; of all others what it was before."""

    def __init__(self, plain):
        self.plain = plain
        self.files = {}

    def _file(self):
        return self.files.get(getcurrent(), self.plain)

    def write(self, text):
        return self._file().write(text)

    def flush(self):
        self._file().flush()

    def __getattr__(self, name):
        return getattr(self._file(), name)


class BackdoorServer(StreamServer):
    """Gives each client a console."""

    def __init__(self, listener, locals=None, banner=None, **server_args):
        StreamServer.__init__(self, listener, spawn=greenlet_spawn, **server_args)
        self.locals = {'__doc__': None, '__name__': '__console__', **(locals or {})}
        self.banner = banner

    def handle(self, conn, address):
        """Talks with one client."""
        file = conn.makefile('rw')
        out = sys.stdout
        if not isinstance(out, _Output):
            out = sys.stdout = _Output(out)
        out.files[getcurrent()] = file

        def read(prompt=''):
            file.write(prompt)
            file.flush()
            line = file.readline()
            if not line:
                raise EOFError
            return line.rstrip('\r\n')

        try:
            console = code.InteractiveConsole(dict(self.locals))
            console.raw_input = read
            console.write = file.write
            console.interact(banner=self.banner)
        except (SystemExit, OSError):
            pass
        finally:
            out.files.pop(getcurrent(), None)

    def do_close(self, sock, *args):
        sock.close()


def greenlet_spawn(function, *args):
    from gevent.greenlet import Greenlet
    return Greenlet.spawn(function, *args)
