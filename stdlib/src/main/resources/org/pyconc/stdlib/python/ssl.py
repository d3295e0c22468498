"""TLS around sockets.

See https://docs.python.org/3.11/library/ssl.html
"""

import os
import socket as _socket
from collections import namedtuple
from enum import Enum as _Enum, IntEnum as _IntEnum, IntFlag as _IntFlag
from socket import SOCK_STREAM, SOL_SOCKET, SO_TYPE, create_connection, socket
import _ssl

socket_error = OSError
OPENSSL_VERSION_INFO = (3, 0, 0, 0, 0)
OPENSSL_VERSION_NUMBER = 0x30000000
OPENSSL_VERSION = 'OpenSSL 3.0.0 (the TLS of the Java runtime)'
HAS_SNI = HAS_ALPN = HAS_ECDH = HAS_TLSv1_2 = HAS_TLSv1_3 = True
HAS_NEVER_CHECK_COMMON_NAME = True
HAS_NPN = HAS_SSLv2 = HAS_SSLv3 = HAS_TLSv1 = HAS_TLSv1_1 = False
CHANNEL_BINDING_TYPES = []
PEM_HEADER = '-----BEGIN CERTIFICATE-----'
PEM_FOOTER = '-----END CERTIFICATE-----'
_PLACE = ' (_ssl.c:1006)'
_BLOCK = 16709


class VerifyMode(_IntEnum):
    CERT_NONE = 0
    CERT_OPTIONAL = 1
    CERT_REQUIRED = 2


class _SSLMethod(_IntEnum):
    PROTOCOL_TLS = 2
    PROTOCOL_SSLv23 = 2
    PROTOCOL_TLSv1 = 3
    PROTOCOL_TLSv1_1 = 4
    PROTOCOL_TLSv1_2 = 5
    PROTOCOL_TLS_CLIENT = 16
    PROTOCOL_TLS_SERVER = 17


class TLSVersion(_IntEnum):
    MINIMUM_SUPPORTED = -2
    SSLv3 = 768
    TLSv1 = 769
    TLSv1_1 = 770
    TLSv1_2 = 771
    TLSv1_3 = 772
    MAXIMUM_SUPPORTED = -1


class Options(_IntFlag):
    OP_NO_SSLv2 = 0
    OP_SINGLE_DH_USE = 0
    OP_SINGLE_ECDH_USE = 0
    OP_ALL = 2147483728
    OP_NO_SSLv3 = 33554432
    OP_NO_TLSv1 = 67108864
    OP_NO_TLSv1_1 = 268435456
    OP_NO_TLSv1_2 = 134217728
    OP_NO_TLSv1_3 = 536870912
    OP_CIPHER_SERVER_PREFERENCE = 4194304
    OP_NO_COMPRESSION = 131072
    OP_NO_TICKET = 16384
    OP_NO_RENEGOTIATION = 1073741824
    OP_ENABLE_MIDDLEBOX_COMPAT = 1048576
    OP_IGNORE_UNEXPECTED_EOF = 128


class VerifyFlags(_IntFlag):
    VERIFY_DEFAULT = 0
    VERIFY_CRL_CHECK_LEAF = 4
    VERIFY_CRL_CHECK_CHAIN = 12
    VERIFY_X509_STRICT = 32
    VERIFY_ALLOW_PROXY_CERTS = 64
    VERIFY_X509_TRUSTED_FIRST = 32768
    VERIFY_X509_PARTIAL_CHAIN = 524288


class SSLErrorNumber(_IntEnum):
    SSL_ERROR_SSL = 1
    SSL_ERROR_WANT_READ = 2
    SSL_ERROR_WANT_WRITE = 3
    SSL_ERROR_WANT_X509_LOOKUP = 4
    SSL_ERROR_SYSCALL = 5
    SSL_ERROR_ZERO_RETURN = 6
    SSL_ERROR_WANT_CONNECT = 7
    SSL_ERROR_EOF = 8
    SSL_ERROR_INVALID_ERROR_CODE = 10


