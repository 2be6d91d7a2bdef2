package object

import "go.starlark.net/starlark"

// A Traceback is a traceback object: a frame, and those that it called.
type Traceback struct {
	Frames []Frame
}

// Traceback returns the exception's traceback, None if it has none.
func (e *Exception) Traceback() starlark.Value {
	if len(e.Frames) == 0 {
		return starlark.None
	}
	return &Traceback{e.Frames}
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

// Attr returns tb_lineno or tb_next.
func (tb *Traceback) Attr(name string) (starlark.Value, error) {
	switch name {
	case "tb_lineno":
		return starlark.MakeInt(tb.Frames[0].Line), nil
	case "tb_next":
		if len(tb.Frames) == 1 {
			return starlark.None, nil
		}
		return &Traceback{tb.Frames[1:]}, nil
	}
	return nil, noAttribute("traceback", name)
}

// AttrNames lists the attributes.
func (tb *Traceback) AttrNames() []string { return []string{"tb_lineno", "tb_next"} }
