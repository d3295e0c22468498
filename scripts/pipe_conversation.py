"""Two processes talk through a pipe, taking turns, until one says goodbye."""

from multiprocessing import Pipe, Process


def oracle(line):
    while True:
        question = line.recv()
        if question is None:
            line.send("the oracle sleeps")
            return
        line.send(question.upper().replace("?", "!"))


if __name__ == "__main__":
    here, there = Pipe()
    process = Process(target=oracle, args=(there,))
    process.start()
    for question in ["will it rain?", "should i take a coat?", None]:
        here.send(question)
        print(question, "-", here.recv())
    process.join()
