package object

import (
	"unsafe"

	"go.starlark.net/starlark"
)

// What "is" and id() go by.
//
// A value's identity is where its data lies: the pointer that it is, or the
// place to which a float, a tuple or a string was written when it was made.
// That is CPython's rule too, and the exceptions are mostly CPython's own:
//
//   - Ints that fit in 32 bits are the same wherever they come from; in CPython
//     that ends at 256.
//   - Strings and bytes of length 0 and 1 are, as in CPython, and so is ().
//   - Equal literals of a file are one object, and those that look like
//     identifiers are one with those of all other files: see Intern.

// An eface is an interface value: a type and a pointer.
type eface struct{ typ, data unsafe.Pointer }

func data(v starlark.Value) *eface { return (*eface)(unsafe.Pointer(&v)) }

// Identical is Python's "is".
func Identical(a, b starlark.Value) bool {
	switch x := a.(type) {
	case starlark.String:
		y, ok := b.(starlark.String)
		return ok && sameString(string(x), string(y))
	case starlark.Int:
		y, ok := b.(starlark.Int)
		return ok && (x == y || slowInts && sameSmall(x, y))
	case starlark.Tuple:
		y, ok := b.(starlark.Tuple)
		return ok && len(x) == len(y) && unsafe.SliceData(x) == unsafe.SliceData(y)
	case starlark.Bytes:
		y, ok := b.(starlark.Bytes)
		return ok && sameString(string(x), string(y))
	case *Text:
		y, ok := b.(*Text)
		return ok && (x == y || x.unicode == y.unicode && sameString(x.s, y.s))
	case *ClosureCell:
		y, ok := b.(*ClosureCell)
		return ok && x.slot == y.slot
	case Bool:
		return b == x || b == starlark.Bool(x)
	case starlark.Bool:
		return b == x || b == Bool(x)
	}
	return *data(a) == *data(b)
}

// slowInts is set where the address space is limited (ulimit -v): small integers
// are then allocated by Starlark as large ones are.
var slowInts = func() bool {
	a, b := starlark.MakeInt(0), starlark.MakeInt(0)
	return a != b
}()

func sameSmall(x, y starlark.Int) bool {
	i, small := x.Int64()
	j, _ := y.Int64()
	return small && i == j && i == int64(int32(i))
}

func sameString(x, y string) bool {
	if len(x) != len(y) {
		return false
	}
	return unsafe.StringData(x) == unsafe.StringData(y) || isChar(x) && x == y
}

// isChar reports whether s is empty or one character, of those that CPython
// has made in advance.
func isChar(s string) bool {
	return len(s) <= 1 || len(s) == 2 && s[0] <= 0xc3 && s[0] >= 0xc2
}

// ID returns what id(v) prints. It is the same for identical values.
func ID(v starlark.Value) uint64 {
	p := data(v).data
	switch v := v.(type) {
	case starlark.String:
		p = stringID(string(v))
	case starlark.Bytes:
		p = stringID(string(v))
	case *Text:
		if len(v.s) > 0 && isChar(v.s) {
			p = stringID(v.s)
		}
	case *ClosureCell:
		p = unsafe.Pointer(v.slot)
	case starlark.Tuple:
		p = unsafe.Pointer(&emptyTuple)
		if len(v) > 0 {
			p = unsafe.Pointer(&v[0])
		}
	}
	return place(uintptr(p))
}

// place is an address as CPython's are on the usual machine, of twelve hexadecimal
// digits: texts that hold one are as long as there. Go's heap begins anywhere, and
// spans less than the bits that are kept; what the program was linked with lies
// lower, and stays apart.
func place(p uintptr) uint64 {
	const kept = 1<<40 - 1
	if uint64(p) < 1<<32 {
		return 0x7e<<40 | uint64(p)
	}
	return 0x7f<<40 | uint64(p)&kept
}

// emptyTuple lends its address to all empty tuples, and chars are those of the
// strings that are equal by value.
var (
	emptyTuple byte
	chars      [1 + 256]uint16
)

func stringID(s string) unsafe.Pointer {
	switch {
	case !isChar(s):
		return unsafe.Pointer(unsafe.StringData(s))
	case s == "":
		return unsafe.Pointer(&chars[0])
	case len(s) == 1:
		return unsafe.Pointer(&chars[1+int(s[0])])
	}
	r, _ := decode(s)
	return unsafe.Pointer(&chars[1+int(r)&0xff])
}

// An Identity tells values apart as Identical does: two that live at the same
// time have equal ones if they are identical.
type Identity struct {
	typ, p unsafe.Pointer
	n      int
}

// Hash returns a number that is the same for the same identity.
func (id Identity) Hash() uint64 {
	return (uint64(uintptr(id.p))>>3 ^ uint64(id.n)<<32) * 0x9e3779b97f4a7c15
}

// IdentityOf returns the identity of v. It doesn't keep v alive.
func IdentityOf(v starlark.Value) Identity {
	id := Identity{typ: data(v).typ, p: data(v).data}
	switch v := v.(type) {
	case starlark.String:
		id.p, id.n = stringID(string(v)), len(v)
	case starlark.Bytes:
		id.p, id.n = stringID(string(v)), len(v)
	case *Text:
		id.p, id.n = stringID(v.s), len(v.s)
	case starlark.Tuple:
		id.p, id.n = unsafe.Pointer(&emptyTuple), len(v)
		if len(v) > 0 {
			id.p = unsafe.Pointer(&v[0])
		}
	}
	return id
}
