# ipaddress: addresses, networks, interfaces and what is wrong with others.
from ipaddress import *
def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)
for a in ('192.168.0.1', '::1', 'fe80::1%eth0', '2001:db8::ff00:42:8329', '::ffff:1.2.3.4', '0.0.0.0', '255.255.255.255', '224.0.0.1', '10.0.0.1', '8.8.8.8', '169.254.1.1',
          '1.2.3', '1.2.3.256', '01.2.3.4', '1.2.3.a', '', ':1', '1::2::3', '12345::', '1:2:3:4:5:6:7:8:9', 'x', 5, 2**32, b'\x01\x02\x03\x04', -1, '1.2.3.4/5'):
    attempt(ip_address, a)
for a in ('192.168.0.1', '::1', '2002:c000:204::', 'fe80::5', 'ff02::1', '8.8.8.8', '240.0.0.1', '100.64.0.1'):
    x = ip_address(a)
    print(x, int(x), x.packed, x.exploded, x.compressed, x.version, x.reverse_pointer, x.is_private, x.is_global, x.is_multicast, x.is_loopback, x.is_link_local, x.is_reserved, x.is_unspecified)
for n in ('192.168.0.0/24', '10.0.0.0/255.0.0.0', '10.0.0.0/0.255.255.255', '1.2.3.4', '2001:db8::/32', '192.168.0.1/24', '1.2.3.4/33', '1.2.3.4/x', '::/129'):
    attempt(ip_network, n)
n = ip_network('192.168.4.0/22')
print(n.network_address, n.broadcast_address, n.netmask, n.hostmask, n.prefixlen, n.num_addresses, n.with_netmask, n.with_hostmask, n[1], n[-1], ip_address('192.168.5.1') in n)
print(list(n.subnets()), n.supernet(), list(n.subnets(new_prefix=24))[1], n.overlaps(ip_network('192.168.6.0/24')), n.subnet_of(ip_network('192.168.0.0/16')))
print(list(ip_network('10.0.0.0/30').hosts()), list(ip_network('10.0.0.0/31').hosts()), list(ip_network('10.0.0.5/32').hosts()), len(list(ip_network('::/126').hosts())))
print(list(n.address_exclude(ip_network('192.168.5.0/24'))), ip_network('192.168.0.1/24', strict=False))
i = ip_interface('192.168.0.5/24')
print(i, repr(i), i.ip, i.network, i.with_netmask, ip_interface('::1/64').network)
print(list(collapse_addresses([ip_network('10.0.0.0/25'), ip_network('10.0.0.128/25'), ip_network('10.0.1.0/24'), ip_address('1.1.1.1')][:3])))
print(list(summarize_address_range(ip_address('10.0.0.1'), ip_address('10.0.0.9'))), sorted([ip_address('10.0.0.2'), ip_address('9.0.0.1')]))
print(ip_address('10.0.0.1') + 5, ip_address('10.0.0.1') < ip_address('10.0.0.2'), ip_address('1.2.3.4') == ip_address('1.2.3.4'), hash(ip_address('1.2.3.4')) == hash(ip_address('1.2.3.4')))
attempt(lambda: ip_address('1.2.3.4') < ip_address('::1'))
print(f"{ip_address('1.2.3.4'):b} {ip_address('1.2.3.4'):#x} {ip_address('::1'):n} {ip_address('1.2.3.4'):>12s}", ip_address('::ffff:1.2.3.4').ipv4_mapped, ip_address('2002:c000:204::').sixtofour)
