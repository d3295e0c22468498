"""The parts of ctypes that are written in the language: structures, unions and arrays of them."""

import _multiprocessing
from multiprocessing.sharedctypes import SynchronizedBase


class Field:
    """Where a field of a structure is."""

    def __init__(self, name, kind, offset, size):
        self.name = name
        self.kind = kind
        self.offset = offset
        self.size = size

    def __repr__(self):
        return '<Field type=%s, ofs=%d, size=%d>' % (self.kind.__name__, self.offset, self.size)

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return _load(self.kind, instance._b_memory, instance._b_offset + self.offset)

    def __set__(self, instance, value):
        _store(self.kind, instance._b_memory, instance._b_offset + self.offset, value)

    def __delete__(self, instance):
        raise TypeError("can't delete attribute")


def _load(kind, memory, offset):
    if issubclass(kind, _Record):
        return kind._b_at(memory, offset)
    return _multiprocessing.c_load(kind, memory, offset)


def _store(kind, memory, offset, value):
    if not issubclass(kind, _Record):
        if isinstance(value, kind):
            value = value.value
        _multiprocessing.c_store(kind, memory, offset, value)
        return
    if isinstance(value, tuple):
        value = kind(*value)
    elif not isinstance(value, kind):
        raise TypeError('expected %s instance, got %s' % (kind.__name__, type(value).__name__))
    start = value._b_offset
    memory[offset:offset + kind._b_size] = value._b_memory[start:start + kind._b_size]


def _aligned(offset, alignment):
    return (offset + alignment - 1) // alignment * alignment


class _Record:
    """What structures and unions have in common: named parts of a piece of memory."""

    _b_size = 0
    _b_alignment = 1
    _b_names = ()
    _b_overlap = False

    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        if '_fields_' not in cls.__dict__:
            return
        most = cls.__dict__.get('_pack_', 16)
        alignment = cls._b_alignment
        end = cls._b_size
        names = list(cls._b_names)
        for field in cls._fields_:
            if len(field) == 3:
                raise NotImplementedError('bit fields are not supported')
            name, kind = field
            if not isinstance(name, str):
                raise TypeError('_fields_ must be a sequence of (name, C type) pairs')
            try:
                size = _multiprocessing.c_size(kind)
            except TypeError:
                raise TypeError('second item in _fields_ tuple (index %d) must be a C type'
                                % (len(names) - len(cls._b_names))) from None
            own = min(most, kind._b_alignment if issubclass(kind, _Record) else size)
            offset = 0 if cls._b_overlap else _aligned(end, own)
            setattr(cls, name, Field(name, kind, offset, size))
            names.append(name)
            alignment = max(alignment, own)
            end = max(end, offset + size)
        cls._b_names = tuple(names)
        cls._b_alignment = alignment
        cls._b_size = _aligned(end, alignment)

    def __new__(cls, *args, **keywords):
        return cls._b_at(bytearray(cls._b_size), 0)

    def __init__(self, *args, **keywords):
        names = self._b_names
        if len(args) > len(names):
            raise TypeError('too many initializers')
        for name, value in zip(names, args):
            setattr(self, name, value)
        for name, value in keywords.items():
            if name in names[:len(args)]:
                raise TypeError('duplicate values for field %r' % name)
            setattr(self, name, value)

    @classmethod
    def _b_at(cls, memory, offset):
        made = object.__new__(cls)
        made._b_memory = memory
        made._b_offset = offset
        return made

    @classmethod
    def _b_shared(cls):
        """One that all processes share."""
        return cls._b_at(_multiprocessing.shared_bytes(cls._b_size), 0)


class Structure(_Record):
    """Structure base class"""


class Union(_Record):
    """Union base class"""

    _b_overlap = True


Structure.__module__ = Union.__module__ = '_ctypes'


class StructureArray:
    """Structures one after the other."""

    _b_is_array = True

    def __init__(self, kind, length):
        self._type_ = kind
        self._length_ = length
        self._b_size = kind._b_size * length
        self._b_memory = _multiprocessing.shared_bytes(self._b_size)

    def __len__(self):
        return self._length_

    def _offset(self, index):
        if not hasattr(index, '__index__'):
            raise TypeError('indices must be integers')
        at = index.__index__()
        if at < 0:
            at += self._length_
        if not 0 <= at < self._length_:
            raise IndexError('invalid index')
        return at * self._type_._b_size

    def __getitem__(self, key):
        if isinstance(key, slice):
            return [self[i] for i in range(*key.indices(self._length_))]
        return self._type_._b_at(self._b_memory, self._offset(key))

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            places = range(*key.indices(self._length_))
            values = list(value)
            if len(places) != len(values):
                raise ValueError('Can only assign sequence of same size')
            for i, each in zip(places, values):
                self[i] = each
        else:
            _store(self._type_, self._b_memory, self._offset(key), value)


def shared_value(kind, args):
    made = kind._b_shared()
    made.__init__(*args)
    return made


def shared_array(kind, size_or_initializer):
    if isinstance(size_or_initializer, int):
        if size_or_initializer < 0:
            raise ValueError('Array length must be >= 0, not %d' % size_or_initializer)
        return StructureArray(kind, size_or_initializer)
    made = StructureArray(kind, len(size_or_initializer))
    for i, value in enumerate(size_or_initializer):
        made[i] = value
    return made


def shared_copy(value):
    if isinstance(value, StructureArray):
        made = StructureArray(value._type_, value._length_)
        made._b_memory[:] = value._b_memory
        return made
    made = type(value)._b_shared()
    _store(type(value), made._b_memory, 0, value)
    return made


def _synchronized_field(name):
    def get(self):
        with self:
            return getattr(self.get_obj(), name)

    def set(self, value):
        with self:
            setattr(self.get_obj(), name, value)

    return property(get, set)


_synchronized = {}


def synchronized_class(kind):
    """The class of a structure of that kind together with its lock."""
    made = _synchronized.get(kind)
    if made is None:
        namespace = {name: _synchronized_field(name) for name in kind._b_names}
        made = type('Synchronized' + kind.__name__, (SynchronizedBase,), namespace)
        made.__module__ = SynchronizedBase.__module__
        _synchronized[kind] = made
    return made
