"""What transports tell their users."""

__all__ = ('BaseProtocol', 'Protocol', 'DatagramProtocol', 'SubprocessProtocol',
           'BufferedProtocol')


class BaseProtocol:
    """What a transport tells its user."""

    __slots__ = ()

    def connection_made(self, transport):
        """The connection is there."""

    def connection_lost(self, exc):
        """The connection has ended."""

    def pause_writing(self):
        """Too much waits to be written."""

    def resume_writing(self):
        """There is room again."""


class Protocol(BaseProtocol):
    """What a transport of bytes tells its user."""

    __slots__ = ()

    def data_received(self, data):
        """Bytes have come."""

    def eof_received(self):
        """The other side will send no more."""


class BufferedProtocol(BaseProtocol):
    """What a transport tells its user who has a buffer of its own."""

    __slots__ = ()

    def get_buffer(self, sizehint):
        """Where the next bytes are to be put."""

    def buffer_updated(self, nbytes):
        """So many bytes were put there."""

    def eof_received(self):
        """The other side will send no more."""


class DatagramProtocol(BaseProtocol):
    """What a transport of datagrams tells its user."""

    __slots__ = ()

    def datagram_received(self, data, addr):
        """A datagram has come."""

    def error_received(self, exc):
        """Sending or receiving has failed."""


class SubprocessProtocol(BaseProtocol):
    """What the transport of a child program tells its user."""

    __slots__ = ()

    def pipe_data_received(self, fd, data):
        """The child has written."""

    def pipe_connection_lost(self, fd, exc):
        """A pipe to the child was closed."""

    def process_exited(self):
        """The child has ended."""