for _kind in (VerifyMode, _SSLMethod, Options, VerifyFlags, SSLErrorNumber):
    globals().update(_kind.__members__)
_OLD = ('TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3')


class _ASN1Object(namedtuple('_ASN1Object', 'nid shortname longname oid')):
    pass


class Purpose(_ASN1Object, _Enum):
    SERVER_AUTH = (129, 'serverAuth', 'TLS Web Server Authentication', '1.3.6.1.5.5.7.3.1')
    CLIENT_AUTH = (130, 'clientAuth', 'TLS Web Client Authentication', '1.3.6.1.5.5.7.3.2')


class SSLError(OSError):
    """An error occurred in the SSL implementation."""

    library = reason = None

    def __str__(self):
        return str(self.strerror) if isinstance(self.strerror, str) else str(self.args)


class SSLZeroReturnError(SSLError):
    """SSL/TLS session closed cleanly."""


class SSLWantReadError(SSLError):
    """Non-blocking SSL socket needs to read more data before the requested operation can be completed."""


class SSLWantWriteError(SSLError):
    """Non-blocking SSL socket needs to write more data before the requested operation can be completed."""


class SSLSyscallError(SSLError):
    """System error when attempting SSL operation."""


class SSLEOFError(SSLError):
    """SSL/TLS connection terminated abruptly."""


class SSLCertVerificationError(SSLError, ValueError):
    """A certificate could not be verified."""


CertificateError = SSLCertVerificationError


def _fail(kind, reason, words, code):
    """Raises what OpenSSL would have said."""
    if kind == 'SSLZeroReturnError':
        raise SSLZeroReturnError(6, 'TLS/SSL connection has been closed (EOF)' + _PLACE)
    number = 8 if kind == 'SSLEOFError' else 1
    if kind == 'SSLEOFError':
        text = 'EOF occurred in violation of protocol'
    elif words is not None:
        text = 'certificate verify failed: ' + words
    else:
        text = reason.lower().replace('_', ' ')
    failure = globals()[kind](number, '[SSL: %s] %s%s' % (reason, text, _PLACE))
    failure.reason = reason
    failure.library = 'SSL'
    if words is not None:
        failure.verify_code = code
        failure.verify_message = words
    raise failure


def _wrong(number, library, reason, text):
    name = '[%s: %s] %s' % (library, reason, text) if reason else '[%s] %s' % (library, text)
    failure = SSLError(number, name + _PLACE)
    failure.library = library
    failure.reason = reason
    return failure


def _text(path):
    try:
        with open(path, encoding='latin-1') as file:
            return file.read()
    except OSError as failure:
        raise type(failure)(failure.errno, failure.strerror) from None


