"""imap over an iterable that fails, bytes received into an array."""
import array
import multiprocessing


def square(x):
    return x * x


def numbers(count):
    yield from range(count)
    raise ValueError('no more')


if __name__ == '__main__':
    with multiprocessing.Pool(2) as pool:
        for chunk in (1, 2, 4, 10):
            it = pool.imap(square, numbers(7), chunk)
            got = []
            try:
                for value in it:
                    got.append(value)
            except ValueError as e:
                print(chunk, got, e)

    a, b = multiprocessing.Pipe()
    buffer = array.array('i', [0] * 4)
    a.send_bytes(array.array('i', [1, 2]))
    print(b.recv_bytes_into(buffer, 4), buffer)
    a.send_bytes(b'x')
    try:
        b.recv_bytes_into(b'abc')
    except TypeError as e:
        print('TypeError')
