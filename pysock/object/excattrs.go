package object

import (
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// The attributes and methods of BaseException. (Library reference, "Built-in
// Exceptions"; CPython's Objects/exceptions.c.)

// exceptionAttrs returns the computed attributes of BaseException.
func exceptionAttrs(c *Class) map[string]starlark.Value {
	attrs := map[string]starlark.Value{"__new__": NewFor(c)}
	def := func(name string, get func(e *Exception) starlark.Value, set func(e *Exception, v starlark.Value) error) {
		attrs[name] = &Getset{Name: name, Of: c,
			Get: func(_ *Thread, self starlark.Value) (starlark.Value, error) { return get(self.(*Exception)), nil },
			Set: func(_ *Thread, self, v starlark.Value) error { return set(self.(*Exception), v) },
		}
	}
	def("args", (*Exception).given, func(e *Exception, v starlark.Value) error {
		if v == nil {
			return TypeError.Errorf("args may not be deleted")
		}
		if tuple, ok := v.(starlark.Tuple); ok {
			e.Args = tuple
			return nil
		}
		elems, err := Elements(c.thread(), v)
		if err == nil {
			e.Args = elems
		}
		return err
	})
	def("__dict__", func(e *Exception) starlark.Value { return e.Dict() }, func(e *Exception, v starlark.Value) error {
		d, ok := Unwrap(v).(*Dict)
		switch {
		case ok:
		case v == nil:
			return TypeError.By("__dict__ may not be deleted", "cannot delete __dict__")
		default:
			return TypeError.By("__dict__ must be a dictionary", sprintf("__dict__ must be set to a dictionary, not a '%s'", TypeName(v)))
		}
		e.dict = d
		return nil
	})
	if c.py2 {
		def("message", func(e *Exception) starlark.Value {
			switch v := e.slots["message"]; {
			case v == deleted:
				return nil
			case v != nil:
				return v
			case len(e.Args) == 1:
				return e.Args[0]
			}
			return starlark.String("")
		}, func(e *Exception, v starlark.Value) error {
			if v == nil {
				v = deleted
			}
			e.set("message", v)
			return nil
		})
		return attrs
	}
	chained := func(name, word string, field func(e *Exception) **Exception) {
		def(name, func(e *Exception) starlark.Value { return orNone(*field(e)) }, func(e *Exception, v starlark.Value) error {
			switch v := v.(type) {
			case nil:
				return TypeError.Errorf("%s may not be deleted", name)
			case starlark.NoneType:
				*field(e) = nil
			case *Exception:
				*field(e) = v
			default:
				return TypeError.Errorf("exception %s must be None or derive from BaseException", word)
			}
			e.Suppress = e.Suppress || word == "cause"
			return nil
		})
	}
	chained("__cause__", "cause", func(e *Exception) **Exception { return &e.Cause })
	chained("__context__", "context", func(e *Exception) **Exception { return &e.Context })
	def("__suppress_context__", func(e *Exception) starlark.Value { return Bool(e.Suppress) }, func(e *Exception, v starlark.Value) error {
		b, ok := v.(Bool)
		switch {
		case v == nil:
			return TypeError.Errorf("can't delete numeric/char attribute")
		case !ok:
			return TypeError.Errorf("attribute value type must be bool")
		}
		e.Suppress = bool(b)
		return nil
	})
	def("__traceback__", func(e *Exception) starlark.Value { return e.Traceback() }, func(e *Exception, v starlark.Value) error {
		if v == nil {
			return TypeError.Errorf("__traceback__ may not be deleted")
		}
		return e.SetTraceback(v)
	})
	return attrs
}

// deleted stands for a message that a script deleted.
var deleted starlark.Value = new(Cell)

func orNone(e *Exception) starlark.Value {
	if e == nil {
		return starlark.None
	}
	return e
}

// exceptionMethods returns the methods of BaseException.
func exceptionMethods(py2 bool) map[string]Method {
	m := map[string]Method{
		"__init__":     exceptionInit,
		"__str__":      exceptionStr,
		"__repr__":     exceptionRepr,
		"__reduce__":   exceptionReduce,
		"__setstate__": exceptionSetState,
	}
	if py2 {
		m["__unicode__"] = exceptionUnicode
		m["__getitem__"] = exceptionItem
		m["__getslice__"] = exceptionSlice
	} else {
		m["with_traceback"] = exceptionWithTraceback
		m["add_note"] = exceptionAddNote
	}
	return m
}

// exceptionInit is e.__init__(*args): it keeps them as e.args.
func exceptionInit(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return starlark.None, self.(*Exception).initialize(args, kwargs)
}

func exceptionStr(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	e := self.(*Exception)
	if l := e.class.layout; e.class.py2 && len(e.Args) == 1 && (l == nil || l.str == nil) {
		return t.Call(TypesOf(t.RT.Dialect).Str, e.Args[0]) // which may not be ASCII
	}
	return t.RT.Str(e.plainMessage(t.RT.Dialect)), t.Failed()
}

func exceptionUnicode(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	s := self.(*Exception).plainMessage(t.RT.Dialect)
	return NewText(s), t.Failed()
}

func exceptionRepr(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	p := printer{d: t.RT.Dialect}
	p.plainException(self.(*Exception))
	return t.RT.Str(p.b.String()), t.Failed()
}

// exceptionItem is Python 2's e[i], an element of e.args.
func exceptionItem(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return t.RT.GetItem(self.(*Exception).given(), args[0])
}

// exceptionSlice is Python 2's e[i:j].
func exceptionSlice(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return t.RT.GetItem(self.(*Exception).given(), &Slice{Start: args[0], Stop: args[1], Step: starlark.None})
}

// exceptionReduce is e.__reduce__() -> (class, args[, attributes]), by which
// copy and pickle make another.
func exceptionReduce(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	e := self.(*Exception)
	given, state := e.given(), e.dict
	if l := e.class.layout; l != nil && l.reduce != nil {
		given, state = l.reduce(e)
	}
	if state == nil || state.Len() == 0 {
		return starlark.Tuple{e.class, given}, NoArgs("BaseException", "__reduce__", args, kwargs)
	}
	return starlark.Tuple{e.class, given, state}, NoArgs("BaseException", "__reduce__", args, kwargs)
}

// exceptionSetState is e.__setstate__(state): it sets the attributes in a dict.
func exceptionSetState(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var state starlark.Value
	if err := OneArg(t, "BaseException", "__setstate__", args, kwargs, &state); err != nil {
		return nil, err
	}
	if state == starlark.None {
		return state, nil
	}
	d, ok := Unwrap(state).(*Dict)
	if !ok {
		return nil, TypeError.Errorf("state is not a dictionary")
	}
	for _, kv := range d.Items() {
		name, ok := AsText(kv[0])
		if !ok {
			return nil, TypeError.Errorf("attribute name must be string, not '%s'", TypeName(kv[0]))
		}
		if err := self.(*Exception).SetField(name, kv[1]); err != nil {
			return nil, err
		}
	}
	return starlark.None, nil
}

// exceptionWithTraceback is e.with_traceback(tb) -> e.
func exceptionWithTraceback(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var tb starlark.Value
	if err := OneArg(t, "BaseException", "with_traceback", args, kwargs, &tb); err != nil {
		return nil, err
	}
	return self, self.(*Exception).SetTraceback(tb)
}

// exceptionAddNote is e.add_note(note): a traceback shows it after the message.
func exceptionAddNote(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var note starlark.Value
	if err := OneArg(t, "BaseException", "add_note", args, kwargs, &note); err != nil {
		return nil, err
	}
	if _, ok := AsText(Unwrap(note)); !ok {
		return nil, TypeError.Errorf("note must be a str, not '%s'", TypeName(note))
	}
	e := self.(*Exception)
	v, err := e.Attr("__notes__")
	if err != nil {
		if !t.Is(err, AttributeError) {
			return nil, err
		}
		return starlark.None, e.SetField("__notes__", NewList([]starlark.Value{note}))
	}
	list, ok := Unwrap(v).(*List)
	if !ok {
		return nil, TypeError.Errorf("Cannot add note: __notes__ is not a list")
	}
	list.Elems = append(list.Elems, note)
	return starlark.None, nil
}

// NewFor returns __new__ of a built-in class: it makes an instance of a class
// that derives from it, which __init__ hasn't seen.
func NewFor(c *Class) *Func {
	return &Func{FuncName: "__new__", Self: c, Function: func(t *Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		name := c.cName() + ".__new__"
		if len(args) == 0 {
			return nil, TypeError.Errorf("%s(): not enough arguments", name)
		}
		k, ok := args[0].(*Class)
		switch {
		case !ok || k.OldStyle:
			return nil, TypeError.Errorf("%s(X): X is not a type object (%s)", name, TypeName(args[0]))
		case !k.IsSubclass(c):
			return nil, TypeError.Errorf("%s(%s): %s is not a subtype of %s", name, k.cName(), k.cName(), c.cName())
		}
		if k.allocator(t.RT.Dialect) != c.allocator(t.RT.Dialect) {
			return nil, TypeError.Errorf("%s(%s) is not safe, use %s.__new__()", name, k.cName(), k.safeNew(t.RT.Dialect).cName())
		}
		if k.Dict == nil && !k.Exception {
			for _, b := range k.MRO {
				if b.Blank != nil {
					return b.Blank(t, k), nil
				}
				if b.New != nil {
					return b.New(t, k, args[1:], kwargs)
				}
			}
			return starlark.Call(t.Star, k, args[1:], kwargs)
		}
		return k.allocate(t, args[1:], kwargs, k.initializer() != nil)
	}}
}

// cName is the name of c as C code writes it: that of a built-in class of a
// module goes with the module's.
func (c *Class) cName() string {
	if c.Dict != nil && !c.Static || c.Module == "" || c.Module == "builtins" || c.Module == "__builtin__" {
		return c.ClassName
	}
	return c.Module + "." + c.ClassName
}

// allocators are the exceptions that make their instances in a way of their own.
var allocators = map[string]bool{"BaseExceptionGroup": true, "OSError": true, "MemoryError": true}

// allocator is the built-in class whose __new__ makes instances of c.
func (c *Class) allocator(d syntax.Dialect) *Class {
	for _, k := range c.MRO {
		switch {
		case k.Dict != nil:
		case !k.Exception && (k.New != nil || len(k.Bases) == 0),
			k.ClassName == "BaseException" || k.Exception && allocators[k.ClassName] && d != syntax.Python2:
			return k
		}
	}
	return c
}

// safeNew is the class nearest to c whose __new__ isn't written in Python; in
// Python 2 the one that is built in.
func (c *Class) safeNew(d syntax.Dialect) *Class {
	for _, k := range c.MRO {
		if k.Dict == nil {
			return k
		}
		if _, builtin := k.Lookup("__new__").(*Func); builtin && d != syntax.Python2 {
			return k
		}
	}
	return c
}

// Blame tells an AttributeError that looking up v.name raised what was looked up,
// unless it knows already.
func (rt *Runtime) Blame(err error, v starlark.Value, name string) error {
	if err == nil || rt.Dialect == syntax.Python2 {
		return err
	}
	r, _ := unwrap(err)
	if r == nil || !Is(r, AttributeError, rt.Dialect) {
		return err
	}
	switch e := r.Exc; {
	case e == nil && r.extra == nil:
		r.With("name", rt.Str(name)).With("obj", v)
	case e != nil && e.slots["name"] == nil && e.slots["obj"] == nil:
		e.set("name", rt.Str(name))
		e.set("obj", v)
	}
	return err
}
