# output: any order
"""Four processes work side by side; a queue brings the results together."""

from multiprocessing import Process, Queue


def count_vowels(text, results):
    vowels = sum(text.count(vowel) for vowel in "aeiou")
    print(f"{text!r} has {vowels}")
    results.put(vowels)


if __name__ == "__main__":
    results = Queue()
    words = ["concurrency", "is", "not", "parallelism"]
    workers = [Process(target=count_vowels, args=(word, results)) for word in words]
    for worker in workers:
        worker.start()
    total = sum(results.get() for _ in workers)
    for worker in workers:
        worker.join()
    print("together", total)
