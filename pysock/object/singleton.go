package object

import "go.starlark.net/starlark"

// A singleton is a value that is the only one of its type.
type singleton struct {
	name string // its repr
	typ  string
}

// NotImplemented is what an operator method returns for operands that it
// doesn't know; Ellipsis is "...".
var (
	NotImplemented starlark.Value = &singleton{"NotImplemented", "NotImplementedType"}
	Ellipsis       starlark.Value = &singleton{"Ellipsis", "ellipsis"}
)

func (s *singleton) String() string        { return s.name }
func (s *singleton) Type() string          { return s.typ }
func (s *singleton) Freeze()               {}
func (s *singleton) Truth() starlark.Bool  { return true }
func (s *singleton) Hash() (uint32, error) { return identity(s), nil }

// A Special value finds methods under Python's special names (__len__,
// __str__, ...): an instance of a class that a script defines. The built-in
// functions ask for one before they do what they do for a built-in type.
type Special interface {
	starlark.Value
	// Special returns the bound method of that name, or nil.
	Special(name string) starlark.Value
}

// SpecialMethod returns the method of that special name that v's own class
// defines, or nil.
func SpecialMethod(v starlark.Value, name string) starlark.Value {
	if s, ok := v.(Special); ok {
		return s.Special(name)
	}
	return nil
}

// HasSpecial reports whether v's own class defines a special method, be it None.
func HasSpecial(v starlark.Value, name string) bool {
	x := asHooked(v)
	return x != nil && kindOf(x).special(name) != nil
}

// Blocked reports whether v's class has None for a special method, which says
// that there is none, whatever its bases have. Python 2 would call it.
func Blocked(v starlark.Value, name string) bool {
	x := asHooked(v)
	return x != nil && !kindOf(x).py2 && kindOf(x).special(name) == starlark.None
}
