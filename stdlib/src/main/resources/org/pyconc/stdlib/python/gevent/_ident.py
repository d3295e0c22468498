"""Small numbers for objects."""

__all__ = ['IdentRegistry']


class IdentRegistry:
    """Small numbers for greenlets and hubs; those of the dead are used again."""

    def __init__(self):
        self._numbers = {}
        self._free = []

    def get_ident(self, obj):
        number = self._numbers.get(obj)
        if number is None:
            number = self._free.pop() if self._free else len(self._numbers)
            self._numbers[obj] = number
        return number

    def release(self, obj):
        number = self._numbers.pop(obj, None)
        if number is not None:
            self._free.append(number)

    def __len__(self):
        return len(self._numbers)
