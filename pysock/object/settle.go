package object

import (
	"maps"
	"reflect"
	"slices"
	"sync"
	"time"
	"unsafe"

	"go.starlark.net/starlark"
)

// What a script drops without a word.
//
// CPython finalizes an object as soon as the last reference to it goes: its name is
// bound to something else, its function returns, it is taken out of a list. Go's
// collector would find out some time later. So the code of files that define something
// to be finalized (__del__, a generator that yields inside try or with, weak references)
// asks at the end of each statement that may drop something, before a function returns,
// and before a print whose operands are evaluated.
//
// What there is to finalize is looked for in the variables (see search), which takes a
// microsecond or two where all of it is found. Where something is missed the
// collector is asked, which alone can tell that it is dead. What it leaves alive is
// held by Go code, the iterator of a loop, say, or refers to itself: it isn't looked
// for for a while then, for twice as long each time.
//
// The operand stacks of Starlark's calls still hold what was popped from them, which
// the collector takes for referred to. At the end of a statement nothing on the stack
// of its call is needed any more, so it is cleared.
//
// An exception doesn't hold the variables of the calls that it has left, here. CPython's
// does: what those held dies with the traceback. So nothing is looked for while the
// handler of such an exception runs.

// So many values are visited by searches at the end of statements, in any case, each
// search counting for some, and so many collections come of them. What goes beyond that
// takes no more than a fiftieth of the time.
const (
	freeVisits    = 2_000_000
	searchVisits  = 50
	freeSettlings = 200
	settleShare   = 50
	mostCircular  = 20 // so much of what is missed is dealt with at a time
)

// A wanted is something to be finalized that a search looks for.
type wanted interface {
	value() starlark.Value // nil once it is dead
	doubt() *doubts
}

// doubts is what is known of something that no search found and no collection either.
type doubts struct {
	n     int     // how often that was so
	until uint    // it isn't looked for before that many searches
	in    uintptr // the list or tuple in which a search found it last, and as which
	at    int
}

func (d *doubts) doubt() *doubts { return d }

// A watched is a value whose death somebody waits for.
type watched struct {
	get func() starlark.Value // nil once it is dead
	doubts
}

func (w *watched) value() starlark.Value { return w.get() }

// Watch has the value that get returns, as long as somebody refers to it, among what
// Settle looks for, if a search finds its like: the callbacks of AfterCollect notice its
// death.
func (rt *Runtime) Watch(get func() starlark.Value) {
	switch get().(type) {
	case *Instance, *Class, *starlark.Function, *Generator:
		f := &rt.finalizers
		f.watched = append(f.watched, &watched{get: get})
	}
}

// A settling is what a runtime keeps for it.
type settling struct {
	busy   bool
	times  uint
	visits uint
	over   time.Time // when the last one was over, and how long it took
	took   time.Duration
	asked  int                       // collections
	pinned map[wanted]starlark.Value // what refers to itself, and nobody else refers to
}

// due reports whether there may be one now.
func (s *settling) due() bool {
	return s.visits < freeVisits && s.asked < freeSettlings || time.Since(s.over) > settleShare*s.took
}

// mortals returns what there is to finalize and may be looked for, by its address.
func (rt *Runtime) mortals() map[uintptr]wanted {
	f := &rt.finalizers
	s := &f.settling
	all := make(map[uintptr]wanted)
	add := func(w wanted) {
		s.visits++
		if w.doubt().until > s.times {
			return
		}
		if v := w.value(); v != nil {
			all[address(v)] = w
		}
	}
	for _, m := range f.live {
		if !m.isFile() {
			add(m)
		}
	}
	f.watched = slices.DeleteFunc(f.watched, func(w *watched) bool { return w.value() == nil })
	for _, w := range f.watched {
		add(w)
	}
	for co := rt.suspended.first; co != nil; co = co.after {
		if co.guarded && !co.running {
			add(co)
		} else {
			s.visits++
		}
	}
	s.visits += searchVisits
	return all
}

// Mortal reports whether there is anything to be finalized.
func (rt *Runtime) Mortal() bool {
	f := &rt.finalizers
	return len(f.live)+len(f.watched) > 0 || rt.suspended.first != nil
}

// Settle finalizes what nobody refers to any more but Go code, as far as that can be
// found out quickly. v is a value that the caller holds, or nil.
func (t *Thread) Settle(v starlark.Value) {
	rt := t.RT
	s := &rt.finalizers.settling
	if !rt.Mortal() || s.busy || rt.Ending() || !s.due() || t.unwound() {
		return
	}
	s.busy = true
	begin := time.Now()
	s.times++
	lost := rt.lost(v)
	for len(lost) > 0 {
		s.asked++
		t.Collect()
		n := len(lost)
		maps.DeleteFunc(lost, func(_ uintptr, w wanted) bool { return w.value() == nil })
		if len(lost) == n || !s.due() {
			break
		}
	}
	for _, w := range lost {
		w.doubt().putOff(s)
	}
	s.busy = false
	s.over = time.Now()
	s.took = s.over.Sub(begin)
}

