"""Servers for connections and datagrams."""
import gevent, re, socket as ps
from gevent.server import StreamServer, DatagramServer
from gevent.baseserver import BaseServer
from gevent import socket
gevent.get_hub().exception_stream = None
def t(name_, f, *a, **k):
    try:
        print(name_, '->', re.sub(r'fileno=\d+','fileno=N', re.sub(r':\d{4,}', ':P', re.sub(r', \d{4,}\)', ', P)', re.sub('0x[0-9a-f]+', '0x', repr(f(*a, **k)))))))
    except BaseException as e:
        print(name_, '!', type(e).__name__, re.sub(r':\d{4,}', ':P', re.sub('0x[0-9a-f]+', '0x', str(e))))
def handle(s, a): s.sendall(b'hi'); 
s = StreamServer(('127.0.0.1', 0), handle)
t('str', lambda: str(s)); t('repr', lambda: s); t('started', lambda: (s.started, s.closed)); s.start(); t('str', lambda: str(s)); t('repr', lambda: s); t('started', lambda: (s.started, s.closed, s.server_host))
c = socket.create_connection(s.address); t('recv', lambda: c.recv(10)); t('eof', lambda: c.recv(10)); c.close()
t('start again', s.start); s.stop(); t('str', lambda: str(s)); t('started', lambda: (s.started, s.closed)); t('stop', s.stop); t('restart', s.start); s.stop()
t('bad', StreamServer, ('127.0.0.1', 0)); t('bad', lambda: StreamServer(('127.0.0.1', 0)).start())
class Mine(StreamServer):
    def handle(self, s, a): s.sendall(b'mine')
with Mine(('127.0.0.1', 0)) as m:
    m.start(); c = socket.create_connection(m.address); t('recv', lambda: c.recv(10)); t('str', lambda: str(m))
t('closed', lambda: m.closed)
l = socket.socket(); l.bind(('127.0.0.1', 0)); l.listen(1)
s = StreamServer(l, handle); t('str', lambda: str(s)); s.start(); c = socket.create_connection(l.getsockname()); t('recv', lambda: c.recv(10)); s.stop()
s = StreamServer(('127.0.0.1', 0), handle, spawn=2); t('pool', lambda: s.pool); t('full', lambda: s.full())
from gevent.pool import Pool
active = []; peak = []
def slow(sock, a):
    active.append(1); peak.append(len(active)); gevent.sleep(0.05); active.pop(); sock.sendall(b'x')
p = Pool(2); s = StreamServer(('127.0.0.1', 0), slow, spawn=p); s.start()
def cl():
    c = socket.create_connection(s.address); d = c.recv(1); c.close(); return d
gs = [gevent.spawn(cl) for i in range(5)]; gevent.joinall(gs); t('pool', lambda: ([g.value for g in gs], max(peak))); s.stop(); t('empty', lambda: len(p))
def fails(sock, a): raise ValueError('handler')
s = StreamServer(('127.0.0.1', 0), fails); s.start(); c = socket.create_connection(s.address); t('recv', lambda: c.recv(10)); c = socket.create_connection(s.address); t('again', lambda: c.recv(10)); s.stop()
class D(DatagramServer):
    def handle(self, data, address): self.sendto(b'got ' + data, address)
d = D(('127.0.0.1', 0)); d.start(); c = socket.socket(type=socket.SOCK_DGRAM); c.sendto(b'ping', d.address); t('udp', lambda: c.recvfrom(100)[0]); t('str', lambda: str(d)); d.stop()
s = StreamServer(('127.0.0.1', 0), handle); gevent.spawn_later(0.05, s.stop); t('forever', s.serve_forever); t('st', lambda: s.started)
s = StreamServer(('127.0.0.1', 0), handle); s.start(); s2 = StreamServer(s.address, handle); 
try: s2.start()
except OSError as e: print(e.errno)
s.close(); t('closed', lambda: s.closed)
t('close', lambda: s.close()); t('init', lambda: (s.min_delay, s.max_delay, s.max_accept, s.stop_timeout, s.backlog, s.reuse_addr, s.fatal_errors))
