"""Programs that subprocess and os have started, waited for by their numbers."""

import os
import subprocess


def start(code):
    return subprocess.Popen(['/bin/sh', '-c', 'sleep 0.05; exit %d' % code])


first = start(3)
print(os.waitpid(first.pid, os.WNOHANG))
pid, status = os.waitpid(first.pid, 0)
print(pid == first.pid, status)
# its end was told already
print(first.wait(), first.poll(), first.returncode)

first, second = start(4), start(5)
ended = dict([os.wait(), os.wait()])
print(ended == {first.pid: 4 << 8, second.pid: 5 << 8})


def attempt(function, *args):
    try:
        return function(*args)
    except OSError as e:
        return type(e).__name__, str(e)


print(attempt(os.wait))
third = start(6)
print(third.wait(), attempt(os.waitpid, third.pid, 0))

killed = subprocess.Popen(['sleep', '10'])
killed.kill()
pid, status = os.waitpid(killed.pid, 0)
print(os.WIFSIGNALED(status), os.WTERMSIG(status), os.waitstatus_to_exitcode(status))

for spawn in os.posix_spawn, os.posix_spawnp:
    pid = spawn('/bin/sh', ['sh', '-c', 'exit 7'], os.environ)
    print(os.waitpid(pid, 0) == (pid, 7 << 8))
pid = os.spawnlp(os.P_NOWAIT, 'sh', 'sh', '-c', 'exit 8')
print(os.waitpid(pid, 0) == (pid, 8 << 8), attempt(os.waitpid, pid, 0))

# one that nobody has an object of any more, and its number neither
for i in range(3):
    subprocess.run(['true'])
print(attempt(os.waitpid, -1, os.WNOHANG))
