package pypickle

import (
	"encoding/binary"
	"strconv"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// A memo numbers the objects that a pickle holds already.
type memo struct {
	index map[object.Identity]int
	objs  []starlark.Value // so that none of them goes and leaves its identity to another
}

func (m *memo) find(v starlark.Value) (int, bool) {
	i, ok := m.index[object.IdentityOf(v)]
	return i, ok
}

func (m *memo) clear() { m.index, m.objs = nil, nil }

func (m *memo) copy() memo {
	c := memo{index: make(map[object.Identity]int, len(m.index)), objs: append([]starlark.Value(nil), m.objs...)}
	for k, i := range m.index {
		c.index[k] = i
	}
	return c
}

func (m *memo) put(v starlark.Value, i int) {
	if m.index == nil {
		m.index = make(map[object.Identity]int)
	}
	m.index[object.IdentityOf(v)] = i
	m.objs = append(m.objs, v)
}

// memoize numbers an object that has just been written.
func (p *pickler) memoize(v starlark.Value) error {
	if p.fast {
		return nil
	}
	i := len(p.memo.index) + p.base
	p.memo.put(v, i)
	switch {
	case p.proto >= 4:
		p.op(opMemoize)
	case p.proto == 0:
		p.text(opPut, strconv.Itoa(i))
	case i <= 0xff:
		p.op(opBinPut, byte(i))
	default:
		p.op(binary.LittleEndian.AppendUint32([]byte{opLongBinPut}, uint32(i))...)
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
		p.op(binary.LittleEndian.AppendUint32([]byte{opLongBinGet}, uint32(i))...)
	}
}
