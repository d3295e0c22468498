# Files without a name, sessions, what a time-out tells, spawn, groups, exec.
import time
import os
import signal
import subprocess
import sys
import tempfile
from subprocess import PIPE, Popen, TimeoutExpired

with tempfile.TemporaryFile() as file:
    file.write(b'from a file without a name\n')
    file.seek(0)
    print(subprocess.check_output(['cat'], stdin=file))
with tempfile.TemporaryFile() as file:
    subprocess.run(['echo', 'into one'], stdout=file)
    file.seek(0)
    print(file.read())
try:
    subprocess.run(['sh', '-c', 'echo part; exec sleep 10'], capture_output=True, timeout=1)
except TimeoutExpired as failure:
    print(failure, failure.output, failure.stderr, repr(failure))
try:
    Popen(['cat'], stdin=PIPE, stdout=PIPE).communicate('text')
except TypeError as failure:
    print(failure)
child = Popen(['sleep', '30'], start_new_session=True)
time.sleep(0.5)  # until it has changed its session
print(os.getpgid(child.pid) == os.getsid(child.pid) == child.pid)
os.killpg(child.pid, signal.SIGTERM)
print(child.wait())
child = Popen(['sh', '-c', 'exit 3'], preexec_fn=os.setsid)
print(child.wait())
print(os.spawnl(os.P_WAIT, '/bin/sh', 'sh', '-c', 'exit 6'),
      os.spawnvp(os.P_WAIT, 'sh', ['sh', '-c', 'exit 2']), os.spawnlp(os.P_WAIT, 'true', 'true'),
      os.spawnve(os.P_WAIT, '/bin/sh', ['sh', '-c', 'exit $N'], {'N': '5'}),
      os.spawnv(os.P_WAIT, '/no/such', ['x']))
for wrong in (lambda: os.execv('/no/such', ['x']), lambda: os.execvp('no-such-program', ['x']),
              lambda: os.execv('/bin/sh', [])):
    try:
        wrong()
    except (OSError, ValueError) as failure:
        print(type(failure), failure)
sys.stdout.flush()
os.execvp('sh', ['sh', '-c', 'echo in place; exit 7'])
