package pyre

import (
	"fmt"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A scanner is what pattern.scanner(string, pos=0, endpos=sys.maxsize) returns:
// each match() or search() goes on where the last one ended. Tokenizers are
// written with it, though the library reference doesn't tell of it.
type scanner struct{ walk }

func newScanner(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	p := self.(*pattern)
	s, pos, end, err := p.bounds(t, "scanner", args, kwargs)
	if err != nil {
		return nil, err
	}
	return &scanner{walk{p: p, s: s, start: pos, pos: pos, end: end}}, nil
}

// scans makes match() and search() -> Match or None.
func scans(name string, how mode) object.Method {
	return func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := object.NoArgs("", name, args, kwargs); err != nil {
			return nil, err
		}
		m, err := self.(*scanner).next(how)
		if m == nil || err != nil {
			return starlark.None, err
		}
		return m, nil
	}
}

var scannerMethods = map[string]object.Method{
	"match":  scans("match", mode{here: true}),
	"search": scans("search", mode{}),
}

// Class returns the type of scanners.
func (s *scanner) Class() *object.Class { return s.p.m.scannerClass }

// Type returns the name of the type.
func (s *scanner) Type() string { return s.Class().TypeName() }

// String returns the repr.
func (s *scanner) String() string { return s.Repr(s.p.m.rt.Dialect) }

// Repr is <_sre.SRE_Scanner object at 0x...>.
func (s *scanner) Repr(syntax.Dialect) string {
	return fmt.Sprintf("<_sre.SRE_Scanner object at %#x>", object.ID(s))
}

// Freeze does nothing.
func (s *scanner) Freeze() {}

// Truth returns true.
func (s *scanner) Truth() starlark.Bool { return true }

// Hash returns the identity.
func (s *scanner) Hash() (uint32, error) { return uint32(object.ID(s) >> 4), nil }

// Attr knows the pattern.
func (s *scanner) Attr(name string) (starlark.Value, error) {
	if name == "pattern" {
		return s.p, nil
	}
	return object.BindAttr(s, name)
}

// AttrNames lists the attributes.
func (s *scanner) AttrNames() []string { return append(s.Class().AttrNames(), "pattern") }