class SSLContext:
    """Settings, certificates and keys for connections."""

    sslsocket_class = None
    sslobject_class = None

    def __new__(cls, protocol=None, *args, **kwargs):
        self = object.__new__(cls)
        if protocol is None:
            import warnings
            warnings.warn('ssl.SSLContext() without protocol argument is deprecated.',
                          DeprecationWarning, stacklevel=2)
            protocol = PROTOCOL_TLS
        self._store = _ssl.store()
        self._protocol = _SSLMethod(protocol)
        is_client = protocol == PROTOCOL_TLS_CLIENT
        self._check_hostname = is_client
        self._verify_mode = CERT_REQUIRED if is_client else CERT_NONE
        self._options = OP_ALL | OP_NO_SSLv3 | OP_CIPHER_SERVER_PREFERENCE | OP_NO_COMPRESSION \
            | OP_ENABLE_MIDDLEBOX_COMPAT
        self._minimum = TLSVersion.TLSv1_2
        self._maximum = TLSVersion.MAXIMUM_SUPPORTED
        if protocol == PROTOCOL_TLSv1_2:
            self._maximum = TLSVersion.TLSv1_2
        self._alpn = []
        self._ciphers = None
        self.verify_flags = VERIFY_X509_TRUSTED_FIRST
        self.hostname_checks_common_name = True
        self.post_handshake_auth = False
        self.keylog_filename = None
        self.sni_callback = None
        self.num_tickets = 2
        self.security_level = 2
        return self

    def __init__(self, protocol=None):
        pass

    protocol = property(lambda self: self._protocol)

    @property
    def check_hostname(self):
        return self._check_hostname

    @check_hostname.setter
    def check_hostname(self, value):
        self._check_hostname = bool(value)
        if value and self._verify_mode == CERT_NONE:
            self._verify_mode = CERT_REQUIRED

    @property
    def verify_mode(self):
        return self._verify_mode

    @verify_mode.setter
    def verify_mode(self, value):
        if value not in (0, 1, 2):
            raise ValueError('invalid value for verify_mode')
        if value == CERT_NONE and self._check_hostname:
            raise ValueError('Cannot set verify_mode to CERT_NONE when check_hostname is enabled.')
        self._verify_mode = VerifyMode(value)

    @property
    def options(self):
        return Options(self._options)

    @options.setter
    def options(self, value):
        self._options = Options(value)

    @property
    def minimum_version(self):
        return self._minimum

    @minimum_version.setter
    def minimum_version(self, value):
        self._minimum = TLSVersion(value)

    @property
    def maximum_version(self):
        return self._maximum

    @maximum_version.setter
    def maximum_version(self, value):
        self._maximum = TLSVersion(value)

    def _protocols(self):
        least = {TLSVersion.MINIMUM_SUPPORTED: 769, TLSVersion.MAXIMUM_SUPPORTED: 772}.get(
            self._minimum, self._minimum)
        most = {TLSVersion.MINIMUM_SUPPORTED: 769, TLSVersion.MAXIMUM_SUPPORTED: 772}.get(
            self._maximum, self._maximum)
        refused = (OP_NO_TLSv1, OP_NO_TLSv1_1, OP_NO_TLSv1_2, OP_NO_TLSv1_3)
        return [name for i, name in enumerate(_OLD)
                if least <= 769 + i <= most and not self._options & refused[i]]

    def load_verify_locations(self, cafile=None, capath=None, cadata=None):
        """Trusts what is in a file, a folder or data."""
        if cafile is None and capath is None and cadata is None:
            raise TypeError('cafile, capath and cadata cannot be all omitted')
        if cadata is not None:
            count = (self._store.add_text(cadata) if isinstance(cadata, str)
                     else self._store.add_binary(cadata))
            if count == 0:
                raise _wrong(0, 'SSL', None, 'no start line: cadata does not contain a certificate')
            if count < 0:
                raise _wrong(9, 'ASN1', 'NOT_ENOUGH_DATA', 'not enough data')
        if cafile is not None and self._store.add_text(_text(cafile)) <= 0:
            raise _wrong(136, 'X509', 'NO_CERTIFICATE_OR_CRL_FOUND',
                         'no certificate or crl found')
        if capath is not None and os.path.isdir(capath):
            for name in sorted(os.listdir(capath)):
                path = os.path.join(capath, name)
                if os.path.isfile(path):
                    self._store.add_text(_text(path))

    def load_default_certs(self, purpose=Purpose.SERVER_AUTH):
        """Trusts those that the host does."""
        if not isinstance(purpose, _ASN1Object):
            raise TypeError(purpose)
        self.set_default_verify_paths()

    def set_default_verify_paths(self):
        named = os.environ.get('SSL_CERT_FILE')
        if not named:
            self._store.add_system()
        elif os.path.isfile(named):
            self._store.add_text(_text(named))

    def load_cert_chain(self, certfile, keyfile=None, password=None):
        """The certificate to show of oneself, and its key."""
        chain = _text(certfile)
        key = chain if keyfile is None else _text(keyfile)
        wrong = self._store.own(chain, key, None)
        if wrong == 'password':
            secret = password() if callable(password) else password
            if secret is None:
                import getpass
                secret = getpass.getpass('Enter PEM pass phrase:')
            if not isinstance(secret, str):
                secret = bytes(secret).decode('latin-1')
            wrong = self._store.own(chain, key, secret)
            if wrong:
                raise _wrong(1, 'SSL', None, 'PEM lib')
        if wrong == 'mismatch':
            raise _wrong(116, 'X509: KEY_VALUES_MISMATCH', None, 'key values mismatch')
        if wrong:
            raise _wrong(524297, 'SSL', None, 'PEM lib')

    def cert_store_stats(self):
        count, authorities = self._store.authorities()
        return {'x509': count, 'crl': 0, 'x509_ca': authorities}

    def get_ca_certs(self, binary_form=False):
        return self._store.certificates(binary_form)

    def set_alpn_protocols(self, alpn_protocols):
        for each in alpn_protocols:
            if not 0 < len(each) < 256:
                raise SSLError('ALPN protocols must be 1 to 255 in length')
        self._alpn = list(alpn_protocols)

    def set_ciphers(self, ciphers):
        if any(each.isalnum() and each.islower() for each in ciphers.split(':')) or not ciphers:
            raise _wrong(1, 'SSL', None, "('No cipher can be selected.',)")
        named = [each for each in ciphers.split(':') if '-' in each and each[0] not in '!+-@']
        self._ciphers = ':'.join(named) or None

    def set_servername_callback(self, server_name_callback):
        self.sni_callback = server_name_callback

    def set_ecdh_curve(self, name):
        pass

    def load_dh_params(self, path):
        pass

    def session_stats(self):
        return dict.fromkeys(('number', 'connect', 'connect_good', 'connect_renegotiate', 'accept',
                              'accept_good', 'accept_renegotiate', 'hits', 'misses', 'timeouts',
                              'cache_full'), 0)

    def _engine(self, server_side, server_hostname):
        if server_side and self._protocol == PROTOCOL_TLS_CLIENT:
            raise _wrong(1, 'SSL', None,
                         'Cannot create a server socket with a PROTOCOL_TLS_CLIENT context')
        if not server_side and self._protocol == PROTOCOL_TLS_SERVER:
            raise _wrong(1, 'SSL', None,
                         'Cannot create a client socket with a PROTOCOL_TLS_SERVER context')
        if server_hostname is not None:
            if not isinstance(server_hostname, str):
                server_hostname = server_hostname.decode('ascii')
            if not server_hostname or server_hostname.startswith('.'):
                raise ValueError('server_hostname cannot be an empty string or start with a '
                                 'leading dot.')
        return _ssl.engine(self._store, _fail, server_side, server_hostname, self._verify_mode,
                           self._check_hostname, self._protocols(), self._alpn, self._ciphers)

    def wrap_socket(self, sock, server_side=False, do_handshake_on_connect=True,
                    suppress_ragged_eofs=True, server_hostname=None, session=None):
        """A connection with TLS over the one that is given."""
        return self.sslsocket_class._create(sock, server_side, do_handshake_on_connect,
                                            suppress_ragged_eofs, server_hostname, self)

    def wrap_bio(self, incoming, outgoing, server_side=False, server_hostname=None, session=None):
        """A connection whose encrypted bytes go through two buffers."""
        return self.sslobject_class._create(incoming, outgoing, server_side, server_hostname, self)


