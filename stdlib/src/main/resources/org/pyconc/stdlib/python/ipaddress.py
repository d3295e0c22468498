"""Addresses, networks and interfaces of the internet protocol."""
import functools

IPV4LENGTH = 32
IPV6LENGTH = 128


class AddressValueError(ValueError):
    """A Value Error related to the address."""


class NetmaskValueError(ValueError):
    """A Value Error related to the netmask."""


def ip_address(address):
    """An IPv4Address or IPv6Address."""
    for cls in (IPv4Address, IPv6Address):
        try:
            return cls(address)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f'{address!r} does not appear to be an IPv4 or IPv6 address')


def ip_network(address, strict=True):
    """An IPv4Network or IPv6Network."""
    for cls in (IPv4Network, IPv6Network):
        try:
            return cls(address, strict)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f'{address!r} does not appear to be an IPv4 or IPv6 network')


def ip_interface(address):
    """An IPv4Interface or IPv6Interface."""
    for cls in (IPv4Interface, IPv6Interface):
        try:
            return cls(address)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f'{address!r} does not appear to be an IPv4 or IPv6 interface')


def v4_int_to_packed(address):
    try:
        return address.to_bytes(4, 'big')
    except OverflowError:
        raise ValueError('Address negative or too large for IPv4')


def v6_int_to_packed(address):
    try:
        return address.to_bytes(16, 'big')
    except OverflowError:
        raise ValueError('Address negative or too large for IPv6')


def summarize_address_range(first, last):
    """The networks from one address to another."""
    if not (isinstance(first, _Address) and isinstance(last, _Address)):
        raise TypeError('first and last must be IP addresses, not networks')
    if first.version != last.version:
        raise TypeError('%s and %s are not of the same version' % (first, last))
    if first > last:
        raise ValueError('last IP address must be greater than first')
    if first.version not in (4, 6):
        raise ValueError('unknown IP version')
    network = IPv4Network if first.version == 4 else IPv6Network
    at, end, width = first._ip, last._ip, first._max_prefixlen
    while at <= end:
        zeros = width if at == 0 else min(width, (at & -at).bit_length() - 1)
        bits = min(zeros, (end - at + 1).bit_length() - 1)
        yield network((at, width - bits))
        at += 1 << bits
        if at - 1 == network._ALL_ONES:
            break


def collapse_addresses(addresses):
    """The fewest networks with the same addresses."""
    ips, networks = [], []
    for each in addresses:
        is_address = isinstance(each, _Address)
        known = networks[-1:] + ips[-1:]
        if known and known[0].version != each.version:
            raise TypeError('%s and %s are not of the same version' % (each, known[0]))
        if is_address:
            ips.append(each)
        elif each._prefixlen == each._max_prefixlen:
            ips.append(each.network_address if not hasattr(each, 'ip') else each.ip)
        else:
            networks.append(each)
    ips = sorted(set(ips))
    i = 0
    while i < len(ips):
        j = i
        while j + 1 < len(ips) and ips[j + 1]._ip == ips[j]._ip + 1:
            j += 1
        networks += summarize_address_range(ips[i], ips[j])
        i = j + 1
    return _merged(networks)


def _merged(networks):
    found = {}
    todo = list(networks)
    while todo:
        network = todo.pop()
        above = network.supernet()
        other = found.get(above)
        if other is None:
            found[above] = network
        elif other != network:
            del found[above]
            todo.append(above)
    last = None
    for network in sorted(found.values()):
        if last is not None and last.broadcast_address >= network.broadcast_address:
            continue
        yield network
        last = network


def get_mixed_type_key(obj):
    """A key that sorts addresses among networks."""
    if isinstance(obj, _Network):
        return obj._get_networks_key()
    if isinstance(obj, _Address):
        return obj._get_address_key()
    return NotImplemented


