import io
import multiprocessing
import os
import sys
import tempfile
import threading

name = os.path.join(tempfile.mkdtemp(), "errors")
standard = sys.stderr


def fail():
    print("to stderr", file=sys.stderr)
    raise ValueError("in a child")


def leave():
    sys.exit("a last word")


sys.stderr = open(name, "w")
for target in fail, leave:
    process = multiprocessing.Process(target=target, name=target.__name__)
    process.start()
    process.join()
    print(process.exitcode)
sys.stderr.close()
with open(name) as f:
    lines = f.read().splitlines()
print(lines[0], lines[1], lines[-2:])

sys.stderr = io.StringIO()
thread = threading.Thread(target=fail, name="T")
thread.start()
thread.join()
lines = sys.stderr.getvalue().splitlines()
print(lines[:2], lines[-1])

# None swallows everything.
sys.stderr = None
process = multiprocessing.Process(target=fail)
process.start()
process.join()
print(process.exitcode)
