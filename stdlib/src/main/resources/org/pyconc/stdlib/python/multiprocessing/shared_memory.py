"""Blocks of memory that processes share, and lists in them."""

import os
import types

import _multiprocessing

__all__ = ['SharedMemory', 'ShareableList']


class SharedMemory:
    """A block of shared memory with a name."""

    _name = None
    _buf = None
    _size = 0

    def __init__(self, name=None, create=False, size=0):
        if not size >= 0:
            raise ValueError("'size' must be a positive integer")
        if create:
            if size == 0:
                raise ValueError("'size' must be a positive number different from zero")
        elif name is None:
            raise ValueError("'name' can only be None if create=True")
        if name is None:
            self._buf = self._create_with_free_name(size)
        else:
            self._name = name if name.startswith('/') else '/' + name
            if create:
                self._buf = _multiprocessing.create_segment(self._name, size)
            else:
                self._buf = _multiprocessing.attach_segment(self._name)
        self._size = len(self._buf)

    def _create_with_free_name(self, size):
        while True:
            self._name = '/psm_' + os.urandom(4).hex()
            try:
                return _multiprocessing.create_segment(self._name, size)
            except FileExistsError:
                pass

    def __reduce__(self):
        return self.__class__, (self.name, False, self.size)

    def __repr__(self):
        return f'{self.__class__.__name__}({self.name!r}, size={self.size})'

    @property
    def buf(self):
        """A memoryview of the content."""
        return self._buf

    @property
    def name(self):
        """The name by which other processes attach it."""
        return self._name[1:] if self._name.startswith('/') else self._name

    @property
    def size(self):
        """Size in bytes."""
        return self._size

    def close(self):
        """Gives up the access of this object."""
        if self._buf is not None:
            self._buf.release()
            self._buf = None

    def unlink(self):
        """Has the block destroyed when nobody uses it any more."""
        if self._name:
            _multiprocessing.unlink_segment(self._name)


_ALIGNMENT = 8

# How a value is stored, by its type: the format in the words of struct.
_FORMATS = {
    int: 'q',
    float: 'd',
    bool: 'xxxxxxx?',
    str: '%ds',
    bytes: '%ds',
    None.__class__: 'xxxxxx?x',
}

_NUMBER, _TEXT, _BYTES, _NONE = range(4)


def _code_of(value):
    if isinstance(value, str):
        return _TEXT
    if isinstance(value, bytes):
        return _BYTES
    return _NONE if value is None else _NUMBER


class ShareableList:
    """A list of numbers, texts and bytes in shared memory. Its length cannot change, and a text
    cannot become longer than its place.

    In the block: the number of items, the ends of their places, their formats, their kinds,
    their values.
    """

    def __init__(self, sequence=None, *, name=None):
        if name is None or sequence is not None:
            items = tuple(sequence or ())
            formats = [self._format_for(item) for item in items]
            ends = [0]
            for item, text in zip(items, formats):
                ends.append(ends[-1] + self._space_for(text))
            count = len(items)
            size = 8 + 8 * (count + 1) + 8 * count + count + ends[-1]
            self.shm = SharedMemory(name, create=True, size=size)
            self._list_len = count
            self._put_int(0, count)
            for index, end in enumerate(ends):
                self._put_int(8 + 8 * index, end)
            for index, item in enumerate(items):
                self._put_item(index, formats[index], item)
        else:
            self.shm = SharedMemory(name)
            self._list_len = self._get_int(0)

    @staticmethod
    def _format_for(item):
        if isinstance(item, (str, bytes)):
            length = len(item.encode() if isinstance(item, str) else item)
            return '%ds' % (_ALIGNMENT * (length // _ALIGNMENT + 1))
        return _FORMATS[type(item)]

    @staticmethod
    def _space_for(text):
        return int(text[:-1]) if text.endswith('s') else 8

    # ---- places ---------------------------------------------------------------------------

    def _put_int(self, offset, value):
        self.shm.buf[offset:offset + 8] = value.to_bytes(8, 'little')

    def _get_int(self, offset):
        return int.from_bytes(self.shm.buf[offset:offset + 8], 'little')

    @property
    def _offset_data_start(self):
        return 16 + 17 * self._list_len

    def _place(self, index):
        """Where the value of an item begins and ends."""
        start = self._offset_data_start
        return start + self._get_int(8 + 8 * index), start + self._get_int(16 + 8 * index)

    def _format_offset(self, index):
        return 16 + 8 * self._list_len + 8 * index

    def _code_offset(self, index):
        return 16 + 16 * self._list_len + index

    def _format_of(self, index):
        offset = self._format_offset(index)
        return bytes(self.shm.buf[offset:offset + 8]).rstrip(b'\0').decode()

    # ---- values ---------------------------------------------------------------------------

    def _put_item(self, index, text, value):
        start, end = self._place(index)
        if isinstance(value, str):
            data = value.encode()
        elif isinstance(value, bytes):
            data = value
        elif isinstance(value, bool):
            data = b'\0' * 7 + bytes([value])
        elif value is None:
            data = b'\0' * 8
        elif isinstance(value, float):
            data = _multiprocessing.float_to_bytes(value)
        else:
            data = value.to_bytes(8, 'little', signed=True)
        buf = self.shm.buf
        if isinstance(value, (str, bytes)):
            data = data.ljust(int(text[:-1]), b'\0')
        buf[start:start + len(data)] = data
        offset = self._format_offset(index)
        buf[offset:offset + 8] = text.encode().ljust(8, b'\0')
        buf[self._code_offset(index)] = _code_of(value)

    def _index(self, position, message):
        index = position if position >= 0 else position + self._list_len
        if index >= self._list_len or self._list_len < 0 or index < 0:
            raise IndexError(message)
        return index

    def __getitem__(self, position):
        index = self._index(position, 'index out of range')
        start, end = self._place(index)
        code = self.shm.buf[self._code_offset(index)]
        text = self._format_of(index)
        if code == _NONE:
            return None
        if code == _NUMBER:
            data = bytes(self.shm.buf[start:start + 8])
            if text == 'q':
                return int.from_bytes(data, 'little', signed=True)
            return _multiprocessing.float_from_bytes(data) if text == 'd' else bool(data[7])
        data = bytes(self.shm.buf[start:start + int(text[:-1])]).rstrip(b'\0')
        return data.decode() if code == _TEXT else data

    def __setitem__(self, position, value):
        index = self._index(position, 'assignment index out of range')
        start, end = self._place(index)
        if isinstance(value, (str, bytes)):
            if len(value.encode() if isinstance(value, str) else value) > end - start:
                raise ValueError('bytes/str item exceeds available storage')
            current = self._format_of(index)
            text = current if current.endswith('s') else '%ds' % (end - start)
        else:
            text = _FORMATS[type(value)]
        self._put_item(index, text, value)

    def __reduce__(self):
        return _attached, (self.__class__, self.shm.name)

    def __len__(self):
        return self._list_len

    def __repr__(self):
        return f'{self.__class__.__name__}({list(self)}, name={self.shm.name!r})'

    @property
    def format(self):
        """The format of all items in the words of struct."""
        return ''.join(self._format_of(index) for index in range(self._list_len))

    def count(self, value):
        """How many items equal the value."""
        return sum(value == entry for entry in self)

    def index(self, value):
        """The position of the first item that equals the value."""
        for position, entry in enumerate(self):
            if value == entry:
                return position
        raise ValueError(f'{value!r} not in this container')

    __class_getitem__ = classmethod(types.GenericAlias)


def _attached(kind, name):
    return kind(name=name)
