# Connections with TLS: who is believed, what is wrong, blocking and not.
import select
import socket
import ssl
import threading
from _certificates import CERTIFICATE, certificate_file, key_file

server_context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
server_context.load_cert_chain(certificate_file, key_file)
print(server_context.verify_mode, server_context.check_hostname, server_context.protocol)
listener = socket.create_server(('127.0.0.1', 0))
address = listener.getsockname()


def serve():
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        threading.Thread(target=answer, args=(connection,)).start()


def answer(connection):
    try:
        with server_context.wrap_socket(connection, server_side=True) as wrapped:
            with wrapped.makefile('rb') as lines:
                for line in lines:
                    wrapped.sendall(b'echo ' + line)
    except OSError:
        pass


threading.Thread(target=serve).start()


def words(failure):
    return str(failure).partition(' (_ssl.c')[0]


def attempt(context, **settings):
    try:
        with socket.create_connection(address, timeout=20) as plain:
            with context.wrap_socket(plain, **settings) as wrapped:
                wrapped.sendall(b'one\ntwo\n')
                with wrapped.makefile('r') as lines:
                    print(wrapped.version(), wrapped.server_hostname, repr(lines.readline()),
                          repr(lines.readline()))
                certificate = wrapped.getpeercert()
                print(certificate.get('subject'), certificate.get('subjectAltName'),
                      certificate.get('notAfter'), certificate.get('serialNumber'))
                print(wrapped.getpeercert(True) == ssl.PEM_cert_to_DER_cert(CERTIFICATE))
                print(wrapped.cipher(), wrapped.compression(), wrapped.context is context)
    except (OSError, ValueError) as failure:
        print(type(failure), words(failure))
        print(getattr(failure, 'reason', None), getattr(failure, 'verify_code', None),
              getattr(failure, 'verify_message', None), getattr(failure, 'errno', None))


strict = ssl.create_default_context()
print(strict.verify_mode, strict.check_hostname, strict.protocol)
attempt(strict, server_hostname='localhost')
attempt(strict)
knowing = ssl.create_default_context(cafile=certificate_file)
print(knowing.cert_store_stats(), len(knowing.get_ca_certs()))
attempt(knowing, server_hostname='localhost')
attempt(knowing, server_hostname='127.0.0.1')
attempt(knowing, server_hostname='example.org')
attempt(knowing, server_hostname='127.0.0.2')
knowing.check_hostname = False
attempt(knowing)
careless = ssl.create_default_context()
careless.check_hostname = False
careless.verify_mode = ssl.CERT_NONE
attempt(careless)
older = ssl.create_default_context(cadata=CERTIFICATE)
older.maximum_version = ssl.TLSVersion.TLSv1_2
with older.wrap_socket(socket.create_connection(address), server_hostname='localhost') as wrapped:
    print(wrapped.version(), wrapped.pending())

print('not blocking')
plain = socket.create_connection(address)
plain.setblocking(False)
wrapped = careless.wrap_socket(plain, do_handshake_on_connect=False)
print(wrapped.version(), wrapped.cipher())
while True:
    try:
        wrapped.do_handshake()
        break
    except ssl.SSLWantReadError:
        select.select([wrapped], [], [], 20)
    except ssl.SSLWantWriteError:
        select.select([], [wrapped], [], 20)
try:
    wrapped.recv(10)
except ssl.SSLWantReadError as failure:
    print(type(failure), words(failure), failure.errno)
wrapped.send(b'hello\n')
received = b''
while not received.endswith(b'\n'):
    select.select([wrapped], [], [], 20)
    try:
        received += wrapped.recv(100)
    except ssl.SSLWantReadError:
        pass
print(received)
wrapped.close()

print('a large message')
with careless.wrap_socket(socket.create_connection(address)) as wrapped:
    wrapped.sendall(b'x' * 300000 + b'\n')
    total = 0
    while total < 300006:
        total += len(wrapped.recv(65536))
    print(total)

print('who does not speak TLS')
one, other = socket.socketpair()
other.sendall(b'HTTP/1.0 400 what\r\n\r\n')
try:
    careless.wrap_socket(one)
except ssl.SSLError as failure:
    print(type(failure), words(failure), failure.reason, failure.library)
one, other = socket.socketpair()
other.sendall(b'GET / HTTP/1.0\r\n\r\n')
try:
    server_context.wrap_socket(one, server_side=True)
except ssl.SSLError as failure:
    print(type(failure), words(failure), failure.reason, failure.library)
one, other = socket.socketpair()
one.settimeout(0.05)
try:
    careless.wrap_socket(one)
except TimeoutError as failure:
    print(type(failure), str(failure).partition(': ')[2])

print('over buffers')
to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
client = knowing.wrap_bio(to_client, to_server, server_hostname='localhost')
server = server_context.wrap_bio(to_server, to_client, server_side=True)
done = set()
while len(done) < 2:
    for side in (client, server):
        try:
            side.do_handshake()
            done.add(side)
        except ssl.SSLWantReadError:
            pass
client.write(b'through memory')
print(server.read(100), client.version(), client.getpeercert()['issuer'])

print('wrong settings')
for wrong in (lambda: setattr(strict, 'verify_mode', ssl.CERT_NONE),
              lambda: setattr(strict, 'verify_mode', 7),
              lambda: strict.load_verify_locations(),
              lambda: strict.load_verify_locations('/no/such/file'),
              lambda: strict.load_cert_chain('/no/such/file'),
              lambda: strict.load_cert_chain(certificate_file),
              lambda: strict.load_verify_locations(key_file),
              lambda: ssl.SSLSocket(),
              lambda: strict.wrap_socket(socket.socket(), server_side=True, server_hostname='x'),
              lambda: ssl.create_default_context('x'),
              lambda: ssl.PEM_cert_to_DER_cert('x'),
              lambda: careless.wrap_socket(socket.socket(type=socket.SOCK_DGRAM)),
              lambda: careless.wrap_socket(socket.socket()).write(b'x')):
    try:
        wrong()
    except Exception as failure:
        print(type(failure), words(failure))
print(ssl.cert_time_to_seconds('Jan  5 09:34:43 2018 GMT'))
print(ssl.DER_cert_to_PEM_cert(ssl.PEM_cert_to_DER_cert(CERTIFICATE)) == CERTIFICATE)
print([each.__name__ for each in ssl.SSLCertVerificationError.__mro__], ssl.CertificateError)
print(repr(ssl.CERT_REQUIRED), repr(ssl.PROTOCOL_TLS_CLIENT), repr(ssl.TLSVersion.TLSv1_3))
listener.shutdown(socket.SHUT_RDWR)
listener.close()