// putOff has it looked for later, and later still the next time.
func (d *doubts) putOff(s *settling) {
	d.n = min(d.n+1, maxDoubts)
	d.until = s.times + 1<<d.n - 1
}

// lost is what there is to finalize and can't be found, but for what refers to itself:
// that is kept alive.
func (rt *Runtime) lost(v starlark.Value) map[uintptr]wanted {
	s := &rt.finalizers.settling
	all := rt.mortals()
	if len(all) == 0 {
		return nil
	}
	f := search{rt: rt, left: len(all), wanted: all, returned: v}
	whole := f.run()
	s.visits += f.visits
	if !whole {
		return nil
	}
	if len(s.pinned) >= mostPinned {
		s.pinned = nil // CPython would have looked for cycles by now
	}
	n := 0
	maps.DeleteFunc(f.wanted, func(_ uintptr, w wanted) bool {
		if n++; n > mostCircular {
			return true // another time
		}
		if !rt.circular(w.value()) {
			delete(s.pinned, w)
			return false
		}
		if s.pinned == nil {
			s.pinned = make(map[wanted]starlark.Value)
		}
		s.pinned[w] = w.value()
		w.doubt().putOff(s)
		return true
	})
	return f.wanted
}

// mostPinned is how many objects that refer to themselves are kept alive.
const mostPinned = 700

func address(v starlark.Value) uintptr { return uintptr(data(v).data) }

// circular reports whether v refers to itself, by way of other objects.
func (rt *Runtime) circular(v starlark.Value) bool {
	if v == nil {
		return false
	}
	s := search{rt: rt, left: 1, wanted: map[uintptr]wanted{address(v): new(watched)}, seen: make(map[unsafe.Pointer]struct{})}
	s.expand(v)
	s.follow()
	rt.finalizers.settling.visits += s.visits
	return s.left == 0
}

// unwound reports whether an exception is being handled that has left calls whose
// variables its traceback would hold.
func (t *Thread) unwound() bool {
	for ; t != nil; t = t.outer {
		for _, e := range t.handling {
			if e != nil && e.trail().deep() {
				return true
			}
		}
	}
	return false
}

// ClearOperands clears the operand stack of the innermost call, at the end of a statement,
// if anybody could notice that something isn't referred to any more.
func (t *Thread) ClearOperands() {
	if rt := t.RT; rt.Mortal() || rt.resources.count.Load() > 0 || rt.finalizers.afterCollect != nil {
		t.clearOperands()
	}
}

func (t *Thread) clearOperands() { clear(operands(t.Star.DebugFrame(0))) }

// SettleStatement is Settle at the end of a statement of the innermost call.
func (t *Thread) SettleStatement() {
	if !t.RT.Mortal() {
		t.ClearOperands()
		return
	}
	t.clearOperands()
	fr := t.Star.DebugFrame(0)
	if fr.Callable().Name() == toplevel {
		// These are the variables of comprehensions: all others are globals.
		for i, v := range frameOf(fr).locals {
			if v != nil && v.Type() != "cell" { // which the next run of the comprehension sets
				frameOf(fr).locals[i] = nil
			}
		}
	}
	t.Settle(nil)
}

// SettleReturn is Settle where the innermost call is about to return v. Its arguments are
// the caller's still.
func (t *Thread) SettleReturn(v starlark.Value) {
	if !t.RT.Mortal() || t.unwound() {
		return
	}
	t.clearOperands()
	fr := t.Star.DebugFrame(0)
	locals := frameOf(fr).locals
	for i := fr.Callable().(*starlark.Function).NumParams(); i < len(locals); i++ {
		if b, _ := fr.Local(i); b.Name != HandledMark {
			locals[i] = nil
		}
	}
	t.Settle(v)
}

// A frameParts is a frame of Starlark's from inside; TestFrameParts holds the two
// together.
type frameParts struct {
	callable  starlark.Callable
	pc        uint32
	locals    []starlark.Value
	spanStart int64
}

func frameOf(fr starlark.DebugFrame) *frameParts {
	return (*frameParts)((*[2]unsafe.Pointer)(unsafe.Pointer(&fr))[1])
}

// maxStack is where the code of a function says how large its operand stack is.
var maxStack = sync.OnceValue(func() uintptr {
	funcode, _ := reflect.TypeFor[starlark.Function]().FieldByName("funcode")
	size, _ := funcode.Type.Elem().FieldByName("MaxStack")
	return size.Offset
})

// operands is the operand stack of a call, which lies behind its variables.
func operands(fr starlark.DebugFrame) []starlark.Value {
	f := frameOf(fr)
	fn, ok := f.callable.(*starlark.Function)
	if !ok {
		return nil
	}
	n := len(f.locals)
	size := *(*int)(unsafe.Add(partsOf(fn).funcode, maxStack()))
	return unsafe.Slice(unsafe.SliceData(f.locals), n+size)[n:]
}
