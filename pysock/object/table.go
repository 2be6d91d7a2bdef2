package object

import (
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A table is CPython's hash table as it would lie: which slot each entry has.
type table struct {
	order    ordering
	slots    []int32  // position in the entries + 1, hole, or 0
	hashes   []uint64 // by position
	used     int
	fill     int     // used, and holes
	finger   int     // where pop looks next
	still    bool    // it doesn't grow
	anywhere uint64  // how many keys have come whose address nobody knows
	lie      []int32 // the positions in order; nil if they have to be gathered anew
}

// hole is a slot whose entry was removed.
const hole = -1

const smallestTable = 8

// tableAbove is the size of CPython's table for more than n entries.
func tableAbove(n int) int {
	size := smallestTable
	for size <= n {
		size *= 2
	}
	return size
}

// full reports whether a table is enlarged that has so many slots in use.
func (o ordering) full(fill, size int) bool {
	if o == slots3 {
		return fill*5 >= (size-1)*3
	}
	return fill*3 >= size*2
}

// grown is the size of the table that then takes its place.
func grown(used int) int {
	if used > 50000 {
		return tableAbove(2 * used)
	}
	return tableAbove(4 * used)
}

// add enters the next entry of the dict, a nil key if that is gone.
func (t *table) add(key starlark.Value) {
	if key == nil {
		t.hashes = append(t.hashes, 0)
		return
	}
	dialect := syntax.Python2
	if t.order == slots3 {
		dialect = syntax.Python3
	}
	h, known := PublicHash(dialect, key)
	if !known {
		first, step := spread(dialect, key)
		h = first + step*int64(t.anywhere)
		t.anywhere++
	}
	t.hashes = append(t.hashes, uint64(h))
	t.lie = nil
	t.used++
	slot := t.free(uint64(h))
	if t.slots[slot] == 0 {
		t.fill++
	}
	t.slots[slot] = int32(len(t.hashes))
	if slot == 0 && t.order != slots3 {
		t.finger = 0 // Python 2 keeps it in an empty slot 0
	}
	if !t.still && t.order.full(t.fill, len(t.slots)) {
		t.resize(grown(t.used))
	}
}

// remove leaves a hole where the entry at this position is.
func (t *table) remove(pos int32) {
	t.used--
	for p := t.probe(t.hashes[pos]); t.slots[p.slot] != 0; p.next() {
		if t.slots[p.slot] == pos+1 {
			t.slots[p.slot] = hole
			return
		}
	}
}

// resize moves the entries, in order, to a table of another size.
func (t *table) resize(size int) {
	old := t.slots
	t.slots, t.lie = make([]int32, size), nil
	t.fill = t.used
	for _, at := range old {
		if at > 0 {
			t.slots[t.free(t.hashes[at-1])] = at
		}
	}
	if t.order != slots3 {
		t.finger = 0
	}
}

// expect makes room for n entries that come at once.
func (t *table) expect(n int) {
	if t.order.full(t.fill+n, len(t.slots)) {
		t.resize(tableAbove(2 * (t.used + n)))
	}
}

// tidy makes the table anew if a set's difference has left many holes in it.
func (t *table) tidy() {
	holes, mask := t.fill-t.used, len(t.slots)-1
	if few := holes <= mask/4; t.order == slots3 && !few || t.order != slots3 && holes*5 >= mask {
		t.resize(grown(t.used))
	}
}

// renumber tells the table that the entries that are gone have been dropped.
func (t *table) renumber(entries []entry) {
	moved := make([]int32, len(entries))
	hashes := make([]uint64, 0, cap(t.hashes))
	for i := range entries {
		if entries[i].key != nil {
			hashes = append(hashes, t.hashes[i])
			moved[i] = int32(len(hashes))
		}
	}
	t.hashes, t.lie = hashes, nil
	for i, at := range t.slots {
		if at > 0 {
			t.slots[i] = moved[at-1]
		}
	}
}

// packed returns the table of a copy, whose entries are in order.
func (t *table) packed() *table {
	c := &table{order: t.order, slots: make([]int32, len(t.slots)), used: t.used, fill: t.fill}
	for i, at := range t.slots {
		if at > 0 {
			c.hashes = append(c.hashes, t.hashes[at-1])
			c.slots[i] = int32(len(c.hashes))
		}
	}
	return c
}

// pop returns the position of the entry that popitem or a set's pop takes next, -1
// if none has a place.
func (t *table) pop() int32 {
	mask := len(t.slots) - 1
	i := t.finger & mask
	if t.order != slots3 {
		if t.finger > mask || t.finger < 1 {
			i = 1
		}
		if t.slots[0] > 0 {
			i = 0
		}
	}
	for range t.slots {
		if at := t.slots[i]; at > 0 {
			t.finger = i + 1
			return at - 1
		}
		if i++; i > mask {
			i = 0
		}
	}
	return -1
}

// free finds the slot for a new key: the first hole in Python 2, the last one before
// a free slot in Python 3.
func (t *table) free(hash uint64) uint64 {
	found := -1
	for p := t.probe(hash); ; p.next() {
		switch t.slots[p.slot] {
		case 0:
			if found < 0 {
				return p.slot
			}
			return uint64(found)
		case hole:
			if found = int(p.slot); t.order != slots3 {
				return p.slot
			}
		}
	}
}

// A probe visits the slots where a key may be. Python 3's sets look at the neighbours
// first.
type probe struct {
	slot          uint64
	mask, perturb uint64
	begin, last   uint64 // of the neighbours
	neighbours    uint64
}

func (t *table) probe(hash uint64) probe {
	p := probe{mask: uint64(len(t.slots) - 1), perturb: hash}
	if t.order == slots3 {
		p.neighbours = 9
	}
	p.enter(hash & p.mask)
	return p
}

func (p *probe) enter(slot uint64) {
	p.slot, p.begin, p.last = slot, slot, slot
	if slot+p.neighbours <= p.mask {
		p.last += p.neighbours
	}
}

func (p *probe) next() {
	if p.slot < p.last {
		p.slot++
		return
	}
	if p.neighbours > 0 {
		p.perturb >>= 5
		p.enter((p.begin*5 + p.perturb + 1) & p.mask)
		return
	}
	p.enter((p.begin*5 + p.perturb + 1) & p.mask)
	p.perturb >>= 5
}
