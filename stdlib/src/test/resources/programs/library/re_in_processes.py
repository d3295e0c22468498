import re
import time
from multiprocessing import Pool, Process

pattern = re.compile(r'(?P<word>[a-z]+)=(\d+)', re.I)


def find(p, text):
    return p.findall(text), p.flags


def for_ever():
    re.match(r'(a+)+\1c', 'a' * 200)


if __name__ == '__main__':
    pool = Pool(2)
    print(pool.apply(find, (pattern, 'A=1 b=2')))
    print(pool.apply_async(find, args=(re.compile('x'), 'axx')).get())
    pool.close()
    pool.join()
    p = Process(target=for_ever)
    p.start()
    time.sleep(0.2)
    print(p.is_alive())
    p.terminate()
    p.join()
    print(p.exitcode)
