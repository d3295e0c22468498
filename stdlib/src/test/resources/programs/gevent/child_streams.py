# Reading what child programs print lets other greenlets run; one greenlet reads at a time.
import os
import re
import gevent
from gevent import subprocess
from gevent.fileobject import FileObjectPosix, FileObjectThread

gevent.get_hub().exception_stream = None
turns = []


def take_turns():
    while True:
        turns.append(1)
        gevent.sleep(0.02)


gevent.spawn(take_turns)
for read, text in ((lambda p: p.stdout.read(), False), (lambda p: p.stdout.readline(), False),
                   (lambda p: list(p.stdout), True), (lambda p: p.communicate(), True)):
    turns.clear()
    child = subprocess.Popen(['sh', '-c', 'sleep 0.3; echo hi'], stdout=subprocess.PIPE, text=text)
    print(read(child), len(turns) > 3, child.wait())

child = subprocess.Popen(['cat'], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
print([type(stream).__name__ for stream in (child.stdin, child.stdout, child.stderr)])
reader = gevent.spawn(child.stdout.readline)
gevent.sleep(0.05)
child.stdin.write(b'one\n')
child.stdin.flush()
print(reader.get())
reader = gevent.spawn(child.stdout.readline)
gevent.sleep(0.05)
reader.kill()
child.stdin.write(b'two\n')
child.stdin.flush()
print(child.stdout.readline())
print(gevent.with_timeout(0.05, child.stdout.readline, timeout_value='nothing'))
child.stdin.close()
print(child.stdout.read(), child.wait(), child.stdin.closed, child.stdout.closed)
with subprocess.Popen(['cat'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                      bufsize=1) as child:
    child.stdin.write('a line\n')
    print(child.stdout.readline(), child.stdin.encoding)
print(child.returncode, child.stdout.closed)

for kind in FileObjectPosix, FileObjectThread:
    out, into = os.pipe()
    file, writer = kind(out, 'rb'), kind(into, 'wb', 0)
    readers = [gevent.spawn(file.readline) for _ in range(2)]
    gevent.sleep(0.05)
    writer.write(b'first\n')
    writer.write(b'second\n')
    gevent.joinall(readers, timeout=5)
    print([(each.value, re.sub(r'name=\d+', 'name=N', repr(each.exception))) for each in readers])
    writer.close()
    print(file.readline(), file.read())
    file.close()
