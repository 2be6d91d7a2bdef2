package pypickle

import (
	"slices"
	"strconv"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// A memo numbers the objects that a pickle holds already. Most objects are looked
// for in it and put into it: it is a table of its own, with open addressing,
// which takes a third of the time that a map does.
type memo struct {
	list  []memoized // so that none of them goes and leaves its identity to another
	table []uint32   // a power of two: the place in the list, from 1 on
}

type memoized struct {
	id object.Identity
	v  starlark.Value
	n  int
}

// place returns where in the table the identity is, or would be.
func (m *memo) place(id object.Identity) int {
	mask := len(m.table) - 1
	for i := int(id.Hash()>>32) & mask; ; i = (i + 1) & mask {
		if at := m.table[i]; at == 0 || m.list[at-1].id == id {
			return i
		}
	}
}

func (m *memo) find(v starlark.Value) (int, bool) {
	if len(m.list) == 0 {
		return 0, false
	}
	at := m.table[m.place(object.IdentityOf(v))]
	if at == 0 {
		return 0, false
	}
	return m.list[at-1].n, true
}

func (m *memo) clear() { *m = memo{} }

func (m *memo) copy() memo { return memo{slices.Clone(m.list), slices.Clone(m.table)} }

func (m *memo) put(v starlark.Value, n int) {
	if 2*len(m.list) >= len(m.table) {
		m.grow()
	}
	id := object.IdentityOf(v)
	i := m.place(id)
	if at := m.table[i]; at != 0 {
		m.list[at-1].n = n
		return
	}
	m.list = append(m.list, memoized{id, v, n})
	m.table[i] = uint32(len(m.list))
}

func (m *memo) grow() {
	m.table = make([]uint32, max(64, 4*len(m.table)))
	for at, x := range m.list {
		m.table[m.place(x.id)] = uint32(at + 1)
	}
}

// memoize numbers an object that has just been written.
func (p *pickler) memoize(v starlark.Value) error {
	if p.fast {
		return nil
	}
	i := len(p.memo.list) + p.base
	p.memo.put(v, i)
	switch {
	case p.proto >= 4:
		p.op(opMemoize)
	case p.proto == 0:
		p.text(opPut, strconv.Itoa(i))
	case i <= 0xff:
		p.op(opBinPut, byte(i))
	default:
		p.long(opLongBinPut, i)
	}
	return nil
}

// keepAlive passes over a number, once: Python 2's pickle has an entry in its
// memo for what it must keep until the end.
func (p *pickler) keepAlive() {
	if !p.kept && p.py2 {
		p.kept = true
		p.base++
	}
}

// recall writes that the object is one that is there already.
func (p *pickler) recall(i int) {
	switch {
	case p.proto == 0:
		p.text(opGet, strconv.Itoa(i))
	case i <= 0xff:
		p.op(opBinGet, byte(i))
	default:
		p.long(opLongBinGet, i)
	}
}
