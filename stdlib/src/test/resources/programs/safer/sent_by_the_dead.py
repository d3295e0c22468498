"""A connection in a message is open still when the one who sent it has ended."""
import multiprocessing


def sends(w):
    r2, w2 = multiprocessing.Pipe(False)
    w.send(r2)
    w2.send('from one who is no more')
    w2.send('and more')


if __name__ == '__main__':
    r, w = multiprocessing.Pipe(False)
    p = multiprocessing.Process(target=sends, args=(w,))
    p.start()
    p.join()
    w.close()
    inside = r.recv()
    print(p.exitcode, inside.recv(), inside.recv())
    try:
        inside.recv()
    except EOFError:
        print('EOFError')
    try:
        r.recv()
    except EOFError:
        print('EOFError')
