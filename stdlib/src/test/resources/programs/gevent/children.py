"""Programs that were started, waited for by their numbers: by the loop, and by os.waitpid."""

import os
import subprocess

import gevent
import gevent.os
from gevent import monkey
from gevent import subprocess as green


def start(code, how=subprocess):
    return how.Popen(['/bin/sh', '-c', 'sleep 0.05; exit %d' % code])


def watched():
    program = start(3)
    watcher = gevent.get_hub().loop.child(program.pid)
    gevent.get_hub().wait(watcher)
    return watcher.rpid == program.pid, watcher.rstatus, watcher.pid == program.pid


print(watched())


def waited():
    program = start(4)
    pid, status = gevent.os.waitpid(program.pid, 0)
    # who asks second learns nothing any more
    return pid == program.pid, os.waitstatus_to_exitcode(status), program.wait()


print(waited())


def spawned(function):
    pid = function('/bin/sh', ['sh', '-c', 'sleep 0.05; exit 9'], os.environ)
    return gevent.os.waitpid(pid, 0) == (pid, 9 << 8)


print(spawned(os.posix_spawn), spawned(gevent.os.posix_spawn), spawned(gevent.os.posix_spawnp))


def refused(function, *args):
    try:
        return function(*args)
    except ChildProcessError as e:
        return str(e)


gone = start(5)
gone.wait()
print(refused(gevent.os.waitpid, gone.pid, 0))


def release(program):
    """Has the program end: would the wait for it not let this greenlet run, it never did."""
    gevent.sleep(0.01)
    program.stdin.close()


def held(code):
    program = green.Popen(
        ['/bin/sh', '-c', 'read line; exit %d' % code], stdin=subprocess.PIPE)
    gevent.spawn(release, program)
    return program


program = held(6)
print(program.wait(), program.returncode)
monkey.patch_all()
print(subprocess.Popen.__module__, os.waitpid.__module__)
program = held(7)
print(os.waitstatus_to_exitcode(os.waitpid(program.pid, 0)[1]), program.wait())
