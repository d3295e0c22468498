"""The modules that many programs import, so that a start finds their code prepared."""

import collections
import datetime
import enum
import functools
import json
import multiprocessing
import os
import queue
import random
import re
import socket
import subprocess
import sys
import threading
import time

import gevent

print(json.loads(json.dumps({"a": [1, 2.5, None, True]})), re.sub(r"\d+", "n", "a1"), os.getcwd())


def work(items):
    items.put(threading.current_thread().name)


items = queue.Queue()
thread = threading.Thread(target=work, args=(items,))
thread.start()
thread.join()
process = multiprocessing.Process(target=work, args=(multiprocessing.Queue(),))
process.start()
process.join()
gevent.joinall([gevent.spawn(time.sleep, 0)])
