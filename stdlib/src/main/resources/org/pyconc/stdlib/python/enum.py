"""Enumerations: classes whose instances are a fixed set of named values."""

__all__ = [
    'EnumType', 'EnumMeta', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto',
    'unique', 'property', 'verify', 'member', 'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM',
    'EJECT', 'KEEP', 'global_flag_repr', 'global_enum_repr', 'global_str', 'global_enum',
    'EnumCheck', 'CONTINUOUS', 'NAMED_FLAGS', 'UNIQUE', 'pickle_by_global_name',
    'pickle_by_enum_name',
]

_plain_property = property
Enum = Flag = ReprEnum = EJECT = None


class nonmember:
    """Keeps an attribute of an enumeration from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes an attribute of an enumeration a member, whatever it is."""

    def __init__(self, value):
        self.value = value


class auto:
    """A value that the enumeration chooses itself."""

    _value_ = None

    def __init__(self, value=None):
        if value is not None:
            self.value = value
        else:
            self.value = _unchosen

    def __repr__(self):
        return 'auto(%r)' % (self.value,)


_unchosen = object()


class property(_plain_property):
    """An attribute of members that the class itself does not have."""

    def __get__(self, instance, owner=None):
        if instance is None:
            try:
                return owner._member_map_[self._own_name]
            except (KeyError, AttributeError):
                raise AttributeError('%r has no attribute %r' % (owner, self._own_name)) from None
        return self.fget(instance)

    def __set__(self, instance, value):
        raise AttributeError('<enum %r> cannot set attribute %r'
                             % (self._owner_name, self._own_name))

    def __delete__(self, instance):
        raise AttributeError('<enum %r> cannot delete attribute %r'
                             % (self._owner_name, self._own_name))

    def __set_name__(self, owner, name):
        self._own_name = name
        self._owner_name = owner.__name__


def _is_dunder(name):
    return len(name) > 4 and name[:2] == '__' == name[-2:] and name[2] != '_' and name[-3] != '_'


def _is_sunder(name):
    return len(name) > 2 and name[0] == '_' == name[-1] and name[1] != '_' and name[-2] != '_'


def _is_descriptor(value):
    kind = type(value)
    return hasattr(kind, '__get__') or hasattr(kind, '__set__') or hasattr(kind, '__delete__')


def _is_private(class_name, name):
    return name.startswith('_%s__' % class_name) and not name.endswith('__')


class _EnumDict(dict):
    """The namespace of a class body: notes which names become members."""

    def __init__(self, class_name):
        super().__init__()
        self._class_name = class_name
        self._members = {}
        self._last_values = []
        self._ignored = []
        self._generate = None
        self._has_auto = False

    def __setitem__(self, key, value):
        if _is_private(self._class_name, key):
            pass
        elif Enum is None:
            pass
        elif _is_sunder(key):
            if key not in ('_order_', '_generate_next_value_', '_numeric_repr_', '_missing_',
                           '_ignore_', '_iter_member_', '_iter_member_by_value_',
                           '_iter_member_by_def_'):
                raise ValueError('_sunder_ names, such as %r, are reserved for future Enum use'
                                 % (key,))
            if key == '_generate_next_value_':
                if self._has_auto:
                    raise TypeError('_generate_next_value_ must be defined before members')
                self._generate = value
            elif key == '_ignore_':
                names = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
                self._ignored = value = names
                clash = set(names) & set(self._members)
                if clash:
                    raise ValueError('_ignore_ cannot specify already set names: %r' % (clash,))
        elif _is_dunder(key):
            pass
        elif key in self._members:
            raise TypeError('%r already defined as %r' % (key, self[key]))
        elif key in self._ignored:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not _is_descriptor(value):
            if isinstance(value, member):
                value = value.value
            elif key in self:
                raise TypeError('%r already defined as %r' % (key, self[key]))
            if isinstance(value, auto):
                value = self._chosen(key, value)
            elif isinstance(value, tuple) and any(isinstance(v, auto) for v in value):
                value = tuple(self._chosen(key, v) if isinstance(v, auto) else v for v in value)
            self._members[key] = None
            self._last_values.append(value)
        super().__setitem__(key, value)

    def _chosen(self, key, value):
        if value.value is _unchosen:
            self._has_auto = True
            value.value = self._generate(key, 1, len(self._members), self._last_values[:])
        return value.value

    def update(self, members, **more):
        for name in (members if hasattr(members, 'keys') else dict(members)):
            self[name] = members[name] if hasattr(members, 'keys') else dict(members)[name]
        for name, value in more.items():
            self[name] = value


