# smtplib and SMTPHandler with a server of our own.
import base64
import hmac
import logging
import logging.handlers
import smtplib
import socketserver
import ssl
import threading
from email.message import EmailMessage
from _certificates import certificate_file, key_file

server_context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
server_context.load_cert_chain(certificate_file, key_file)
knowing = ssl.create_default_context(cafile=certificate_file)
talk = []


class Handler(socketserver.StreamRequestHandler):
    features = ['SIZE 10000', 'AUTH CRAM-MD5 PLAIN LOGIN', 'AUTH=OLD', 'STARTTLS', '8BITMIME']

    def say(self, text):
        self.wfile.write(text.encode() + b'\r\n')

    def handle(self):
        self.say('220 here')
        while line := self.rfile.readline():
            line = line.decode('utf-8').rstrip('\r\n')
            talk.append(line)
            command, _, rest = line.partition(' ')
            method = getattr(self, 'on_' + command.lower(), None)
            if method is None:
                self.say('502 unknown')
            elif method(rest) == 'end':
                return

    def on_ehlo(self, rest):
        if rest == 'old.example':
            self.say('500 what?')
        else:
            for each in ['name', *self.features[:-1]]:
                self.say('250-' + each)
            self.say('250 ' + self.features[-1])

    def on_helo(self, rest):
        self.say('250 hello')

    def on_mail(self, rest):
        self.say('550 not you' if 'refused' in rest else '250 ok')

    def on_rcpt(self, rest):
        self.say('550 no such' if 'nobody' in rest else '250 ok')

    def on_data(self, rest):
        self.say('354 go on')
        lines = []
        while (line := self.rfile.readline()) != b'.\r\n':
            lines.append(line)
        talk.append(lines)
        self.say('554 too bad' if b'bad\r\n' in lines else '250 done')

    def on_starttls(self, rest):
        self.say('220 ready')
        self.request = server_context.wrap_socket(self.request, server_side=True)
        self.rfile = self.request.makefile('rb')
        self.wfile = self.request.makefile('wb', 0)

    def on_auth(self, rest):
        kind, _, first = rest.partition(' ')
        if kind == 'PLAIN':
            right = base64.b64decode(first) == b'\0me\0secret'
        elif kind == 'LOGIN':
            self.say('334 ' + base64.b64encode(b'Password:').decode())
            word = base64.b64decode(self.rfile.readline())
            right = base64.b64decode(first) == b'me' and word == b'secret'
        else:
            self.say('334 ' + base64.b64encode(b'challenge').decode())
            wanted = 'me ' + hmac.new(b'secret', b'challenge', 'md5').hexdigest()
            right = base64.b64decode(self.rfile.readline()).decode() == wanted
        self.say('235 welcome' if right else '535 wrong')

    def on_vrfy(self, rest):
        self.say('252 perhaps')

    def on_noop(self, rest):
        self.say('250 ok')

    on_rset = on_noop

    def on_help(self, rest):
        self.say('214-one')
        self.say('214 two')

    def on_quit(self, rest):
        self.say('221 bye')
        return 'end'


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True


server = Server(('127.0.0.1', 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
host, port = server.server_address


def heard():
    for each in talk:
        print('   ', each)
    talk.clear()


with smtplib.SMTP(host, port, local_hostname='me.example') as mail:
    print(mail.ehlo())
    print(mail.esmtp_features, mail.does_esmtp, mail.has_extn('Size'))
    print(mail.sendmail('Me <me@example.org>', ['you@example.org', '<nobody@example.org>'],
                        'Subject: x\n\nfirst\n.\n..point\nlast'))
    print(mail.help(), mail.noop(), mail.verify('You <you@x>'), mail.rset())
    print(mail.docmd('strange', 'arguments'))
    heard()

    for sender, receivers, text in (('refused@x', 'a@x', 'a'), ('a@x', ['nobody@x'], 'a'),
                                    ('a@x', 'b@x', 'bad\n')):
        try:
            mail.sendmail(sender, receivers, text)
        except smtplib.SMTPException as e:
            print(type(e).__name__, e, e.args)
    try:
        mail.sendmail('a@x', 'b@x', 'not ascii: \xe4')
    except UnicodeEncodeError as e:
        print(e)
    try:
        mail.putcmd('mail', 'two\r\nlines')
    except ValueError as e:
        print(e)
    try:
        mail.mail('\xe4@x', ['SMTPUTF8'])
    except smtplib.SMTPNotSupportedError as e:
        print(e)
    heard()

    message = EmailMessage()
    message['From'] = 'Me <me@example.org>'
    message['To'] = 'a@x, B <b@x>'
    message['Cc'] = 'c@x'
    message['Bcc'] = 'hidden@x'
    message['Subject'] = 'Hi'
    message.set_content('text\n.point\n')
    print(mail.send_message(message), message['Bcc'])
    heard()
    for user, word in ('me', 'secret'), ('me', 'wrong'):
        try:
            print(mail.login(user, word))
        except smtplib.SMTPAuthenticationError as e:
            print(repr(e), e.smtp_code, e.smtp_error)
    for kind, way in ('PLAIN', mail.auth_plain), ('LOGIN', mail.auth_login):
        mail.user, mail.password = 'me', 'secret'
        print(mail.auth(kind, way))
    talk.clear()
heard()

mail = smtplib.SMTP('localhost', port, local_hostname='me.example')
print(mail.starttls(context=knowing))
print(mail.sock.version() is not None, mail.ehlo()[0], mail.quit())
try:
    mail.noop()
except smtplib.SMTPServerDisconnected as e:
    print(e)
heard()

mail = smtplib.SMTP(local_hostname='old.example')
print(mail.connect(f'{host}:{port}'))
print(mail.ehlo_or_helo_if_needed(), mail.does_esmtp, mail.helo_resp)
try:
    mail.login('me', 'secret')
except smtplib.SMTPNotSupportedError as e:
    print(e)
try:
    mail.starttls()
except smtplib.SMTPNotSupportedError as e:
    print(e)
mail.close()
heard()
for each in 'a@b', 'A B <a@b>', '<a@b>', '', 'nothing':
    print(smtplib.quoteaddr(each))
print(repr(smtplib.quotedata('a\n.b\r\n..c\rd')))
for attempt in (lambda: smtplib.SMTP(host, port, timeout=0), lambda: smtplib.SMTP('x:y'),
                lambda: smtplib.SMTP_SSL(context=knowing, keyfile='x')):
    try:
        attempt()
    except (ValueError, OSError) as e:
        print(type(e).__name__, e)

handler = logging.handlers.SMTPHandler((host, port), 'log@x', ['a@x', 'b@x'], 'Trouble',
                                       credentials=('me', 'secret'), secure=())
log = logging.getLogger('mail')
log.addHandler(handler)
log.error('something %s', 'burns')
sent = [each for each in talk if isinstance(each, list)][0]
print([line.replace(b', ', b',') for line in sent if not line.startswith(b'Date: ')])
server.shutdown()
server.server_close()
