import multiprocessing, greenlet
def body(): return 5
g = greenlet.greenlet(body)
done = greenlet.greenlet(body); done.switch()
def child():
    print(g.switch(), done.dead, g.dead, g.parent is greenlet.getcurrent(), flush=True)
if __name__=='__main__':
    p=multiprocessing.Process(target=child); p.start(); p.join(); print(p.exitcode)
    print(g.switch())