class EnumType(type):
    """The class of enumerations."""

    @classmethod
    def __prepare__(metacls, name, bases, **keywords):
        for base in bases:
            metacls._check_extensible(name, base)
        namespace = _EnumDict(name)
        _, first = metacls._kinds(name, bases)
        if first is not None:
            namespace._generate = getattr(first, '_generate_next_value_', None)
        return namespace

    @staticmethod
    def _check_extensible(name, base):
        for each in base.__mro__:
            if isinstance(each, EnumType) and each._member_names_:
                raise TypeError('<enum %r> cannot extend %r' % (name, each))

    @staticmethod
    def _kinds(name, bases):
        """What members are besides (object if nothing), and the enumeration to derive from."""
        if not bases or Enum is None:
            return object, Enum
        first = bases[-1]
        if not isinstance(first, EnumType):
            raise TypeError('new enumerations should be created as '
                            '`EnumName([mixin_type, ...] [data_type,] enum_type)`')
        kinds = []
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        kinds.append(base._member_type_)
                        break
                elif '__new__' in base.__dict__:
                    kinds.append(candidate or base)
                    break
                else:
                    candidate = candidate or base
        distinct = []
        for kind in kinds:
            if kind not in distinct:
                distinct.append(kind)
        if len(distinct) > 1:
            raise TypeError('too many data types for %r: {%s}'
                            % (name, ', '.join(repr(k) for k in distinct)))
        return (distinct[0] if distinct else object), first

    def __new__(metacls, name, bases, namespace, *, boundary=None, _simple=False, **keywords):
        if not isinstance(namespace, _EnumDict):
            plain, namespace = namespace, _EnumDict(name)
            for key, value in plain.items():
                namespace[key] = value
        kind, first = metacls._kinds(name, bases)
        names = list(namespace._members)
        if 'mro' in names:
            raise ValueError('invalid enum member name(s) %s' % "'mro'")
        content = dict(namespace)
        values = {key: content.pop(key) for key in names}
        order = content.pop('_order_', None)
        content.pop('_ignore_', None)
        for key in namespace._ignored:
            content.pop(key, None)
        content['_member_names_'] = []
        content['_member_map_'] = {}
        content['_value2member_map_'] = {}
        content['_unhashable_values_'] = []
        content['_member_type_'] = kind
        if boundary is None and first is not None:
            boundary = getattr(first, '_boundary_', None)
        content['_boundary_'] = boundary
        content['_flag_mask_'] = 0
        content['_all_bits_'] = 0
        content['_singles_mask_'] = 0
        content['_in_order_'] = True
        if namespace._generate is not None and '_generate_next_value_' in content:
            if not isinstance(content['_generate_next_value_'], staticmethod):
                content['_generate_next_value_'] = staticmethod(content['_generate_next_value_'])
        own_new = content.get('__new__')
        if first is not None:
            if '__format__' not in content and '__str__' in content:
                content['__format__'] = Enum.__format__
            if ReprEnum is not None and ReprEnum in bases:
                content.setdefault('__format__', kind.__format__)
                content.setdefault('__str__', _text_of(kind))
        cls = super().__new__(metacls, name, bases, content, **keywords)
        if Enum is None:
            return cls
        if kind is not object:
            cls._take_methods(first, kind, content)
        if own_new is not None:
            cls._new_member_ = own_new.__func__ if isinstance(own_new, staticmethod) else own_new
        maker = cls._new_member_
        makes_plain = maker is None or maker is object.__new__
        for key in names:
            cls._add(key, values[key], kind, maker, makes_plain)
        type.__setattr__(cls, '__new__', Enum.__dict__['__new__'])
        if Flag is not None and issubclass(cls, Flag):
            cls._finish_flags()
        elif cls._boundary_ is None and Flag is None:
            pass
        if order is not None:
            wanted = order.replace(',', ' ').split() if isinstance(order, str) else list(order)
            actual = [n for n in cls._member_map_ if n in cls._member_names_]
            if [w for w in wanted if w in actual] != actual:
                raise TypeError('member order does not match _order_:\n  %r\n  %r'
                                % (wanted, actual))
        return cls

    def __init__(cls, *args, **keywords):
        pass

    def _take_methods(cls, first, kind, content):
        """The enumeration's methods count more than those of what members are besides."""
        for name in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
            if name not in content:
                if getattr(cls, name) in (getattr(kind, name, None), getattr(object, name, None)):
                    type.__setattr__(cls, name, getattr(first, name))
        if Flag is not None and issubclass(cls, Flag):
            for name in ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__',
                         '__invert__'):
                if name not in content:
                    type.__setattr__(cls, name, getattr(Flag, name))

    def _add(cls, key, value, kind, maker, makes_plain):
        arguments = value if isinstance(value, tuple) else (value,)
        if kind is tuple:
            arguments = (arguments,)
        if makes_plain:
            made = object.__new__(cls) if kind is object else kind.__new__(cls, *arguments)
        else:
            made = maker(cls, *arguments)
        if not hasattr(made, '_value_'):
            if kind is object or isinstance(value, kind) and type(value) is kind:
                made._value_ = value
            else:
                try:
                    made._value_ = kind(*arguments)
                except Exception as e:
                    raise TypeError('_value_ not set in __new__, unable to create it') from e
        value = made._value_
        made._name_ = key
        made.__objclass__ = cls
        made._sort_order_ = len(cls._member_names_)
        made.__init__(*arguments)
        existing = None
        try:
            existing = cls._value2member_map_.get(value)
        except TypeError:
            for other in cls._member_map_.values():
                if other._value_ == value:
                    existing = other
                    break
        is_flag = Flag is not None and issubclass(cls, Flag)
        if existing is not None:
            made = existing
        elif not is_flag or isinstance(value, int) and (value == 0 or value & (value - 1) == 0):
            cls._member_names_.append(key)
        elif is_flag and not isinstance(value, int):
            raise TypeError('%s(%s: %r) must be an int'
                            % (cls.__name__, key, value))
        found = None
        for base in cls.__mro__[1:]:
            if key in base.__dict__:
                found = base.__dict__[key]
                break
        if not isinstance(found, property):
            type.__setattr__(cls, key, made)
        cls._member_map_[key] = made
        try:
            cls._value2member_map_.setdefault(value, made)
        except TypeError:
            cls._unhashable_values_.append(value)

    def _finish_flags(cls):
        mask = singles = 0
        for each in cls._member_map_.values():
            value = each._value_
            if isinstance(value, int):
                mask |= value
                if value > 0 and value & (value - 1) == 0:
                    if value < singles & ~value:
                        type.__setattr__(cls, '_in_order_', False)
                    singles |= value
        type.__setattr__(cls, '_flag_mask_', mask)
        type.__setattr__(cls, '_singles_mask_', singles)
        type.__setattr__(cls, '_all_bits_', (1 << mask.bit_length()) - 1)

    def __bool__(cls):
        return True

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        if names is None:
            return cls.__new__(cls, value)
        return cls._create(value, names, module, qualname, type, start, boundary)

    def _create(cls, class_name, names, module, qualname, kind, start, boundary):
        metacls = cls.__class__
        bases = (cls,) if kind is None else (kind, cls)
        namespace = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            originals, names, last = names, [], []
            for count, name in enumerate(originals):
                value = namespace._generate(name, start, count, last[:])
                last.append(value)
                names.append((name, value))
        for item in names:
            if isinstance(item, str):
                namespace[item] = names[item]
            else:
                namespace[item[0]] = item[1]
        if module is None:
            import sys
            try:
                module = sys._getframe(2).f_globals['__name__']
            except (AttributeError, ValueError, KeyError):
                pass
        if module is not None:
            namespace['__module__'] = module
        if qualname is not None:
            namespace['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)

    def __contains__(cls, value):
        if not isinstance(value, Enum):
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'"
                            % (type(value).__qualname__, cls.__class__.__qualname__))
        return isinstance(value, cls) and value._name_ in cls._member_map_

    def __delattr__(cls, name):
        if name in cls._member_map_:
            raise AttributeError('%r cannot delete member %r.' % (cls.__name__, name))
        super().__delattr__(name)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', ()):
            raise AttributeError('cannot reassign member %r' % (name,))
        super().__setattr__(name, value)

    def __dir__(cls):
        names = {'__class__', '__contains__', '__doc__', '__getitem__', '__init_subclass__',
                 '__iter__', '__len__', '__members__', '__module__', '__name__', '__qualname__'}
        return sorted(names | set(cls._member_names_))

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    @_plain_property
    def __members__(cls):
        import types
        return types.MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return '<flag %r>' % cls.__name__
        return '<enum %r>' % cls.__name__

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))


