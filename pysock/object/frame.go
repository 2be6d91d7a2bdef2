package object

import (
	"reflect"
	"slices"
	"strings"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// ModuleFrame is what the frame of a module's top level is called.
const ModuleFrame = "<module>"

// A Frame is one line of a traceback.
type Frame struct {
	File string
	Line int
	Col  int // of the operation's anchor, see syntax.Expr; 0 if unknown
	Name string
	// Pos is where Starlark has the operation; code without a file is known by
	// it. It isn't known for every frame.
	Pos starsyntax.Position

	// Node is what was being evaluated; it may be nil even where Located says
	// that it was looked for: see Runtime.Locate.
	Node    syntax.Node
	Located bool
	Asked   Asked
	// First is the line on which the function begins, 0 if unknown.
	First int
}

// Asked is what Starlark code asks of a value by itself, without an operation
// that has a place: a frame that fails so stands at the place before it.
type Asked uint8

const (
	nothing    Asked = iota
	AskedTruth       // of a condition
	AskedNext        // of the iterator that a loop runs over
)

// mark notes in the innermost of the frames that an error came through what it had
// asked for.
func (r *Raised) mark(frames []Frame) {
	if n := len(frames); n > 0 && r.asked != nothing {
		frames[n-1].Asked = r.asked
		r.asked = nothing
	}
}

// toplevel is what Starlark calls the function that a module is.
const toplevel = "<toplevel>"

// visible returns the name that Python knows the frame of a Starlark function
// by, and false for a function that lowering made of a part of another: it
// belongs to the visible frame below it on the stack.
func visible(name string) (string, bool) {
	switch {
	case name == toplevel:
		return ModuleFrame, true
	case name == "lambda":
		return "<lambda>", true
	case strings.HasPrefix(name, GeneratorBody):
		return name[len(GeneratorBody):], true
	}
	return strings.TrimSuffix(name, HiddenName), !strings.HasPrefix(name, "#")
}

// visible is that of the function in a frame of the thread's.
func (t *Thread) visible(depth int, fn *starlark.Function) (string, bool) {
	name, ok := visible(fn.Name())
	if ok && depth+1 < t.Star.CallStackDepth() {
		caller, builtin := t.Star.DebugFrame(depth + 1).Callable().(*Func)
		ok = !builtin || caller.FuncName != CompCaller
	}
	return name, ok
}

// CompCaller is the function of the runtime's that calls a function made of a
// comprehension, whose frame is part of the one around it.
const CompCaller = "comp"

// frames returns the lines of a traceback. Functions written in Go have no
// line; a part of a function has brought that as far as it came itself.
func frames(stack starlark.CallStack) []Frame {
	var out []Frame
	comp := false
	for _, f := range stack {
		if f.Pos.Line == 0 {
			comp = f.Name == CompCaller
			continue
		}
		name, ok := visible(f.Name)
		ok, comp = ok && !comp, false
		if ok {
			out = append(out, Frame{File: f.Pos.Filename(), Line: int(f.Pos.Line), Col: int(f.Pos.Col), Name: name, Pos: f.Pos})
		} else if n := len(out); n > 0 {
			out[n-1].Line, out[n-1].Col = int(f.Pos.Line), int(f.Pos.Col)
		}
	}
	return out
}

// A FrameObject is Python's frame object: a call of a function, or the run of a
// module's top level. Thread.FrameObject makes those of the calls that are
// running, for sys._getframe, and a Traceback those of calls that failed.
//
// While its call runs, a frame tells the line that it has come to and shows its
// variables; f_locals is a new dict each time, and changing it changes nothing.
// After that the line is the last one that was seen, and f_locals is empty.
type FrameObject struct {
	at    Frame
	back  *FrameObject
	rt    *Runtime
	trace starlark.Value

	// Of a call that was running when the frame was made:
	fn     *starlark.Function
	thread *Thread
	depth  int // of fn on the thread's stack, from the outermost call on
}

var (
	_ starlark.HasAttrs    = (*FrameObject)(nil)
	_ starlark.HasSetField = (*FrameObject)(nil)
)

// FrameObject returns the frame of the innermost call on the stack, and by it
// those around it; nil if there is none.
func (t *Thread) FrameObject() *FrameObject {
	var f *FrameObject
	if t.gen != nil && t.outer != nil {
		f = t.outer.FrameObject()
	}
	n := t.Star.CallStackDepth()
	first := true
	for d := range n {
		fr := t.Star.DebugFrame(n - 1 - d)
		fn, ok := fr.Callable().(*starlark.Function)
		if !ok {
			continue
		}
		pos := fr.Position()
		if name, ok := t.visible(n-1-d, fn); ok {
			if first && t.gen != nil {
				name = t.gen.name
			}
			first = false
			f = &FrameObject{back: f, rt: t.RT, fn: fn, thread: t, depth: d, at: Frame{File: pos.Filename(), Name: name}}
		}
		if f != nil {
			f.at.Line, f.at.Col = int(pos.Line), int(pos.Col)
		}
	}
	return f
}

// Back returns the frame that called this one, or nil.
func (f *FrameObject) Back() *FrameObject { return f.back }

// running calls visit for the function of the frame and those that are parts
// of it, if the call is still running.
func (f *FrameObject) running(visit func(starlark.DebugFrame)) {
	if f.fn == nil || f.thread == nil {
		return
	}
	n := f.thread.Star.CallStackDepth()
	for d := f.depth; d < n; d++ {
		fr := f.thread.Star.DebugFrame(n - 1 - d)
		fn, ok := fr.Callable().(*starlark.Function)
		switch {
		case !ok:
			continue
		case d == f.depth && fn != f.fn:
			return
		case d > f.depth:
			if _, own := f.thread.visible(n-1-d, fn); own {
				return
			}
		}
		visit(fr)
	}
}

// Line returns the line that the call has come to.
func (f *FrameObject) Line() int {
	f.running(func(fr starlark.DebugFrame) {
		pos := fr.Position()
		f.at.Line, f.at.Col = int(pos.Line), int(pos.Col)
	})
	if at := f.rt.locate([]Frame{f.at}); len(at) > 0 {
		return at[len(at)-1].Line
	}
	return f.at.Line
}

// Globals returns the dict of the module's variables.
func (f *FrameObject) Globals() *Dict {
	if f.fn != nil {
		if ns := FunctionNamespace(f.fn); ns != nil {
			return ns.GlobalDict()
		}
	}
	if f.rt.Globals != nil {
		return f.rt.Globals(f.at.File)
	}
	return new(Dict)
}

// Namespace returns where the call looks its globals up, nil if it isn't known.
func (f *FrameObject) Namespace() *Namespace {
	if f.fn == nil {
		return nil
	}
	return FunctionNamespace(f.fn)
}

// IsModule reports whether the frame is the run of a module's top level.
func (f *FrameObject) IsModule() bool { return f.at.Name == ModuleFrame }

// Locals returns the variables of the call, if that is still running: its own
// and those of functions around it that it uses.
func (f *FrameObject) Locals() *Dict {
	if f.IsModule() {
		return f.Globals()
	}
	names := f.variables()
	d := new(Dict)
	own := names
	if definition(f.fn) == nil {
		own = nil // all: they aren't known
	}
	f.running(func(fr starlark.DebugFrame) {
		for i := range fr.NumLocals() {
			b, v := fr.Local(i)
			show(d, b.Name, unboxed(v), own)
		}
	})
	d.addMissing(f.Free())
	d = d.inOrder(names)
	d.order = dictOrder(f.rt.Dialect)
	return d
}

// variables names the call's variables in the order that locals() has.
func (f *FrameObject) variables() []string {
	def := f.definition()
	parts := [][]string{def.Locals, def.Cells, def.Free}
	if f.rt.Dialect == syntax.Python2 { // which begins with the last one of each
		for i, names := range parts {
			parts[i] = slices.Clone(names)
			slices.Reverse(parts[i])
		}
	}
	return append(slices.Concat(parts...), "")
}

// inOrder returns d with the items of these names first.
func (d *Dict) inOrder(names []string) *Dict {
	sorted := NewDict(d.Len())
	for _, name := range names {
		if v := d.GetString(name); v != nil {
			sorted.SetString(name, v)
		}
	}
	sorted.addMissing(d)
	return sorted
}

// Free returns the variables of functions around the call that it uses. Those
// of the call itself are among them where a part of its body is a function.
func (f *FrameObject) Free() *Dict {
	d := new(Dict)
	f.running(func(fr starlark.DebugFrame) {
		fn := fr.Callable().(*starlark.Function)
		if fn.NumFreeVars() == 0 {
			return
		}
		def := f.definition()
		names := def.Free
		if def.Unoptimized {
			names = []string{} // CPython shows those of the call alone
		}
		if fn != f.fn || strings.HasPrefix(fn.Name(), GeneratorBody) {
			names = slices.Concat(names, def.Cells, def.Locals)
		}
		for i := range fn.NumFreeVars() {
			b, v := fn.FreeVar(i)
			show(d, b.Name, v, names)
		}
	})
	return d
}

func (f *FrameObject) definition() *Definition {
	return (&Code{Name: f.at.Name, Fn: f.fn, rt: f.rt}).definition()
}

// addMissing takes over the items of e whose keys, all strings, d doesn't have.
func (d *Dict) addMissing(e *Dict) {
	for _, kv := range e.Items() {
		if name, ok := AsText(kv[0]); ok && d.GetString(name) == nil {
			d.SetString(name, kv[1])
		}
	}
}

// show puts into d what a Starlark variable holds of a script's variables: its
// own value, that of a cell, or a namespace. If only isn't nil, it has the
// names that count.
func show(d *Dict, name string, v starlark.Value, only []string) {
	set := func(name string, v starlark.Value) {
		if v != nil && (only == nil || slices.Contains(only, name)) {
			d.SetString(name, v)
		}
	}
	switch v := v.(type) {
	case nil:
	case *Cell:
		if v.Name != "__class__" || only != nil {
			set(v.Name, v.V)
		}
	case *Namespace:
		for _, kv := range v.Dict.Items() {
			if name, ok := AsText(kv[0]); ok {
				set(name, kv[1])
			}
		}
	default:
		if !strings.Contains(name, "#") {
			set(name, v)
		}
	}
}

// unboxed returns the value of a local variable that an inner function uses.
// Starlark keeps it in a box of its own type, struct{ v Value }, which a
// debugger is shown but can't open.
func unboxed(v starlark.Value) starlark.Value {
	b := reflect.ValueOf(v)
	if v == nil || b.Kind() != reflect.Pointer || b.Type().Elem().Name() != "cell" {
		return v
	}
	if t := b.Type().Elem(); t.Kind() != reflect.Struct || t.NumField() != 1 || t.Field(0).Type != reflect.TypeFor[starlark.Value]() {
		return nil
	}
	return *(*starlark.Value)(b.UnsafePointer())
}

// code returns the frame's code object.
func (f *FrameObject) code() starlark.Value {
	c := NewCode(f.rt, f.at.Name, f.at.File, f.fn)
	if f.fn == nil && f.at.First > 0 {
		c.Line = f.at.First
	}
	return c
}

// Attr returns f_back, f_code, f_lineno and the others.
func (f *FrameObject) Attr(name string) (starlark.Value, error) {
	switch name {
	case "f_back":
		if f.back == nil {
			return starlark.None, nil
		}
		return f.back, nil
	case "f_code":
		return f.code(), nil
	case "f_lineno":
		return starlark.MakeInt(f.Line()), nil
	case "f_globals":
		return f.Globals(), nil
	case "f_locals":
		return f.Locals(), nil
	case "f_builtins":
		return f.rt.Builtins.Dict, nil
	case "f_lasti":
		return starlark.MakeInt(f.at.Col), nil
	case "f_trace":
		if f.trace == nil {
			return starlark.None, nil
		}
		return f.trace, nil
	case "f_restricted":
		if f.rt.Dialect == syntax.Python2 {
			return starlark.False, nil
		}
	case "f_trace_lines", "f_trace_opcodes":
		return f.rt.Bool(name == "f_trace_lines"), nil
	case "clear":
		return &Func{FuncName: "clear", Self: f, Method: func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			if err := NoArgs("frame", "clear", args, kwargs); err != nil {
				return nil, err
			}
			if f.thread != nil && f.thread.gen != nil && !f.thread.gen.running {
				return starlark.None, f.thread.gen.close()
			}
			running := false
			f.running(func(starlark.DebugFrame) { running = true })
			if running {
				return nil, RuntimeError.Errorf("cannot clear an executing frame")
			}
			return starlark.None, nil
		}}, nil
	}
	return BindValue(f.rt.Dialect, f, name)
}

