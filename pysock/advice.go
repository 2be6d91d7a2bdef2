package pysock

import (
	"strings"

	"example.com/pysock/pysock/embedded"
	"example.com/pysock/pysock/hints"
	"example.com/pysock/pysock/lib"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// advice returns the line of advice to be written to the file out under the
// traceback of e, or "". It is written to the real standard error alone: what a
// script collects is what CPython writes.
func (r *Runtime) advice(e *object.Exception, out starlark.Value) string {
	if f, ok := out.(object.File); !ok || f != r.rt.Stderr {
		return ""
	}
	seen := make(map[*object.Exception]bool)
	for e != nil && !seen[e] {
		seen[e] = true
		if s := hints.For(r.adviceCase(e)); s != "" {
			return "hint: " + s + "\n"
		}
		switch {
		case e.Cause != nil:
			e = e.Cause
		case !e.Suppress:
			e = e.Context
		default:
			e = nil
		}
	}
	return ""
}

// adviseOnValue gives advice on a statement that has shown a method or function of
// something, as s.close does where s.close() was meant.
func (s *Session) adviseOnValue(f *syntax.File) {
	rt := s.r.rt
	if rt.Advice == nil || len(f.Body) != 1 {
		return
	}
	e, ok := f.Body[0].(*syntax.ExprStmt)
	if !ok {
		return
	}
	if _, ok := e.X.(*syntax.Attribute); !ok {
		return
	}
	switch rt.Builtins.Get("_").(type) {
	case *object.BoundMethod, *object.Func:
		s.Flush()
		s.WriteError("hint: " + hints.Uncalled(syntax.FormatAs(e.X, f.Dialect, f.Future)) + "\n")
	}
}

// adviceOn is _traceback.advice(exception, file) -> str: see advice.
func (r *Runtime) adviceOn(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var exc, out starlark.Value
	if err := object.Positional(t, "advice", args, kwargs, 2, &exc, &out); err != nil {
		return nil, err
	}
	s := ""
	if e, ok := exc.(*object.Exception); ok && r.rt.Advice != nil {
		s = r.rt.Advice(e, out)
	}
	return r.rt.Str(s), nil
}

// adviceCase describes an exception. Nothing of the script's is called.
func (r *Runtime) adviceCase(e *object.Exception) *hints.Case {
	d := r.rt.Dialect
	c := &hints.Case{Dialect: d, Has: r.hasModule, File: r.fileOfModule, Session: r.inspect}
	for _, class := range e.Class().MRO {
		c.Classes = append(c.Classes, class.ClassName)
	}
	c.Number, c.Message = numbered(e)
	if c.Message == "" && e.Class().Dict == nil {
		c.Message = e.Message(d)
	}
	c.Operation, _ = e.About().(*hints.Operation)
	c.Line, _ = object.AsText(e.Slot("text"))
	if x, ok := e.About().(*syntax.Error); ok { // Python 2's words, that knows more than it says
		c.Line, c.Message = x.Line, x.Msg
		if x.Old.Offset >= 0 && x.Msg != x.Old.Msg {
			c.Fuller = x.Msg
		}
	}
	frames := e.Trace()
	for i := len(frames) - 1; i >= 0; i-- {
		if !embedded.IsFile(frames[i].File) {
			r.place(c, frames[i])
			break
		}
	}
	return c
}

// numbered returns the number and the words of an exception, as far as they are
// plain values.
func numbered(e *object.Exception) (int, string) {
	number := 0
	if n, ok := object.AsInt(orNone(e.Slot("errno"))); ok {
		i, _ := n.Int64()
		number = int(i)
	}
	for _, name := range []string{"strerror", "msg"} {
		if s, ok := object.AsText(e.Slot(name)); ok {
			return number, s
		}
	}
	if len(e.Args) == 1 {
		s, _ := object.AsText(e.Args[0])
		return number, s
	}
	return number, ""
}

// place adds what the source tells.
func (r *Runtime) place(c *hints.Case, f object.Frame) {
	tree := r.tree(f.File)
	if f.Pos.IsValid() {
		tree = r.treeAt(f.Pos)
	}
	if tree == nil {
		return
	}
	p := syntax.Pos{Line: int32(f.Line), Col: int32(f.Col)}
	if f.Located && f.Node != nil {
		c.Node, p = f.Node, f.Node.Bounds().Start
	} else if f.Col > 0 {
		c.Node = failing(tree, p)
	}
	c.Around = path(tree, p)
	c.Text = func(n syntax.Node) string {
		b := n.Bounds()
		if b.IsValid() && b.Start.Line == b.End.Line {
			at := f
			at.Line = int(b.Start.Line)
			line := r.frameLine(at)
			if from, to := int(b.Start.Col)-1, int(b.End.Col)-1; from >= 0 && from < to && to <= len(line) {
				return line[from:to]
			}
		}
		return strings.TrimSpace(syntax.FormatAs(n, tree.Dialect, tree.Future))
	}
}

// hasModule reports whether pysock comes with a module.
func (r *Runtime) hasModule(name string) bool {
	_, ok := embedded.Lookup(r.rt.Dialect, name)
	return ok || lib.Lookup(r.rt.Dialect, name) != nil
}

// fileOfModule returns the file that a module was imported from, "" if it is one that
// comes with pysock.
func (r *Runtime) fileOfModule(name string) string {
	m, ok := r.rt.Modules.GetString(name).(*object.Module)
	if !ok {
		return ""
	}
	file, _ := object.AsText(m.Dict.GetString("__file__"))
	if embedded.IsFile(file) {
		return ""
	}
	return file
}
