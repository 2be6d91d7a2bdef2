package object

import (
	"reflect"
	"time"
	"unsafe"

	"go.starlark.net/starlark"
)

// A Referrer is a value written in Go, outside of this package, through which
// a script may hold others. Nothing goes wrong where one isn't: see search.
type Referrer interface {
	starlark.Value
	// Referents calls visit for what it refers to.
	Referents(visit func(starlark.Value))
}

// A Tracked is a value that a Resource was made for.
type Tracked interface {
	starlark.Value
	// Resource returns it, nil if there is none. It may have been let go.
	Resource() *Resource
}

// searchLimit is how long a search for resources may take, and searchStride how many
// values it visits between two looks at the clock: one list may have millions.
// One at the end of a statement may visit mostVisits.
const (
	searchLimit  = 5 * time.Millisecond
	searchStride = 1024
	mostVisits   = 100_000
)

// A search goes from the variables of the threads and modules through what they
// refer to, until it has found the values that hold resources. Those that it
// doesn't find may have been dropped, and then a collection is worth its cost;
// those that it does find have not been. It is no collector: it doesn't
// see what only Go code refers to (an argument of a call, say, that is in no
// variable), and so can't tell that something is dead.
//
// The caller holds the interpreter's lock.
type search struct {
	rt       *Runtime
	begin    time.Time
	queue    []starlark.Value
	seen     map[unsafe.Pointer]struct{}
	visits   uint
	late     bool               // searchLimit is over
	left     int                // resources, or what is wanted, that weren't found yet
	stamp    uint               // which search for resources it is
	returned starlark.Value     // what is in no variable, perhaps, but held
	in       uintptr            // the list or tuple that is looked into
	wanted   map[uintptr]wanted // what is looked for instead, by its address: see Settle
}

// run reports whether the search came to its end: whether what it didn't find
// isn't there to be found.
func (s *search) run() (whole bool) {
	s.seen = make(map[unsafe.Pointer]struct{})
	s.visit(s.returned)
	rt := s.rt
	for t := range rt.threads {
		s.thread(t)
	}
	for co := rt.suspended.first; co != nil; co = co.after {
		if co.running {
			s.thread(co.thread)
		}
	}
	s.visit(rt.Modules)
	s.follow()
	return !s.late
}

// follow looks into what was visited.
func (s *search) follow() {
	for n := 0; n < len(s.queue) && !s.over(); n++ {
		s.expand(s.queue[n])
	}
}

// over reports whether there is no more to look for, or no time to.
func (s *search) over() bool { return s.late || s.left <= 0 }

// thread visits the variables of the calls that a thread is in.
func (s *search) thread(t *Thread) {
	if t == nil {
		return
	}
	n := t.Star.CallStackDepth()
	for d := range n {
		if s.over() {
			return
		}
		fr := t.Star.DebugFrame(d)
		fn, ok := fr.Callable().(*starlark.Function)
		if !ok {
			s.visit(fr.Callable())
			continue
		}
		for i := range fr.NumLocals() {
			_, v := fr.Local(i)
			if v != nil && v.Type() == "cell" {
				v = unboxed(v)
			}
			s.visit(v)
		}
		if s.wanted != nil {
			s.visitAll(operands(fr))
		}
		s.free(fn)
		if d == n-1 && t == s.rt.Main {
			s.visitAll((*moduleParts)(unsafe.Pointer(partsOf(fn).module)).globals)
		}
	}
	for _, h := range t.handled {
		s.visit(h.exc)
	}
	for _, e := range t.handling {
		s.visit(e)
	}
}

// visit notes a value that can refer to others, to be looked into later, and
// the resource of one that has it.
func (s *search) visit(v starlark.Value) {
	s.visits++
	switch {
	case s.wanted != nil: // what a script sees must not depend on the clock
		s.late = s.late || s.visits > mostVisits
	case s.visits%searchStride == 0:
		s.late = s.late || time.Since(s.begin) > searchLimit
	}
	at := data(v).data
	switch v := v.(type) {
	case nil, starlark.String, starlark.Int, starlark.Bool, starlark.NoneType, starlark.Float, starlark.Bytes, *Func:
		return
	case starlark.Tuple:
		if len(v) == 0 {
			return
		}
		at = unsafe.Pointer(&v[0])
	case *List:
		if len(v.Elems) == 0 {
			return
		}
	case *Dict:
		if v == nil || v.live == 0 {
			return
		}
	case *Set:
		if v.d.live == 0 {
			return
		}
	case *Cell: // no variable holds another one
		s.visit(v.V)
		return
	case *Namespace:
		s.visit(v.Dict)
		return
	case *Instance, *starlark.Function, *Class, *Module, *Generator, *Iterator, *Exception, *BoundMethod, *starlark.List:
	default:
		if t, ok := v.(Tracked); ok && s.wanted == nil {
			s.found(t.Resource())
		}
		if _, ok := v.(Referrer); !ok {
			return
		}
	}
	if at == nil { // sys.exc_clear() leaves such an exception
		return
	}
	if _, ok := s.seen[at]; !ok && !s.over() {
		s.seen[at] = struct{}{}
		s.queue = append(s.queue, v)
		if w := s.wanted[uintptr(at)]; w != nil {
			d := w.doubt()
			d.n, d.in, d.at = 0, s.in, len(s.queue)
			delete(s.wanted, uintptr(at))
			s.left--
		}
	}
}