class _Link:
    """What a connection over a socket and one over buffers have in common."""

    _tls = None
    _unsent = b''
    _is_sending = False

    def _flush(self):
        self._unsent += self._tls.take()
        if self._is_sending:
            return
        self._is_sending = True
        try:
            while self._unsent:
                sent = self._send(self._unsent)
                self._unsent = self._unsent[sent:]
        finally:
            self._is_sending = False

    def _step(self, work, *args):
        """Something of the engine; what it wants to tell the other side is sent at once."""
        try:
            done = work(*args)
        except OSError:
            try:
                self._flush()
            except OSError:
                pass
            raise
        self._flush()
        return done

    def do_handshake(self, block=False):
        """Agrees with the other side on how to encrypt."""
        self._checked()
        while not self._step(self._tls.handshake):
            self._receive()

    def _read(self, most):
        self._checked()
        if not self._tls.done():
            self.do_handshake()
        while True:
            data = self._step(self._tls.read, most)
            if data is not None:
                return data
            self._receive()

    def _write(self, data):
        self._checked()
        if not self._tls.done():
            self.do_handshake()
        if self._unsent:
            self._flush()
        data = bytes(data)
        count = self._tls.write(data)
        try:
            self._flush()
        except SSLWantWriteError:
            pass
        return count

    def getpeercert(self, binary_form=False):
        """The other side's certificate."""
        self._checked()
        return self._tls.certificate(binary_form)

    def selected_alpn_protocol(self):
        return self._tls.protocol() if self._tls is not None else None

    def selected_npn_protocol(self):
        return None

    def cipher(self):
        return self._tls.cipher() if self._tls is not None else None

    def shared_ciphers(self):
        return [self.cipher()] if self.cipher() else None

    def compression(self):
        return None

    def version(self):
        return self._tls.version() if self._tls is not None else None

    def pending(self):
        return self._tls.pending() if self._tls is not None else 0

    def get_channel_binding(self, cb_type='tls-unique'):
        if not isinstance(cb_type, str):
            raise TypeError("get_channel_binding() argument 'cb_type' must be str, not "
                            + type(cb_type).__name__)
        raise ValueError(f"'{cb_type}' channel binding type not implemented")

    def verify_client_post_handshake(self):
        raise NotImplementedError('verify_client_post_handshake() is not available')

    session = None
    session_reused = False


