"""What a process changes, it changes in its own memory."""

from multiprocessing import Process

account = {"balance": 100}


def spend(amount):
    account["balance"] -= amount
    print("child sees", account["balance"])


if __name__ == "__main__":
    child = Process(target=spend, args=(30,))
    child.start()
    child.join()
    print("parent sees", account["balance"])
