"""Addresses and networks of IPv4 and IPv6."""

import functools

IPV4LENGTH = 32
IPV6LENGTH = 128


class AddressValueError(ValueError):
    """An address is wrong."""


class NetmaskValueError(ValueError):
    """A netmask is wrong."""


def _first(address, classes, what):
    for cls in classes:
        try:
            return cls(address)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f'{address!r} does not appear to be an IPv4 or IPv6 {what}')


def ip_address(address):
    """An IPv4Address or IPv6Address."""
    return _first(address, (IPv4Address, IPv6Address), 'address')


def ip_network(address, strict=True):
    """An IPv4Network or IPv6Network."""
    return _first(address, (lambda a: IPv4Network(a, strict), lambda a: IPv6Network(a, strict)), 'network')


def ip_interface(address):
    """An IPv4Interface or IPv6Interface."""
    return _first(address, (IPv4Interface, IPv6Interface), 'interface')


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
    """The networks that make up the range of two addresses."""
    if not (isinstance(first, _BaseAddress) and isinstance(last, _BaseAddress)):
        raise TypeError('first and last must be IP addresses, not networks')
    if first.version != last.version:
        raise TypeError('%s and %s are not of the same version' % (first, last))
    if first > last:
        raise ValueError('last IP address must be greater than first')
    cls = IPv4Network if first.version == 4 else IPv6Network
    bits, a, b = first._max_prefixlen, first._ip, last._ip
    while a <= b:
        n = min((a & -a).bit_length() - 1 if a else bits, (b - a + 1).bit_length() - 1)
        yield cls((a, bits - n))
        a += 1 << n
        if a - 1 == (1 << bits) - 1:
            break


def collapse_addresses(addresses):
    """The fewest networks that have these addresses."""
    ips, nets = [], []
    for ip in addresses:
        if ips and ips[-1].version != ip.version or nets and nets[-1].version != ip.version:
            raise TypeError('%s and %s are not of the same version' % (ip, (ips or nets)[-1]))
        if isinstance(ip, _BaseNetwork):
            nets.append(ip)
        else:
            ips.append(getattr(ip, 'ip', ip))
    for ip in ips:
        nets.append(ip._network_class((ip._ip, ip._max_prefixlen)))
    todo, found = list(nets), {}
    while todo:
        net = todo.pop()
        above = net.supernet()
        other = found.get(above)
        if other is None:
            found[above] = net
        elif other != net:
            del found[above]
            todo.append(above)
    last = None
    for net in sorted(found.values()):
        if last is not None and last.broadcast_address >= net.broadcast_address:
            continue
        yield net
        last = net


def get_mixed_type_key(obj):
    """A key by which addresses and networks can be sorted together."""
    if isinstance(obj, _BaseNetwork):
        return obj._version, obj.network_address, obj.netmask
    if isinstance(obj, _BaseAddress):
        return obj._version, obj
    return NotImplemented


class _Base:
    """What addresses and networks have."""

    @property
    def exploded(self):
        return self._explode()

    @property
    def compressed(self):
        return str(self)

    @property
    def version(self):
        return self._version

    @property
    def max_prefixlen(self):
        return self._max_prefixlen

    @property
    def reverse_pointer(self):
        return self._reverse_pointer()

    @classmethod
    def _split_prefix(cls, address):
        if not isinstance(address, tuple):
            address = str(address).split('/')
            if len(address) > 2:
                raise AddressValueError(f"Only one '/' permitted in {'/'.join(address)!r}")
            address = tuple(address)
        return address[0], address[1] if len(address) > 1 else cls._max_prefixlen

    @classmethod
    def _prefix(cls, arg):
        """The length of a prefix, of a number, a mask or its inverse."""
        bits = cls._max_prefixlen
        if isinstance(arg, int):
            if not 0 <= arg <= bits:
                raise NetmaskValueError(f'{arg!r} is not a valid netmask')
            return arg
        if arg.isascii() and arg.isdigit():
            if int(arg) > bits:
                raise NetmaskValueError(f'{arg!r} is not a valid netmask')
            return int(arg)
        if cls._version == 4:
            try:
                mask = cls._parse(arg)
            except AddressValueError:
                raise NetmaskValueError(f'{arg!r} is not a valid netmask') from None
            full = (1 << bits) - 1
            for m in mask, mask ^ full:
                inverse = m ^ full
                if inverse & (inverse + 1) == 0:
                    return bits - inverse.bit_length()
        raise NetmaskValueError(f'{arg!r} is not a valid netmask')


