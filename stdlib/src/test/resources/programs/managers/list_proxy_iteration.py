"""A list of a manager is gone through item by item, as it is at that moment."""
import multiprocessing

if __name__ == '__main__':
    with multiprocessing.Manager() as manager:
        numbers = manager.list(range(5))
        iterator = iter(numbers)
        print(next(iterator))
        numbers[1] = 100
        print(next(iterator))
        numbers.append('late')
        print(list(iterator))
        for number in numbers:
            if number == 2:
                numbers.remove(2)
        print(numbers, hasattr(numbers, '__iter__'))
        a, *b = numbers
        print(a, b, sorted(numbers[:3]), 4 in numbers, sum(numbers[:3]))
        print(list(reversed(numbers)), [x for x in zip(numbers, 'ab')])
        print(list(manager.dict(a=1, b=2)))
