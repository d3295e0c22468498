# Pickler and Unpickler: files, persistent ids, tables of reductions, what may be loaded.
import copyreg
import io
import os
import pickle
import tempfile


class Node:
    def __init__(self, name):
        self.name = name


# Several pickles in one file, one memo for all that a pickler writes.
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'data')
    with open(path, 'wb') as f:
        pickle.dump({'a': 1}, f)
        pickle.dump([1, 2, 3], f, protocol=0)
        pickle.dump(b'z' * 200000, f)
        pickle.dump('last', f, 2)
    with open(path, 'rb') as f:
        print(pickle.load(f), pickle.load(f), len(pickle.load(f)), pickle.load(f))
        try:
            pickle.load(f)
        except EOFError as e:
            print('EOFError', e)

stream = io.BytesIO()
pickler = pickle.Pickler(stream)
word = ['word']
pickler.dump(word)
first = stream.tell()
pickler.dump(word)
print(first, stream.tell() - first)
pickler.clear_memo()
pickler.dump(word)
stream.seek(0)
unpickler = pickle.Unpickler(stream)
a, b, c = unpickler.load(), unpickler.load(), unpickler.load()
print(a, a is b, a is c)


# Objects that live elsewhere.
class Store:
    nodes = {'x': Node('x'), 'y': Node('y')}


class NodePickler(pickle.Pickler):
    def persistent_id(self, obj):
        return ('node', obj.name) if isinstance(obj, Node) else None


class NodeUnpickler(pickle.Unpickler):
    def persistent_load(self, pid):
        kind, name = pid
        return Store.nodes[name]


stream = io.BytesIO()
NodePickler(stream).dump([Store.nodes['x'], 1, Store.nodes['y']])
try:
    pickle.loads(stream.getvalue())
except pickle.UnpicklingError as e:
    print(e)
stream.seek(0)
back = NodeUnpickler(stream).load()
print(back[0] is Store.nodes['x'], back[1], back[2] is Store.nodes['y'])


# Own reductions.
class Overriding(pickle.Pickler):
    def reducer_override(self, obj):
        return (str, ('replaced',)) if isinstance(obj, Node) else NotImplemented


stream = io.BytesIO()
Overriding(stream).dump([Node('n'), {1}])
print(pickle.loads(stream.getvalue()))
stream = io.BytesIO()
pickler = pickle.Pickler(stream)
pickler.dispatch_table = copyreg.dispatch_table.copy()
pickler.dispatch_table[Node] = lambda n: (Node, (n.name * 2,))
pickler.dump(Node('n'))
print(pickle.loads(stream.getvalue()).name)


# Only what is allowed.
class Careful(pickle.Unpickler):
    def find_class(self, module, name):
        if (module, name) == ('__main__', 'Node'):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f'{module}.{name} is forbidden')


print(Careful(io.BytesIO(pickle.dumps(Node('ok')))).load().name)
for bad in (print, os.path.join, KeyError('x')):
    try:
        Careful(io.BytesIO(pickle.dumps(bad, 3))).load()
    except pickle.UnpicklingError as e:
        print(e)

# Files that only have the methods that are needed.
class Source:
    def __init__(self, data):
        self.stream = io.BytesIO(data)

    def read(self, n):
        return self.stream.read(n)

    def readline(self):
        return self.stream.readline()


for protocol in range(6):
    print(pickle.load(Source(pickle.dumps({'k': [1, 2.5, 'x', None, Store]}, protocol))))

for wrong in (lambda: pickle.dump(1, 3), lambda: pickle.load(3), lambda: pickle.loads('abc'),
              lambda: pickle.dumps(1, 6), lambda: pickle.dumps(), lambda: pickle.Pickler(),
              lambda: pickle.Pickler(io.BytesIO(), 9)):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
print(pickle.PickleError.__mro__[1], pickle.PicklingError.__module__, pickle.DEFAULT_PROTOCOL)
