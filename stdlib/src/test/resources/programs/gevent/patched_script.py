"""What python -m gevent.monkey does: what the script sees of itself and of the patches; children with text."""
import os
import runpy
import sys
import tempfile

from gevent import monkey

script = '''
import subprocess, sys, threading
from gevent import monkey
print(__name__, sys.argv[1:], threading.current_thread().name)
print([monkey.is_module_patched(name) for name in ('socket', 'threading', 'time')])
child = subprocess.Popen(['cat'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
print(child.communicate('some\\ntext'))
'''
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'script.py')
    with open(path, 'w') as file:
        file.write(script)
    sys.argv = ['monkey', '--no-time', path, 'a', '--b']
    monkey.main()
    print(sys.argv[1:])
    try:
        runpy.run_path(os.path.join(os.path.relpath(folder), 'nothing.py'))
    except FileNotFoundError as e:
        print(e.strerror, os.path.isabs(e.filename))

from gevent import config

config.resolver_nameservers = '192.0.2.1,192.0.2.2'
print(config.resolver_nameservers, config.resolver_timeout, config.ares_servers)
