"""What greenlets know of those who spawned them, and how that is shown."""

import io
import re
import time
import traceback

import gevent
from gevent.local import local
from gevent.util import (
    GreenletTree, assert_switches, format_run_info, print_run_info, wrap_errors)

gevent.config.track_greenlet_tree = True


def show(text):
    """Prints a text without what differs from run to run, and without gevent's own calls."""
    text = re.sub(r'0x[0-9a-f]+', '0x', text).replace(' (otid=0x) current active started main', '')
    text = re.sub(r'(gevent)\.\S*?(\w+ object|local\'>)', r'\1.\2', text)
    text = re.sub(r' (kernel|epoll) default pending=\d+ ref=-?\d+', '', text)
    text = re.sub(r'\d+\.\d{4} sec', 'N sec', text)
    text = re.sub(r'\d{4}-\d\d-\S*Z', 'DATE', text)
    is_left_out = False
    for line in text.splitlines():
        if is_left_out:
            is_left_out = False
        elif re.search('/gevent/(hub|util|greenlet|_tracer)[.]py', line):
            is_left_out = True
        else:
            print(re.sub('File "[^"]*"', 'File', line).rstrip())
    print('=' * 20)


own = local()


def sleeper():
    own.number = 1
    gevent.sleep(0.5)


def spawner():
    running = gevent.spawn(sleeper)
    made = gevent.Greenlet(sleeper)
    failed = gevent.spawn(lambda: 1 / 0)
    gevent.get_hub().handle_error = lambda *args: None
    gevent.sleep(0.001)
    return running, made, failed


first = gevent.spawn(spawner)
running, made, failed = first.get()
stack = first.spawning_stack
print(stack.f_code.co_name, stack.f_lineno > 50, stack.f_back, stack.f_globals)
print(running.spawning_greenlet() is first, running.spawning_stack.f_code.co_name)
out = io.StringIO()
traceback.print_stack(running.spawning_stack, file=out)
show(out.getvalue())

running.spawn_tree_locals['key'] = 'value'
tree = GreenletTree.current_tree()
print(tree.root, tree.is_current_tree, len(tree.child_trees), len(GreenletTree.forest()))
show(str(tree))
show(tree.format())
show('\n'.join(tree.format_lines({'running_stacks': False, 'spawning_stacks': False})))
show('\n'.join(format_run_info(thread_stacks=False, greenlet_stacks=False)))
out = io.StringIO()
print_run_info(file=out)
show(out.getvalue().partition('* Greenlets')[0])


def blocked(*args):
    try:
        with assert_switches(*args):
            time.sleep(0.01)
    except AssertionError as e:
        show(str(e).partition('Blocked')[0])


blocked()
blocked(0.001)
blocked(0.001, True)
for args in (), (5, ), (5, True):
    with assert_switches(*args):
        gevent.sleep(0.001)
with assert_switches(5):
    pass
wrapped = wrap_errors(ValueError, int)
print(wrapped('x'), wrapped, repr(wrapped), wrapped.__name__, wrapped.__wrapped__)


class Short(gevent.Greenlet):
    spawning_stack_limit = 1


def deep(kind, n):
    return deep(kind, n - 1) if n else kind(sleeper)


def length(stack):
    count = 0
    while stack is not None:
        count += 1
        stack = stack.f_back
    return count


print([length(deep(kind, n).spawning_stack)
       for kind in (gevent.Greenlet, gevent.spawn, Short) for n in (3, 30)])
gevent.joinall([running, first])

gevent.config.track_greenlet_tree = False
print(gevent.Greenlet(sleeper).spawning_stack)
