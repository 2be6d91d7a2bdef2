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
// to be finalized (__del__, a generator that yields inside try or with, a weak
// reference's callback) asks at the end of each statement that may drop something, and
// before a function returns; and so does print.
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
// search counting for some. Further ones take no more than a fiftieth of the time.
const (
	freeVisits   = 2_000_000
	searchVisits = 50
	settleShare  = 50
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
	last   time.Time // when the last search was over, and how long it took
	took   time.Duration
}

// due reports whether there may be a search now.
func (s *settling) due() bool {
	return s.visits < freeVisits || time.Since(s.last) > settleShare*s.took
}

// mortals returns what there is to finalize, by its address.
func (rt *Runtime) mortals() map[uintptr]wanted {
	f := &rt.finalizers
	all := make(map[uintptr]wanted)
	add := func(w wanted) {
		if v := w.value(); v != nil && w.doubt().until <= f.settling.times {
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
		}
	}
	f.settling.visits += searchVisits + uint(len(f.live)+len(f.watched))
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
	defer func() { s.busy = false }()
	s.times++
	lost := rt.lost(v)
	for len(lost) > 0 && t.collectSoon() {
		n := len(lost)
		maps.DeleteFunc(lost, func(_ uintptr, w wanted) bool { return w.value() == nil })
		if len(lost) == n {
			break
		}
	}
	for _, w := range lost {
		d := w.doubt()
		d.n = min(d.n+1, maxDoubts)
		d.until = s.times + 1<<d.n - 1
	}
}

// lost is what there is to finalize and can't be found, but for what refers to itself:
// that is kept alive.
func (rt *Runtime) lost(v starlark.Value) map[uintptr]wanted {
	missed := rt.missed(v)
	maps.DeleteFunc(missed, func(_ uintptr, w wanted) bool { return rt.pin(w) })
	return missed
}

// missed is what there is to finalize and can't be found.
func (rt *Runtime) missed(v starlark.Value) map[uintptr]wanted {
	s := &rt.finalizers.settling
	all := rt.mortals()
	if len(all) == 0 {
		return nil
	}
	begin := time.Now()
	f := search{rt: rt, begin: begin, left: len(all), wanted: all, returned: v}
	whole := f.run()
	s.visits += f.visits
	s.last = time.Now()
	s.took = s.last.Sub(begin)
	if !whole {
		return nil
	}
	return f.wanted
}

func address(v starlark.Value) uintptr { return uintptr(data(v).data) }

// pin keeps what refers to itself alive until the script asks for a collection, and
// reports whether that is so.
func (rt *Runtime) pin(w wanted) bool {
	v := w.value()
	if !rt.circular(v) {
		return false
	}
	f := &rt.finalizers
	f.pinned = append(f.pinned, v)
	w.doubt().until = ^uint(0)
	return true
}

// circular reports whether v refers to itself, by way of other objects.
func (rt *Runtime) circular(v starlark.Value) bool {
	if v == nil {
		return false
	}
	s := search{rt: rt, begin: time.Now(), left: 1, wanted: map[uintptr]wanted{address(v): new(watched)}, seen: make(map[unsafe.Pointer]struct{})}
	s.expand(v)
	s.follow()
	return s.left == 0
}

// unwound reports whether an exception is being handled that has left calls whose
// variables its traceback would hold.
func (t *Thread) unwound() bool {
	for ; t != nil; t = t.outer {
		for _, e := range t.handling {
			if e != nil && len(e.trail().all()) > 1 {
				return true
			}
		}
	}
	return false
}

// SettleStatement is Settle at the end of a statement of the innermost call.
func (t *Thread) SettleStatement() {
	if !t.RT.Mortal() {
		return
	}
	fr := t.Star.DebugFrame(0)
	clear(operands(fr))
	if fr.Callable().Name() == toplevel {
		clear(frameOf(fr).locals) // variables of comprehensions, for all others are globals
	}
	t.Settle(nil)
}

// SettleReturn is Settle where the innermost call is about to return v. Its arguments are
// the caller's still.
func (t *Thread) SettleReturn(v starlark.Value) {
	if !t.RT.Mortal() || t.unwound() {
		return
	}
	fr := t.Star.DebugFrame(0)
	clear(operands(fr))
	locals := frameOf(fr).locals
	for i := fr.Callable().(*starlark.Function).NumParams(); i < len(locals); i++ {
		if b, _ := fr.Local(i); b.Name != HandledMark {
			locals[i] = nil
		}
	}
	t.Settle(v)
}

// SettleCall is Settle in the midst of a call of Go code with args: what lies behind them on
// the operand stack isn't needed any more.
func (t *Thread) SettleCall(args starlark.Tuple) {
	if t.RT.Mortal() {
		t.scrub(args)
		t.Settle(nil)
	}
}

// scrub clears the operand stack behind the arguments of the call of Go code that t is in.
func (t *Thread) scrub(args starlark.Tuple) {
	if t.Star.CallStackDepth() > 1 {
		// Where the call lies isn't known, but not above the uppermost place that looks like it.
		call := append([]starlark.Value{t.Star.DebugFrame(0).Callable()}, args...)
		stack := operands(t.Star.DebugFrame(1))
		for i := len(stack) - len(call); i >= 0; i-- {
			if slices.EqualFunc(stack[i:i+len(call)], call, func(x, y starlark.Value) bool { return *data(x) == *data(y) }) {
				clear(stack[i+len(call):])
				break
			}
		}
	}
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
