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

// TestFrameParts is that for frames.
func TestFrameParts(t *testing.T) {
	var thread starlark.Thread
	probe := starlark.NewBuiltin("probe", func(thread *starlark.Thread, _ *starlark.Builtin, _ starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
		fr := thread.DebugFrame(1)
		theirs, ours := reflect.TypeOf(fr).Elem(), reflect.TypeFor[frameParts]()
		if theirs.NumField() != ours.NumField() || theirs.Size() != ours.Size() {
			t.Fatalf("%v has changed", theirs)
		}
		for i := range theirs.NumField() {
			a, b := theirs.Field(i), ours.Field(i)
			if a.Name != b.Name || a.Offset != b.Offset || a.Type != b.Type {
				t.Errorf("%v.%s %v at %d: here it is %s %v at %d", theirs, a.Name, a.Type, a.Offset, b.Name, b.Type, b.Offset)
			}
		}
		if got, want := frameOf(fr).locals[0], starlark.MakeInt(5); got != want {
			t.Errorf("the variable is %v, not %v", got, want)
		}
		if ops := operands(fr); len(ops) != 5 || ops[0] != starlark.String("left") {
			t.Errorf("the operand stack is %v", ops)
		}
		return starlark.None, nil
	})
	env := starlark.StringDict{"probe": probe}
	if _, err := starlark.ExecFileOptions(new(syntax.FileOptions), &thread, "f.star", "def f(x):\n  return ('left', 1, 2, probe(3))\nf(5)", env); err != nil {
		t.Fatal(err)
	}
}
