"""Files from servers that speak FTP (RFC 959).

See https://docs.python.org/3.11/library/ftplib.html
"""

import socket
import sys
from socket import _GLOBAL_DEFAULT_TIMEOUT

__all__ = ['FTP', 'error_reply', 'error_temp', 'error_perm', 'error_proto', 'all_errors']

MSG_OOB = 0x1
FTP_PORT = 21
MAXLINE = 8192
CRLF = '\r\n'
B_CRLF = b'\r\n'


class Error(Exception):
    """What all errors of this module have in common."""


class error_reply(Error):
    """An answer that was not to be expected."""


class error_temp(Error):
    """An error that may pass: 4xx."""


class error_perm(Error):
    """An error that stays: 5xx."""


class error_proto(Error):
    """An answer that does not begin with a number from 1 to 5."""


class FTP:
    """A connection to a server."""

    debugging = 0
    host = ''
    port = FTP_PORT
    maxline = MAXLINE
    sock = None
    file = None
    welcome = None
    passiveserver = True
    trust_server_pasv_ipv4_address = False

    def __init__(self, host='', user='', passwd='', acct='', timeout=_GLOBAL_DEFAULT_TIMEOUT,
                 source_address=None, *, encoding='utf-8'):
        self.encoding = encoding
        self.source_address = source_address
        self.timeout = timeout
        if host:
            self.connect(host)
            if user:
                self.login(user, passwd, acct)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if self.sock is not None:
            try:
                self.quit()
            except (OSError, EOFError):
                pass
            finally:
                if self.sock is not None:
                    self.close()

    def connect(self, host='', port=0, timeout=-999, source_address=None):
        """Opens the connection; the server's welcome."""
        if host != '':
            self.host = host
        if port > 0:
            self.port = port
        if timeout != -999:
            self.timeout = timeout
        if self.timeout is not None and not self.timeout:
            raise ValueError('Non-blocking socket (timeout=0) is not supported')
        if source_address is not None:
            self.source_address = source_address
        sys.audit('ftplib.connect', self, self.host, self.port)
        self.sock = socket.create_connection((self.host, self.port), self.timeout,
                                             source_address=self.source_address)
        self.af = self.sock.family
        self.file = self.sock.makefile('r', encoding=self.encoding)
        self.welcome = self.getresp()
        return self.welcome

    def getwelcome(self):
        """What the server said first."""
        if self.debugging:
            print('*welcome*', self.sanitize(self.welcome))
        return self.welcome

    def set_debuglevel(self, level):
        """0 for silence, 1 for the commands, 2 for all lines."""
        self.debugging = level

    debug = set_debuglevel

    def set_pasv(self, val):
        """Whether the server says where data are, or the client."""
        self.passiveserver = val

    def sanitize(self, s):
        """A line as it may be shown: without the password."""
        if s[:5] in {'pass ', 'PASS '}:
            end = len(s.rstrip('\r\n'))
            s = s[:5] + '*' * (end - 5) + s[end:]
        return repr(s)

    def putline(self, line):
        """Sends a line."""
        if '\r' in line or '\n' in line:
            raise ValueError('an illegal newline character should not be contained')
        sys.audit('ftplib.sendcmd', self, line)
        line += CRLF
        if self.debugging > 1:
            print('*put*', self.sanitize(line))
        self.sock.sendall(line.encode(self.encoding))

    def putcmd(self, line):
        """Sends a command."""
        if self.debugging:
            print('*cmd*', self.sanitize(line))
        self.putline(line)

    def getline(self):
        """Reads a line, without its end."""
        line = self.file.readline(self.maxline + 1)
        if len(line) > self.maxline:
            raise Error('got more than %d bytes' % self.maxline)
        if self.debugging > 1:
            print('*get*', self.sanitize(line))
        if not line:
            raise EOFError
        return line[:-2] if line[-2:] == CRLF else line.rstrip('\r\n')

    def getmultiline(self):
        """Reads an answer of one or several lines."""
        line = self.getline()
        if line[3:4] == '-':
            code = line[:3]
            while True:
                following = self.getline()
                line += '\n' + following
                if following[:3] == code and following[3:4] != '-':
                    break
        return line

    def getresp(self):
        """Reads an answer; raises what belongs to its number."""
        answer = self.getmultiline()
        if self.debugging:
            print('*resp*', self.sanitize(answer))
        self.lastresp = answer[:3]
        kind = answer[:1]
        if kind in {'1', '2', '3'}:
            return answer
        if kind == '4':
            raise error_temp(answer)
        if kind == '5':
            raise error_perm(answer)
        raise error_proto(answer)

    def voidresp(self):
        """Reads an answer that has to begin with 2."""
        answer = self.getresp()
        if answer[:1] != '2':
            raise error_reply(answer)
        return answer

    def abort(self):
        """Ends a transfer."""
        line = b'ABOR' + B_CRLF
        if self.debugging > 1:
            print('*put urgent*', self.sanitize(line))
        self.sock.sendall(line, MSG_OOB)
        answer = self.getmultiline()
        if answer[:3] not in {'426', '225', '226'}:
            raise error_proto(answer)
        return answer

    def sendcmd(self, cmd):
        """Sends a command; the answer."""
        self.putcmd(cmd)
        return self.getresp()

    def voidcmd(self, cmd):
        """Sends a command whose answer has to begin with 2."""
        self.putcmd(cmd)
        return self.voidresp()

    def sendport(self, host, port):
        """Says where data are awaited (IPv4)."""
        return self.voidcmd('PORT ' + ','.join(host.split('.') + [str(port // 256),
                                                                  str(port % 256)]))

    def sendeprt(self, host, port):
        """Says where data are awaited."""
        kind = {socket.AF_INET: 1, socket.AF_INET6: 2}.get(self.af, 0)
        if kind == 0:
            raise error_proto('unsupported address family')
        return self.voidcmd('EPRT |%d|%s|%d|' % (kind, host, port))

    def makeport(self):
        """A socket that awaits data; tells the server."""
        sock = socket.create_server(('', 0), family=self.af, backlog=1)
        port = sock.getsockname()[1]
        host = self.sock.getsockname()[0]
        if self.af == socket.AF_INET:
            self.sendport(host, port)
        else:
            self.sendeprt(host, port)
        if self.timeout is not _GLOBAL_DEFAULT_TIMEOUT:
            sock.settimeout(self.timeout)
        return sock

    def makepasv(self):
        """Where the server offers data."""
        if self.af != socket.AF_INET:
            return parse229(self.sendcmd('EPSV'), self.sock.getpeername())
        host, port = parse227(self.sendcmd('PASV'))
        if not self.trust_server_pasv_ipv4_address:
            host = self.sock.getpeername()[0]
        return host, port

    def ntransfercmd(self, cmd, rest=None):
        """Starts a transfer; its socket, and the size if it is known."""
        if self.passiveserver:
            host, port = self.makepasv()
            connection = socket.create_connection((host, port), self.timeout,
                                                  source_address=self.source_address)
            try:
                answer = self._begin(cmd, rest)
            except:
                connection.close()
                raise
        else:
            with self.makeport() as sock:
                answer = self._begin(cmd, rest)
                connection, _ = sock.accept()
                if self.timeout is not _GLOBAL_DEFAULT_TIMEOUT:
                    connection.settimeout(self.timeout)
        return connection, parse150(answer) if answer[:3] == '150' else None

    def _begin(self, cmd, rest):
        if rest is not None:
            self.sendcmd('REST %s' % rest)
        answer = self.sendcmd(cmd)
        if answer[0] == '2':  # some servers say twice that it is done
            answer = self.getresp()
        if answer[0] != '1':
            raise error_reply(answer)
        return answer

    def transfercmd(self, cmd, rest=None):
        """Starts a transfer; its socket."""
        return self.ntransfercmd(cmd, rest)[0]

    def login(self, user='', passwd='', acct=''):
        """Says who one is: anonymous, if nothing is given."""
        user = user or 'anonymous'
        passwd = passwd or ''
        if user == 'anonymous' and passwd in {'', '-'}:
            passwd += 'anonymous@'
        answer = self.sendcmd('USER ' + user)
        if answer[0] == '3':
            answer = self.sendcmd('PASS ' + passwd)
        if answer[0] == '3':
            answer = self.sendcmd('ACCT ' + (acct or ''))
        if answer[0] != '2':
            raise error_reply(answer)
        return answer

    def retrbinary(self, cmd, callback, blocksize=8192, rest=None):
        """Fetches bytes; the callback gets them piece by piece."""
        self.voidcmd('TYPE I')
        with self.transfercmd(cmd, rest) as connection:
            while data := connection.recv(blocksize):
                callback(data)
            _finish(connection)
        return self.voidresp()

    def retrlines(self, cmd, callback=None):
        """Fetches lines; the callback gets them one by one, without their ends."""
        callback = callback or print_line
        self.sendcmd('TYPE A')
        with self.transfercmd(cmd) as connection, \
                connection.makefile('r', encoding=self.encoding) as file:
            while True:
                line = file.readline(self.maxline + 1)
                if len(line) > self.maxline:
                    raise Error('got more than %d bytes' % self.maxline)
                if self.debugging > 2:
                    print('*retr*', repr(line))
                if not line:
                    break
                callback(line[:-2] if line[-2:] == CRLF else line.removesuffix('\n'))
            _finish(connection)
        return self.voidresp()

    def storbinary(self, cmd, fp, blocksize=8192, callback=None, rest=None):
        """Stores the bytes of a file."""
        self.voidcmd('TYPE I')
        with self.transfercmd(cmd, rest) as connection:
            while block := fp.read(blocksize):
                connection.sendall(block)
                if callback:
                    callback(block)
            _finish(connection)
        return self.voidresp()

    def storlines(self, cmd, fp, callback=None):
        """Stores the lines of a file of bytes."""
        self.voidcmd('TYPE A')
        with self.transfercmd(cmd) as connection:
            while line := fp.readline(self.maxline + 1):
                if len(line) > self.maxline:
                    raise Error('got more than %d bytes' % self.maxline)
                if line[-2:] != B_CRLF:
                    line = (line[:-1] if line[-1:] in {b'\r', b'\n'} else line) + B_CRLF
                connection.sendall(line)
                if callback:
                    callback(line)
            _finish(connection)
        return self.voidresp()

    def acct(self, password):
        """Sends the name of an account."""
        return self.voidcmd('ACCT ' + password)

    def nlst(self, *args):
        """The names of the files."""
        names = []
        self.retrlines(' '.join(('NLST', *args)), names.append)
        return names

    def dir(self, *args):
        """Shows the files; a function as last argument gets the lines."""
        callback = None
        if args and not isinstance(args[-1], str):
            *args, callback = args
        self.retrlines(' '.join(['LIST', *filter(None, args)]), callback)

    def mlsd(self, path='', facts=[]):
        """Names of files, and what is known about each."""
        if facts:
            self.sendcmd('OPTS MLST ' + ';'.join(facts) + ';')
        lines = []
        self.retrlines('MLSD %s' % path if path else 'MLSD', lines.append)
        for line in lines:
            known, _, name = line.rstrip(CRLF).partition(' ')
            found = {}
            for each in known[:-1].split(';'):
                key, _, value = each.partition('=')
                found[key.lower()] = value
            yield name, found

    def rename(self, fromname, toname):
        """Gives a file another name."""
        answer = self.sendcmd('RNFR ' + fromname)
        if answer[0] != '3':
            raise error_reply(answer)
        return self.voidcmd('RNTO ' + toname)

    def delete(self, filename):
        """Removes a file."""
        answer = self.sendcmd('DELE ' + filename)
        if answer[:3] not in {'250', '200'}:
            raise error_reply(answer)
        return answer

    def cwd(self, dirname):
        """Goes to a folder."""
        if dirname == '..':
            try:
                return self.voidcmd('CDUP')
            except error_perm as failure:
                if failure.args[0][:3] != '500':
                    raise
        return self.voidcmd('CWD ' + (dirname or '.'))

    def size(self, filename):
        """The size of a file, if the server says it."""
        answer = self.sendcmd('SIZE ' + filename)
        if answer[:3] == '213':
            return int(answer[3:].strip())

    def mkd(self, dirname):
        """Makes a folder; its whole name."""
        answer = self.voidcmd('MKD ' + dirname)
        return parse257(answer) if answer.startswith('257') else ''

    def rmd(self, dirname):
        """Removes a folder."""
        return self.voidcmd('RMD ' + dirname)

    def pwd(self):
        """The name of the folder."""
        answer = self.voidcmd('PWD')
        return parse257(answer) if answer.startswith('257') else ''

    def quit(self):
        """Says goodbye, and closes."""
        answer = self.voidcmd('QUIT')
        self.close()
        return answer

    def close(self):
        """Closes the connection."""
        try:
            file, self.file = self.file, None
            if file is not None:
                file.close()
        finally:
            sock, self.sock = self.sock, None
            if sock is not None:
                sock.close()


def _finish(connection):
    """Over TLS the end of the data is said."""
    if hasattr(connection, 'unwrap'):
        connection.unwrap()


def __getattr__(name):
    """What needs ssl, which takes a while to import."""
    if name == 'all_errors':
        import ssl
        found = globals()['all_errors'] = (Error, OSError, EOFError, ssl.SSLError)
        return found
    if name != 'FTP_TLS':
        raise AttributeError(f"module 'ftplib' has no attribute {name!r}")
    import ssl

    class FTP_TLS(FTP):
        """A connection over TLS; prot_p() has data secured, too."""

        ssl_version = ssl.PROTOCOL_TLS_CLIENT
        _prot_p = False

        def __init__(self, host='', user='', passwd='', acct='', keyfile=None, certfile=None,
                     context=None, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *,
                     encoding='utf-8'):
            if context is not None and keyfile is not None:
                raise ValueError('context and keyfile arguments are mutually exclusive')
            if context is not None and certfile is not None:
                raise ValueError('context and certfile arguments are mutually exclusive')
            if context is None:
                context = ssl._create_unverified_context(self.ssl_version, certfile=certfile,
                                                         keyfile=keyfile)
            self.keyfile, self.certfile, self.context = keyfile, certfile, context
            super().__init__(host, user, passwd, acct, timeout, source_address, encoding=encoding)

        def login(self, user='', passwd='', acct='', secure=True):
            if secure and not isinstance(self.sock, ssl.SSLSocket):
                self.auth()
            return super().login(user, passwd, acct)

        def auth(self):
            """Has the connection secured."""
            if isinstance(self.sock, ssl.SSLSocket):
                raise ValueError('Already using TLS')
            answer = self.voidcmd('AUTH TLS')
            self.sock = self.context.wrap_socket(self.sock, server_hostname=self.host)
            self.file = self.sock.makefile(mode='r', encoding=self.encoding)
            return answer

        def ccc(self):
            """Goes on without TLS."""
            if not isinstance(self.sock, ssl.SSLSocket):
                raise ValueError('not using TLS')
            answer = self.voidcmd('CCC')
            self.sock = self.sock.unwrap()
            return answer

        def prot_p(self):
            """Has data secured."""
            self.voidcmd('PBSZ 0')
            answer = self.voidcmd('PROT P')
            self._prot_p = True
            return answer

        def prot_c(self):
            """Has data sent as they are."""
            answer = self.voidcmd('PROT C')
            self._prot_p = False
            return answer

        def ntransfercmd(self, cmd, rest=None):
            connection, size = super().ntransfercmd(cmd, rest)
            if self._prot_p:
                connection = self.context.wrap_socket(connection, server_hostname=self.host)
            return connection, size

        def abort(self):
            self.sock.sendall(b'ABOR' + B_CRLF)
            answer = self.getmultiline()
            if answer[:3] not in {'426', '225', '226'}:
                raise error_proto(answer)
            return answer

    FTP_TLS.__qualname__ = 'FTP_TLS'
    globals()['FTP_TLS'] = FTP_TLS
    return FTP_TLS


def parse150(resp):
    """The size that an answer of number 150 names, or None."""
    import re
    if resp[:3] != '150':
        raise error_reply(resp)
    found = re.match(r'150 .* \((\d+) bytes\)', resp, re.IGNORECASE | re.ASCII)
    return int(found.group(1)) if found else None


def parse227(resp):
    """Host and port of an answer of number 227."""
    import re
    if resp[:3] != '227':
        raise error_reply(resp)
    found = re.search(r'(\d+),(\d+),(\d+),(\d+),(\d+),(\d+)', resp, re.ASCII)
    if not found:
        raise error_proto(resp)
    numbers = found.groups()
    return '.'.join(numbers[:4]), (int(numbers[4]) << 8) + int(numbers[5])


def parse229(resp, peer):
    """Host and port of an answer of number 229."""
    if resp[:3] != '229':
        raise error_reply(resp)
    left = resp.find('(')
    if left < 0:
        raise error_proto(resp)
    right = resp.find(')', left + 1)
    if right < 0 or resp[left + 1] != resp[right - 1]:
        raise error_proto(resp)
    parts = resp[left + 1:right].split(resp[left + 1])
    if len(parts) != 5:
        raise error_proto(resp)
    return peer[0], int(parts[3])


def parse257(resp):
    """The folder's name in an answer of number 257."""
    if resp[:3] != '257':
        raise error_reply(resp)
    if resp[3:5] != ' "':
        return ''
    name = ''
    rest = resp[5:]
    while rest:
        before, quote, rest = rest.partition('"')
        name += before
        if not rest.startswith('"'):
            break
        name += '"'
        rest = rest[1:]
    return name


def print_line(line):
    """Shows a line."""
    print(line)
