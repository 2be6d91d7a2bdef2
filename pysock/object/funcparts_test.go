package object

import (
	"reflect"
	"testing"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"
)

// TestFunctionParts: the structs that stand for Starlark's have the same fields
// in the same places.
func TestFunctionParts(t *testing.T) {
	for _, pair := range [][2]any{
		{starlark.Function{}, functionParts{}},
		{starlark.Module{}, moduleParts{}},
	} {
		theirs, ours := reflect.TypeOf(pair[0]), reflect.TypeOf(pair[1])
		if theirs.NumField() != ours.NumField() || theirs.Size() != ours.Size() {
			t.Fatalf("%v has changed", theirs)
		}
		for i := range theirs.NumField() {
			a, b := theirs.Field(i), ours.Field(i)
			if a.Name != b.Name || a.Offset != b.Offset || a.Type.Size() != b.Type.Size() || i > 0 && a.Type != b.Type {
				t.Errorf("%v.%s %v at %d: here it is %s %v at %d", theirs, a.Name, a.Type, a.Offset, b.Name, b.Type, b.Offset)
			}
		}
	}
	globals, err := starlark.ExecFileOptions(new(syntax.FileOptions), new(starlark.Thread), "f.star", "def f():\n  x = 1\n  return lambda: x\ng = f()", nil)
	if err != nil {
		t.Fatal(err)
	}
	cell := reflect.TypeOf(partsOf(globals["g"].(*starlark.Function)).freevars[0]).Elem()
	if cell.NumField() != 1 || cell.Field(0).Type != reflect.TypeFor[starlark.Value]() {
		t.Errorf("%v has changed", cell)
	}
}
