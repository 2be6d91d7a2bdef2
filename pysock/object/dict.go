package object

import (
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// A Dict is Python's dict: a hash table by Python's equality that remembers
// the order of insertion. The zero Dict is empty and ready for use.
type Dict struct {
	entries []entry // in order of insertion; a deleted one has no key
	index   []int32 // open addressing: position in entries + 1, 0 if free; nil while there are few
	live    int     // entries that aren't deleted
	version uint32  // counts changes of the set of keys

	// the order of walking, whether it isn't known, the size of CPython's table at
	// the beginning, and that table if it has been needed: see order.go
	order ordering
	lost  bool
	size  int
	table *table
	watch *uint64 // if not nil, counts changes of any kind

	// entries before first, and from end on, are deleted, so that taking
	// entries off either side doesn't walk over those that are gone already
	first, end int
}

type entry struct {
	hash uint64
	key  starlark.Value
	val  starlark.Value
}

// few is the number of entries up to which a walk beats the index.
const few = 8

var (
	_ starlark.IterableMapping = (*Dict)(nil)
	_ starlark.Sequence        = (*Dict)(nil)
	_ starlark.HasSetKey       = (*Dict)(nil)
	_ starlark.HasBinary       = (*Dict)(nil)
	_ starlark.HasAttrs        = (*Dict)(nil)
)

// NewDict returns an empty dict with room for n entries.
func NewDict(n int) *Dict { return &Dict{entries: make([]entry, 0, n)} }

// find returns the position of key in entries, or -1. Where an __eq__ that it
// calls changes the dict it begins anew, as CPython does.
func (d *Dict) find(key starlark.Value, hash uint64) (int, error) {
	version := d.version
	if d.index == nil {
		for i := range d.entries {
			if e := &d.entries[i]; e.hash == hash && e.key != nil {
				same, err := sameKey(e.key, key)
				if err == nil && d.version != version {
					return d.find(key, hash)
				}
				if same || err != nil {
					return i, err
				}
			}
		}
		return -1, nil
	}
	mask := uint64(len(d.index) - 1)
	for at := hash & mask; ; at = (at + 1) & mask {
		i := d.index[at]
		if i == 0 {
			return -1, nil
		}
		if e := &d.entries[i-1]; e.hash == hash && e.key != nil {
			same, err := sameKey(e.key, key)
			if err == nil && d.version != version {
				return d.find(key, hash)
			}
			if same || err != nil {
				return int(i - 1), err
			}
		}
	}
}

// sameKey is identity or equality, with a short way for strings.
func sameKey(a, b starlark.Value) (bool, error) {
	if x, ok := a.(starlark.String); ok {
		if y, ok := b.(starlark.String); ok {
			return x == y, nil
		}
	}
	if Identical(a, b) {
		return true, nil
	}
	return Equal(a, b)
}

// put adds an entry whose key isn't in the dict.
func (d *Dict) put(hash uint64, key, val starlark.Value) {
	d.touch()
	d.entries = append(d.entries, entry{hash, key, val})
	d.end = len(d.entries)
	d.live++
	d.version++
	if d.table != nil {
		d.table.add(key)
	} else if d.lost && isNumber(key) {
		d.lost = false
	}
	switch n := len(d.entries); {
	case d.index == nil && n <= few:
	case n*3 > len(d.index)*2:
		d.rebuild()
	default:
		d.enter(hash, n)
	}
}

// enter records that entries[n-1] has this hash.
func (d *Dict) enter(hash uint64, n int) {
	mask := uint64(len(d.index) - 1)
	at := hash & mask
	for d.index[at] != 0 {
		at = (at + 1) & mask
	}
	d.index[at] = int32(n)
}

// rebuild drops the deleted entries and makes the index anew.
func (d *Dict) rebuild() {
	if d.live < len(d.entries) {
		if d.table != nil {
			d.table.renumber(d.entries)
		}
		kept := make([]entry, 0, d.live*3/2+1)
		for _, e := range d.entries {
			if e.key != nil {
				kept = append(kept, e)
			}
		}
		d.entries = kept
	}
	d.first, d.end = 0, len(d.entries)
	if d.index == nil && d.live <= few/2 {
		return
	}
	size := 32
	for size < 3*d.live {
		size *= 2
	}
	d.index = make([]int32, size)
	for i := range d.entries {
		d.enter(d.entries[i].hash, i+1)
	}
}

// Lookup returns the value of key, or nil.
func (d *Dict) Lookup(key starlark.Value) (starlark.Value, error) {
	v, _, err := d.LookupHashed(key)
	return v, err
}

// Get is d[key]; it raises KeyError.
func (d *Dict) Get(key starlark.Value) (starlark.Value, bool, error) {
	v, err := d.Lookup(key)
	if err == nil && v == nil {
		err = KeyError.New(key)
	}
	return v, v != nil, err
}

// SetKey is d[key] = val.
func (d *Dict) SetKey(key, val starlark.Value) error {
	h, err := Hash(key)
	if err != nil {
		return err
	}
	i, err := d.find(key, h)
	switch {
	case err != nil:
		return err
	case i < 0:
		d.put(h, key, val)
	default:
		d.entries[i].val = val
		d.touch()
	}
	return nil
}

// LookupHashed is Lookup that also gives the hash, for PutHashed.
func (d *Dict) LookupHashed(key starlark.Value) (v starlark.Value, hash uint64, err error) {
	if hash, err = Hash(key); err != nil {
		return nil, 0, err
	}
	i, err := d.find(key, hash)
	if i < 0 || err != nil {
		return nil, hash, err
	}
	return d.entries[i].val, hash, nil
}

// PutHashed sets the value of a key, whose hash is known, unless it has one;
// it returns the one that it has then.
func (d *Dict) PutHashed(hash uint64, key, val starlark.Value) (starlark.Value, error) {
	i, err := d.find(key, hash)
	if err != nil {
		return nil, err
	}
	if i >= 0 {
		return d.entries[i].val, nil
	}
	d.put(hash, key, val)
	return val, nil
}

// touch tells who watches that something changed.
func (d *Dict) touch() {
	if d.watch != nil {
		*d.watch++
	}
}

// SetDefault returns the value of key, which is val from now on if there was
// none.
func (d *Dict) SetDefault(key, val starlark.Value) (starlark.Value, error) {
	h, err := Hash(key)
	if err != nil {
		return nil, err
	}
	return d.PutHashed(h, key, val)
}

// Delete removes key and returns its value, or nil if there was none. The place
// stays empty until put needs room, so that iterators don't lose theirs.
func (d *Dict) Delete(key starlark.Value) (starlark.Value, error) {
	h, err := Hash(key)
	if err != nil {
		return nil, err
	}
	return d.DeleteHashed(h, key)
}

// DeleteHashed is Delete of a key whose hash is known.
func (d *Dict) DeleteHashed(hash uint64, key starlark.Value) (starlark.Value, error) {
	i, err := d.find(key, hash)
	if i < 0 || err != nil {
		return nil, err
	}
	if t := d.lying(); t != nil {
		t.remove(int32(i))
	}
	e := &d.entries[i]
	val := e.val
	d.touch()
	e.key, e.val = nil, nil
	d.live--
	d.version++
	return val, nil
}

// DelKey is del d[key].
func (d *Dict) DelKey(key starlark.Value) error {
	v, err := d.Delete(key)
	if err == nil && v == nil {
		err = KeyError.New(key)
	}
	return err
}

// Clear removes all.
func (d *Dict) Clear() {
	d.touch()
	*d = Dict{version: d.version + 1, watch: d.watch, order: d.order}
}

// GetString returns the value of a string key, or nil. It is what every look-up
// of a variable or attribute comes to, so it makes no value of the key.
func (d *Dict) GetString(key string) starlark.Value {
	if i := d.findString(key, StringHash(key)); i >= 0 {
		return d.entries[i].val
	}
	return nil
}

// findString is find for a string key.
func (d *Dict) findString(key string, hash uint64) int {
	if d.index == nil {
		for i := range d.entries {
			if e := &d.entries[i]; e.hash == hash && isString(e.key, key) {
				return i
			}
		}
		return -1
	}
	mask := uint64(len(d.index) - 1)
	for at := hash & mask; ; at = (at + 1) & mask {
		i := d.index[at]
		if i == 0 {
			return -1
		}
		if e := &d.entries[i-1]; e.hash == hash && isString(e.key, key) {
			return int(i - 1)
		}
	}
}

func isString(v starlark.Value, s string) bool {
	switch v := v.(type) {
	case starlark.String:
		return string(v) == s
	case *Text:
		return v.s == s
	}
	return false
}

// SetString binds a string key.
func (d *Dict) SetString(key string, v starlark.Value) {
	h := StringHash(key)
	if i := d.findString(key, h); i >= 0 {
		d.entries[i].val = v
		d.touch()
		return
	}
	d.put(h, String3(key), v)
}

// getNear is GetString for a caller that remembers where the key stood.
func (d *Dict) getNear(at *int, key string, hash uint64) starlark.Value {
	if i := *at; i < len(d.entries) && isString(d.entries[i].key, key) {
		return d.entries[i].val
	}
	i := d.findString(key, hash)
	if i < 0 {
		return nil
	}
	*at = i
	return d.entries[i].val
}

// setNear is SetString for a caller that remembers where the key stood.
func (d *Dict) setNear(at *int, k starlark.Value, key string, hash uint64, v starlark.Value) {
	i := *at
	if i >= len(d.entries) || !isString(d.entries[i].key, key) {
		if i = d.findString(key, hash); i < 0 {
			d.put(hash, k, v)
			return
		}
		*at = i
	}
	d.entries[i].val = v
	d.touch()
}

// DelString removes a string key, and reports whether it was there.
func (d *Dict) DelString(key string) bool {
	v, _ := d.Delete(String3(key))
	return v != nil
}

// Len returns the number of entries.
func (d *Dict) Len() int { return d.live }

// Version changes whenever a key comes or goes, never because a value changes.
func (d *Dict) Version() uint32 { return d.version }

// Made has a dict that was empty all the time look like one that was not: CPython
// makes an instance's dict when it is asked for.
func (d *Dict) Made() { d.version = max(d.version, 1) }

// Each calls f for each entry in order until it returns false.
func (d *Dict) Each(f func(key, val starlark.Value) bool) {
	if lie := d.lie(); lie != nil {
		for _, i := range lie {
			if e := d.entries[i]; e.key != nil && !f(e.key, e.val) {
				return
			}
		}
		return
	}
	for i := 0; i < len(d.entries); i++ {
		if e := d.entries[i]; e.key != nil && !f(e.key, e.val) {
			return
		}
	}
}

// eachKey calls f for each key in order, and its hash, until it fails. The keys
// are those of the beginning: f may change the dict.
func (d *Dict) eachKey(f func(hash uint64, key starlark.Value) error) error {
	entries, lie := d.entries, d.lie()
	n := len(entries)
	if lie != nil {
		n = len(lie)
	}
	for i := range n {
		at := i
		if lie != nil {
			at = int(lie[i])
		}
		if e := entries[at]; e.key != nil {
			if err := f(e.hash, e.key); err != nil {
				return err
			}
		}
	}
	return nil
}

// FromKeys sets the keys of another dict, whose hashes it knows, all to one
// value.
func (d *Dict) FromKeys(other *Dict, val starlark.Value) error {
	if d.live == 0 && d.order == slots2 { // whose table has a size of its own then, and keeps it
		d.table = &table{order: slots2, slots: make([]int32, tableAbove(other.live/2*3)), still: true}
		defer func() { d.table.still = false }()
	}
	return other.eachKey(func(hash uint64, key starlark.Value) error {
		i, err := d.find(key, hash)
		if err == nil && i < 0 {
			d.put(hash, key, val)
		}
		return err
	})
}

// FromSet is FromKeys for a set.
func (d *Dict) FromSet(s *Set, val starlark.Value) error { return d.FromKeys(&s.d, val) }

// Keys returns the keys.
func (d *Dict) Keys() []starlark.Value {
	keys := make([]starlark.Value, 0, d.live)
	d.Each(func(k, _ starlark.Value) bool { keys = append(keys, k); return true })
	return keys
}

// Values returns the values.
func (d *Dict) Values() []starlark.Value {
	vals := make([]starlark.Value, 0, d.live)
	d.Each(func(_, v starlark.Value) bool { vals = append(vals, v); return true })
	return vals
}

// Items returns the entries as pairs.
func (d *Dict) Items() []starlark.Tuple {
	items := make([]starlark.Tuple, 0, d.live)
	d.Each(func(k, v starlark.Value) bool { items = append(items, starlark.Tuple{k, v}); return true })
	return items
}

// Iterate walks the keys. A dict that changes its size meanwhile makes the next
// step fail with RuntimeError; see DictIterator.
func (d *Dict) Iterate() starlark.Iterator { return d.Walk(nil, false) }

// A DictIterator walks the entries of a dict.
type DictIterator struct {
	d       *Dict
	lie     []int32 // nil: in order of insertion
	at      int
	size    int
	pick    func(key, val starlark.Value) starlark.Value // nil: the key
	reverse bool
	taken   int
	err     error
}

// Next stores the next key, or what pick makes of the next entry.
func (it *DictIterator) Next(p *starlark.Value) bool {
	if it.err != nil {
		return false
	}
	if it.d.live != it.size {
		it.err = RuntimeError.Errorf("dictionary changed size during iteration")
		return false
	}
	n := len(it.d.entries)
	if it.lie != nil {
		n = len(it.lie)
	}
	for it.at >= 0 && it.at < n {
		at := it.at
		if it.lie != nil {
			at = int(it.lie[at])
		}
		if at >= len(it.d.entries) {
			return false
		}
		e := &it.d.entries[at]
		if it.taken == it.size && e.key != nil {
			if it.d.order != insertion {
				return false
			}
			it.err = RuntimeError.Errorf("dictionary keys changed during iteration")
			return false
		}
		if it.reverse {
			it.at--
		} else {
			it.at++
		}
		if e.key == nil {
			continue
		}
		*p = e.key
		if it.pick != nil {
			*p = it.pick(e.key, e.val)
		}
		it.taken++
		return true
	}
	return false
}

// Left returns how many entries are still to come.
func (it *DictIterator) Left() int {
	if it.d.live != it.size {
		return 0
	}
	return it.size - it.taken
}

// Rest returns what is still to come, and leaves it there.
func (it *DictIterator) Rest() ([]starlark.Value, error) {
	c := *it
	var list []starlark.Value
	var v starlark.Value
	for c.Next(&v) {
		list = append(list, v)
	}
	return list, c.err
}

// Err returns the RuntimeError that ended the iteration, if any.
func (it *DictIterator) Err() error { return it.err }

// Done lets the dict go; see walked.
func (it *DictIterator) Done() { it.d, it.lie, it.at, it.size, it.taken = &walkedDict, nil, 0, 0, 0 }

var walkedDict Dict

// First returns the entry that Python 2's popitem and a set's pop() take, or nils:
// the oldest where there is no order of another kind. Last returns the newest.
func (d *Dict) First() (key, val starlark.Value) {
	if t := d.lying(); t != nil {
		if at := t.pop(); at >= 0 {
			return d.entries[at].key, d.entries[at].val
		}
	}
	for ; d.first < len(d.entries); d.first++ {
		if e := d.entries[d.first]; e.key != nil {
			return e.key, e.val
		}
	}
	return nil, nil
}

// Last returns the newest entry, or nils.
func (d *Dict) Last() (key, val starlark.Value) {
	for ; d.end > 0; d.end-- {
		if e := d.entries[d.end-1]; e.key != nil {
			return e.key, e.val
		}
	}
	return nil, nil
}

// Walk returns an iterator over what pick makes of each entry, the newest
// first if reverse is set. Like Iterate it notices a change of size.
func (d *Dict) Walk(pick func(key, val starlark.Value) starlark.Value, reverse bool) *DictIterator {
	it := &DictIterator{d: d, size: d.live, pick: pick, reverse: reverse, at: d.first, lie: d.lie()}
	switch {
	case it.lie != nil && reverse:
		it.at = len(it.lie) - 1
	case it.lie != nil:
		it.at = 0
	case reverse:
		it.at = d.end - 1
	}
	return it
}

// Copy returns a shallow copy.
func (d *Dict) Copy() *Dict {
	c := NewDict(d.live)
	c.order = d.order
	if d.order != insertion {
		c.copyOf(d)
		return c
	}
	d.Each(func(k, v starlark.Value) bool { c.entries = append(c.entries, entry{key: k, val: v}); return true })
	at := 0
	for i := range d.entries {
		if d.entries[i].key != nil {
			c.entries[at].hash = d.entries[i].hash
			at++
		}
	}
	c.live = len(c.entries)
	if c.live > few {
		c.rebuild()
	}
	c.end = len(c.entries)
	return c
}

// copyOf enters the entries of a dict, in the order in which they lie there, into an
// empty one. A table of Python 3's sets is copied as it is if it has no holes and the
// new one has its size.
func (d *Dict) copyOf(other *Dict) {
	if other.live == 0 {
		return
	}
	d.Expect(other.live)
	finger := 0
	if d.table != nil {
		d.size, finger = len(d.table.slots), d.table.finger
	}
	d.table, d.entries, d.index, d.first, d.end = nil, nil, nil, 0, 0
	if t := other.lying(); t != nil && t.order == slots3 && t.fill == t.used && len(t.slots) == max(d.size, smallestTable) {
		defer func() {
			d.table = t.packed()
			d.table.finger = finger
		}()
	} else if finger > 0 {
		d.table = &table{order: d.order, slots: make([]int32, d.size), finger: finger}
	}
	enter := func(e entry) {
		if e.key != nil {
			d.put(e.hash, e.key, e.val)
		}
	}
	if lie := other.lie(); lie != nil {
		for _, i := range lie {
			enter(other.entries[i])
		}
		return
	}
	for _, e := range other.entries {
		enter(e)
	}
}

// String returns the repr as Python 3 prints it.
func (d *Dict) String() string { return Repr(syntax.Python3, d) }

// Type returns "dict".
func (d *Dict) Type() string { return "dict" }

// Freeze does nothing.
func (d *Dict) Freeze() {}

// Truth reports whether the dict isn't empty.
func (d *Dict) Truth() starlark.Bool { return d.live > 0 }

// Hash fails: dicts are mutable.
func (d *Dict) Hash() (uint32, error) { return 0, Unhashable("dict") }

// Binary is dict | dict.
func (d *Dict) Binary(op starsyntax.Token, y starlark.Value, side starlark.Side) (starlark.Value, error) {
	switch y := y.(type) {
	case *Operator:
		if op == Infix {
			return y.apply(d)
		}
	case *Dict:
		if op == starsyntax.PIPE && side == starlark.Left && d.order != slots2 {
			c := d.Copy()
			var err error
			y.Each(func(k, v starlark.Value) bool { err = c.SetKey(k, v); return err == nil })
			return c, err
		}
	}
	return nil, nil
}

// Attr returns a bound method.
func (d *Dict) Attr(name string) (starlark.Value, error) { return typeAttr(d, name) }

// AttrNames lists the methods.
func (d *Dict) AttrNames() []string { return typeAttrNames(d) }
