"""The child has all that the parent has: variables, what is half evaluated, blocks to leave."""
import atexit
import os
import sys

main = os.getpid()
r, w = os.pipe()


class Block:
    def __enter__(self):
        print('enter')
        sys.stdout.flush()
        return self

    def __exit__(self, *exc):
        print('exit', os.getpid() == main)
        sys.stdout.flush()


def blocks():
    with Block():
        try:
            if os.fork() == 0:
                print('in child')
                sys.stdout.flush()
                sys.exit(3)
            print(os.WEXITSTATUS(os.wait()[1]))
        finally:
            print('finally', os.getpid() == main)
            sys.stdout.flush()


blocks()


def f(a, b, *c, d=1):
    return a, b, c, d


x = f('left', os.fork() == 0, 'right', d=[1])
if x[1]:
    print('child', x)
    sys.stdout.flush()
    os._exit(0)
os.wait()
print('parent', x)
sys.stdout.flush()


def closures():
    n = [0]

    def add():
        n[0] += 1
        return n[0]

    add()
    if os.fork() == 0:
        print('child', add())
        sys.stdout.flush()
        os._exit(0)
    os.wait()
    print('parent', add())
    sys.stdout.flush()


closures()

if os.fork() == 0:
    os.close(r)
    os.write(w, b'through a pipe')
    os._exit(0)
os.close(w)
print(os.read(r, 100), os.read(r, 100), os.waitpid(-1, 0)[1])


def stops():
    if not main:
        os.fork()
    raise StopIteration(5)


try:
    stops()
except StopIteration as e:
    print('StopIteration', e.value)
sys.stdout.flush()

atexit.register(lambda: print('at exit', os.getpid() == main))
if os.fork() == 0:
    print('the child ends')
    sys.exit(0)
os.wait()
print('end')
