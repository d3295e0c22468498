"""A console for everybody who connects: the running program can be looked at from there.

It asks nobody who he is: let it listen on an address of this machine only.
"""

import builtins
import code
import sys

from gevent.pool import Pool
from gevent.server import StreamServer
from greenlet import getcurrent

__all__ = ['BackdoorServer']

# The connections of the greenlets that serve consoles.
_connections = {}


class _Stream:
    """A standard stream: in the greenlet of a console its connection, else what it was before."""

    def __init__(self, usual):
        self._usual = usual

    def __getattr__(self, name):
        return getattr(_connections.get(getcurrent(), self._usual), name)

    def __iter__(self):
        return iter(_connections.get(getcurrent(), self._usual))


class _Connection:
    """What a console reads and writes."""

    encoding = 'utf-8'
    errors = 'replace'

    def __init__(self, conn):
        self._conn = conn
        self._file = conn.makefile('r', encoding='utf-8', errors='replace', newline='\n')
        self.fileno = conn.fileno

    def isatty(self):
        return False

    def readable(self):
        return True

    writable = readable

    def write(self, text):
        self._conn.sendall(text.encode('utf-8', 'replace'))

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        pass

    def readline(self, *size):
        return self._file.readline(*size).replace('\r\n', '\n')

    def __iter__(self):
        return iter(self.readline, '')

    def close(self):
        self._file.close()
        self._conn.close()


class InteractiveConsole(code.InteractiveConsole):
    """A console of a connection."""

    def __init__(self, variables, connection):
        super().__init__(variables)
        self._connection = connection

    def raw_input(self, prompt=''):
        self._connection.write(prompt)
        line = self._connection.readline()
        if not line:
            raise EOFError
        return line.rstrip('\n')

    def write(self, data):
        self._connection.write(data)


def _open(connection):
    if not _connections:
        for name in ('stdin', 'stdout', 'stderr'):
            setattr(sys, name, _Stream(getattr(sys, name)))
    _connections[getcurrent()] = connection


def _close():
    del _connections[getcurrent()]
    if not _connections:
        for name in ('stdin', 'stdout', 'stderr'):
            stream = getattr(sys, name)
            if isinstance(stream, _Stream):
                setattr(sys, name, stream._usual)


class BackdoorServer(StreamServer):
    """Serves a console, with the given variables, to everybody who connects."""

    def __init__(self, listener, locals=None, banner=None, **server_args):
        super().__init__(listener, spawn=Pool(), **server_args)
        self.locals = {'__doc__': None, '__name__': '__console__'}
        if locals:
            self.locals.update(locals)
        self.banner = banner
        self.stderr = sys.stderr

    def handle(self, conn, address):
        variables = self.locals.copy()
        variables['builtins'] = variables['__builtins__'] = builtins
        connection = _Connection(conn)
        _open(connection)
        try:
            InteractiveConsole(variables, connection).interact(banner=self.banner, exitmsg='')
        except SystemExit:
            pass
        except OSError:
            pass  # the other side has gone
        finally:
            _close()
            connection.close()
