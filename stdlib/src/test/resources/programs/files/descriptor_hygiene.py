"""Neither closing files nor forgetting to close them leaves descriptors behind."""
import os
import tempfile

fd, path = tempfile.mkstemp()
os.close(fd)
with open(path, 'w') as f:
    f.write('text')


def count():
    return len(os.listdir('/proc/self/fd'))


before = count()
for i in range(100_000):
    f = open(path, 'rb', 0)
    f.close()
for i in range(1000):
    with open(path) as f:
        f.read()
for i in range(1000):
    os.close(os.open(path, os.O_RDONLY))
for i in range(1000):
    r, w = os.pipe()
    os.close(r)
    os.close(w)
print(count() - before < 50)
fd = os.open(path, os.O_RDONLY)
print(fd < 50)
os.close(fd)
read = 0
for i in range(30_000):
    read += len(open(path).read())
print(read)
os.remove(path)