class MemoryBIO:
    """Bytes that are written and read."""

    def __init__(self):
        self._data = bytearray()
        self._is_ended = False

    pending = property(lambda self: len(self._data))
    eof = property(lambda self: self._is_ended and not self._data)

    def read(self, size=-1):
        count = len(self._data) if size is None or size < 0 else size
        data = bytes(self._data[:count])
        del self._data[:count]
        return data

    def write(self, data):
        if self._is_ended:
            raise SSLError('cannot write() after write_eof()')
        self._data += data
        return len(data)

    def write_eof(self):
        self._is_ended = True


class SSLObject(_Link):
    """A connection whose encrypted bytes go through two buffers."""

    def __init__(self, *args, **kwargs):
        raise TypeError(f'{self.__class__.__name__} does not have a public constructor. '
                        'Instances are returned by SSLContext.wrap_bio().')

    @classmethod
    def _create(cls, incoming, outgoing, server_side, server_hostname, context):
        self = cls.__new__(cls)
        if context.check_hostname and not server_hostname:
            raise ValueError('check_hostname requires server_hostname')
        self._incoming = incoming
        self._outgoing = outgoing
        self.server_side = server_side
        self.server_hostname = server_hostname
        self.context = context
        self._tls = context._engine(server_side, server_hostname)
        return self

    def _checked(self):
        pass

    def _send(self, data):
        return self._outgoing.write(data)

    def _receive(self):
        data = self._incoming.read()
        if data:
            self._tls.give(data)
        elif self._incoming.eof:
            self._tls.end()
        else:
            raise SSLWantReadError(2, 'The operation did not complete (read)' + _PLACE)

    def read(self, len=1024, buffer=None):
        if buffer is None:
            return self._read(len)
        data = self._read(len)
        buffer[:data.__len__()] = data
        return data.__len__()

    def write(self, data):
        return self._write(data)

    def unwrap(self):
        while not self._step(self._tls.shutdown):
            self._receive()