EnumMeta = EnumType


def _text_of(kind):
    return object.__str__ if kind is object else kind.__str__ if kind.__str__ is not object.__str__ \
        else kind.__repr__


class Enum(metaclass=EnumType):
    """A set of named values."""

    _new_member_ = None
    _boundary_ = None

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for each in cls._member_map_.values():
                if each._value_ == value:
                    return each
        problem = None
        result = None
        try:
            result = cls._missing_(value)
        except Exception as e:
            problem = e
        try:
            if isinstance(result, cls):
                return result
            if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT \
                    and isinstance(result, int):
                return result
            error = ValueError('%r is not a valid %s' % (value, cls.__qualname__))
            if result is None and problem is None:
                raise error
            if problem is None:
                problem = TypeError('error in %s._missing_: returned %r instead of None or a valid '
                                    'member' % (cls.__name__, result))
            if not isinstance(problem, ValueError):
                problem.__context__ = error
            raise problem
        finally:
            problem = None
            error = None

    def __init__(self, *args, **keywords):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return sorted(last_values)[-1] + 1
        except TypeError:
            for value in reversed(last_values):
                try:
                    return value + 1
                except TypeError:
                    pass
            raise TypeError('unable to sort non-numeric values') from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        kind = self.__class__._member_type_
        text = repr if kind is object else kind.__repr__
        return '<%s.%s: %s>' % (self.__class__.__name__, self._name_, text(self._value_))

    def __str__(self):
        return '%s.%s' % (self.__class__.__name__, self._name_)

    def __dir__(self):
        names = {'__class__', '__doc__', '__eq__', '__hash__', '__module__', 'name', 'value'}
        for cls in self.__class__.mro():
            for name in cls.__dict__:
                if name[0] != '_' and name not in self.__class__._member_map_:
                    names.add(name)
        return sorted(names)

    def __format__(self, spec):
        return str.__format__(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, protocol):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_


