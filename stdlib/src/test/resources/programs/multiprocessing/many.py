# Ten thousand processes alive at once, each blocked on a queue, then released and joined.
from multiprocessing import Process, Queue


def child(number, gate, out):
    out.put(1)
    out.put(number + gate.get())


if __name__ == "__main__":
    gate, out = Queue(), Queue()
    processes = [Process(target=child, args=(i, gate, out)) for i in range(10000)]
    for p in processes:
        p.start()
    print(sum(out.get() for p in processes))
    print(sum(p.is_alive() for p in processes))
    for p in processes:
        gate.put(1)
    print(sum(out.get() for p in processes))
    for p in processes:
        p.join()
    print(sum(p.exitcode for p in processes))
