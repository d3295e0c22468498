"""Mail is handed to a server.

See https://docs.python.org/3.11/library/smtplib.html
"""

import re
import socket
import sys

__all__ = ['SMTPException', 'SMTPNotSupportedError', 'SMTPServerDisconnected', 'SMTPResponseException',
           'SMTPSenderRefused', 'SMTPRecipientsRefused', 'SMTPDataError', 'SMTPConnectError',
           'SMTPHeloError', 'SMTPAuthenticationError', 'quoteaddr', 'quotedata', 'SMTP', 'SMTP_SSL',
           'LMTP']

SMTP_PORT = 25
SMTP_SSL_PORT = 465
LMTP_PORT = 2003
CRLF = '\r\n'
bCRLF = b'\r\n'
_MAXLINE = 8192
_MAXCHALLENGE = 5


class SMTPException(OSError):
    """Something has gone wrong with a mail."""


class SMTPNotSupportedError(SMTPException):
    """The server does not know the command or option."""


class SMTPServerDisconnected(SMTPException):
    """The server has gone, or was never there."""


class SMTPResponseException(SMTPException):
    """An answer of the server that says no."""

    def __init__(self, code, msg):
        self.smtp_code, self.smtp_error = self.args = code, msg


class SMTPSenderRefused(SMTPResponseException):
    def __init__(self, code, msg, sender):
        self.args = code, msg, sender
        self.smtp_code, self.smtp_error, self.sender = self.args


class SMTPRecipientsRefused(SMTPException):
    """None of the receivers was accepted: `recipients` says why."""

    def __init__(self, recipients):
        self.recipients = recipients
        self.args = recipients,


class SMTPDataError(SMTPResponseException):
    pass


class SMTPConnectError(SMTPResponseException):
    pass


class SMTPHeloError(SMTPResponseException):
    pass


class SMTPAuthenticationError(SMTPResponseException):
    pass


def _bare(address):
    import email.utils
    return email.utils.parseaddr(address)[1] or address


def quoteaddr(addrstring):
    """The address as the protocol wants it."""
    import email.utils
    found = email.utils.parseaddr(addrstring)
    if found != ('', ''):
        return f'<{found[1]}>'
    return addrstring if addrstring.strip().startswith('<') else f'<{addrstring}>'


_addr_only = _bare


def quotedata(data):
    """Lines end with CRLF, and one more point before those that begin with one."""
    return re.sub(r'(?m)^\.', '..', _with_crlf(data))


def _with_crlf(data):
    return re.sub(r'\r\n|\r|\n', CRLF, data)


def _quote_periods(data):
    return re.sub(br'(?m)^\.', b'..', data)


