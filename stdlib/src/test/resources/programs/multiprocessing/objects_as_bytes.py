"""What is sent as an object can be received as bytes, and the other way round: they are its pickle."""
import multiprocessing
import pickle

a, b = multiprocessing.Pipe()
for value in ['text', 7, [1, {'a': (2, 3)}, b'x'], None]:
    a.send(value)
    data = b.recv_bytes()
    print(type(data).__name__, pickle.loads(data) == value)
    b.send_bytes(pickle.dumps(value))
    print(a.recv())

a.send({'left': 'right'})
room = bytearray(200)
n = b.recv_bytes_into(room)
print(pickle.loads(bytes(room[:n])))

a.send_bytes(b'no pickle')
try:
    print(b.recv())
except pickle.UnpicklingError as e:
    print('UnpicklingError', e)

key = multiprocessing.current_process().authkey
for send in (pickle.dumps, a.send):
    try:
        print('no error', send(key))
    except TypeError as e:
        print('TypeError', e)
print(b.poll())


def child(parent_key):
    print('same key:', bytes(multiprocessing.current_process().authkey) == parent_key)


p = multiprocessing.Process(target=child, args=(bytes(key),))
p.start()
p.join()
