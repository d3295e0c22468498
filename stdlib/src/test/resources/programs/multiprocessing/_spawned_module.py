"""What spawned_imports.py hands to its children."""

import concurrent.futures._base as base

print('the module runs', __name__)
counter = [0]
unused = 'there'


class Job:
    def __init__(self, number):
        self.number = number

    def run(self):
        counter[0] += self.number
        return counter[0]


def helper():
    return 'helped'


def work(job, queue):
    import _spawned_module
    queue.put((job.run(), _spawned_module.counter, type(job) is _spawned_module.Job))
    queue.put((_spawned_module.unused, getattr(_spawned_module, 'helper')()))
    queue.put(sorted(n for n in dir(base) if n in ('Future', 'Executor', 'wait', 'LOGGER')))