class SMTP:
    """A connection to a server of mail."""

    debuglevel = 0
    sock = file = None
    helo_resp = ehlo_resp = None
    ehlo_msg = 'ehlo'
    does_esmtp = False
    default_port = SMTP_PORT

    def __init__(self, host='', port=0, local_hostname=None,
                 timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None):
        self._host = host
        self.timeout = timeout
        self.esmtp_features = {}
        self.command_encoding = 'ascii'
        self.source_address = source_address
        self._auth_challenge_count = 0
        if host:
            code, message = self.connect(host, port)
            if code != 220:
                self.close()
                raise SMTPConnectError(code, message)
        self.local_hostname = local_hostname if local_hostname is not None else self._own_name()

    @staticmethod
    def _own_name():
        name = socket.getfqdn()
        if '.' in name:
            return name
        try:
            return f'[{socket.gethostbyname(socket.gethostname())}]'
        except socket.gaierror:
            return '[127.0.0.1]'

    def __enter__(self):
        return self

    def __exit__(self, *args):
        try:
            code, message = self.docmd('QUIT')
            if code != 221:
                raise SMTPResponseException(code, message)
        except SMTPServerDisconnected:
            pass
        finally:
            self.close()

    def set_debuglevel(self, debuglevel):
        self.debuglevel = debuglevel

    def _print_debug(self, *args):
        if self.debuglevel > 1:
            import datetime
            args = (datetime.datetime.now().time(), *args)
        print(*args, file=sys.stderr)

    def _get_socket(self, host, port, timeout):
        if timeout is not None and not timeout:
            raise ValueError('Non-blocking socket (timeout=0) is not supported')
        if self.debuglevel > 0:
            self._print_debug('connect: to', (host, port), self.source_address)
        return socket.create_connection((host, port), timeout, self.source_address)

    def connect(self, host='localhost', port=0, source_address=None):
        """Connects; what the server says."""
        if source_address:
            self.source_address = source_address
        if not port and host.find(':') == host.rfind(':') >= 0:
            host, _, text = host.rpartition(':')
            try:
                port = int(text)
            except ValueError:
                raise OSError('nonnumeric port')
        port = port or self.default_port
        self.sock = self._get_socket(host, port, self.timeout)
        self.file = None
        answer = self.getreply()
        if self.debuglevel > 0:
            self._print_debug('connect:', repr(answer[1]))
        return answer

    # ---- commands and answers ----

    def send(self, s):
        """Text or bytes for the server, as they are."""
        if self.debuglevel > 0:
            self._print_debug('send:', repr(s))
        if not self.sock:
            raise SMTPServerDisconnected('please run connect() first')
        data = s.encode(self.command_encoding) if isinstance(s, str) else s
        try:
            self.sock.sendall(data)
        except OSError:
            self.close()
            raise SMTPServerDisconnected('Server not connected')

    def putcmd(self, cmd, args=''):
        line = f'{cmd} {args}' if args else cmd
        if '\r' in line or '\n' in line:
            shown = line.replace('\n', '\\n').replace('\r', '\\r')
            raise ValueError(f'command and arguments contain prohibited newline characters: {shown}')
        self.send(line + CRLF)

    def getreply(self):
        """The server's answer: its number, and its lines as bytes."""
        if self.file is None:
            self.file = self.sock.makefile('rb')
        lines = []
        while True:
            try:
                line = self.file.readline(_MAXLINE + 1)
            except OSError as e:
                self.close()
                raise SMTPServerDisconnected('Connection unexpectedly closed: ' + str(e))
            if not line:
                self.close()
                raise SMTPServerDisconnected('Connection unexpectedly closed')
            if self.debuglevel > 0:
                self._print_debug('reply:', repr(line))
            if len(line) > _MAXLINE:
                self.close()
                raise SMTPResponseException(500, 'Line too long.')
            lines.append(line[4:].strip(b' \t\r\n'))
            try:
                code = int(line[:3])
            except ValueError:
                code = -1
                break
            if line[3:4] != b'-':
                break
        message = b'\n'.join(lines)
        if self.debuglevel > 0:
            self._print_debug('reply: retcode (%s); Msg: %a' % (code, message))
        return code, message

    def docmd(self, cmd, args=''):
        self.putcmd(cmd, args)
        return self.getreply()

    def helo(self, name=''):
        self.putcmd('helo', name or self.local_hostname)
        code, message = self.getreply()
        self.helo_resp = message
        return code, message

    def ehlo(self, name=''):
        self.esmtp_features = {}
        self.putcmd(self.ehlo_msg, name or self.local_hostname)
        code, message = self.getreply()
        if code == -1 and len(message) == 0:
            self.close()
            raise SMTPServerDisconnected('Server not connected')
        self.ehlo_resp = message
        if code != 250:
            return code, message
        self.does_esmtp = True
        for line in message.decode('latin-1').split('\n')[1:]:
            old = re.match(r'auth=(.*)', line, re.I)
            if old:
                self.esmtp_features['auth'] = (
                    self.esmtp_features.get('auth', '') + ' ' + old.group(1))
                continue
            found = re.match(r'([A-Za-z0-9][A-Za-z0-9\-]*) ?', line)
            if found:
                name = found.group(1).lower()
                options = line[found.end(1):].strip()
                if name == 'auth':
                    options = self.esmtp_features.get('auth', '') + ' ' + options
                self.esmtp_features[name] = options
        return code, message

    def has_extn(self, opt):
        return opt.lower() in self.esmtp_features

    def help(self, args=''):
        self.putcmd('help', args)
        return self.getreply()[1]

    def rset(self):
        self.command_encoding = 'ascii'
        return self.docmd('rset')

    def _rset(self):
        try:
            self.rset()
        except SMTPServerDisconnected:
            pass

    def noop(self):
        return self.docmd('noop')

    def mail(self, sender, options=()):
        words = ''
        if options and self.does_esmtp:
            if any(each.lower() == 'smtputf8' for each in options):
                if not self.has_extn('smtputf8'):
                    raise SMTPNotSupportedError('SMTPUTF8 not supported by server')
                self.command_encoding = 'utf-8'
            words = ' ' + ' '.join(options)
        self.putcmd('mail', f'FROM:{quoteaddr(sender)}{words}')
        return self.getreply()

    def rcpt(self, recip, options=()):
        words = ' ' + ' '.join(options) if options and self.does_esmtp else ''
        self.putcmd('rcpt', f'TO:{quoteaddr(recip)}{words}')
        return self.getreply()

    def data(self, msg):
        """The text of the mail; what the server says when it has it."""
        self.putcmd('data')
        code, answer = self.getreply()
        if self.debuglevel > 0:
            self._print_debug('data:', (code, answer))
        if code != 354:
            raise SMTPDataError(code, answer)
        if isinstance(msg, str):
            msg = _with_crlf(msg).encode('ascii')
        body = _quote_periods(msg)
        if not body.endswith(bCRLF):
            body += bCRLF
        self.send(body + b'.' + bCRLF)
        code, answer = self.getreply()
        if self.debuglevel > 0:
            self._print_debug('data:', (code, answer))
        return code, answer

    def verify(self, address):
        self.putcmd('vrfy', _addr_only(address))
        return self.getreply()

    vrfy = verify

    def expn(self, address):
        self.putcmd('expn', _addr_only(address))
        return self.getreply()

    def ehlo_or_helo_if_needed(self):
        if self.helo_resp is None and self.ehlo_resp is None:
            if not 200 <= self.ehlo()[0] <= 299:
                code, answer = self.helo()
                if not 200 <= code <= 299:
                    raise SMTPHeloError(code, answer)

    # ---- who one is ----

    def auth(self, mechanism, authobject, *, initial_response_ok=True):
        """Proves who one is; `authobject` answers what the server asks."""
        mechanism = mechanism.upper()
        first = authobject() if initial_response_ok else None
        if first is not None:
            code, answer = self.docmd('AUTH', mechanism + ' ' + _encoded(first))
            self._auth_challenge_count = 1
        else:
            code, answer = self.docmd('AUTH', mechanism)
            self._auth_challenge_count = 0
        import base64
        while code == 334:
            self._auth_challenge_count += 1
            code, answer = self.docmd(_encoded(authobject(base64.decodebytes(answer))))
            if self._auth_challenge_count > _MAXCHALLENGE:
                raise SMTPException('Server AUTH mechanism infinite loop. Last response: '
                                    + repr((code, answer)))
        if code in (235, 503):
            return code, answer
        raise SMTPAuthenticationError(code, answer)

    def auth_cram_md5(self, challenge=None):
        if challenge is None:
            return None
        import hmac
        return self.user + ' ' + hmac.HMAC(
            self.password.encode('ascii'), challenge, 'md5').hexdigest()

    def auth_plain(self, challenge=None):
        return '\0%s\0%s' % (self.user, self.password)

    def auth_login(self, challenge=None):
        if challenge is None or self._auth_challenge_count < 2:
            return self.user
        return self.password

    def login(self, user, password, *, initial_response_ok=True):
        """Proves who one is in the best way that the server knows."""
        self.ehlo_or_helo_if_needed()
        if not self.has_extn('auth'):
            raise SMTPNotSupportedError('SMTP AUTH extension not supported by server.')
        offered = self.esmtp_features['auth'].split()
        ways = [way for way in ('CRAM-MD5', 'PLAIN', 'LOGIN') if way in offered]
        if not ways:
            raise SMTPException('No suitable authentication method found.')
        self.user, self.password = user, password
        failure = None
        for way in ways:
            try:
                return self.auth(way, getattr(self, 'auth_' + way.lower().replace('-', '_')),
                                 initial_response_ok=initial_response_ok)
            except SMTPAuthenticationError as e:
                failure = e
        raise failure

    def starttls(self, keyfile=None, certfile=None, context=None):
        """Goes on with TLS."""
        self.ehlo_or_helo_if_needed()
        if not self.has_extn('starttls'):
            raise SMTPNotSupportedError('STARTTLS extension not supported by server.')
        code, answer = self.docmd('STARTTLS')
        if code != 220:
            raise SMTPResponseException(code, answer)
        if context is None:
            context = _context(keyfile, certfile)
        self.sock = context.wrap_socket(self.sock, server_hostname=self._host)
        self.file = None
        self.helo_resp = self.ehlo_resp = None
        self.esmtp_features = {}
        self.does_esmtp = False
        return code, answer

    # ---- mails ----

    def sendmail(self, from_addr, to_addrs, msg, mail_options=(), rcpt_options=()):
        """Sends a mail; a dict of those receivers that were refused."""
        self.ehlo_or_helo_if_needed()
        options = []
        if isinstance(msg, str):
            msg = _with_crlf(msg).encode('ascii')
        if self.does_esmtp:
            if self.has_extn('size'):
                options.append('size=%d' % len(msg))
            options.extend(mail_options)
        code, answer = self.mail(from_addr, options)
        if code != 250:
            self._give_up(code)
            raise SMTPSenderRefused(code, answer, from_addr)
        refused = {}
        if isinstance(to_addrs, str):
            to_addrs = [to_addrs]
        for each in to_addrs:
            code, answer = self.rcpt(each, rcpt_options)
            if code not in (250, 251):
                refused[each] = code, answer
            if code == 421:
                self.close()
                raise SMTPRecipientsRefused(refused)
        if len(refused) == len(to_addrs):
            self._rset()
            raise SMTPRecipientsRefused(refused)
        code, answer = self.data(msg)
        if code != 250:
            self._give_up(code)
            raise SMTPDataError(code, answer)
        return refused

    def _give_up(self, code):
        if code == 421:
            self.close()
        else:
            self._rset()

    def send_message(self, msg, from_addr=None, to_addrs=None, mail_options=(), rcpt_options=()):
        """Sends a mail that is an object of `email`."""
        import copy
        import email.generator
        import email.policy
        import email.utils
        import io
        self.ehlo_or_helo_if_needed()
        again = msg.get_all('Resent-Date')
        if again is None:
            prefix = ''
        elif len(again) == 1:
            prefix = 'Resent-'
        else:
            raise ValueError("message has more than one 'Resent-' header block")
        if from_addr is None:
            named = prefix + 'Sender' if prefix + 'Sender' in msg else prefix + 'From'
            from_addr = email.utils.getaddresses([msg[named]])[0][1]
        if to_addrs is None:
            fields = [msg[prefix + name] for name in ('To', 'Bcc', 'Cc')]
            to_addrs = [address for _, address in
                        email.utils.getaddresses([f for f in fields if f is not None])]
        sent = copy.copy(msg)
        del sent['Bcc']
        del sent['Resent-Bcc']
        international = False
        try:
            ''.join([from_addr, *to_addrs]).encode('ascii')
        except UnicodeEncodeError:
            if not self.has_extn('smtputf8'):
                raise SMTPNotSupportedError(
                    'One or more source or delivery addresses require internationalized email '
                    'support, but the server does not advertise the required SMTPUTF8 capability')
            international = True
        with io.BytesIO() as out:
            if international:
                generator = email.generator.BytesGenerator(out, policy=msg.policy.clone(utf8=True))
                mail_options = (*mail_options, 'SMTPUTF8', 'BODY=8BITMIME')
            else:
                generator = email.generator.BytesGenerator(out)
            generator.flatten(sent, linesep='\r\n')
            flat = out.getvalue()
        return self.sendmail(from_addr, to_addrs, flat, mail_options, rcpt_options)

    def close(self):
        file, self.file = self.file, None
        sock, self.sock = self.sock, None
        try:
            if file:
                file.close()
        finally:
            if sock:
                sock.close()

    def quit(self):
        answer = self.docmd('quit')
        self.ehlo_resp = self.helo_resp = None
        self.esmtp_features = {}
        self.does_esmtp = False
        self.close()
        return answer


