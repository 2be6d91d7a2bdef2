package object

import (
	"strings"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A Traceback is a traceback object: a frame, and the traceback of what that
// called. An exception's is made when somebody asks for it, and what its frames
// were about is found out when somebody looks into it.
type Traceback struct {
	raw Trail // this frame and the next ones, until expand
	rt  *Runtime

	at    Frame
	next  *Traceback
	frame *FrameObject
	lasti int
}

var (
	_ starlark.HasAttrs    = (*Traceback)(nil)
	_ starlark.HasSetField = (*Traceback)(nil)
)

// A Trail is a traceback as the interpreter keeps it: frames, and the traceback
// object that follows them, if the exception had one already when it was
// raised (again).
type Trail struct {
	frames []Frame
	next   *Traceback
}

func (t Trail) empty() bool { return len(t.frames) == 0 && t.next == nil }

// deep reports whether there is more than one frame.
func (t Trail) deep() bool {
	if t.next == nil {
		return len(t.frames) > 1
	}
	return len(t.all()) > 1
}

// all returns the frames.
func (t Trail) all() []Frame {
	if t.next == nil {
		return t.frames
	}
	return append(t.frames[:len(t.frames):len(t.frames)], t.next.Frames()...)
}

// after puts frames before those of t.
func (t Trail) after(outer []Frame) Trail { return Trail{append(outer, t.frames...), t.next} }

// Trail returns the traceback for an exception that is raised with it.
func (tb *Traceback) Trail() Trail { return Trail{next: tb} }

// trail returns the exception's traceback.
func (e *Exception) trail() Trail {
	if e.tb != nil {
		return e.tb.Trail()
	}
	return e.trace
}

// setTrail replaces the exception's traceback.
func (e *Exception) setTrail(rt *Runtime, t Trail) {
	e.traced++
	e.rt, e.trace, e.tb = rt, t, nil
	if len(t.frames) == 0 {
		e.tb = t.next
	}
}

// Traced tells how often the exception was given a traceback.
func (e *Exception) Traced() uint { return e.traced }

// Traceback returns the exception's traceback, None if it has none.
func (e *Exception) Traceback() starlark.Value {
	if e.tb == nil && len(e.trace.frames) > 0 {
		e.tb = &Traceback{raw: e.trace, rt: e.rt}
	}
	if e.tb == nil {
		return starlark.None
	}
	return e.tb
}

// SetTraceback is e.__traceback__ = tb.
func (e *Exception) SetTraceback(tb starlark.Value) error {
	e.traced++
	switch tb := tb.(type) {
	case *Traceback:
		e.tb, e.trace = tb, Trail{}
	case starlark.NoneType:
		e.tb, e.trace = nil, Trail{}
	default:
		return TypeError.Errorf("__traceback__ must be a traceback or None")
	}
	return nil
}

// Trace returns the frames of the exception's traceback.
func (e *Exception) Trace() []Frame {
	return e.trail().all()
}

// Frames returns the frames of a traceback.
func (tb *Traceback) Frames() []Frame {
	var out []Frame
	for ; tb != nil; tb = tb.next {
		if tb.raw.frames != nil {
			return append(out, tb.raw.all()...)
		}
		out = append(out, tb.at)
	}
	return out
}

// expand makes a traceback object of each frame. The first one is that of whoever
// handles the exception, which runs still.
func (tb *Traceback) expand() {
	if tb.raw.frames == nil {
		return
	}
	list, last := tb.rt.locate(tb.raw.frames), tb.raw.next
	if len(list) == 0 { // all of it is in embedded modules
		list = tb.raw.frames
	}
	tb.raw = Trail{}
	tb.at = list[0]
	for f := tb.rt.Current().FrameObject(); f != nil; f = f.back {
		if f.at.File == tb.at.File && f.at.Name == tb.at.Name {
			tb.frame = &FrameObject{at: f.at, back: f.back, rt: f.rt, fn: f.fn, thread: f.thread, depth: f.depth}
			break
		}
	}
	if tb.frame == nil {
		tb.frame = &FrameObject{at: tb.at, rt: tb.rt}
	}
	for _, at := range list[1:] {
		tb.next = &Traceback{at: at, rt: tb.rt, lasti: at.Col, frame: &FrameObject{at: at, rt: tb.rt, back: tb.frame}}
		tb = tb.next
	}
	tb.next = last
}

// NewTraceback is types.TracebackType(tb_next, tb_frame, tb_lasti, tb_lineno).
func NewTraceback(t *Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var next starlark.Value
	var frame *FrameObject
	var lasti, line int
	isFrame := ConverterFunc(func(t *Thread, v starlark.Value) error {
		f, ok := v.(*FrameObject)
		if !ok {
			return TypeError.Errorf("TracebackType() argument 'tb_frame' must be frame, not %s", TypeName(v))
		}
		frame = f
		return nil
	})
	if err := Keywords(t, "TracebackType", args, kwargs, 4, "tb_next", &next, "tb_frame", isFrame, "tb_lasti", &lasti, "tb_lineno", &line); err != nil {
		return nil, err
	}
	tb := &Traceback{rt: t.RT, frame: frame, lasti: lasti, at: frame.at}
	tb.at.Line, tb.at.Col, tb.at.Node, tb.at.Located = line, 0, nil, true
	return tb, tb.setNext(next)
}

func (tb *Traceback) setNext(v starlark.Value) error {
	switch v := v.(type) {
	case starlark.NoneType:
		tb.next = nil
		return nil
	case *Traceback:
		v.expand()
		for x := v; x != nil; x = x.next {
			if x == tb {
				return ValueError.Errorf("traceback loop detected")
			}
		}
		tb.next = v
		return nil
	}
	return TypeError.Errorf("expected traceback object, got '%s'", TypeName(v))
}

// String returns the repr.
func (tb *Traceback) String() string { return sprintf("<traceback object at 0x%x>", ID(tb)) }

// Type returns "traceback".
func (tb *Traceback) Type() string { return "traceback" }

// Freeze does nothing.
func (tb *Traceback) Freeze() {}

// Truth returns true.
func (tb *Traceback) Truth() starlark.Bool { return true }

// Hash returns a hash of the identity.
func (tb *Traceback) Hash() (uint32, error) { return identity(tb), nil }

// Attr returns tb_frame, tb_lasti, tb_lineno or tb_next; tb_position is ours:
// what co_positions() says of tb_lasti, (line, end line, column, end column).
func (tb *Traceback) Attr(name string) (starlark.Value, error) {
	tb.expand()
	switch name {
	case "tb_frame":
		return tb.frame, nil
	case "tb_lasti":
		return starlark.MakeInt(tb.lasti), nil
	case "tb_lineno":
		return starlark.MakeInt(tb.at.Line), nil
	case "tb_next":
		if tb.next == nil {
			return starlark.None, nil
		}
		return tb.next, nil
	case "tb_position":
		return tb.position(), nil
	}
	return BindValue(tb.rt.Dialect, tb, name)
}

// position is the place of what was being evaluated, columns counted from 0.
func (tb *Traceback) position() starlark.Value {
	line := starlark.MakeInt(tb.at.Line)
	if tb.at.Node == nil {
		return starlark.Tuple{line, line, starlark.None, starlark.None}
	}
	b := tb.at.Node.Bounds()
	return starlark.Tuple{line, starlark.MakeInt(int(b.End.Line)), starlark.MakeInt(int(b.Start.Col) - 1), starlark.MakeInt(int(b.End.Col) - 1)}
}

// tracebackDir is traceback.__dir__(): the attributes of its own only.
func tracebackDir(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var names []starlark.Value
	for _, name := range []string{"tb_frame", "tb_next", "tb_lasti", "tb_lineno"} {
		names = append(names, t.RT.Str(name))
	}
	return NewList(names), NoArgs("traceback", "__dir__", args, kwargs)
}

// SetField sets tb_next.
func (tb *Traceback) SetField(name string, v starlark.Value) error {
	if name == "tb_next" && tb.rt.Dialect != syntax.Python2 {
		tb.expand()
		return tb.setNext(v)
	}
	return ReadOnly(tb.rt.Dialect, tb, name, v)
}

// DelField refuses to remove an attribute.
func (tb *Traceback) DelField(name string) error {
	if name == "tb_next" && tb.rt.Dialect != syntax.Python2 {
		return TypeError.Errorf("can't delete tb_next attribute")
	}
	return ReadOnly(tb.rt.Dialect, tb, name, nil)
}

// AttrNames lists the attributes.
func (tb *Traceback) AttrNames() []string {
	return strings.Fields("tb_frame tb_lasti tb_lineno tb_next")
}
