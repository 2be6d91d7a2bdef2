package object

import (
	"slices"
	"strings"

	"go.starlark.net/starlark"
)

// A ClosureCell is an element of a function's __closure__: a variable of a
// function around it.
type ClosureCell struct {
	name string
	get  func() starlark.Value // nil while unbound
}

// closure is the tuple of the variables that f has of the functions around it,
// in the order of their names; None if there are none.
func closure(f *starlark.Function) starlark.Value {
	var cells []*ClosureCell
	for i := range f.NumFreeVars() {
		b, _ := f.FreeVar(i)
		name, inCell := strings.CutPrefix(b.Name, "#c.")
		if !inCell && strings.HasPrefix(name, "#") {
			continue
		}
		cells = append(cells, &ClosureCell{name, func() starlark.Value {
			_, v := f.FreeVar(i)
			if c, ok := v.(*Cell); ok && inCell {
				return c.V
			}
			return v
		}})
	}
	if cells == nil {
		return starlark.None
	}
	slices.SortFunc(cells, func(a, b *ClosureCell) int { return strings.Compare(a.name, b.name) })
	t := make(starlark.Tuple, len(cells))
	for i, c := range cells {
		t[i] = c
	}
	return t
}

// String returns the repr.
func (c *ClosureCell) String() string {
	v := c.get()
	if v == nil {
		return sprintf("<cell at 0x%x: empty>", ID(c))
	}
	return sprintf("<cell at 0x%x: %s object at 0x%x>", ID(c), TypeName(v), ID(v))
}

// Type returns "cell".
func (c *ClosureCell) Type() string { return "cell" }

// Freeze does nothing.
func (c *ClosureCell) Freeze() {}

// Truth returns true.
func (c *ClosureCell) Truth() starlark.Bool { return true }

// Hash returns a hash of the identity.
func (c *ClosureCell) Hash() (uint32, error) { return identity(c), nil }

// Attr returns cell_contents; it raises ValueError for an unbound variable.
func (c *ClosureCell) Attr(name string) (starlark.Value, error) {
	if name != "cell_contents" {
		return nil, noAttribute("cell", name)
	}
	if v := c.get(); v != nil {
		return v, nil
	}
	return nil, ValueError.Errorf("Cell is empty")
}

// AttrNames lists the attributes.
func (c *ClosureCell) AttrNames() []string { return []string{"cell_contents"} }