def _encoded(text):
    import base64
    return base64.b64encode(text.encode('ascii')).decode('ascii')


def _context(keyfile, certfile):
    import ssl
    context = ssl._create_unverified_context()
    if certfile is not None:
        context.load_cert_chain(certfile, keyfile)
    return context


class SMTP_SSL(SMTP):
    """A connection that has TLS from the beginning."""

    default_port = SMTP_SSL_PORT

    def __init__(self, host='', port=0, local_hostname=None, keyfile=None, certfile=None,
                 timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None, context=None):
        if context is not None and keyfile is not None:
            raise ValueError('context and keyfile arguments are mutually exclusive')
        if context is not None and certfile is not None:
            raise ValueError('context and certfile arguments are mutually exclusive')
        self.keyfile, self.certfile = keyfile, certfile
        self.context = _context(keyfile, certfile) if context is None else context
        super().__init__(host, port, local_hostname, timeout, source_address)

    def _get_socket(self, host, port, timeout):
        return self.context.wrap_socket(super()._get_socket(host, port, timeout),
                                        server_hostname=self._host)


class LMTP(SMTP):
    """The same towards a local store of mails."""

    ehlo_msg = 'lhlo'

    def __init__(self, host='', port=LMTP_PORT, local_hostname=None, source_address=None,
                 timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
        super().__init__(host, port, local_hostname=local_hostname, source_address=source_address,
                         timeout=timeout)

    def connect(self, host='localhost', port=0, source_address=None):
        if not host.startswith('/'):
            return super().connect(host, port, source_address=source_address)
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.file = None
        try:
            if self.timeout is not None and self.timeout is not socket._GLOBAL_DEFAULT_TIMEOUT:
                self.sock.settimeout(self.timeout)
            self.sock.connect(host)
        except OSError:
            self.sock.close()
            self.sock = None
            raise
        return self.getreply()