@functools.total_ordering
class _BaseAddress(_Base):
    def __init__(self, address):
        if isinstance(address, int):
            if address < 0:
                raise AddressValueError('%d (< 0) is not permitted as an IPv%d address' % (address, self._version))
            if address >> self._max_prefixlen:
                raise AddressValueError('%d (>= 2**%d) is not permitted as an IPv%d address' % (
                    address, self._max_prefixlen, self._version))
            self._ip = address
        elif isinstance(address, bytes):
            if len(address) != self._max_prefixlen // 8:
                raise AddressValueError('%r (len %d != %d) is not permitted as an IPv%d address' % (
                    address, len(address), self._max_prefixlen // 8, self._version))
            self._ip = int.from_bytes(address, 'big')
        else:
            text = str(address)
            if '/' in text:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            self._ip = self._parse_text(text)

    def _parse_text(self, text):
        return self._parse(text)

    @property
    def packed(self):
        return self._ip.to_bytes(self._max_prefixlen // 8, 'big')

    def __int__(self):
        return self._ip

    def __eq__(self, other):
        try:
            return self._ip == other._ip and self._version == other._version and self._scope() == other._scope()
        except AttributeError:
            return NotImplemented

    def _scope(self):
        return None

    def __lt__(self, other):
        if not isinstance(other, _BaseAddress):
            return NotImplemented
        if self._version != other._version:
            raise TypeError('%s and %s are not of the same version' % (self, other))
        return self._ip < other._ip

    def __add__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return self.__class__(int(self) + other)

    def __sub__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return self.__class__(int(self) - other)

    def __hash__(self):
        return hash(hex(self._ip))

    def __str__(self):
        return self._text(self._ip)

    def __repr__(self):
        return '%s(%r)' % (self.__class__.__name__, str(self))

    def __format__(self, fmt):
        if not fmt or fmt[-1] == 's':
            return format(str(self), fmt)
        kind, rest = fmt[-1], fmt[:-1]
        if kind not in 'bnxX':
            return super().__format__(fmt)
        if kind == 'n':
            kind = 'b' if self._version == 4 else 'x'
        if rest not in ('', '#', '_', '#_'):
            return super().__format__(fmt)
        digits = self._max_prefixlen // (1 if kind == 'b' else 4)
        if '_' in rest:
            digits += digits // 4 - 1
        if '#' in rest:
            digits += 2
        return format(int(self), f'{"#" if "#" in rest else ""}0{digits}{"_" if "_" in rest else ""}{kind}')

    def __reduce__(self):
        return self.__class__, (str(self),)

    def _in(self, networks):
        return any(self in net for net in networks)


@functools.total_ordering
class _BaseNetwork(_Base):
    def __init__(self, address, strict=True):
        if isinstance(address, (int, bytes)):
            addr, mask = address, self._max_prefixlen
        else:
            addr, mask = self._split_prefix(address)
        self.network_address = self._address_class(addr)
        self._prefixlen = self._prefix(mask)
        self.netmask = self._address_class(((1 << self._prefixlen) - 1) << (self._max_prefixlen - self._prefixlen))
        packed = int(self.network_address)
        if packed & int(self.netmask) != packed:
            if strict:
                raise ValueError('%s has host bits set' % self)
            self.network_address = self._address_class(packed & int(self.netmask))

    def __repr__(self):
        return '%s(%r)' % (self.__class__.__name__, str(self))

    def __str__(self):
        return '%s/%d' % (self.network_address, self._prefixlen)

    def _explode(self):
        return '%s/%d' % (self.network_address.exploded, self._prefixlen)

    def _reverse_pointer(self):
        return self.network_address.reverse_pointer

    def hosts(self):
        """The addresses of hosts: all but the first and the last, if there are more than two."""
        network, broadcast = int(self.network_address), int(self.broadcast_address)
        spare = self._max_prefixlen - self._prefixlen
        if spare == 0:
            return iter([self._address_class(network)])
        if spare == 1:
            return iter(self)
        last = broadcast + (1 if self._version == 6 else 0)
        return (self._address_class(x) for x in range(network + 1, last))

    def __iter__(self):
        for x in range(int(self.network_address), int(self.broadcast_address) + 1):
            yield self._address_class(x)

    def __getitem__(self, n):
        network, broadcast = int(self.network_address), int(self.broadcast_address)
        if n >= 0:
            if network + n > broadcast:
                raise IndexError('address out of range')
            return self._address_class(network + n)
        if broadcast + n + 1 < network:
            raise IndexError('address out of range')
        return self._address_class(broadcast + n + 1)

    def __lt__(self, other):
        if not isinstance(other, _BaseNetwork):
            return NotImplemented
        if self._version != other._version:
            raise TypeError('%s and %s are not of the same version' % (self, other))
        return (int(self.network_address), int(self.netmask)) < (int(other.network_address), int(other.netmask))

    def __eq__(self, other):
        try:
            return (self._version == other._version and self.network_address == other.network_address
                    and int(self.netmask) == int(other.netmask))
        except AttributeError:
            return NotImplemented

    def __hash__(self):
        return hash(int(self.network_address) ^ int(self.netmask))

    def __contains__(self, other):
        if self._version != other._version or isinstance(other, _BaseNetwork):
            return False
        return other._ip & int(self.netmask) == int(self.network_address)

    def overlaps(self, other):
        """Whether the networks have addresses in common."""
        return self.network_address in other or self.broadcast_address in other or (
            other.network_address in self or other.broadcast_address in self)

    @property
    def broadcast_address(self):
        return self._address_class(int(self.network_address) | int(self.hostmask))

    @property
    def hostmask(self):
        return self._address_class(int(self.netmask) ^ (1 << self._max_prefixlen) - 1)

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

    def address_exclude(self, other):
        """The networks that are left without another one."""
        if self._version != other._version:
            raise TypeError('%s and %s are not of the same version' % (self, other))
        if not isinstance(other, _BaseNetwork):
            raise TypeError('%s is not a network object' % other)
        if not other.subnet_of(self):
            raise ValueError('%s not contained in %s' % (other, self))
        if other == self:
            return
        s1, s2 = self.subnets()
        while s1 != other and s2 != other:
            if other.subnet_of(s1):
                yield s2
                s1, s2 = s1.subnets()
            else:
                yield s1
                s1, s2 = s2.subnets()
        yield s2 if s1 == other else s1

    def compare_networks(self, other):
        """-1, 0 or 1."""
        if self._version != other._version:
            raise TypeError('%s and %s are not of the same type' % (self, other))
        a, b = ((int(n.network_address), int(n.netmask)) for n in (self, other))
        return (a > b) - (a < b)

    def _bits(self, diff, new_prefix, sign, wanted):
        """How many bits a prefix is to be longer, or shorter, as one of two
        arguments says it."""
        if new_prefix is None:
            return diff
        bits = sign * (new_prefix - self._prefixlen)
        if bits < 0:
            raise ValueError('new prefix must be ' + wanted)
        if diff != 1:
            raise ValueError('cannot set prefixlen_diff and new_prefix')
        return bits

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        """The networks that this one is made of."""
        if self._prefixlen == self._max_prefixlen:
            yield self
            return
        more = self._bits(prefixlen_diff, new_prefix, 1, 'longer')
        if more < 0:
            raise ValueError('prefix length diff must be > 0')
        new = self._prefixlen + more
        if new > self._max_prefixlen:
            raise ValueError('prefix length diff %d is invalid for netblock %s' % (new, self))
        for start in range(int(self.network_address), int(self.broadcast_address) + 1,
                           (int(self.hostmask) + 1) >> more):
            yield self.__class__((start, new))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        """The network that this one is part of."""
        if self._prefixlen == 0:
            return self
        less = self._bits(prefixlen_diff, new_prefix, -1, 'shorter')
        if less > self._prefixlen:
            raise ValueError('current prefixlen is %d, cannot have a prefixlen_diff of %d' % (self._prefixlen, less))
        return self.__class__((int(self.network_address) & (int(self.netmask) << less), self._prefixlen - less))

    def _within(self, a, b):
        if a._version != b._version:
            raise TypeError(f'{a} and {b} are not of the same version')
        return b.network_address <= a.network_address and b.broadcast_address >= a.broadcast_address

    def subnet_of(self, other):
        return self._within(self, other)

    def supernet_of(self, other):
        return self._within(other, self)

    def __reduce__(self):
        return self.__class__, (str(self),)

    @property
    def is_multicast(self):
        return self.network_address.is_multicast and self.broadcast_address.is_multicast

    @property
    def is_reserved(self):
        return self.network_address.is_reserved and self.broadcast_address.is_reserved

    @property
    def is_link_local(self):
        return self.network_address.is_link_local and self.broadcast_address.is_link_local

    @property
    def is_private(self):
        return any(self.network_address in net and self.broadcast_address in net for net in self._address_class._private())

    @property
    def is_global(self):
        return not self.is_private

    @property
    def is_unspecified(self):
        return self.network_address.is_unspecified and self.broadcast_address.is_unspecified

    @property
    def is_loopback(self):
        return self.network_address.is_loopback and self.broadcast_address.is_loopback


class _V4:
    _version = 4
    _max_prefixlen = 32

    @classmethod
    def _parse(cls, text):
        if not text:
            raise AddressValueError('Address cannot be empty')
        octets = text.split('.')
        if len(octets) != 4:
            raise AddressValueError('Expected 4 octets in %r' % text)
        n = 0
        for octet in octets:
            try:
                if not octet:
                    raise ValueError('Empty octet not permitted')
                if not (octet.isascii() and octet.isdigit()):
                    raise ValueError('Only decimal digits permitted in %r' % octet)
                if len(octet) > 3:
                    raise ValueError('At most 3 characters permitted in %r' % octet)
                if octet != '0' and octet[0] == '0':
                    raise ValueError('Leading zeros are not permitted in %r' % octet)
                if int(octet) > 255:
                    raise ValueError('Octet %d (> 255) not permitted' % int(octet))
            except ValueError as exc:
                raise AddressValueError('%s in %r' % (exc, text)) from None
            n = n << 8 | int(octet)
        return n

    @classmethod
    def _text(cls, n):
        return '.'.join(map(str, n.to_bytes(4, 'big')))


class _V6:
    _version = 6
    _max_prefixlen = 128

    @classmethod
    def _parse(cls, text):
        if not text:
            raise AddressValueError('Address cannot be empty')
        parts = text.split(':')
        if len(parts) < 3:
            raise AddressValueError('At least 3 parts expected in %r' % text)
        if '.' in parts[-1]:
            try:
                v4 = IPv4Address(parts.pop())._ip
            except AddressValueError as exc:
                raise AddressValueError('%s in %r' % (exc, text)) from None
            parts += ['%x' % (v4 >> 16), '%x' % (v4 & 0xffff)]
        if len(parts) > 9:
            raise AddressValueError('At most 8 colons permitted in %r' % text)
        skip = None
        for i in range(1, len(parts) - 1):
            if not parts[i]:
                if skip is not None:
                    raise AddressValueError("At most one '::' permitted in %r" % text)
                skip = i
        if skip is not None:
            hi, lo = skip, len(parts) - skip - 1
            if not parts[0]:
                hi -= 1
                if hi:
                    raise AddressValueError("Leading ':' only permitted as part of '::' in %r" % text)
            if not parts[-1]:
                lo -= 1
                if lo:
                    raise AddressValueError("Trailing ':' only permitted as part of '::' in %r" % text)
            skipped = 8 - hi - lo
            if skipped < 1:
                raise AddressValueError("Expected at most 7 other parts with '::' in %r" % text)
        else:
            if len(parts) != 8:
                raise AddressValueError("Exactly 8 parts expected without '::' in %r" % text)
            if not parts[0]:
                raise AddressValueError("Leading ':' only permitted as part of '::' in %r" % text)
            if not parts[-1]:
                raise AddressValueError("Trailing ':' only permitted as part of '::' in %r" % text)
            hi, lo, skipped = 8, 0, 0
        n = 0
        for part in parts[:hi] + ['0'] * skipped + (parts[-lo:] if lo else []):
            try:
                if not part or set(part) - set('0123456789abcdefABCDEF'):
                    raise ValueError('Only hex digits permitted in %r' % part)
                if len(part) > 4:
                    raise ValueError('At most 4 characters permitted in %r' % part)
            except ValueError as exc:
                raise AddressValueError('%s in %r' % (exc, text)) from None
            n = n << 16 | int(part, 16)
        return n

    @classmethod
    def _text(cls, n):
        groups = ['%x' % (n >> shift & 0xffff) for shift in range(112, -1, -16)]
        best, at, i = 0, -1, 0
        while i < 8:
            j = i
            while j < 8 and groups[j] == '0':
                j += 1
            if j - i > best:
                best, at = j - i, i
            i = max(j, i + 1)
        if best > 1:
            return ':'.join(groups[:at]) + '::' + ':'.join(groups[at + best:])
        return ':'.join(groups)


def _lazy(cls, *texts):
    """A function that makes networks of these texts, once."""
    @functools.lru_cache(maxsize=None)
    def networks():
        return [globals()[cls](t) for t in texts]
    return networks


class IPv4Address(_V4, _BaseAddress):
    """An address of IPv4."""

    _private = staticmethod(_lazy('IPv4Network', '0.0.0.0/8', '10.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16',
                                  '172.16.0.0/12', '192.0.0.0/29', '192.0.0.170/31', '192.0.2.0/24', '192.168.0.0/16',
                                  '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '240.0.0.0/4',
                                  '255.255.255.255/32'))

    def _explode(self):
        return str(self)

    def _reverse_pointer(self):
        return '.'.join(reversed(str(self).split('.'))) + '.in-addr.arpa'

    @property
    def is_reserved(self):
        return self._ip >> 28 == 15

    @property
    def is_private(self):
        return self._in(self._private())

    @property
    def is_global(self):
        return not self._ip >> 22 == 0x64400000 >> 22 and not self.is_private

    @property
    def is_multicast(self):
        return self._ip >> 28 == 14

    @property
    def is_unspecified(self):
        return self._ip == 0

    @property
    def is_loopback(self):
        return self._ip >> 24 == 127

    @property
    def is_link_local(self):
        return self._ip >> 16 == 0xa9fe


class IPv6Address(_V6, _BaseAddress):
    """An address of IPv6, perhaps with a scope: fe80::1%eth0."""

    _private = staticmethod(_lazy('IPv6Network', '::1/128', '::/128', '::ffff:0:0/96', '100::/64', '2001::/23',
                                  '2001:2::/48', '2001:db8::/32', '2001:10::/28', 'fc00::/7', 'fe80::/10'))
    _reserved = staticmethod(_lazy('IPv6Network', '::/8', '100::/8', '200::/7', '400::/6', '800::/5', '1000::/4',
                                   '4000::/3', '6000::/3', '8000::/3', 'a000::/3', 'c000::/3', 'e000::/4', 'f000::/5',
                                   'f800::/6', 'fe00::/9'))
    _scope_id = None

    def _parse_text(self, text):
        address, sep, scope = text.partition('%')
        if sep:
            if not scope or '%' in scope:
                raise AddressValueError('Invalid IPv6 address: "%r"' % text)
            self._scope_id = scope
        return self._parse(address)

    def _scope(self):
        return self._scope_id

    @property
    def scope_id(self):
        return self._scope_id

    def __str__(self):
        text = self._text(self._ip)
        return text + '%' + self._scope_id if self._scope_id else text

    def __hash__(self):
        return hash((self._ip, self._scope_id))

    def _explode(self):
        n = '%032x' % self._ip
        return ':'.join(n[i:i + 4] for i in range(0, 32, 4)) + ('%' + self._scope_id if self._scope_id else '')

    def _reverse_pointer(self):
        return '.'.join(('%032x' % self._ip)[::-1]) + '.ip6.arpa'

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

    @property
    def is_multicast(self):
        return self._ip >> 120 == 0xff

    @property
    def is_reserved(self):
        return self._in(self._reserved())

    @property
    def is_link_local(self):
        return self._ip >> 118 == 0xfe80 >> 6

    @property
    def is_site_local(self):
        return self._ip >> 118 == 0xfec0 >> 6

    @property
    def is_private(self):
        mapped = self.ipv4_mapped
        return mapped.is_private if mapped is not None else self._in(self._private())

    @property
    def is_global(self):
        return not self.is_private

    @property
    def is_unspecified(self):
        return self._ip == 0

    @property
    def is_loopback(self):
        return self._ip == 1


class IPv4Network(_V4, _BaseNetwork):
    """A network of IPv4."""

    _address_class = IPv4Address

    @property
    def is_global(self):
        shared = IPv4Network('100.64.0.0/10')
        return not (self.network_address in shared and self.broadcast_address in shared) and not self.is_private


class IPv6Network(_V6, _BaseNetwork):
    """A network of IPv6."""

    _address_class = IPv6Address

    @property
    def is_site_local(self):
        return self.network_address.is_site_local and self.broadcast_address.is_site_local


class _Interface:
    """An address in a network."""

    def __init__(self, address):
        addr, mask = self._split_prefix(address) if not isinstance(address, (int, bytes)) else (address, self._max_prefixlen)
        super().__init__(addr)
        self.network = self._network_class((addr, mask), strict=False)
        self.netmask = self.network.netmask
        self._prefixlen = self.network._prefixlen

    @property
    def hostmask(self):
        return self.network.hostmask

    @property
    def ip(self):
        return self._address_class(self._ip)

    def __str__(self):
        return '%s/%d' % (super().__str__(), self._prefixlen)

    def __eq__(self, other):
        same = super().__eq__(other)
        if same is not True:
            return same
        return getattr(other, 'network', None) == self.network

    def __lt__(self, other):
        less = super().__lt__(other)
        if less is NotImplemented:
            return less
        return (self.network, self._ip) < (other.network, other._ip) if hasattr(other, 'network') else False

    def __hash__(self):
        return hash((self._ip, self._prefixlen, int(self.network.network_address)))

    @property
    def with_prefixlen(self):
        return '%s/%s' % (self._text(self._ip), self._prefixlen)

    @property
    def with_netmask(self):
        return '%s/%s' % (self._text(self._ip), self.netmask)

    @property
    def with_hostmask(self):
        return '%s/%s' % (self._text(self._ip), self.hostmask)


class IPv4Interface(_Interface, IPv4Address):
    """An address of IPv4 in a network."""

    _address_class = IPv4Address
    _network_class = IPv4Network


class IPv6Interface(_Interface, IPv6Address):
    """An address of IPv6 in a network."""

    _address_class = IPv6Address
    _network_class = IPv6Network


IPv4Address._network_class = IPv4Network
IPv6Address._network_class = IPv6Network
