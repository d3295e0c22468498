# ipaddress: addresses, networks, interfaces, ranges, errors.
import ipaddress
from ipaddress import *

for text in ('192.168.1.1', '127.0.0.1', '8.8.8.8', '224.0.0.1', '169.254.3.4', '0.0.0.0', '::1', '2001:db8::ff00:42:8329', 'fe80::1',
             '::ffff:1.2.3.4', '2002:c000:204::1', 'ff02::1', '::', 16909060, b'\x01\x02\x03\x04', 2 ** 100):
    a = ip_address(text)
    print(repr(a), a, int(a), a.version, a.packed, a.compressed, a.exploded, a.reverse_pointer)
    print('  ', a.is_private, a.is_global, a.is_loopback, a.is_multicast, a.is_link_local, a.is_reserved, a.is_unspecified)
a = IPv4Address('10.0.0.1')
print(a + 5, a - 1, a < a + 1, a == IPv4Address('10.0.0.1'), hash(a) == hash(a + 0), sorted([a + 2, a, a + 1]), f'{a:x} {a:#b} {a:_n}')
n = ip_network('192.168.0.0/29')
print(n, repr(n), n.netmask, n.hostmask, n.prefixlen, n.num_addresses, n.broadcast_address, n.with_netmask, n.with_hostmask)
print(list(n.hosts()), list(n)[:2], n[0], n[-1], a in n, n[3] in n, len(list(n.subnets())), list(n.subnets(new_prefix=31)))
print(n.supernet(), n.supernet(new_prefix=24), n.overlaps(ip_network('192.168.0.4/30')), n.subnet_of(ip_network('192.168.0.0/16')))
print(list(ip_network('10.0.0.0/30').address_exclude(ip_network('10.0.0.1/32'))), n.compare_networks(ip_network('192.168.0.8/29')))
print(ip_network('10.1.2.3/8', strict=False), ip_network('10.0.0.0/255.0.0.0'), ip_network('10.0.0.0/0.255.255.255'), ip_network(('10.0.0.0', 8)))
six = ip_network('2001:db8::/126')
print(six, six.netmask, list(six.hosts()), six.num_addresses, six.is_private, six.exploded)
i = ip_interface('192.168.1.5/24')
print(repr(i), i.ip, i.network, i.with_prefixlen, i.with_netmask, i == ip_interface('192.168.1.5/24'), ip_interface('::1/64').network)
print(list(summarize_address_range(IPv4Address('192.0.2.0'), IPv4Address('192.0.2.130'))))
print(list(collapse_addresses([ip_network('192.0.2.0/25'), ip_network('192.0.2.128/25'), IPv4Address('192.0.3.0')])))
print(sorted([ip_network('10.0.0.0/8'), ip_address('10.0.0.1')], key=get_mixed_type_key))
x = IPv6Address('::ffff:1.2.3.4')
print(x.ipv4_mapped, IPv6Address('2002:c000:204::1').sixtofour, IPv6Address('fe80::1%3').scope_id, IPv6Address('1::').teredo, x.is_private)
for wrong in ('', '1.2.3', '1.2.3.4.5', '256.1.1.1', '01.2.3.4', 'a.b.c.d', '1..2.3', ':::', '1:2:3', '12345::', '1:2:3:4:5:6:7:8:9', 'g::', '1.2.3.4/33', -1, 2 ** 200):
    for function in (ip_address, ip_network, IPv4Address, IPv6Address, IPv4Network):
        try:
            print(repr(wrong), function(wrong))
        except Exception as e:
            print(repr(wrong), function.__name__, type(e).__name__, e)
for function in (lambda: ip_network('10.0.0.1/8'), lambda: a < IPv6Address('::1'), lambda: n[9], lambda: n.subnets(new_prefix=20), lambda: a + 'x', lambda: a + 2 ** 40,
                 lambda: list(n.subnets(prefixlen_diff=9)), lambda: n.supernet(new_prefix=30), lambda: IPv4Network('1.2.3.0/2x')):
    try:
        r = function()
        print(next(r) if hasattr(r, '__next__') else r)
    except Exception as e:
        print(type(e).__name__, e)
