"""What fstat says of pipes and sockets."""
import os
import socket
import stat

r, w = os.pipe()
print(stat.S_ISFIFO(os.fstat(r).st_mode), oct(stat.S_IMODE(os.fstat(w).st_mode)), os.fstat(r).st_size)
print(os.path.exists(r), os.path.isfile(r), os.path.isdir(r))
print(os.path.sameopenfile(r, r), os.path.sameopenfile(r, w), os.path.samestat(os.fstat(r), os.stat(w)))
other, _ = os.pipe()
print(os.path.sameopenfile(r, other))
a, b = socket.socketpair()
print(stat.S_ISSOCK(os.fstat(a.fileno()).st_mode), os.path.sameopenfile(a.fileno(), b.fileno()))
os.close(r)
print(os.path.exists(r))
for call in (os.fstat, os.stat):
    try:
        call(r)
    except OSError as e:
        print(e.errno)
with open(os.devnull) as file:
    print(stat.S_ISCHR(os.fstat(file.fileno()).st_mode))