// SetField sets f_trace, which nobody looks at.
func (f *FrameObject) SetField(name string, v starlark.Value) error {
	if name == "f_trace" {
		f.trace = v
		return nil
	}
	return ReadOnly(f.rt.Dialect, f, name, v)
}

// DelField removes f_trace.
func (f *FrameObject) DelField(name string) error {
	if name == "f_trace" {
		f.trace = nil
		return nil
	}
	return ReadOnly(f.rt.Dialect, f, name, nil)
}

// AttrNames lists the attributes.
func (f *FrameObject) AttrNames() []string {
	return strings.Fields("clear f_back f_builtins f_code f_globals f_lasti f_lineno f_locals f_trace")
}

// String returns the repr.
func (f *FrameObject) String() string {
	if f.rt.Dialect == syntax.Python2 {
		return sprintf("<frame object at 0x%x>", ID(f))
	}
	return sprintf("<frame at 0x%x, file '%s', line %d, code %s>", ID(f), f.at.File, f.Line(), f.at.Name)
}

// Type returns "frame".
func (f *FrameObject) Type() string { return "frame" }

// Freeze does nothing.
func (f *FrameObject) Freeze() {}

// Truth returns true.
func (f *FrameObject) Truth() starlark.Bool { return true }

// Hash returns a hash of the identity.
func (f *FrameObject) Hash() (uint32, error) { return identity(f), nil }
