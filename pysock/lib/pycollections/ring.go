package pycollections

import "go.starlark.net/starlark"

// A ring is a sequence that grows and shrinks at both ends in constant time.
type ring struct {
	buf  []starlark.Value
	head int // the position of the first element
	n    int
}

func (r *ring) at(i int) *starlark.Value {
	if i += r.head; i >= len(r.buf) {
		i -= len(r.buf)
	}
	return &r.buf[i]
}

// grow makes room for one more.
func (r *ring) grow() {
	if r.n < len(r.buf) {
		return
	}
	r.buf, r.head = append(r.slice(), make([]starlark.Value, max(8, r.n))...), 0
}

// slice returns the elements.
func (r *ring) slice() []starlark.Value {
	out := make([]starlark.Value, r.n, 2*r.n+8)
	if k := copy(out, r.buf[r.head:min(r.head+r.n, len(r.buf))]); k < r.n {
		copy(out[k:], r.buf)
	}
	return out
}

func (r *ring) pushBack(v starlark.Value) {
	r.grow()
	r.n++
	*r.at(r.n - 1) = v
}

func (r *ring) pushFront(v starlark.Value) {
	r.grow()
	if r.head--; r.head < 0 {
		r.head = len(r.buf) - 1
	}
	r.n++
	r.buf[r.head] = v
}

func (r *ring) popBack() starlark.Value {
	p := r.at(r.n - 1)
	v := *p
	*p = nil
	r.n--
	return v
}

func (r *ring) popFront() starlark.Value {
	v := r.buf[r.head]
	r.buf[r.head] = nil
	if r.head++; r.head == len(r.buf) {
		r.head = 0
	}
	r.n--
	return v
}

// rotate moves the elements k places to the right.
func (r *ring) rotate(k int) {
	if r.n < 2 {
		return
	}
	k %= r.n
	if k > r.n/2 {
		k -= r.n
	} else if k < -r.n/2 {
		k += r.n
	}
	for ; k > 0; k-- {
		r.pushFront(r.popBack())
	}
	for ; k < 0; k++ {
		r.pushBack(r.popFront())
	}
}

func (r *ring) remove(i int) {
	for ; i < r.n-1; i++ {
		*r.at(i) = *r.at(i + 1)
	}
	r.popBack()
}

func (r *ring) insert(i int, v starlark.Value) {
	r.pushBack(v)
	for j := r.n - 1; j > i; j-- {
		*r.at(j) = *r.at(j - 1)
	}
	*r.at(i) = v
}