class SSLSocket(_Link, socket):
    """A socket with TLS."""

    def __init__(self, *args, **kwargs):
        raise TypeError(f'{self.__class__.__name__} does not have a public constructor. '
                        'Instances are returned by SSLContext.wrap_socket().')

    @classmethod
    def _create(cls, sock, server_side, do_handshake_on_connect, suppress_ragged_eofs,
                server_hostname, context):
        if sock.getsockopt(SOL_SOCKET, SO_TYPE) != SOCK_STREAM:
            raise NotImplementedError('only stream sockets are supported')
        if server_side and server_hostname:
            raise ValueError('server_hostname can only be specified in client mode')
        if context.check_hostname and not server_hostname and not server_side:
            raise ValueError('check_hostname requires server_hostname')
        self = cls.__new__(cls)
        socket.__init__(self, sock.family, sock.type, sock.proto, sock.fileno())
        self.settimeout(sock.gettimeout())
        sock.detach()
        self.context = context
        self.server_side = server_side
        self.server_hostname = server_hostname
        self.do_handshake_on_connect = do_handshake_on_connect
        self.suppress_ragged_eofs = suppress_ragged_eofs
        self._connected = False
        try:
            self.getpeername()
            self._connected = True
        except OSError:
            pass
        if self._connected:
            self._begin()
        return self

    def _begin(self):
        try:
            self._tls = self.context._engine(self.server_side, self.server_hostname)
            if self.do_handshake_on_connect:
                if self.gettimeout() == 0.0:
                    raise ValueError('do_handshake_on_connect should not be specified for '
                                     'non-blocking sockets')
                self.do_handshake()
        except (OSError, ValueError):
            self.close()
            raise

    def _checked(self):
        if self._tls is None:
            if self._closed:
                raise OSError(9, 'Bad file descriptor')
            self.getpeername()

    def _send(self, data):
        try:
            return socket.send(self, data)
        except BlockingIOError:
            raise SSLWantWriteError(3, 'The operation did not complete (write)' + _PLACE) from None

    def _receive(self):
        try:
            data = socket.recv(self, _BLOCK)
        except BlockingIOError:
            raise SSLWantReadError(2, 'The operation did not complete (read)' + _PLACE) from None
        if data:
            self._tls.give(data)
        else:
            self._tls.end()

    def do_handshake(self, block=False):
        timeout = self.gettimeout()
        try:
            if timeout == 0.0 and block:
                self.settimeout(None)
            _Link.do_handshake(self)
        except TimeoutError:
            raise TimeoutError('_ssl.c:989: The handshake operation timed out') from None
        finally:
            if timeout == 0.0 and block:
                self.settimeout(timeout)

    def read(self, len=1024, buffer=None):
        if self._tls is None:
            raise ValueError('Read on closed or unwrapped SSL socket.')
        try:
            data = self._read(len)
        except SSLEOFError:
            if not self.suppress_ragged_eofs:
                raise
            data = b''
        except TimeoutError as failure:
            if 'handshake' in str(failure):
                raise
            raise TimeoutError('The read operation timed out') from None
        if buffer is None:
            return data
        buffer[:data.__len__()] = data
        return data.__len__()

    def write(self, data):
        if self._tls is None:
            raise ValueError('Write on closed or unwrapped SSL socket.')
        try:
            return self._write(data)
        except TimeoutError as failure:
            if 'handshake' in str(failure):
                raise
            raise TimeoutError('The write operation timed out') from None

    def _no_flags(self, flags, name):
        if flags != 0:
            raise ValueError('non-zero flags not allowed in calls to %s() on %s'
                             % (name, self.__class__))

    def recv(self, buflen=1024, flags=0):
        if self._tls is None:
            return socket.recv(self, buflen, flags)
        self._no_flags(flags, 'recv')
        return self.read(buflen)

    def recv_into(self, buffer, nbytes=None, flags=0):
        if nbytes is None:
            nbytes = len(buffer) or 1024
        if self._tls is None:
            return socket.recv_into(self, buffer, nbytes, flags)
        self._no_flags(flags, 'recv_into')
        data = self.read(nbytes)
        buffer[:len(data)] = data
        return len(data)

    def send(self, data, flags=0):
        if self._tls is None:
            return socket.send(self, data, flags)
        self._no_flags(flags, 'send')
        return self.write(data)

    def sendall(self, data, flags=0):
        if self._tls is None:
            return socket.sendall(self, data, flags)
        self._no_flags(flags, 'sendall')
        data = bytes(data)
        sent = 0
        while sent < len(data):
            sent += self.write(data[sent:sent + 65536])

    def sendto(self, data, flags_or_addr, addr=None):
        if self._tls is not None:
            raise ValueError('sendto not allowed on instances of %s' % self.__class__)
        if addr is None:
            return socket.sendto(self, data, flags_or_addr)
        return socket.sendto(self, data, flags_or_addr, addr)

    def recvfrom(self, buflen=1024, flags=0):
        if self._tls is not None:
            raise ValueError('recvfrom not allowed on instances of %s' % self.__class__)
        return socket.recvfrom(self, buflen, flags)

    def recvfrom_into(self, buffer, nbytes=None, flags=0):
        if self._tls is not None:
            raise ValueError('recvfrom_into not allowed on instances of %s' % self.__class__)
        return socket.recvfrom_into(self, buffer, nbytes or 0, flags)

    def dup(self):
        raise NotImplementedError("Can't dup() %s instances" % self.__class__.__name__)

    def connect(self, addr):
        if self.server_side:
            raise ValueError("can't connect in server-side mode")
        if self._connected or self._tls is not None:
            raise ValueError('attempt to connect already-connected SSLSocket!')
        socket.connect(self, addr)
        self._connected = True
        self._begin()

    def connect_ex(self, addr):
        if self.server_side:
            raise ValueError("can't connect in server-side mode")
        if self._connected or self._tls is not None:
            raise ValueError('attempt to connect already-connected SSLSocket!')
        number = socket.connect_ex(self, addr)
        if number == 0:
            self._connected = True
            self._begin()
        return number

    def accept(self):
        made, addr = socket.accept(self)
        made = self.context.wrap_socket(
            made, do_handshake_on_connect=self.do_handshake_on_connect,
            suppress_ragged_eofs=self.suppress_ragged_eofs, server_side=True)
        return made, addr

    def unwrap(self):
        if self._tls is None:
            raise ValueError('No SSL wrapper around ' + str(self))
        while not self._step(self._tls.shutdown):
            self._receive()
        self._tls = None
        return self

    def shutdown(self, how):
        self._tls = None
        socket.shutdown(self, how)

    def _real_close(self):
        self._tls = None
        socket._real_close(self)


