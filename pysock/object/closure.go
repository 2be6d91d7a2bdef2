package object

import (
	"reflect"
	"slices"
	"strings"
	"unsafe"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A ClosureCell is a cell as scripts see it: a variable of a function around
// one, which __closure__ shows, or one that types.CellType made. The variable
// lies in a Cell or in a cell of Starlark's.
type ClosureCell struct {
	slot *starlark.Value
	cell *Cell // nil for a cell of Starlark's
}

var (
	_ starlark.HasSetField = (*ClosureCell)(nil)
	_ AttrDeleter          = (*ClosureCell)(nil)
	_ Comparer             = (*ClosureCell)(nil)
)

// NewClosureCell returns the view of a variable.
func NewClosureCell(c *Cell) *ClosureCell { return &ClosureCell{&c.V, c} }

// Contents returns the value of the variable, nil while it is unbound.
func (c *ClosureCell) Contents() starlark.Value { return *c.slot }

// newCell is CellType([contents]).
func newCell(t *Thread, _ *Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	c := NewCell("")
	if err := Positional(t, "cell", args, kwargs, 0, &c.V); err != nil {
		return nil, err
	}
	return NewClosureCell(c), nil
}

// A freeVar is a variable that a function has of the functions around it. It is
// captured by value, by the function's share in a Cell, or in Starlark's way.
type freeVar struct {
	name  string
	index int // among Starlark's free variables
	cell  *Cell
	slot  *starlark.Value
}

// freeVars lists those variables in the order of their names.
func freeVars(f *starlark.Function) []freeVar {
	var vars []freeVar
	for i := range f.NumFreeVars() {
		b, v := f.FreeVar(i)
		name, inCell := strings.CutPrefix(b.Name, "#c.")
		switch cell, _ := v.(*Cell); {
		case inCell && cell != nil:
			vars = append(vars, freeVar{cell.Name, i, cell, &cell.V})
		case !inCell && !strings.HasPrefix(name, "#"):
			vars = append(vars, freeVar{name, i, nil, contents(partsOf(f).freevars[i])})
		}
	}
	slices.SortFunc(vars, func(a, b freeVar) int { return strings.Compare(a.name, b.name) })
	return vars
}

// contents is the variable in a cell of Starlark's, a struct of but one field.
func contents(cell starlark.Value) *starlark.Value {
	return (*starlark.Value)(reflect.ValueOf(cell).UnsafePointer())
}

// starlarkCell is a cell of the type that like has whose variable is *slot.
func starlarkCell(like starlark.Value, slot *starlark.Value) starlark.Value {
	return reflect.NewAt(reflect.TypeOf(like).Elem(), unsafe.Pointer(slot)).Interface().(starlark.Value)
}

// closure is the tuple of f's cells, None if there are none.
func closure(f *starlark.Function) starlark.Value {
	var t starlark.Tuple
	for _, v := range freeVars(f) {
		t = append(t, &ClosureCell{v.slot, v.cell})
	}
	if t == nil {
		return starlark.None
	}
	return t
}

// enclose gives f other cells, in the order of the names of its variables.
func enclose(f *starlark.Function, cells starlark.Tuple) {
	free := slices.Clone(partsOf(f).freevars)
	for i, v := range freeVars(f) {
		given := cells[i].(*ClosureCell)
		if v.cell == nil {
			free[v.index] = starlarkCell(free[v.index], given.slot)
			continue
		}
		c := given.cell
		if c == nil { // a variable that nobody rebinds
			c = &Cell{Name: v.name, V: *given.slot}
		}
		var held starlark.Value = c
		free[v.index] = starlarkCell(free[v.index], &held)
	}
	partsOf(f).freevars = free
}

// String returns the repr.
func (c *ClosureCell) String() string {
	if *c.slot == nil {
		return sprintf("<cell at 0x%x: empty>", ID(c))
	}
	return sprintf("<cell at 0x%x: %s object at 0x%x>", ID(c), TypeName(*c.slot), ID(*c.slot))
}

// Type returns "cell".
func (c *ClosureCell) Type() string { return "cell" }

// Freeze does nothing.
func (c *ClosureCell) Freeze() {}

// Truth returns true.
func (c *ClosureCell) Truth() starlark.Bool { return true }

// Hash fails: equality is by content, and that may change.
func (c *ClosureCell) Hash() (uint32, error) { return 0, Unhashable("cell") }

// PyHash fails.
func (c *ClosureCell) PyHash() (uint64, error) { return 0, Unhashable("cell") }

// RichCompare compares what is in the cells; an empty one is less than others.
func (c *ClosureCell) RichCompare(op syntax.CmpOp, y starlark.Value) (starlark.Value, error) {
	d, ok := y.(*ClosureCell)
	if !ok {
		return nil, nil
	}
	a, b := *c.slot, *d.slot
	if a != nil && b != nil {
		return Compare(syntax.Python3, op, a, b)
	}
	full := func(v starlark.Value) int {
		if v == nil {
			return 0
		}
		return 1
	}
	return Truthy(threeway(cmpToken[op], full(a)-full(b))), nil
}

// Attr returns cell_contents; it raises ValueError for an unbound variable.
func (c *ClosureCell) Attr(name string) (starlark.Value, error) {
	if name != "cell_contents" {
		return BindValue(syntax.Python3, c, name)
	}
	if *c.slot != nil {
		return *c.slot, nil
	}
	return nil, ValueError.Errorf("Cell is empty")
}

// SetField binds the variable.
func (c *ClosureCell) SetField(name string, v starlark.Value) error {
	if name != "cell_contents" {
		return noAttribute("cell", name)
	}
	*c.slot = v
	return nil
}

// DelField unbinds the variable.
func (c *ClosureCell) DelField(name string) error { return c.SetField(name, nil) }

// AttrNames lists the attributes.
func (c *ClosureCell) AttrNames() []string { return []string{"cell_contents"} }
