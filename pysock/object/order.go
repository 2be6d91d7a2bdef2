package object

import (
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
// keys. It costs nothing before that, and is done once for a walk.
//
// Where a key's hash is not the same in every CPython process (instances lie at
// some address; Python 3's strings are salted) there is no order to follow, and
// that of insertion serves: for all in Python 3, in Python 2 for such keys alone,
// which come last. None and its like lie at some address, too, but its last bits
// are the same in every process of a build: see placed. Keys that were removed
// leave no trace here, while in CPython they may still be in the way of later ones.

// An ordering says how a Dict is walked.
type ordering uint8

const (
	insertion ordering = iota
	slots2             // as Python 2's dict and set
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
		d.table = tableAbove(n)
	}
	return d
}

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

// A layout is the order in which the entries of a Dict lie: their positions.
type layout struct {
	version uint32
	at      []int32
	size    int // of the table
}

const smallestTable = 8

// tableAbove is the size of CPython's table for more than n entries.
func tableAbove(n int) int {
	size := smallestTable
	for size <= n {
		size *= 2
	}
	return size
}

// full reports whether a table grows when it has got that many entries.
func (o ordering) full(used, size int) bool {
	if o == slots3 {
		return used*5 >= (size-1)*3
	}
	return used*3 >= size*2
}

// grown is the size of the table that then takes its place.
func (o ordering) grown(used int) int {
	if used > 50000 {
		return tableAbove(2 * used)
	}
	return tableAbove(4 * used)
}

// Expect enlarges CPython's table for n entries that come at once.
func (d *Dict) Expect(n int) {
	if d.order == insertion {
		return
	}
	size := max(d.table, smallestTable)
	for used := 1; used <= d.live; used++ {
		if d.order.full(used, size) {
			size = d.order.grown(used)
		}
	}
	if d.order.full(d.live+n, size) {
		d.table = max(d.table, tableAbove(2*(d.live+n)))
	}
}

// KeepOrder makes an empty dict one that is walked in the order of insertion, in
// Python 2 too.
func (d *Dict) KeepOrder() { d.order = insertion }

// lie returns the positions of the entries in the order in which they lie in
// the table; nil stands for the order of insertion.
func (d *Dict) lie() []int32 {
	if d.order == insertion || d.live < 2 {
		return nil
	}
	if d.layout == nil || d.layout.version != d.version {
		at, size := d.replay()
		d.layout = &layout{d.version, at, size}
	}
	return d.layout.at
}

// replay enters all keys into a table as CPython would.
func (d *Dict) replay() (lie []int32, size int) {
	dialect := syntax.Python3
	if d.order == slots2 {
		dialect = syntax.Python2
	}
	hashes := make([]uint64, len(d.entries))
	var last []int32 // keys that have no place
	for i := range d.entries {
		if k := d.entries[i].key; k != nil {
			h, ok := placed(dialect, k)
			if !ok {
				h, ok = PublicHash(dialect, k)
			}
			if !ok {
				last = append(last, int32(i))
			}
			hashes[i] = uint64(h)
		}
	}
	if len(last) == d.live || len(last) > 0 && dialect != syntax.Python2 {
		return nil, 0
	}
	probe := d.order.probe2
	if d.order == slots3 {
		probe = d.order.probe3
	}
	table := make([]int32, max(d.table, smallestTable)) // positions + 1
	used := 0
	rest := last
	for i := range d.entries {
		if d.entries[i].key == nil {
			continue
		}
		if len(rest) > 0 && rest[0] == int32(i) {
			rest = rest[1:]
		} else {
			table[probe(table, hashes[i])] = int32(i + 1)
		}
		if used++; d.order.full(used, len(table)) {
			next := make([]int32, d.order.grown(used))
			for _, at := range table {
				if at != 0 {
					next[probe(next, hashes[at-1])] = at
				}
			}
			table = next
		}
	}
	lie = make([]int32, 0, used)
	for _, at := range table {
		if at != 0 {
			lie = append(lie, at-1)
		}
	}
	return append(lie, last...), len(table)
}

// placed returns the last bits of the hash of one of Python's singletons, as far as
// they are the same in all processes: enough for a small table.
func placed(d syntax.Dialect, v starlark.Value) (h int64, ok bool) {
	i := dialectIndex(d)
	switch v {
	case starlark.None:
		return [...]int64{222, 23486}[i], true
	case Ellipsis:
		return [...]int64{209, 24038}[i], true
	case NotImplemented:
		return [...]int64{221, 23459}[i], true
	}
	return 0, false
}

// probe2 finds the free slot of a new key in a table of Python 2's; probe3 in
// one of Python 3's sets, which looks at the neighbours first.
func (ordering) probe2(table []int32, hash uint64) uint64 {
	mask := uint64(len(table) - 1)
	i := hash & mask
	for perturb := hash; table[i&mask] != 0; perturb >>= 5 {
		i = i*5 + perturb + 1
	}
	return i & mask
}

func (ordering) probe3(table []int32, hash uint64) uint64 {
	const neighbours = 9
	mask := uint64(len(table) - 1)
	i, perturb := hash&mask, hash
	for {
		last := i
		if i+neighbours <= mask {
			last = i + neighbours
		}
		for at := i; at <= last; at++ {
			if table[at] == 0 {
				return at
			}
		}
		perturb >>= 5
		i = (i*5 + 1 + perturb) & mask
	}
}
