//go:build unix

package pysocket

import (
	"encoding/binary"
	"math"
	"math/bits"
	"net/netip"
	"strings"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// littleEndian tells whether network order is another one than the machine's.
var littleEndian = binary.NativeEndian.Uint16([]byte{1, 0}) == 1

// swap16 is socket.htons(x) and socket.ntohs(x): a 16-bit number in the other
// byte order. Python 3 raises OverflowError for a larger one, Python 2 cuts it.
func (m *module) swap16(name string) func(*object.Thread, starlark.Tuple, []starlark.Tuple) (starlark.Value, error) {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		x := 0
		if err := object.Positional(t, name, args, kwargs, 1, &x); err != nil {
			return nil, err
		}
		switch {
		case x < 0:
			return nil, object.OverflowError.By("can't convert negative number to unsigned long",
				name+": can't convert negative Python int to C 16-bit unsigned integer")
		case x > 0xffff && !m.py2():
			return nil, object.OverflowError.Errorf("%s: Python int too large to convert to C 16-bit unsigned integer", name)
		}
		n := uint16(x)
		if littleEndian {
			n = bits.ReverseBytes16(n)
		}
		return starlark.MakeInt(int(n)), nil
	}
}

// swap32 is socket.htonl(x) and socket.ntohl(x), likewise for 32 bits. Python
// 2 returns a long.
func (m *module) swap32(name string) func(*object.Thread, starlark.Tuple, []starlark.Tuple) (starlark.Value, error) {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var v starlark.Value
		if err := object.OneArg(t, "_socket", name, args, kwargs, &v); err != nil {
			return nil, err
		}
		n, ok := object.AsInt(v)
		if !ok {
			return nil, object.TypeError.By("expected int/long, "+object.TypeName(v)+" found", "expected int, "+object.TypeName(v)+" found")
		}
		x, ok := n.Uint64()
		switch {
		case n.Sign() < 0:
			return nil, object.OverflowError.By("can't convert negative number to unsigned long", "can't convert negative value to unsigned int")
		case !ok:
			return nil, object.OverflowError.By("long int too large to convert", "Python int too large to convert to C unsigned long")
		case x > math.MaxUint32 && !m.py2():
			return nil, object.OverflowError.Errorf("int larger than 32 bits")
		case x > math.MaxUint32 && object.TypeName(v) == "long": // it cuts an int
			return nil, object.OverflowError.Errorf("long int larger than 32 bits")
		}
		y := uint32(x)
		if littleEndian {
			y = bits.ReverseBytes32(y)
		}
		if m.py2() {
			return object.NewLong(starlark.MakeUint64(uint64(y))), nil
		}
		return starlark.MakeUint64(uint64(y)), nil
	}
}

// inetAton is socket.inet_aton(ip): four bytes. It takes every form of
// inet_aton(3), such as 127.1, and raises OSError for others.
func (m *module) inetAton(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var s string
	if err := object.Positional(t, "inet_aton", args, kwargs, 1, textArg("inet_aton", 1, &s)); err != nil {
		return nil, err
	}
	ip, ok := parseInet(s)
	if !ok {
		return nil, m.message("illegal IP address string passed to inet_aton")
	}
	return m.rt.Bytes(ip[:]), nil
}

// inetNtoa is socket.inet_ntoa(packed): dotted text for four bytes.
func (m *module) inetNtoa(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	packed := packedArg{name: "inet_ntoa", index: 1}
	if err := object.Positional(t, "inet_ntoa", args, kwargs, 1, &packed); err != nil {
		return nil, err
	}
	if len(packed.b) != 4 {
		return nil, m.message("packed IP wrong length for inet_ntoa")
	}
	return m.rt.Str(netip.AddrFrom4([4]byte(packed.b)).String()), nil
}

// A packedArg converts an address in binary form. Python 2 takes no bytearray
// for one.
type packedArg struct {
	name  string
	index int
	b     []byte
}

// Convert implements object.Converter.
func (p *packedArg) Convert(t *object.Thread, v starlark.Value) (err error) {
	p.b, err = t.Buffer(p.name, p.index-1, v)
	if t.RT.Dialect == syntax.Python2 {
		if _, mutable := v.(object.BytesLike); mutable || object.Is(err, object.TypeError, syntax.Python2) {
			return object.TypeError.Errorf("%s() argument %d must be string or read-only buffer, not %s", p.name, p.index, object.ArgName(v))
		}
	}
	return err
}

// inetPton is socket.inet_pton(family, ip): the packed form of an address of
// AF_INET or AF_INET6.
func (m *module) inetPton(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var family int
	var s string
	if err := object.Positional(t, "inet_pton", args, kwargs, 2, &family, textArg("inet_pton", 2, &s)); err != nil {
		return nil, err
	}
	if family != afInet && family != afInet6 {
		return nil, m.fail(unix.EAFNOSUPPORT)
	}
	a, err := netip.ParseAddr(s)
	if err != nil || a.Is4() != (family == afInet) || strings.Contains(s, "%") {
		return nil, m.message("illegal IP address string passed to inet_pton")
	}
	return m.rt.Bytes(a.AsSlice()), nil
}

// inetNtop is socket.inet_ntop(family, packed): text for a packed address.
func (m *module) inetNtop(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var family int
	packed := packedArg{name: "inet_ntop", index: 2}
	if err := object.Positional(t, "inet_ntop", args, kwargs, 2, &family, &packed); err != nil {
		return nil, err
	}
	want := map[int]int{afInet: 4, afInet6: 16}[family]
	switch {
	case want == 0:
		return nil, object.ValueError.Errorf("unknown address family %d", family)
	case len(packed.b) != want:
		return nil, object.ValueError.Errorf("invalid length of packed IP address string")
	case want == 4:
		return m.rt.Str(netip.AddrFrom4([4]byte(packed.b)).String()), nil
	}
	return m.rt.Str(inet6String(netip.AddrFrom16([16]byte(packed.b)))), nil
}