SSLContext.sslsocket_class = SSLSocket
SSLContext.sslobject_class = SSLObject


def create_default_context(purpose=Purpose.SERVER_AUTH, *, cafile=None, capath=None, cadata=None):
    """A context with settings that are safe."""
    if not isinstance(purpose, _ASN1Object):
        raise TypeError(purpose)
    if purpose == Purpose.SERVER_AUTH:
        context = SSLContext(PROTOCOL_TLS_CLIENT)
    elif purpose == Purpose.CLIENT_AUTH:
        context = SSLContext(PROTOCOL_TLS_SERVER)
    else:
        raise ValueError(purpose)
    if cafile or capath or cadata:
        context.load_verify_locations(cafile, capath, cadata)
    elif context.verify_mode != CERT_NONE:
        context.load_default_certs(purpose)
    return context


def _create_unverified_context(protocol=None, *, cert_reqs=CERT_NONE, check_hostname=False,
                               purpose=Purpose.SERVER_AUTH, certfile=None, keyfile=None,
                               cafile=None, capath=None, cadata=None):
    if not isinstance(purpose, _ASN1Object):
        raise TypeError(purpose)
    if protocol is None:
        protocol = PROTOCOL_TLS_CLIENT if purpose == Purpose.SERVER_AUTH else PROTOCOL_TLS_SERVER
    context = SSLContext(protocol)
    context.check_hostname = check_hostname
    if cert_reqs is not None:
        context.verify_mode = cert_reqs
    if check_hostname:
        context.check_hostname = True
    if certfile or keyfile:
        context.load_cert_chain(certfile, keyfile)
    if cafile or capath or cadata:
        context.load_verify_locations(cafile, capath, cadata)
    elif context.verify_mode != CERT_NONE:
        context.load_default_certs(purpose)
    return context


_create_default_https_context = create_default_context
_create_stdlib_context = _create_unverified_context