class _Base:
    """What addresses and networks have in common."""

    __slots__ = ()

    @property
    def exploded(self):
        return self._explode_shorthand_ip_string()

    @property
    def compressed(self):
        return str(self)

    @property
    def reverse_pointer(self):
        return self._reverse_pointer()

    @property
    def version(self):
        return self._version

    @property
    def max_prefixlen(self):
        return self._max_prefixlen

    def __reduce__(self):
        return self.__class__, (str(self),)

    @classmethod
    def _check_int(cls, address):
        if address < 0:
            raise AddressValueError('%d (< 0) is not permitted as an IPv%d address'
                                    % (address, cls._version))
        if address > cls._ALL_ONES:
            raise AddressValueError('%d (>= 2**%d) is not permitted as an IPv%d address'
                                    % (address, cls._max_prefixlen, cls._version))

    @classmethod
    def _check_packed(cls, address, length):
        if len(address) != length:
            raise AddressValueError('%r (len %d != %d) is not permitted as an IPv%d address'
                                    % (address, len(address), length, cls._version))

    @classmethod
    def _mask_of(cls, prefixlen):
        return cls._ALL_ONES ^ (cls._ALL_ONES >> prefixlen)

    @classmethod
    def _prefix_of_mask(cls, mask):
        zeros = cls._max_prefixlen if mask == 0 else (mask & -mask).bit_length() - 1
        if mask >> zeros != (1 << cls._max_prefixlen - zeros) - 1:
            raise ValueError('Netmask pattern %r mixes zeroes & ones'
                             % mask.to_bytes(cls._max_prefixlen // 8, 'big'))
        return cls._max_prefixlen - zeros

    @classmethod
    def _wrong_mask(cls, mask):
        raise NetmaskValueError('%r is not a valid netmask' % mask) from None

    @classmethod
    def _prefix_of_text(cls, text):
        if not (text.isascii() and text.isdigit()):
            cls._wrong_mask(text)
        length = int(text)
        if not 0 <= length <= cls._max_prefixlen:
            cls._wrong_mask(text)
        return length

    @classmethod
    def _split(cls, address):
        if isinstance(address, (bytes, int)):
            return address, cls._max_prefixlen
        if not isinstance(address, tuple):
            address = str(address).split('/')
            if len(address) > 2:
                raise AddressValueError(f"Only one '/' permitted in {'/'.join(address)!r}")
        return address


@functools.total_ordering
class _Address(_Base):
    """One address."""

    __slots__ = ()

    def __int__(self):
        return self._ip

    def __eq__(self, other):
        try:
            return self._ip == other._ip and self._version == other._version
        except AttributeError:
            return NotImplemented

    def __lt__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        if self._version != other._version:
            raise TypeError('%s and %s are not of the same version' % (self, other))
        return self._ip < other._ip if self._ip != other._ip else False

    def __add__(self, other):
        return self.__class__(int(self) + other) if isinstance(other, int) else NotImplemented

    def __sub__(self, other):
        return self.__class__(int(self) - other) if isinstance(other, int) else NotImplemented

    def __repr__(self):
        return '%s(%r)' % (self.__class__.__name__, str(self))

    def __str__(self):
        return str(self._string_from_ip_int(self._ip))

    def __hash__(self):
        return hash(hex(int(self._ip)))

    def _get_address_key(self):
        return self._version, self

    def __reduce__(self):
        return self.__class__, (self._ip,)

    def __format__(self, fmt):
        """As text, or as a number in base 2 (b), 16 (x, X) or the usual one of the version (n)."""
        if not fmt or fmt[-1] == 's':
            return format(str(self), fmt)
        import re
        found = re.fullmatch('(#?)(_?)([xbnX])', fmt)
        if not found:
            return super().__format__(fmt)
        alternate, grouping, base = found.groups()
        if base == 'n':
            base = 'b' if self._version == 4 else 'x'
        width = self._max_prefixlen if base == 'b' else self._max_prefixlen // 4
        if grouping:
            width += width // 4 - 1
        if alternate:
            width += 2
        return format(int(self), f'{alternate}0{width}{grouping}{base}')

    def _in(self, networks):
        return any(self in network for network in networks)

    @property
    def is_multicast(self):
        return self in self._constants()._multicast

    @property
    def is_reserved(self):
        return self._in(self._constants()._reserved)

    @property
    def is_link_local(self):
        return self in self._constants()._linklocal

    @property
    def is_unspecified(self):
        return self._ip == 0


@functools.total_ordering
class _Network(_Base):
    """All addresses that begin with the same bits."""

    def __init__(self, address, strict=True):
        parts = self._split(address)
        self.network_address = self._address_class(parts[0])
        self.netmask, self._prefixlen = self._make_netmask(
            parts[1] if len(parts) > 1 else self._max_prefixlen)
        packed = int(self.network_address)
        if packed & int(self.netmask) != packed:
            if strict:
                raise ValueError('%s has host bits set' % self)
            self.network_address = self._address_class(packed & int(self.netmask))
        if self._prefixlen == self._max_prefixlen - 1:
            self.hosts = self.__iter__
        elif self._prefixlen == self._max_prefixlen:
            self.hosts = lambda: [self._address_class(self.network_address)]

    @classmethod
    def _make_netmask(cls, arg):
        if isinstance(arg, int):
            if not 0 <= arg <= cls._max_prefixlen:
                cls._wrong_mask(arg)
            length = arg
        else:
            length = cls._prefix_of_argument(arg)
        return cls._netmask_class(cls._mask_of(length)), length

    @classmethod
    def _prefix_of_argument(cls, text):
        return cls._prefix_of_text(text)

    def __repr__(self):
        return '%s(%r)' % (self.__class__.__name__, str(self))

    def __str__(self):
        return '%s/%d' % (self.network_address, self._prefixlen)

    def hosts(self):
        """The addresses of hosts."""
        for each in range(int(self.network_address) + 1, int(self.broadcast_address)):
            yield self._address_class(each)

    def __iter__(self):
        for each in range(int(self.network_address), int(self.broadcast_address) + 1):
            yield self._address_class(each)

    def __getitem__(self, n):
        start = int(self.network_address if n >= 0 else self.broadcast_address + 1)
        if not int(self.network_address) <= start + n <= int(self.broadcast_address):
            raise IndexError('address out of range')
        return self._address_class(start + n)

    def __lt__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        if self._version != other._version:
            raise TypeError('%s and %s are not of the same version' % (self, other))
        if self.network_address != other.network_address:
            return self.network_address < other.network_address
        return self.netmask < other.netmask

    def __eq__(self, other):
        try:
            return (self._version == other._version
                    and self.network_address == other.network_address
                    and int(self.netmask) == int(other.netmask))
        except AttributeError:
            return NotImplemented

    def __hash__(self):
        return hash(int(self.network_address) ^ int(self.netmask))

    def __contains__(self, other):
        if self._version != other._version or isinstance(other, _Network):
            return False
        return other._ip & int(self.netmask) == int(self.network_address)

    def overlaps(self, other):
        """Whether they have addresses in common."""
        return (self.network_address in other or self.broadcast_address in other
                or other.network_address in self or other.broadcast_address in self)

    @functools.cached_property
    def broadcast_address(self):
        return self._address_class(int(self.network_address) | int(self.hostmask))

    @functools.cached_property
    def hostmask(self):
        return self._netmask_class(int(self.netmask) ^ self._ALL_ONES)

    @property
    def with_prefixlen(self):
        return '%s/%d' % (self.network_address, self._prefixlen)

    @property
    def with_netmask(self):
        return '%s/%s' % (self.network_address, self.netmask)

    @property
    def with_hostmask(self):
        return '%s/%s' % (self.network_address, self.hostmask)

    @property
    def num_addresses(self):
        return int(self.broadcast_address) - int(self.network_address) + 1

    @property
    def prefixlen(self):
        return self._prefixlen

    def _explode_shorthand_ip_string(self):
        return '%s/%d' % (self.network_address.exploded, self._prefixlen)

    def _reverse_pointer(self):
        return self.network_address._reverse_pointer()

    def _of(self, address, prefixlen):
        return self._network_class((address, prefixlen))

    def address_exclude(self, other):
        """The networks that remain without another."""
        if self._version != other._version:
            raise TypeError('%s and %s are not of the same version' % (self, other))
        if not isinstance(other, _Network):
            raise TypeError('%s is not a network object' % other)
        if not other.subnet_of(self):
            raise ValueError('%s not contained in %s' % (other, self))
        if other == self:
            return
        other = self._of(int(other.network_address), other._prefixlen)
        first, second = self.subnets()
        while first != other and second != other:
            if other.subnet_of(first):
                yield second
                first, second = first.subnets()
            else:
                yield first
                first, second = second.subnets()
        yield second if first == other else first

    def compare_networks(self, other):
        """-1, 0 or 1."""
        if self._version != other._version:
            raise TypeError('%s and %s are not of the same type' % (self, other))
        mine = (self.network_address, self.netmask)
        its = (other.network_address, other.netmask)
        return -1 if mine < its else 1 if its < mine else 0

    def _get_networks_key(self):
        return self._version, self.network_address, self.netmask

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        """The networks that it consists of."""
        if self._prefixlen == self._max_prefixlen:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < self._prefixlen:
                raise ValueError('new prefix must be longer')
            if prefixlen_diff != 1:
                raise ValueError('cannot set prefixlen_diff and new_prefix')
            prefixlen_diff = new_prefix - self._prefixlen
        if prefixlen_diff < 0:
            raise ValueError('prefix length diff must be > 0')
        length = self._prefixlen + prefixlen_diff
        if length > self._max_prefixlen:
            raise ValueError('prefix length diff %d is invalid for netblock %s' % (length, self))
        step = (int(self.hostmask) + 1) >> prefixlen_diff
        for start in range(int(self.network_address), int(self.broadcast_address) + 1, step):
            yield self._of(start, length)

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        """A network that contains it."""
        if self._prefixlen == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self._prefixlen:
                raise ValueError('new prefix must be shorter')
            if prefixlen_diff != 1:
                raise ValueError('cannot set prefixlen_diff and new_prefix')
            prefixlen_diff = self._prefixlen - new_prefix
        length = self._prefixlen - prefixlen_diff
        if length < 0:
            raise ValueError('current prefixlen is %d, cannot have a prefixlen_diff of %d'
                             % (self._prefixlen, prefixlen_diff))
        return self._of(int(self.network_address) & (int(self.netmask) << prefixlen_diff), length)

    @staticmethod
    def _is_subnet_of(a, b):
        try:
            if a._version != b._version:
                raise TypeError(f'{a} and {b} are not of the same version')
            return (b.network_address <= a.network_address
                    and b.broadcast_address >= a.broadcast_address)
        except AttributeError:
            raise TypeError(f'Unable to test subnet containment between {a} and {b}')

    def subnet_of(self, other):
        return self._is_subnet_of(self, other)

    def supernet_of(self, other):
        return self._is_subnet_of(other, self)

    def _both(self, name):
        return (getattr(self.network_address, name) and getattr(self.broadcast_address, name))

    is_multicast = property(lambda self: self._both('is_multicast'))
    is_reserved = property(lambda self: self._both('is_reserved'))
    is_link_local = property(lambda self: self._both('is_link_local'))
    is_unspecified = property(lambda self: self._both('is_unspecified'))
    is_loopback = property(lambda self: self._both('is_loopback'))
    is_global = property(lambda self: not self.is_private)

    @property
    def is_private(self):
        return any(self.network_address in net and self.broadcast_address in net
                   for net in self._constants()._private)


class _V4:
    """What is special about version 4."""

    __slots__ = ()
    _version = 4
    _ALL_ONES = 2 ** IPV4LENGTH - 1
    _max_prefixlen = IPV4LENGTH

    @staticmethod
    def _constants():
        return _known(4)

    @classmethod
    def _ip_int_from_string(cls, text):
        if not text:
            raise AddressValueError('Address cannot be empty')
        octets = text.split('.')
        if len(octets) != 4:
            raise AddressValueError('Expected 4 octets in %r' % text)
        try:
            return int.from_bytes(map(cls._octet, octets), 'big')
        except ValueError as e:
            raise AddressValueError('%s in %r' % (e, text)) from None

    @classmethod
    def _octet(cls, text):
        if not text:
            raise ValueError('Empty octet not permitted')
        if not (text.isascii() and text.isdigit()):
            raise ValueError('Only decimal digits permitted in %r' % text)
        if len(text) > 3:
            raise ValueError('At most 3 characters permitted in %r' % text)
        if text != '0' and text[0] == '0':
            raise ValueError('Leading zeros are not permitted in %r' % text)
        value = int(text, 10)
        if value > 255:
            raise ValueError('Octet %d (> 255) not permitted' % value)
        return value

    @classmethod
    def _string_from_ip_int(cls, ip_int):
        return '.'.join(map(str, ip_int.to_bytes(4, 'big')))


class IPv4Address(_V4, _Address):
    """Represent and manipulate single IPv4 Addresses."""

    __slots__ = ('_ip', '__weakref__')

    def __init__(self, address):
        if isinstance(address, int):
            self._check_int(address)
            self._ip = address
        elif isinstance(address, bytes):
            self._check_packed(address, 4)
            self._ip = int.from_bytes(address, 'big')
        else:
            text = str(address)
            if '/' in text:
                raise AddressValueError(f"Unexpected '/' in {text!r}")
            self._ip = self._ip_int_from_string(text)

    @property
    def packed(self):
        return v4_int_to_packed(self._ip)

    def _explode_shorthand_ip_string(self):
        return str(self)

    def _reverse_pointer(self):
        return '.'.join(reversed(str(self).split('.'))) + '.in-addr.arpa'

    @property
    def is_private(self):
        return self._in(self._constants()._private)

    @property
    def is_global(self):
        return self not in IPv4Network('100.64.0.0/10') and not self.is_private

    @property
    def is_loopback(self):
        return self._ip >> 24 == 127


class _InterfaceBase:
    """An address of a host with its network."""

    __slots__ = ()

    def __init__(self, address):
        parts = self._split(address)
        self._start(parts[0])
        self.network = self._network_class(address, strict=False)
        self.netmask = self.network.netmask
        self._prefixlen = self.network._prefixlen

    @functools.cached_property
    def hostmask(self):
        return self.network.hostmask

    def __eq__(self, other):
        equal = self._address_class.__eq__(self, other)
        if equal is NotImplemented or not equal:
            return equal
        try:
            return self.network == other.network
        except AttributeError:
            return False

    def __lt__(self, other):
        less = self._address_class.__lt__(self, other)
        if less is NotImplemented:
            return NotImplemented
        try:
            return (self.network < other.network
                    or self.network == other.network and less)
        except AttributeError:
            return False

    def __hash__(self):
        return hash((self._ip, self._prefixlen, int(self.network.network_address)))

    def __reduce__(self):
        return self.__class__, (str(self),)

    @property
    def with_prefixlen(self):
        return '%s/%s' % (self._text(), self._prefixlen)

    @property
    def with_netmask(self):
        return '%s/%s' % (self._text(), self.netmask)

    @property
    def with_hostmask(self):
        return '%s/%s' % (self._text(), self.hostmask)

    def _text(self):
        return self._address_class.__str__(self)


class IPv4Interface(_InterfaceBase, IPv4Address):
    def _start(self, address):
        IPv4Address.__init__(self, address)

    def __str__(self):
        return '%s/%d' % (self._string_from_ip_int(self._ip), self._prefixlen)

    @property
    def ip(self):
        return IPv4Address(self._ip)


class IPv4Network(_V4, _Network):
    """This class represents and manipulates 32-bit IPv4 network + addresses."""

    @classmethod
    def _prefix_of_argument(cls, text):
        try:
            return cls._prefix_of_text(text)
        except NetmaskValueError:
            pass
        try:
            mask = cls._ip_int_from_string(text)
        except AddressValueError:
            cls._wrong_mask(text)
        for value in (mask, mask ^ cls._ALL_ONES):
            try:
                return cls._prefix_of_mask(value)
            except ValueError:
                pass
        cls._wrong_mask(text)

    @property
    def is_global(self):
        return (not (self.network_address in IPv4Network('100.64.0.0/10')
                     and self.broadcast_address in IPv4Network('100.64.0.0/10'))
                and not self.is_private)


class _V6:
    """What is special about version 6."""

    __slots__ = ()
    _version = 6
    _ALL_ONES = 2 ** IPV6LENGTH - 1
    _max_prefixlen = IPV6LENGTH
    _HEXTET_COUNT = 8

    @staticmethod
    def _constants():
        return _known(6)

    @classmethod
    def _ip_int_from_string(cls, text):
        if not text:
            raise AddressValueError('Address cannot be empty')
        parts = text.split(':')
        if len(parts) < 3:
            raise AddressValueError('At least %d parts expected in %r' % (3, text))
        if '.' in parts[-1]:
            try:
                low = IPv4Address(parts.pop())._ip
            except AddressValueError as e:
                raise AddressValueError('%s in %r' % (e, text)) from None
            parts += ['%x' % (low >> 16 & 0xffff), '%x' % (low & 0xffff)]
        if len(parts) > 9:
            raise AddressValueError('At most %d colons permitted in %r' % (8, text))
        empty = [i for i in range(1, len(parts) - 1) if not parts[i]]
        if len(empty) > 1:
            raise AddressValueError("At most one '::' permitted in %r" % text)
        if empty:
            high, low = empty[0], len(parts) - empty[0] - 1
            if not parts[0]:
                high -= 1
                if high:
                    raise AddressValueError("Leading ':' only permitted as part of '::' in %r"
                                            % text)
            if not parts[-1]:
                low -= 1
                if low:
                    raise AddressValueError("Trailing ':' only permitted as part of '::' in %r"
                                            % text)
            missing = 8 - (high + low)
            if missing < 1:
                raise AddressValueError("Expected at most %d other parts with '::' in %r"
                                        % (7, text))
            words = parts[:high] + ['0'] * missing + (parts[-low:] if low else [])
            if not parts[0]:
                words = ['0'] * missing + (parts[-low:] if low else [])
        else:
            if len(parts) != 8:
                raise AddressValueError("Exactly %d parts expected without '::' in %r" % (8, text))
            if not parts[0]:
                raise AddressValueError("Leading ':' only permitted as part of '::' in %r" % text)
            if not parts[-1]:
                raise AddressValueError("Trailing ':' only permitted as part of '::' in %r" % text)
            words = parts
        value = 0
        try:
            for word in words:
                value = value << 16 | cls._hextet(word)
        except ValueError as e:
            raise AddressValueError('%s in %r' % (e, text)) from None
        return value

    @staticmethod
    def _hextet(text):
        if not set(text) <= set('0123456789abcdefABCDEF'):
            raise ValueError('Only hex digits permitted in %r' % text)
        if len(text) > 4:
            raise ValueError('At most 4 characters permitted in %r' % text)
        return int(text, 16)

    @classmethod
    def _string_from_ip_int(cls, ip_int=None):
        if ip_int > cls._ALL_ONES:
            raise ValueError('IPv6 address is too large')
        words = ['%x' % (ip_int >> shift & 0xffff) for shift in range(112, -16, -16)]
        best, at = 1, -1
        run = 0
        for i, word in enumerate(words + ['x']):
            if word == '0':
                run += 1
                continue
            if run > best:
                best, at = run, i - run
            run = 0
        if at < 0:
            return ':'.join(words)
        return ':'.join(words[:at]) + '::' + ':'.join(words[at + best:])

    def _whole(self, value):
        text = '%032x' % value
        return ':'.join(text[i:i + 4] for i in range(0, 32, 4))


class IPv6Address(_V6, _Address):
    """Represent and manipulate single IPv6 Addresses."""

    __slots__ = ('_ip', '_scope_id', '__weakref__')

    def __init__(self, address):
        self._scope_id = None
        if isinstance(address, int):
            self._check_int(address)
            self._ip = address
        elif isinstance(address, bytes):
            self._check_packed(address, 16)
            self._ip = int.from_bytes(address, 'big')
        else:
            text = str(address)
            if '/' in text:
                raise AddressValueError(f"Unexpected '/' in {text!r}")
            text, percent, scope = text.partition('%')
            if percent and (not scope or '%' in scope):
                raise AddressValueError('Invalid IPv6 address: "%r"' % str(address))
            self._scope_id = scope if percent else None
            self._ip = self._ip_int_from_string(text)

    def __str__(self):
        text = super().__str__()
        return text + '%' + self._scope_id if self._scope_id else text

    def __hash__(self):
        return hash((self._ip, self._scope_id))

    def __eq__(self, other):
        equal = super().__eq__(other)
        if equal is NotImplemented or not equal:
            return equal
        return self._scope_id == getattr(other, '_scope_id', None)

    def __reduce__(self):
        return self.__class__, (str(self),)

    @property
    def scope_id(self):
        return self._scope_id

    @property
    def packed(self):
        return v6_int_to_packed(self._ip)

    def _explode_shorthand_ip_string(self):
        return self._whole(self._ip)

    def _reverse_pointer(self):
        return '.'.join(reversed('%032x' % self._ip)) + '.ip6.arpa'

    @property
    def is_site_local(self):
        return self in IPv6Network('fec0::/10')

    @property
    def is_private(self):
        mapped = self.ipv4_mapped
        return mapped.is_private if mapped is not None else self._in(self._constants()._private)

    @property
    def is_global(self):
        return not self.is_private

    @property
    def is_loopback(self):
        return self._ip == 1

    @property
    def ipv4_mapped(self):
        return IPv4Address(self._ip & 0xffffffff) if self._ip >> 32 == 0xffff else None

    @property
    def teredo(self):
        if self._ip >> 96 != 0x20010000:
            return None
        return IPv4Address(self._ip >> 64 & 0xffffffff), IPv4Address(~self._ip & 0xffffffff)

    @property
    def sixtofour(self):
        return IPv4Address(self._ip >> 80 & 0xffffffff) if self._ip >> 112 == 0x2002 else None


class IPv6Interface(_InterfaceBase, IPv6Address):
    def _start(self, address):
        IPv6Address.__init__(self, address)

    def __str__(self):
        return '%s/%d' % (IPv6Address.__str__(self), self._prefixlen)

    def _explode_shorthand_ip_string(self):
        return '%s/%d' % (self._whole(self._ip), self._prefixlen)

    @property
    def ip(self):
        return IPv6Address(self._ip)

    @property
    def is_unspecified(self):
        return self._ip == 0 and self.network.is_unspecified

    @property
    def is_loopback(self):
        return self._ip == 1 and self.network.is_loopback


class IPv6Network(_V6, _Network):
    """This class represents and manipulates 128-bit IPv6 networks."""

    def hosts(self):
        """The addresses of hosts."""
        for each in range(int(self.network_address) + 1, int(self.broadcast_address) + 1):
            yield self._address_class(each)

    @property
    def is_site_local(self):
        return self._both('is_site_local')


for _version in (4, 6):
    _names = [f'IPv{_version}{kind}' for kind in ('Address', 'Network', 'Interface')]
    _address, _network, _interface = map(globals().get, _names)
    for _each in (_network, _interface):
        _each._address_class = _address
        _each._network_class = _network
        _each._netmask_class = IPv4Address if _version == 4 else IPv6Address
del _version, _names, _address, _network, _interface, _each


class _Constants:
    def __init__(self, cls, linklocal, multicast, private, reserved):
        self._linklocal = cls(linklocal)
        self._multicast = cls(multicast)
        self._private = [cls(text) for text in private.split()]
        self._reserved = [cls(text) for text in reserved.split()]


@functools.lru_cache(None)
def _known(version):
    """Networks with a meaning."""
    if version == 4:
        return _Constants(
            IPv4Network, '169.254.0.0/16', '224.0.0.0/4',
            '0.0.0.0/8 10.0.0.0/8 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/29 '
            '192.0.0.170/31 192.0.2.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 '
            '203.0.113.0/24 240.0.0.0/4 255.255.255.255/32', '240.0.0.0/4')
    return _Constants(
        IPv6Network, 'fe80::/10', 'ff00::/8',
        '::1/128 ::/128 ::ffff:0:0/96 100::/64 2001::/23 2001:2::/48 2001:db8::/32 2001:10::/28 '
        'fc00::/7 fe80::/10',
        '::/8 100::/8 200::/7 400::/6 800::/5 1000::/4 4000::/3 6000::/3 8000::/3 A000::/3 '
        'C000::/3 E000::/4 F000::/5 F800::/6 FE00::/9')
