import gevent
from gevent import socket
def serve():
    conn,addr=s.accept()
    with conn:
        while True:
            d=conn.recv(100)
            if not d: break
            conn.sendall(d.upper())
s=socket.socket(); s.bind(('127.0.0.1',0)); s.listen()
gevent.spawn(serve)
k=socket.create_connection(s.getsockname()); k.sendall(b'hello'); print(k.recv(10)); k.close()
from gevent.server import StreamServer
def handle(sock, addr):
    sock.sendall(b'hi '+sock.recv(10))
srv=StreamServer(('127.0.0.1',0), handle); srv.start()
def cl(n):
    k=socket.create_connection(('127.0.0.1',srv.server_port)); k.sendall(b'%d'%n); r=k.recv(10); k.close(); return r
print([x.value for x in gevent.joinall([gevent.spawn(cl,i) for i in range(3)])] and 'ok')
srv.stop(); print(srv.started)
