package object

import (
	"slices"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// Raised is the one Go error that carries a Python exception. Go code makes one
// from a Kind, without knowing the dialect; Runtime.Exception turns it into the
// Exception that a script sees.
type Raised struct {
	Kind *Kind
	Exc  *Exception // set once the dialect is known

	msg  [2]string // by dialect, where args is nil
	args starlark.Tuple
	os   *osFault

	// Inner is the traceback that the exception had already when it was
	// raised (again). Bare is set where that was done by a raise statement
	// without an expression, which adds no line of its own.
	Inner Trail
	Bare  bool

	asked Asked     // what the frame outside of Inner was doing
	extra []excAttr // see With
	about any       // see About
}

// An excAttr is an attribute of an exception that only Python 3 has.
type excAttr struct {
	name  string
	value starlark.Value
}

// With gives the exception an attribute that its class has in Python 3: name and
// obj of an AttributeError, name of a NameError, name and path of an ImportError.
func (r *Raised) With(name string, v starlark.Value) *Raised {
	r.extra = append(r.extra, excAttr{name, v})
	return r
}

// About notes for those who advise the user what failed; scripts don't see it. An
// exception that a script raised stays as it is.
func (r *Raised) About(what any) {
	if r.Exc == nil {
		r.about = what
	}
}

// Reworded is an exception of kind k, that Go code made and no script has seen
// yet, with its message in another; any other is returned as it is.
func (r *Raised) Reworded(k *Kind, format string) *Raised {
	if r.Kind != k || r.Exc != nil || r.args != nil || r.msg[0] == "" {
		return r
	}
	return k.By(sprintf(format, r.msg[0]), sprintf(format, r.msg[1]))
}

// Error returns the name of the class, and the message as far as it can be told
// without running code of the script: Starlark asks for it whenever an exception
// is raised.
func (r *Raised) Error() string {
	e := r.Exc
	if e == nil {
		e = r.in(syntax.Python3)
	}
	if n := len(e.Args); n > 0 {
		if s, ok := e.Args[n-1].(starlark.String); ok {
			return e.class.ClassName + ": " + string(s)
		}
	}
	return e.class.ClassName
}

// Raise makes err of an exception that exists already.
func Raise(e *Exception) *Raised {
	return &Raised{Kind: e.class.kind, Exc: e, Inner: e.trail()}
}

// RaiseAnew is Raise for a raise statement that names the exception: in Python 2 the
// traceback begins with it.
func (t *Thread) RaiseAnew(e *Exception) *Raised {
	r := Raise(e)
	if t.RT.Dialect == syntax.Python2 {
		r.Inner = Trail{}
	}
	return r
}

// Restate has an error that is no more than a message begin with other words; the
// error itself is the cause of what it returns. Others stay as they are.
func (t *Thread) Restate(err error, words string) error {
	e := t.Exception(err)
	c := e.class
	plain := c.layout == nil || c.layout.members == "" && c.layout.make == nil && c.layout.init == nil
	if !plain || c.special("__new__") != nil || c.special("__init__") != nil || e.dict != nil && e.dict.Len() > 0 || len(e.Args) > 1 {
		return err
	}
	if len(e.Args) == 1 {
		if _, ok := AsText(e.Args[0]); !ok {
			return err
		}
	}
	said := NewException(c, starlark.Tuple{t.RT.Str(sprintf("%s (%s: %s)", words, c.ClassName, Str(t.RT.Dialect, e)))})
	said.Cause, said.Suppress = e, true
	return Raise(said)
}

// in returns the exception as dialect d has it.
func (r *Raised) in(d syntax.Dialect) *Exception {
	if r.Exc != nil {
		return r.Exc
	}
	if r.os != nil {
		e := r.os.exception(d)
		e.about, e.Fresh = r.about, true
		return e
	}
	args := r.args
	if args == nil {
		if msg := r.msg[dialectIndex(d)]; msg != "" {
			args = starlark.Tuple{NewStr(d, msg)}
		}
	}
	e := NewException(r.Kind.in(d).Class(d), args)
	e.about, e.Fresh = r.about, true
	if d != syntax.Python2 {
		for _, a := range r.extra {
			e.set(a.name, a.value)
		}
	}
	return e
}

// Is reports whether the error is an exception of this kind or one below it.
func Is(err error, k *Kind, d syntax.Dialect) bool {
	r, _ := unwrap(err)
	return r != nil && r.in(d).class.IsSubclass(k.in(d).Class(d))
}

// Exception is an instance of an exception class.
type Exception struct {
	thrown *Instance // of an old-style class: see OldException
	class  *Class
	Args   starlark.Tuple
	whole  starlark.Value            // what Args was taken from, if that is of a class below tuple
	slots  map[string]starlark.Value // the attributes that its built-in class has
	dict   *Dict                     // those that a script sets; nil: none yet

	Cause    *Exception
	Context  *Exception
	Suppress bool // raise ... from None: don't print Context
	Fresh    bool // nobody has handled it since the interpreter raised it
	trace    Trail
	traced   uint       // how often it was given one
	tb       *Traceback // the trace, if a script has seen or set it
	rt       *Runtime   // that raised it
	about    any        // see About
}

var (
	_ starlark.HasAttrs    = (*Exception)(nil)
	_ starlark.HasSetField = (*Exception)(nil)
	_ AttrDeleter          = (*Exception)(nil)
)

// NewException calls an exception class with arguments that it takes.
func NewException(c *Class, args starlark.Tuple) *Exception {
	e, err := newException(c, args, nil)
	if err == nil {
		err = e.initialize(args, nil)
	}
	if err != nil {
		return &Exception{class: c, Args: args}
	}
	return e
}

// Instantiate makes an exception of a class and what goes with it: an instance
// of it, a tuple of arguments, an argument, or None.
func (t *Thread) Instantiate(c *Class, val starlark.Value) (*Exception, error) {
	var args starlark.Tuple
	switch v := Unwrap(val).(type) {
	case *Exception:
		if v.class.IsSubclass(c) {
			return v, nil
		}
		args = starlark.Tuple{v}
	case *Instance:
		if v.class.OldStyle && v.class.IsSubclass(c) {
			return OldException(v), nil
		}
		args = starlark.Tuple{v}
	case starlark.Tuple:
		args = v
	case starlark.NoneType:
	default:
		args = starlark.Tuple{val}
	}
	v, err := t.Call(c, args...)
	if err != nil {
		return nil, err
	}
	KeepWhole(v, val)
	switch x := v.(type) {
	case *Exception:
		return x, nil
	case *Instance:
		if x.class.OldStyle {
			return OldException(x), nil
		}
	}
	return nil, NoException(t, c, v, TypeName(v))
}

// NoException is the error of a class of exceptions that made something else, whose
// type Python 3 gives as shown.
func NoException(t *Thread, c *Class, v starlark.Value, shown string) error {
	return TypeError.By(
		sprintf("calling %s() should have returned an instance of BaseException, not '%s'", c.TypeName(), TypeName(v)),
		sprintf("calling %s should have returned an instance of BaseException, not %s", Repr(t.RT.Dialect, c), shown))
}

// KeepWhole has the exception v tell of its arguments as what they were given in,
// where all of them were given in an instance of a class below tuple.
func KeepWhole(v, given starlark.Value) {
	if e, ok := v.(*Exception); ok {
		if _, ok := given.(*Instance); ok {
			e.whole = given
			if l := e.class.layout; l != nil && l.members == "code" && len(e.Args) > 1 {
				e.set("code", e.given())
			}
		}
	}
}

// given is e.args.
func (e *Exception) given() starlark.Value {
	if e.whole != nil && Identical(Unwrap(e.whole), e.Args) {
		return e.whole
	}
	return e.Args
}

// newException is BaseException.__new__, and those of the classes below it.
func newException(c *Class, args starlark.Tuple, kwargs []starlark.Tuple) (*Exception, error) {
	e := &Exception{class: c}
	if !c.py2 {
		e.Args = args
	}
	if c.layout != nil && c.layout.make != nil {
		return e, c.layout.make(e, args, kwargs)
	}
	return e, nil
}

// initialize is BaseException.__init__, and those of the classes below it.
func (e *Exception) initialize(args starlark.Tuple, kwargs []starlark.Tuple) error {
	l := e.class.layout
	if l != nil && l.made(e.class) {
		return nil
	}
	if len(kwargs) > 0 && (l == nil || l.keywords == nil) {
		return TypeError.By(e.class.TypeName()+" does not take keyword arguments", e.class.ClassName+"() takes no keyword arguments")
	}
	e.Args = args
	if l == nil {
		return nil
	}
	for _, name := range l.keywords {
		e.set(name, nil)
	}
	for _, kv := range kwargs {
		name, _ := AsText(kv[0])
		if !slices.Contains(l.keywords, name) {
			return TypeError.Errorf("'%s' is an invalid keyword argument for %s()", name, l.name)
		}
		e.set(name, kv[1])
	}
	if l.init != nil {
		return l.init(e, args)
	}
	return nil
}

// About returns what Raised.About noted.
func (e *Exception) About() any { return e.about }

// SetAbout has e stand for an exception that it is raised in place of.
func (e *Exception) SetAbout(what any) { e.about = what }

// Slot returns an attribute that the exception has from its built-in class; nil
// if it isn't set.
func (e *Exception) Slot(name string) starlark.Value { return e.slots[name] }

func (e *Exception) set(name string, v starlark.Value) {
	if e.slots == nil {
		e.slots = make(map[string]starlark.Value)
	}
	if v == nil {
		delete(e.slots, name)
	} else {
		e.slots[name] = v
	}
}

// Dict returns the attributes that a script has set.
func (e *Exception) Dict() *Dict {
	if e.dict == nil {
		e.dict = e.class.newDict()
	}
	return e.dict
}

// Class returns the exception's class.
func (e *Exception) Class() *Class { return e.class }

// SetClass changes the exception's class.
func (e *Exception) SetClass(c *Class) error {
	if c.Dict == nil || e.class.Dict == nil {
		return TypeError.By("__class__ assignment: only for heap types",
			"__class__ assignment only supported for mutable types or ModuleType subclasses")
	}
	if !c.Exception || c.layout != e.class.layout {
		return TypeError.By(
			sprintf("__class__ assignment: '%s' object layout differs from '%s'", c.TypeName(), e.class.TypeName()),
			sprintf("__class__ assignment: '%s' object layout differs from '%s'", c.TypeName(), e.class.TypeName()))
	}
	e.class = c
	return nil
}

// String returns the repr, as Python 3 would print it.
func (e *Exception) String() string { return Repr(syntax.Python3, e) }

// Type returns the name of the class.
func (e *Exception) Type() string { return e.class.TypeName() }

// Freeze does nothing: Python has no frozen values.
func (e *Exception) Freeze() {}

// Attr is e.name, by the rules for instances of any class.
func (e *Exception) Attr(name string) (starlark.Value, error) {
	c := e.class
	var v starlark.Value
	var err error
	if get := c.special("__getattribute__"); get != nil {
		v, err = callHook(c.thread(), get, e, c, c.rt.Str(name))
	} else {
		v, err = e.Generic(name)
	}
	if err != nil {
		if get := c.special("__getattr__"); get != nil && c.rt.Current().Is(err, AttributeError) {
			return callHook(c.thread(), get, e, c, c.rt.Str(name))
		}
	}
	return v, err
}

// Generic is object.__getattribute__.
func (e *Exception) Generic(name string) (starlark.Value, error) {
	c := e.class
	v, _ := c.find(name)
	if v != nil && isData(v) {
		return bindTo(c.thread(), v, e, c)
	}
	if e.dict != nil {
		if own := e.dict.GetString(name); own != nil {
			return own, nil
		}
	}
	if v != nil {
		return bindTo(c.thread(), v, e, c)
	}
	return nil, noAttribute(c.TypeName(), name)
}

// AttrNames lists the attributes of the instance and of its class.
func (e *Exception) AttrNames() []string {
	seen := make(map[string]bool)
	for _, n := range e.class.AttrNames() {
		seen[n] = true
	}
	if e.dict != nil {
		for _, k := range e.dict.Keys() {
			if s, ok := AsText(k); ok {
				seen[s] = true
			}
		}
	}
	return sortedKeys(seen)
}

// SetField is e.name = v.
func (e *Exception) SetField(name string, v starlark.Value) error {
	if set := e.class.special("__setattr__"); set != nil {
		_, err := callHook(e.class.thread(), set, e, e.class, e.class.rt.Str(name), v)
		return err
	}
	return e.SetGeneric(name, v)
}

// DelField is del e.name.
func (e *Exception) DelField(name string) error {
	if del := e.class.special("__delattr__"); del != nil {
		_, err := callHook(e.class.thread(), del, e, e.class, e.class.rt.Str(name))
		return err
	}
	return e.SetGeneric(name, nil)
}

// SetGeneric is object.__setattr__, and object.__delattr__ where v is nil.
func (e *Exception) SetGeneric(name string, v starlark.Value) error {
	d, _ := e.class.find(name)
	switch {
	case d != nil && isData(d):
		return setThrough(e.class.thread(), d, e, v)
	case v != nil:
		e.Dict().SetString(name, v)
	case e.dict == nil:
		return noAttribute(e.class.TypeName(), name)
	case !e.dict.DelString(name):
		return AttributeError.By(name, sprintf("'%s' object has no attribute '%s'", e.class.TypeName(), name))
	}
	return nil
}

// Special returns the bound method of that special name that the class defines.
func (e *Exception) Special(name string) starlark.Value { return specialOf(e, e.class, name) }
