package object

import (
	"slices"
	"weak"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// The order in which CPython keeps what its hash tables hold.
//
// Python 3's dict remembers the order of insertion, and so does a Dict. Python
// 2's dict and set, and Python 3's set, show their elements as they lie in the
// table: {3, 1, 2} prints as {1, 2, 3}, because an int's hash is the int. That
// order is an accident, but tutorials print it. So such a Dict, when it is
// walked, first replays on paper what CPython's table would have done with its
// keys; so it does when a key is removed, as the hole may be in the way of later
// ones. From then on that table follows what happens to the Dict.
//
// Where a key's hash is not the same in every CPython process (instances lie at
// some address; Python 3's strings are salted) there is no order to follow. In
// Python 3 that of insertion serves for all; in Python 2 such keys are taken to lie
// at addresses that begin a table, one after the other. None and its like lie at
// some address, too, but its last bits are the same in every process of a build: see
// placed.

// An ordering says how a Dict is walked.
type ordering uint8

const (
	insertion ordering = iota
	slots2             // as Python 2's dict and set
	kept2              // as Python 2's OrderedDict: by insertion, but its own table is a dict's
	slots3             // as Python 3's set
)

// setOrder and dictOrder are those of dialect d.
func setOrder(d syntax.Dialect) ordering {
	if d == syntax.Python2 {
		return slots2
	}
	return slots3
}

func dictOrder(d syntax.Dialect) ordering {
	if d == syntax.Python2 {
		return slots2
	}
	return insertion
}

// NewDict returns an empty dict of the runtime's dialect, with room for n
// entries, as for a display that lists them.
func (rt *Runtime) NewDict(n int) *Dict {
	d := NewDict(n)
	d.order = dictOrder(rt.Dialect)
	if n > 5 {
		d.size = tableAbove(n)
	}
	return d
}

// newDict returns an empty dict of the class's dialect.
func (c *Class) newDict() *Dict { return &Dict{order: dictOrder(c.dialect())} }

// SetOf returns a set as dialect d orders it.
func SetOf(d syntax.Dialect, elems []starlark.Value, frozen bool) (*Set, error) {
	s := &Set{Frozen: frozen}
	s.d.order = setOrder(d)
	for _, e := range elems {
		if err := s.Add(e); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// Expect enlarges CPython's table for n entries that come at once.
func (d *Dict) Expect(n int) {
	size := max(d.size, smallestTable)
	switch {
	case d.order == insertion || n == 0 || d.table == nil && !d.order.full(len(d.entries)+n, size):
	case d.table == nil && len(d.entries) == 0:
		d.size = tableAbove(2 * n)
	default:
		if t := d.lying(); t != nil {
			t.expect(n)
		}
	}
}

// KeepOrder makes an empty dict of Python 2's one that is walked in the order of
// insertion.
func (d *Dict) KeepOrder() { d.order = kept2 }

// Lying returns the dict as one that is walked in the order in which its entries
// lie in the table: what reads that without asking an OrderedDict sees it.
func (d *Dict) Lying() *Dict {
	if d == nil || d.order != kept2 {
		return d
	}
	plain := *d
	plain.order = slots2
	return &plain
}

// LayKeywords returns keyword arguments as they lie in the dict in which Python 2
// hands them to all but functions: a copy of what ** gives, to which those that the
// call itself names, the first so many, are added from the last one on. Once laid,
// they stay so on their way to who takes them.
func (t *Thread) LayKeywords(kwargs []starlark.Tuple, named int) []starlark.Tuple {
	if len(kwargs) < 2 || t.laid == weak.Make(&kwargs[0]) {
		return kwargs
	}
	if named > 0 {
		d := &Dict{order: slots2}
		d.Expect(len(kwargs) - named)
		given := slices.Clone(kwargs[:named])
		slices.Reverse(given)
		for _, kv := range slices.Concat(kwargs[named:], given) {
			if err := d.SetKey(kv[0], kv); err != nil {
				return kwargs
			}
		}
		if d.Len() < len(kwargs) {
			return kwargs // one is given twice
		}
		kwargs = make([]starlark.Tuple, 0, len(kwargs))
		d.Each(func(_, kv starlark.Value) bool {
			kwargs = append(kwargs, kv.(starlark.Tuple))
			return true
		})
	}
	t.laid = weak.Make(&kwargs[0])
	return kwargs
}

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

// lie returns the positions of the entries in the order in which they lie in
// the table; nil stands for the order of insertion.
func (d *Dict) lie() []int32 {
	if d.order == insertion || d.order == kept2 || d.live < 2 {
		return nil
	}
	t := d.lying()
	if t == nil {
		return nil
	}
	if t.lie == nil {
		t.lie = make([]int32, 0, d.live)
		for _, at := range t.slots {
			if at > 0 {
				t.lie = append(t.lie, at-1)
			}
		}
	}
	return t.lie
}

// lying returns the table, which from then on follows what happens to the dict. It
// is nil if the entries lie in no order that is known.
func (d *Dict) lying() *table {
	if d.table != nil || d.order == insertion || d.lost {
		return d.table
	}
	t := &table{order: d.order, slots: make([]int32, max(d.size, smallestTable))}
	for i := range d.entries {
		if !t.add(d.entries[i].key) {
			d.lost = true
			return nil
		}
	}
	d.table = t
	return t
}

// add enters the next entry of the dict, a nil key if that is gone. It reports
// whether the entries still are in an order.
func (t *table) add(key starlark.Value) (ok bool) {
	if key == nil {
		t.hashes = append(t.hashes, 0)
		return true
	}
	dialect := syntax.Python2
	if t.order == slots3 {
		dialect = syntax.Python3
	}
	h, placed := placed(dialect, key)
	if !placed {
		if h, placed = PublicHash(dialect, key); !placed {
			if t.order == slots3 {
				return false
			}
			h = int64(t.anywhere)
			t.anywhere++
		}
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
	return true
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
