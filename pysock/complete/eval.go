package complete

import (
	"strings"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A known is what is known of the value of an expression: the value itself; or its
// class, which it will be an instance of; or the name of a module that isn't
// imported. The zero known is nothing.
type known struct {
	value  starlark.Value
	bound  bool // of a function: its first argument is given
	class  *object.Class
	module string
}

// deepest is how many names are followed to the source that they are bound to.
const deepest = 10

// eval returns what is known of an expression.
func (p *place) eval(src string) known { return p.evalAt(src, 0) }

func (p *place) evalAt(src string, depth int) known {
	if rest, ok := strings.CutPrefix(src, "import "); ok {
		return p.c.moduleNamed(rest)
	}
	d := p.dialect()
	if d == syntax.Starlark {
		d = syntax.Python3
	}
	f, err := syntax.Parse("", []byte(strings.TrimSpace(src)), syntax.Options{Dialect: d, Mode: syntax.EvalMode, Text: true})
	if err != nil || len(f.Body) != 1 {
		return known{}
	}
	e, ok := f.Body[0].(*syntax.ExprStmt)
	if !ok {
		return known{}
	}
	v := evaluator{p: p, depth: depth}
	return v.eval(e.X)
}

type evaluator struct {
	p     *place
	own   map[string]string // what the unfinished source binds, once somebody asks
	depth int
}

func (v *evaluator) eval(e syntax.Expr) known {
	rt := v.p.c.rt
	types := object.TypesOf(rt.Dialect)
	switch e := e.(type) {
	case *syntax.Name:
		return v.name(e.Id)
	case *syntax.Attribute:
		return v.p.c.attribute(v.eval(e.X), e.Name)
	case *syntax.Subscript:
		return known{value: item(v.eval(e.X).value, v.constant(e.Index))}
	case *syntax.Call:
		return v.call(v.eval(e.Func))
	case *syntax.Await, *syntax.Yield:
		return known{}
	case *syntax.Constant:
		switch e.Kind {
		case syntax.None:
			return known{value: starlark.None}
		case syntax.Ellipsis:
			return known{}
		}
		return known{class: types.Bool}
	case *syntax.Int:
		return known{class: types.Int}
	case *syntax.Float:
		return known{class: types.Float}
	case *syntax.Str:
		if s := v.constant(e); s != nil {
			return known{class: rt.ClassOf(s)}
		}
	case *syntax.JoinedStr:
		return known{class: types.Str}
	case *syntax.List:
		return known{class: types.List}
	case *syntax.Tuple:
		return known{class: types.Tuple}
	case *syntax.Dict:
		return known{class: types.Dict}
	case *syntax.Set:
		return known{class: types.Set}
	case *syntax.Comp:
		switch e.Kind {
		case syntax.ListComp:
			return known{class: types.List}
		case syntax.SetComp:
			return known{class: types.Set}
		case syntax.DictComp:
			return known{class: types.Dict}
		}
	}
	return known{}
}

// constant returns the value of a literal, or of a name that stands for a plain
// number or string; nil for all else.
func (v *evaluator) constant(e syntax.Expr) starlark.Value {
	rt := v.p.c.rt
	switch e := e.(type) {
	case *syntax.Int:
		if e.Big == nil {
			return starlark.MakeInt64(e.Value)
		}
	case *syntax.UnaryOp:
		if n, ok := v.constant(e.X).(starlark.Int); ok && e.Op == syntax.USub {
			return starlark.MakeInt(0).Sub(n)
		}
	case *syntax.Str:
		switch e.Kind {
		case syntax.BytesStr:
			return rt.Bytes([]byte(e.Value))
		case syntax.UnicodeStr:
			return object.NewText(e.Value)
		}
		return rt.Str(e.Value)
	case *syntax.Name:
		switch x := v.name(e.Id).value.(type) {
		case starlark.Int, starlark.String, starlark.Bytes, *object.Text:
			return x
		}
	}
	return nil
}

// name looks a name up where the unfinished source would find it.
func (v *evaluator) name(id string) known {
	if v.own == nil {
		v.own = v.p.bound()
	}
	if src, ok := v.own[id]; ok {
		if src == "" || v.depth > deepest {
			return known{}
		}
		return v.p.evalAt(src, v.depth+1)
	}
	c := v.p.c
	if x := c.main.Get(id); x != nil {
		return known{value: x}
	}
	if x := c.rt.Builtins.Get(id); x != nil {
		return known{value: x}
	}
	if c.rt.Dialect == syntax.Starlark && c.isStarModule(id) {
		return c.moduleNamed(id)
	}
	return known{}
}

// call is what calling f gives: an instance, if it is a class; or what the texts
// of help say of a function.
func (v *evaluator) call(f known) known {
	if c, ok := f.value.(*object.Class); ok {
		return known{class: c}
	}
	return known{class: v.p.c.result(f.value)}
}

// attribute follows x.name.
func (c *Completer) attribute(x known, name string) known {
	switch {
	case x.value != nil:
		w, bound := c.rt.StaticAttr(x.value, name)
		return known{value: w, bound: bound}
	case x.class != nil:
		w, bound := x.class.StaticAttr(name)
		return known{value: w, bound: bound}
	}
	return known{}
}

// attributesOf returns the names of the attributes of what is known, nil if
// nothing is.
func (c *Completer) attributesOf(x known) []string {
	switch {
	case x.value != nil:
		return c.rt.StaticNames(x.value)
	case x.class != nil:
		return c.rt.StaticNames(x.class)
	case x.module != "":
		return c.namesInside(x.module)
	}
	return nil
}

// item is x[k] where x is a plain list, tuple or dict.
func item(x, k starlark.Value) starlark.Value {
	if k == nil {
		return nil
	}
	var elems []starlark.Value
	switch x := x.(type) {
	case *object.Dict:
		var found starlark.Value
		x.Each(func(key, v starlark.Value) bool {
			if sameConstant(key, k) {
				found = v
			}
			return found == nil
		})
		return found
	case *object.List:
		elems = x.Elems
	case starlark.Tuple:
		elems = x
	}
	n, ok := k.(starlark.Int)
	if !ok {
		return nil
	}
	i, ok := n.Int64()
	if i < 0 {
		i += int64(len(elems))
	}
	if !ok || i < 0 || i >= int64(len(elems)) {
		return nil
	}
	return elems[i]
}

// sameConstant reports whether two numbers or strings are equal, without asking
// instances of a script's classes.
func sameConstant(a, b starlark.Value) bool {
	if x, ok := a.(starlark.Int); ok {
		y, ok := b.(starlark.Int)
		if !ok {
			return false
		}
		n, err := x.Cmp(y, 0)
		return err == nil && n == 0
	}
	switch a.(type) {
	case starlark.String, *object.Text:
		switch b.(type) {
		case starlark.String, *object.Text:
			x, _ := object.AsText(a)
			y, _ := object.AsText(b)
			return x == y
		}
	case starlark.Bytes:
		return a == b
	}
	return false
}

// builtins are the names of the built-ins.
func (c *Completer) builtins() []string {
	names := c.rt.Builtins.AttrNames()
	if c.rt.Dialect == syntax.Starlark {
		names = nil
		for n := range starlark.Universe {
			names = append(names, n)
		}
		names = append(names, "input", "raw_input", "exit")
		names = append(names, c.starModules()...)
	}
	return names
}
