"""A bank of accounts: classes, inheritance, methods, properties."""

from harness import main


class Account:
    fee = 1

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.moves = 0

    @property
    def active(self):
        return self.moves > 0

    def deposit(self, amount):
        self.balance += amount - self.fee
        self.moves += 1
        return self


class Saver(Account):
    fee = 0

    def deposit(self, amount):
        super().deposit(amount + amount // 10)
        return self


def work():
    accounts = [(Saver if i % 3 == 0 else Account)("owner%d" % i) for i in range(50)]
    for i in range(300000):
        accounts[i % 50].deposit(i & 63)
    return sum(a.balance for a in accounts if a.active)


main(work)
