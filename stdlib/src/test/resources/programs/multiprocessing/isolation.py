# A child sees its parent's memory as of start(), and neither sees what the other does later.
from multiprocessing import Process, Queue


class Node:
    count = 0

    def __init__(self, value):
        self.value = value
        self.next = self


shared = [1, 2]
alias = shared
node = Node(shared)
by_node = {node: "here"}


def child(q, given):
    shared.append(3)
    Node.count += 1
    q.put((shared, alias is shared, node.value is shared, node.next is node, Node.count))
    q.put((by_node[node], given is node, isinstance(given, Node)))
    q.get_nowait  # a bound method of the copy
    later = go.get()
    q.put((later, Node.count, shared))


go = Queue()
if __name__ == "__main__":
    q = Queue()
    p = Process(target=child, args=(q, node))
    p.start()
    shared.append("parent")
    Node.count = 10
    print(q.get())
    print(q.get())
    go.put({"a": [1]})
    print(q.get())
    p.join()
    print(shared, Node.count, p.exitcode)

    q.put(node)
    back = q.get()
    print(type(back) is Node, back is node, back.next is back, back.value)
    f = lambda x, y=[4]: (x, y, Node.count)
    q.put(f)
    print(q.get()(1))

    started = (i for i in range(3))
    next(started)
    fresh = (i for i in range(3))

    def sums(q, numbers):
        q.put(sum(numbers))

    p = Process(target=sums, args=(q, fresh))
    p.start()
    p.join()
    print(q.get(), sum(fresh))
