package object

import (
	"runtime"
	"testing"
	"time"

	"go.starlark.net/starlark"
)

// A holder is a value with a resource that refers to others.
type holder struct {
	starlark.Value
	res  *Resource
	refs []starlark.Value
}

func (h *holder) Resource() *Resource { return h.res }

func (h *holder) Referents(visit func(starlark.Value)) {
	for _, v := range h.refs {
		visit(v)
	}
}

// TestSearch has searches go through what would take one for ever that looks into
// the same value twice.
func TestSearch(t *testing.T) {
	rt := &Runtime{Modules: new(Dict)}
	open := func(refs ...starlark.Value) *holder {
		h := &holder{refs: refs}
		h.res = Track(rt, h, nil, func(*Thread) {})
		return h
	}
	ring := open()
	ring.refs = []starlark.Value{ring, ring, ring}
	var method starlark.Value = open()
	list := NewList(nil)
	for range 100 {
		method = &BoundMethod{Self: method, Func: method}
		list = NewList([]starlark.Value{list, list, starlark.Tuple{list, method}})
	}
	closed := open()
	closed.res.Untrack()
	lost := open()
	rt.Modules.SetString("a", closed)
	rt.Modules.SetString("b", ring)
	rt.Modules.SetString("c", list)
	missed, whole := rt.missing()
	if !whole || len(missed) != 1 || missed[0] != lost.res {
		t.Errorf("missed %d, whole %v; want the one that is lost", len(missed), whole)
	}

	rt.Modules.SetString("d", NewList(make([]starlark.Value, 100*searchStride)))
	late := search{rt: rt, begin: time.Now().Add(-2 * searchLimit), left: 9, stamp: 99}
	if late.run() || late.visits > 2*searchStride {
		t.Errorf("a search that is late visits %d values, whole %v", late.visits, !late.late)
	}
	runtime.KeepAlive(lost)
}

// TestLookAgain has a collection spare what is dropped only later in the same wait.
func TestLookAgain(t *testing.T) {
	rt := &Runtime{Modules: new(Dict)}
	released := make(chan struct{})
	h := new(holder)
	Track(rt, h, nil, func(*Thread) { close(released) })
	delay := rt.look()
	runtime.KeepAlive(h)
	for late := time.After(10 * time.Second); ; {
		var again <-chan time.Time
		if delay > 0 {
			again = time.After(delay)
		}
		select {
		case <-released:
			return
		case <-again:
			delay = rt.look()
		case <-late:
			t.Fatal("what was spared once isn't looked for again")
		}
	}
}
