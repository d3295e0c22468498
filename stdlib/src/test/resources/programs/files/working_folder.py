"""Each process has a current folder, an environment and descriptors of its own."""
import multiprocessing
import os
import shutil
import tempfile


def child(queue, fd):
    os.chdir('inner')
    os.environ['WHO'] = 'child'
    os.write(fd, b' child')
    os.close(fd)
    queue.put((os.path.basename(os.getcwd()), os.listdir(), os.environ['WHO'], os.getppid() > 0))


def main():
    base = os.path.realpath(tempfile.mkdtemp())
    os.chdir(base)
    os.makedirs('inner')
    open('inner/file', 'w').close()
    os.environ['WHO'] = 'parent'
    fd = os.open('data', os.O_WRONLY | os.O_CREAT)
    os.write(fd, b'parent')
    queue = multiprocessing.Queue()
    process = multiprocessing.Process(target=child, args=(queue, fd))
    process.start()
    print(queue.get())
    process.join()
    os.write(fd, b' again')
    os.close(fd)
    print(os.getcwd() == base, sorted(os.listdir()), os.environ['WHO'])
    print(open('data').read())
    reading, writing = os.pipe()
    process = multiprocessing.Process(target=os.write, args=(writing, b'through the pipe'))
    process.start()
    process.join()
    os.close(writing)
    print(os.read(reading, 100), os.read(reading, 100))
    os.chdir('/')
    shutil.rmtree(base)


if __name__ == '__main__':
    main()
