# Killing processes that wait on a queue loses no message and blocks nobody.
from multiprocessing import Pipe, Process, Queue


def taker(q):
    while True:
        q.get()


def sender(connection):
    try:
        connection.send("ready")
        while True:
            connection.recv()
    finally:
        print("a terminated process does not run this")


if __name__ == "__main__":
    q = Queue()
    takers = [Process(target=taker, args=(q,)) for i in range(20)]
    for p in takers:
        p.start()
    for p in takers[:10]:
        p.terminate()
    for p in takers[10:]:
        p.kill()
    for p in takers:
        p.join()
    print([p.exitcode for p in takers] == [-15] * 10 + [-9] * 10)
    for i in range(5):
        q.put(i)
    print([q.get() for i in range(5)], q.empty())

    here, there = Pipe()
    p = Process(target=sender, args=(there,))
    p.start()
    there.close()
    print(here.recv())
    p.terminate()
    p.join()
    try:
        here.recv()
    except EOFError:
        print("end of file", p.exitcode)
