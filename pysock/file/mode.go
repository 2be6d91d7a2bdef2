package file

import (
	"strings"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/posix"
	"example.com/pysock/pysock/syntax"
)

// A mode is a parsed mode string.
type mode struct {
	create, read, write, append, update bool
	binary, text, universal             bool
}

func (m mode) readable() bool { return m.read || m.update }
func (m mode) writable() bool { return m.create || m.write || m.append || m.update }

// flags are those of open(2).
func (m mode) flags() int {
	flags := posix.O_CLOEXEC
	switch {
	case m.readable() && m.writable():
		flags |= posix.O_RDWR
	case m.writable():
		flags |= posix.O_WRONLY
	}
	switch {
	case m.create:
		flags |= posix.O_EXCL | posix.O_CREAT
	case m.write:
		flags |= posix.O_CREAT | posix.O_TRUNC
	case m.append:
		flags |= posix.O_APPEND | posix.O_CREAT
	}
	return flags
}

// parseMode reads open's mode. ok is false where a letter is unknown, or comes
// twice.
func parseMode(s string) (m mode, ok bool) {
	flags := map[rune]*bool{
		'x': &m.create, 'r': &m.read, 'w': &m.write, 'a': &m.append, '+': &m.update,
		'b': &m.binary, 't': &m.text, 'U': &m.universal,
	}
	for _, c := range s {
		if f := flags[c]; f == nil || *f {
			return m, false
		} else {
			*f = true
		}
	}
	return m, true
}

// parseOpenMode is parseMode for open and io.open.
func parseOpenMode(d syntax.Dialect, s string) (mode, error) {
	m, ok := parseMode(s)
	ways := "create/read/write/append"
	if d == dialect2 {
		ok = ok && !m.create
		ways = "read/write/append"
	} else {
		ok = ok && !m.universal
	}
	if !ok {
		return m, object.ValueError.Errorf("invalid mode: '%s'", s)
	}
	if m.universal {
		if m.write || m.append {
			return m, object.ValueError.Errorf("can't use U and writing mode at once")
		}
		m.read = true
	}
	if m.text && m.binary {
		return m, object.ValueError.Errorf("can't have text and binary mode at once")
	}
	switch n := m.count(); {
	case n > 1:
		return m, object.ValueError.Errorf("must have exactly one of %s mode", ways)
	case n == 0:
		return m, exactlyOne(d)
	}
	return m, nil
}

func (m mode) count() int {
	n := 0
	for _, is := range []bool{m.create, m.read, m.write, m.append} {
		if is {
			n++
		}
	}
	return n
}

func exactlyOne(d syntax.Dialect) error {
	ways := "create/read/write/append"
	if d == dialect2 {
		ways = "read/write/append"
	}
	return object.ValueError.Errorf("Must have exactly one of %s mode and at most one plus", ways)
}

// parseRawMode is parseMode for FileIO.
func parseRawMode(d syntax.Dialect, s string) (mode, error) {
	known := "xrwab+"
	if d == dialect2 {
		known = known[1:]
	}
	if strings.Trim(s, known) != "" {
		return mode{}, object.ValueError.Errorf("invalid mode: %s", s)
	}
	m, ok := parseMode(s)
	if !ok && strings.Count(s, "b") > 1 {
		m, ok = parseMode(strings.ReplaceAll(s, "b", ""))
	}
	if !ok || m.count() != 1 {
		return m, exactlyOne(d)
	}
	return m, nil
}
