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
// some address; Python 3's strings are salted) there is no order to follow. Such
// keys are taken to have the hashes 0, 1, 2, ..., or what of these is possible (see
// spread), which is mostly the order of insertion where there are no others: {7, 'a'}
// shows 7 last, as nearly always in CPython. A set of Python 3's with such keys alone
// has no table. None and its like lie at some address, too, but its last bits are the
// same in every process of a build: see placed.

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
		t.add(d.entries[i].key)
	}
	if d.order == slots3 && t.anywhere > 0 && int(t.anywhere) >= d.live {
		d.lost = true // until a number comes
		return nil
	}
	d.table = t
	return t
}