// free visits the variables of other functions that fn uses.
func (s *search) free(fn *starlark.Function) {
	for _, cell := range partsOf(fn).freevars {
		s.visit(*contents(cell))
	}
}

// expand visits what v refers to.
func (s *search) expand(v starlark.Value) {
	switch v := v.(type) {
	case starlark.Tuple:
		s.in = uintptr(unsafe.Pointer(&v[0]))
		s.visitAll(v)
		s.in = 0
	case *List:
		s.in = uintptr(unsafe.Pointer(v))
		s.visitAll(v.Elems)
		s.in = 0
	case *starlark.List: // of a comprehension
		for i := range v.Len() {
			s.visit(v.Index(i))
		}
	case *Dict:
		s.entries(v)
	case *Set:
		s.entries(&v.d)
	case *Instance:
		s.visit(v.Base)
		s.visit(v.Dict)
		s.visitAll(v.slots)
		s.visit(v.class)
	case *starlark.Function:
		s.free(v)
		s.visitAll(partsOf(v).defaults)
	case *Class:
		s.visit(v.Dict)
		for _, b := range v.Bases {
			s.visit(b)
		}
	case *Module:
		s.visit(v.Dict)
		if v.Names != nil && s.rt.Main.Star.CallStackDepth() == 0 { // else its frame was seen
			for _, name := range v.Names() {
				s.visit(v.Live(name))
			}
		}
	case *Generator:
		s.thread(v.thread)
		s.visitAll(v.args)
		s.visit(v.from)
	case *Iterator:
		s.visit(v.over)
		s.inside(reflect.ValueOf(v.src), 0)
	case *BoundMethod:
		s.visit(v.Self)
		s.visit(v.Func)
	case *Exception:
		s.visitAll(v.Args)
		s.visit(v.dict)
		for _, x := range v.slots {
			s.visit(x)
		}
		for _, e := range []*Exception{v.Cause, v.Context} {
			if e != nil {
				s.visit(e)
			}
		}
	case Referrer:
		v.Referents(s.visit)
	}
}

// insideDepth is how far what an iterator refers to may lie inside of it.
const insideDepth = 6

// inside visits the values that the Go value of an iterator consists of.
func (s *search) inside(v reflect.Value, depth int) {
	if depth > insideDepth || s.over() {
		return
	}
	switch v.Kind() {
	case reflect.Interface:
		s.inside(v.Elem(), depth)
	case reflect.Pointer:
		if v.IsNil() {
			return
		}
		switch x := reflect.NewAt(v.Type().Elem(), v.UnsafePointer()).Interface().(type) {
		case *Runtime, *Thread:
		case starlark.Value:
			s.visit(x)
		default:
			s.inside(v.Elem(), depth+1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			s.inside(v.Field(i), depth+1)
		}
	case reflect.Slice:
		switch v.Type().Elem().Kind() {
		case reflect.Interface, reflect.Pointer, reflect.Struct, reflect.Slice:
			for i := range v.Len() {
				s.inside(v.Index(i), depth+1)
			}
		}
	}
}

func (s *search) visitAll(values []starlark.Value) {
	for _, v := range values {
		if s.over() {
			return
		}
		s.visit(v)
	}
}

func (s *search) entries(d *Dict) {
	for i := range d.entries {
		if s.over() {
			return
		}
		if e := &d.entries[i]; e.key != nil {
			s.visit(e.key)
			s.visit(e.val)
		}
	}
}

// found counts a resource, once.
func (s *search) found(r *Resource) {
	if r != nil && r.stamp != s.stamp && !r.gone.Load() {
		r.stamp = s.stamp
		r.doubts.Store(0)
		s.left--
	}
}
