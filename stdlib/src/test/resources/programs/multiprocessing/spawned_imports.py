"""A child that is spawned imports the modules of what it is given: they are whole there."""

import multiprocessing

if __name__ == '__main__':
    import sys

    import _spawned_module
    from _spawned_module import Job, work

    context = multiprocessing.get_context('spawn')
    queue = context.Queue()
    _spawned_module.counter[0] = 100
    sys.stdout.flush()
    for number in (1, 2):
        child = context.Process(target=work, args=(Job(number), queue))
        child.start()
        for _ in range(2):
            print(queue.get())
        print(queue.get()[0])
        child.join()
        print(child.exitcode, _spawned_module.counter)
        sys.stdout.flush()
    with context.Pool(1) as pool:
        print(pool.apply(Job(5).run), pool.apply(Job(6).run))
