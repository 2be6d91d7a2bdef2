print repr('\u1234'), repr(u'\u1234'), repr('\N{x}'), len('\u1234')
print repr(ur'\u1234\n'), repr(UR"\n"), repr(br'\n'), repr(Ur'x')
print repr(u'\xff\377\U00010000'), repr('\xff\377')
print repr(u'\N{BULLET}'), repr('\400')
print repr(u'\'"'), repr(u"it's")
print 0777, 0o777, 0xFFL, 0b11, 10l, 0L, 0x7fffffffffffffff, 0xffffffffffffffff
print 9223372036854775807, 9223372036854775808, -9223372036854775808, -9223372036854775809
print repr(2**62), repr(2**63), repr(1L), [1L], (2L,), {3L: 4L}, str(5L)
print type(2**63), type(2**62), type(1L + 1), type(9223372036854775807 + 1), type(int(2**63)), type(long(1))
print 1L == 1, hash(1L) == hash(1), 10L // 3, 10L ** 2, -5L, ~5L, 5L & 3, abs(-5L)
print "%d %s %r" % (5L, 5L, 5L), [1, 2, 3][1L], range(3L), "ab" * 2L
print 00, 0, 01, 07, 1e3, 1.e3, .5, 5., 1E-2, 1.5j, 0j, 10J
print 1.0, 100000000000000000.0, 1e16, 1e17, 0.1, 1/3.0
