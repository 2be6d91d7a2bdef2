//go:build unix

package pysocket

import "strings"

// parseInet reads an IPv4 address as inet_aton(3) does: one to four numbers in
// C's notations, the last of which fills what is left. What follows white
// space is passed over.
func parseInet(s string) (ip [4]byte, ok bool) {
	if i := strings.IndexAny(s, " \t\n\v\f\r"); i >= 0 {
		s = s[:i]
	}
	parts := strings.Split(s, ".")
	if len(parts) > 4 {
		return ip, false
	}
	var addr uint64
	for i, part := range parts {
		n, ok := parseC(part)
		last := i == len(parts)-1
		switch {
		case !ok:
			return ip, false
		case !last && n > 0xff:
			return ip, false
		case !last:
			addr |= n << (24 - 8*i)
		case n >= 1<<(32-8*i):
			return ip, false
		default:
			addr |= n
		}
	}
	return [4]byte{byte(addr >> 24), byte(addr >> 16), byte(addr >> 8), byte(addr)}, true
}

// parseC reads an unsigned number as C writes one: decimal, octal after a 0,
// hexadecimal after 0x.
func parseC(s string) (n uint64, ok bool) {
	base := uint64(10)
	switch {
	case len(s) > 1 && (s[:2] == "0x" || s[:2] == "0X"):
		base, s = 16, s[2:]
	case len(s) > 1 && s[0] == '0':
		base, s = 8, s[1:]
	}
	if s == "" {
		return 0, false
	}
	for _, c := range []byte(s) {
		var digit uint64
		switch {
		case '0' <= c && c <= '9':
			digit = uint64(c - '0')
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			digit = uint64(c|0x20-'a') + 10
		default:
			return 0, false
		}
		if digit >= base {
			return 0, false
		}
		if n = n*base + digit; n > 0xffffffff {
			return 0, false
		}
	}
	return n, true
}