def wrap_socket(sock, keyfile=None, certfile=None, server_side=False, cert_reqs=CERT_NONE,
                ssl_version=PROTOCOL_TLS, ca_certs=None, do_handshake_on_connect=True,
                suppress_ragged_eofs=True, ciphers=None):
    """Deprecated: use a context."""
    import warnings
    warnings.warn('ssl.wrap_socket() is deprecated, use SSLContext.wrap_socket()',
                  DeprecationWarning, stacklevel=2)
    if server_side and not certfile:
        raise ValueError('certfile must be specified for server-side operations')
    context = SSLContext(ssl_version)
    context.verify_mode = cert_reqs
    if ca_certs:
        context.load_verify_locations(ca_certs)
    if certfile:
        context.load_cert_chain(certfile, keyfile)
    return context.wrap_socket(sock, server_side=server_side,
                               do_handshake_on_connect=do_handshake_on_connect,
                               suppress_ragged_eofs=suppress_ragged_eofs)


DefaultVerifyPaths = namedtuple('DefaultVerifyPaths',
                                'cafile capath openssl_cafile_env openssl_cafile '
                                'openssl_capath_env openssl_capath')


def get_default_verify_paths():
    cafile = os.environ.get('SSL_CERT_FILE', '/etc/ssl/certs/ca-certificates.crt')
    capath = os.environ.get('SSL_CERT_DIR', '/etc/ssl/certs')
    return DefaultVerifyPaths(cafile if os.path.isfile(cafile) else None,
                              capath if os.path.isdir(capath) else None,
                              'SSL_CERT_FILE', '/usr/lib/ssl/cert.pem',
                              'SSL_CERT_DIR', '/usr/lib/ssl/certs')


def DER_cert_to_PEM_cert(der_cert_bytes):
    """A certificate's bytes as text."""
    import base64
    text = str(base64.standard_b64encode(der_cert_bytes), 'ASCII')
    lines = [PEM_HEADER] + [text[i:i + 64] for i in range(0, len(text), 64)]
    return '\n'.join(lines + [PEM_FOOTER, ''])


def PEM_cert_to_DER_cert(pem_cert_string):
    """A certificate's bytes from text."""
    import base64
    if not pem_cert_string.startswith(PEM_HEADER):
        raise ValueError('Invalid PEM encoding; must start with %s' % PEM_HEADER)
    if not pem_cert_string.strip().endswith(PEM_FOOTER):
        raise ValueError('Invalid PEM encoding; must end with %s' % PEM_FOOTER)
    text = pem_cert_string.strip()[len(PEM_HEADER):-len(PEM_FOOTER)]
    return base64.decodebytes(text.encode('ASCII', 'strict'))


def get_server_certificate(addr, ssl_version=PROTOCOL_TLS_CLIENT, ca_certs=None,
                           timeout=_socket._GLOBAL_DEFAULT_TIMEOUT):
    """The certificate that a server shows, as text."""
    context = _create_unverified_context(
        ssl_version, cert_reqs=CERT_NONE if ca_certs is None else CERT_REQUIRED, cafile=ca_certs)
    with create_connection(addr, timeout=timeout) as sock:
        with context.wrap_socket(sock, server_hostname=addr[0]) as wrapped:
            return DER_cert_to_PEM_cert(wrapped.getpeercert(True))


def get_protocol_name(protocol_code):
    try:
        return _SSLMethod(protocol_code).name
    except ValueError:
        return '<unknown>'


def cert_time_to_seconds(cert_time):
    """The time of a certificate in seconds since 1970."""
    import datetime
    months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split()
    parts = cert_time.split()
    try:
        month = months.index(parts[0].lower()) + 1
        hour, minute, second = (int(each) for each in parts[2].split(':'))
        zone = parts[4]
        when = datetime.datetime(int(parts[3]), month, int(parts[1]), hour, minute, second)
    except (IndexError, ValueError):
        zone = None
    if zone != 'GMT':
        raise ValueError('time data %r does not match format "%%b%s"'
                         % (cert_time, ' %d %H:%M:%S %Y GMT')) from None
    return int((when - datetime.datetime(1970, 1, 1)).total_seconds())


def RAND_bytes(num):
    return os.urandom(num)


def RAND_status():
    return True


def RAND_add(string, entropy):
    pass
