package pythread

import (
	"fmt"
	"math"
	"time"

	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// A simpleQueue is a SimpleQueue: without a limit, and without tasks.
type simpleQueue struct {
	object.NoOwn
	m       *queues
	items   []starlark.Value // from head on
	head    int
	waiters object.Waiters
	waking  int // how many of them were woken and have not come yet
}

var (
	_ object.Typed        = (*simpleQueue)(nil)
	_ object.Blocker      = (*simpleQueue)(nil)
	_ object.WeakReferent = (*simpleQueue)(nil)
	_ starlark.HasAttrs   = (*simpleQueue)(nil)
)

func (m *queues) newSimpleClass() *object.Class {
	c := object.NewClass("_queue", "SimpleQueue", object.TypesOf(m.rt.Dialect).Object)
	c.Static = true
	c.Doc = "A queue between threads, without a limit."
	c.New = func(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		switch {
		case len(args) > 0:
			return nil, object.TypeError.Errorf("SimpleQueue() takes no positional arguments")
		case len(kwargs) > 0:
			return nil, object.TypeError.Errorf("SimpleQueue() takes no keyword arguments")
		}
		return &simpleQueue{m: m}, nil
	}
	c.Methods = map[string]object.Method{
		"put":        simplePut,
		"put_nowait": simplePutNowait,
		"get":        simpleGet,
		"get_nowait": simpleGetNowait,
		"qsize": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return starlark.MakeInt(self.(*simpleQueue).len()), object.NoArgs("SimpleQueue", "qsize", args, kwargs)
		},
		"empty": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return t.RT.Bool(self.(*simpleQueue).len() == 0), object.NoArgs("SimpleQueue", "empty", args, kwargs)
		},
	}
	c.Attrs = map[string]starlark.Value{"__class_getitem__": object.ClassGetItem(c)}
	return c
}

func (q *simpleQueue) len() int { return len(q.items) - q.head }

func (q *simpleQueue) put(v starlark.Value) {
	if q.head > 32 && q.head > len(q.items)/2 {
		n := copy(q.items, q.items[q.head:])
		clear(q.items[n:])
		q.items, q.head = q.items[:n], 0
	}
	q.items = append(q.items, v)
	if q.waking < q.len() && q.waiters.Wake() {
		q.waking++
	}
}

// get returns the first item, nil if there is none until d.
func (q *simpleQueue) get(t *object.Thread, d netfd.Deadline) (starlark.Value, error) {
	var first, since time.Time
	for q.len() == 0 {
		if d == netfd.AtOnce {
			return nil, nil
		}
		if first.IsZero() {
			first = time.Now()
		}
		woken, err := t.WaitFor(&q.waiters, d, since, q)
		since = first
		if woken {
			q.waking--
		}
		if err != nil {
			if woken && q.len() > 0 && q.waiters.Wake() {
				q.waking++
			}
			return nil, err
		}
		if !woken {
			d = netfd.AtOnce
		}
	}
	v := q.items[q.head]
	q.items[q.head] = nil
	if q.head++; q.head == len(q.items) {
		q.items, q.head = q.items[:0], 0
	}
	return v, nil
}

// simplePut is put(item, block=True, timeout=None): it never waits.
func simplePut(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var item, timeout starlark.Value
	var block bool
	if len(args) == 1 && len(kwargs) == 0 {
		item = args[0]
	} else if err := object.Keywords(t, "put", args, kwargs, 1, "item", &item, "block", &block, "timeout", &timeout); err != nil {
		return nil, err
	}
	self.(*simpleQueue).put(item)
	return starlark.None, nil
}

// simplePutNowait is put_nowait(item).
func simplePutNowait(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var item starlark.Value
	if err := object.Keywords(t, "put_nowait", args, kwargs, 1, "item", &item); err != nil {
		return nil, err
	}
	self.(*simpleQueue).put(item)
	return starlark.None, nil
}

// simpleGet is get(block=True, timeout=None) -> item. It raises Empty.
func simpleGet(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	block, timeout := true, starlark.Value(starlark.None)
	if len(args)+len(kwargs) > 0 {
		if err := object.Keywords(t, "get", args, kwargs, 0, "block", &block, "timeout", &timeout); err != nil {
			return nil, err
		}
	}
	d := netfd.Forever
	switch {
	case !block:
		d = netfd.AtOnce
	case timeout != starlark.None:
		var sec float64
		if f, ok := timeout.(starlark.Float); ok {
			sec = float64(f)
		} else {
			n, err := t.Int(timeout)
			if err != nil {
				return nil, err
			}
			sec = float64(n)
		}
		switch {
		case math.IsNaN(sec):
			return nil, object.ValueError.Errorf("Invalid value NaN (not a number)")
		case sec < 0:
			return nil, object.ValueError.Errorf("'timeout' must be a non-negative number")
		case sec > timeoutMax:
			return nil, object.OverflowError.Errorf("timestamp out of range for platform time_t")
		}
		d = after(sec)
	}
	return self.(*simpleQueue).item(t, d)
}

// simpleGetNowait is get_nowait() -> item. It raises Empty.
func simpleGetNowait(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("SimpleQueue", "get_nowait", args, kwargs); err != nil {
		return nil, err
	}
	return self.(*simpleQueue).item(t, netfd.AtOnce)
}

func (q *simpleQueue) item(t *object.Thread, d netfd.Deadline) (starlark.Value, error) {
	v, err := q.get(t, d)
	if v == nil && err == nil {
		err = q.m.empty.New()
	}
	return v, err
}

// Holder returns nil: no thread has it.
func (q *simpleQueue) Holder() *object.Thread { return nil }

// Weak makes a weak reference.
func (q *simpleQueue) Weak() (key any, get func() starlark.Value) { return object.WeakPointer(q) }

// Attr returns a bound method.
func (q *simpleQueue) Attr(name string) (starlark.Value, error) { return object.BindAttr(q, name) }

// AttrNames lists the methods.
func (q *simpleQueue) AttrNames() []string { return q.m.simple.AttrNames() }

// Class returns the type.
func (q *simpleQueue) Class() *object.Class { return q.m.simple }

// String returns the repr.
func (q *simpleQueue) String() string {
	return fmt.Sprintf("<_queue.SimpleQueue object at 0x%x>", object.ID(q))
}

func (q *simpleQueue) Type() string          { return q.m.simple.TypeName() }
func (q *simpleQueue) Freeze()               {}
func (q *simpleQueue) Truth() starlark.Bool  { return true }
func (q *simpleQueue) Hash() (uint32, error) { return uint32(object.ID(q) >> 4), nil }

// Referents visits the items.
func (q *simpleQueue) Referents(visit func(starlark.Value)) {
	for _, v := range q.items[q.head:] {
		visit(v)
	}
}