class ReprEnum(Enum):
    """An enumeration that prints as its values do."""


class IntEnum(int, ReprEnum):
    """Members are ints."""


class StrEnum(str, ReprEnum):
    """Members are strs."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError('too many arguments for str(): %r' % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError('%r is not a string' % (values[0],))
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError('encoding must be a string, not %r' % (values[1],))
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError('errors must be a string, not %r' % (values[2],))
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What becomes of bits that no flag has."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _binary(value, width):
    digits = format(value if value >= 0 else (1 << width) + value, 'b').rjust(width, '0')
    return '0b%d %s' % (value < 0, digits)


class Flag(Enum, boundary=STRICT):
    """Values that can be combined by bits."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            high = last.bit_length() - 1
        except Exception:
            raise TypeError('invalid flag value %r' % last) from None
        return 2 ** (high + 1)

    @classmethod
    def _iter_member_(cls, value):
        found = [cls._value2member_map_[bit] for bit in _bits(value & cls._singles_mask_)]
        if not cls._in_order_:
            found.sort(key=lambda member: member._sort_order_)
        return iter(found)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError('%r is not a valid %s' % (value, cls.__qualname__))
        mask = cls._flag_mask_
        singles = cls._singles_mask_
        everything = cls._all_bits_
        negative = None
        if not ~everything <= value <= everything or value & (everything ^ mask):
            boundary = cls._boundary_
            if boundary is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError('%r invalid value %r\n    given %s\n  allowed %s' % (
                    cls, value, _binary(value, width), _binary(mask, width)))
            if boundary is CONFORM:
                value = value & mask
            elif boundary is EJECT:
                return value
            elif value < 0:
                value = max(everything + 1, 2 ** value.bit_length()) + value
        if value < 0:
            negative = value
            value = everything + 1 + value if cls._boundary_ in (EJECT, KEEP) \
                else singles & value
        unknown = value & ~mask
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError('%s(%r) --> unknown values %r [%s]' % (
                cls.__name__, value, unknown, bin(unknown)))
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        if not hasattr(made, '_value_'):
            made._value_ = value
        names = [m._name_ for m in cls._iter_member_(value)]
        if value & mask & ~singles:
            # bits that no member has alone
            names += [m._name_ for m in cls._member_map_.values()
                      if m._value_ & value == m._value_ and m._value_ & ~singles]
        if names:
            made._name_ = '|'.join(names)
            if unknown:
                made._name_ += '|%s' % cls._numeric_repr_(unknown)
        else:
            made._name_ = None
        made = cls._value2member_map_.setdefault(value, made)
        if negative is not None:
            cls._value2member_map_[negative] = made
        return made

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r" % (
                type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        kind = self.__class__._member_type_
        text = repr if kind is object else kind.__repr__
        if self._name_ is None:
            return '<%s: %s>' % (self.__class__.__name__, text(self._value_))
        return '<%s.%s: %s>' % (self.__class__.__name__, self._name_, text(self._value_))

    def __str__(self):
        if self._name_ is None:
            return '%s(%r)' % (self.__class__.__name__, self._value_)
        return '%s.%s' % (self.__class__.__name__, self._name_)

    def __bool__(self):
        return bool(self._value_)

    def _bits_of(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return None

    def __or__(self, other):
        bits = self._bits_of(other)
        return NotImplemented if bits is None else self.__class__(self._value_ | bits)

    def __and__(self, other):
        bits = self._bits_of(other)
        return NotImplemented if bits is None else self.__class__(self._value_ & bits)

    def __xor__(self, other):
        bits = self._bits_of(other)
        return NotImplemented if bits is None else self.__class__(self._value_ ^ bits)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        if self._boundary_ is KEEP:
            return self.__class__(~self._value_)
        return self.__class__(self._singles_mask_ & ~self._value_)


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are ints."""


def _bits(value):
    while value:
        bit = value & -value
        yield bit
        value ^= bit


def unique(enumeration):
    """Refuses an enumeration in which two names have the same value."""
    aliases = ['%s -> %s' % (name, each.name)
               for name, each in enumeration.__members__.items() if name != each.name]
    if aliases:
        raise ValueError('duplicate values found in %r: %s' % (enumeration, ', '.join(aliases)))
    return enumeration


class EnumCheck(StrEnum):
    """What verify can check."""

    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Checks an enumeration."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                aliases = ['%s -> %s' % (name, each.name)
                           for name, each in enumeration.__members__.items() if name != each.name]
                if aliases:
                    raise ValueError('aliases found in %r: %s'
                                     % (enumeration, ', '.join(aliases)))
            elif check is CONTINUOUS:
                self._check_continuous(enumeration)
            elif check is NAMED_FLAGS:
                self._check_named(enumeration)
        return enumeration

    @staticmethod
    def _check_continuous(enumeration):
        values = sorted({e.value for e in enumeration})
        if len(values) < 2:
            return
        if issubclass(enumeration, Flag):
            wanted = [2 ** i for i in range(values[0].bit_length() - 1, values[-1].bit_length())]
            kind = 'flag'
        else:
            wanted = range(values[0], values[-1] + 1)
            kind = 'enum'
        missing = [v for v in wanted if v not in values]
        if missing:
            raise ValueError('invalid %s %r: missing values %s' % (
                kind, enumeration.__name__, ', '.join(str(m) for m in missing)))

    @staticmethod
    def _check_named(enumeration):
        known = {e.value for e in enumeration}
        bad, missing = [], 0
        for name, each in enumeration.__members__.items():
            lacking = [b for b in _bits(each.value) if b not in known]
            if lacking and name not in enumeration._member_names_:
                bad.append(name)
                for b in lacking:
                    missing |= b
        if bad:
            subject = 'alias %r is' % bad[0] if len(bad) == 1 else \
                'aliases %s and %r are' % (', '.join(repr(b) for b in bad[:-1]), bad[-1])
            value = 'value 0x%x' % missing if missing & (missing - 1) == 0 \
                else 'combined values of 0x%x' % missing
            raise ValueError('invalid Flag %r: %s missing %s [use enum.show_flag_values(value) for '
                             'details]' % (enumeration.__name__, subject, value))


def show_flag_values(value):
    """The bits of a number."""
    return list(_bits(value))


def global_enum_repr(self):
    return '%s.%s' % (self.__class__.__module__.split('.')[-1], self._name_)


def global_flag_repr(self):
    module = self.__class__.__module__.split('.')[-1]
    if self._name_ is None:
        return '%s.%s(%r)' % (module, self.__class__.__name__, self._value_)
    return '|'.join('%s.%s' % (module, name) for name in self._name_.split('|'))


def global_str(self):
    return self._name_ if self._name_ is not None \
        else '%s(%r)' % (self.__class__.__name__, self._value_)


def global_enum(cls, update_str=False):
    """Puts the members into the module of the class too."""
    import sys
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    for name, each in cls.__members__.items():
        setattr(sys.modules[cls.__module__], name, each)
    return cls


def pickle_by_global_name(self, protocol):
    return self.name


def pickle_by_enum_name(self, protocol):
    return getattr, (self.__class__, self._name_)
