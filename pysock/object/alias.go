package object

import (
	"strings"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// An Alias is types.GenericAlias: list[int]. It is called as its origin, and all
// attributes but a few are the origin's.
type Alias struct {
	Origin starlark.Value
	Args   starlark.Tuple
	// Unpacked is set for *tuple[int].
	Unpacked bool
}

var (
	_ starlark.Callable  = (*Alias)(nil)
	_ starlark.HasAttrs  = (*Alias)(nil)
	_ starlark.HasBinary = (*Alias)(nil)
	_ starlark.Mapping   = (*Alias)(nil)
	_ starlark.Iterable  = (*Alias)(nil)
	_ Comparer           = (*Alias)(nil)
	_ Hasher             = (*Alias)(nil)
	_ Special            = (*Alias)(nil)
)

// NewAlias returns origin[args].
func NewAlias(origin, args starlark.Value) *Alias {
	t, ok := args.(starlark.Tuple)
	if !ok {
		t = starlark.Tuple{args}
	}
	return &Alias{Origin: origin, Args: t}
}

// CallInternal calls the origin.
func (a *Alias) CallInternal(th *starlark.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	v, err := starlark.Call(th, a.Origin, args, kwargs)
	if x, ok := v.(*Instance); ok && err == nil && x.class.hasDict {
		x.SetGeneric("__orig_class__", a)
	}
	return v, err
}

// Name is that of the origin.
func (a *Alias) Name() string {
	if c, ok := a.Origin.(starlark.Callable); ok {
		return c.Name()
	}
	return "?"
}

// own are the attributes that aren't the origin's.
func (a *Alias) own(name string) starlark.Value {
	switch name {
	case "__origin__":
		return a.Origin
	case "__args__":
		return a.Args
	case "__parameters__":
		return a.parameters()
	case "__unpacked__":
		return Truthy(a.Unpacked)
	}
	return nil
}

// aliasNames are the attributes that are looked up on the alias alone.
var aliasNames = map[string]bool{
	"__class__": true, "__mro_entries__": true, "__reduce_ex__": true, "__reduce__": true, "__copy__": true,
	"__deepcopy__": true, "__typing_unpacked_tuple_args__": true, "__typing_is_unpacked_typevartuple__": true,
}

// Attr returns an attribute of the alias, or of the origin.
func (a *Alias) Attr(name string) (starlark.Value, error) {
	if v := a.own(name); v != nil {
		return v, nil
	}
	if m := a.Special(name); m != nil {
		return m, nil
	}
	if o, ok := a.Origin.(starlark.HasAttrs); ok && !aliasNames[name] {
		if unaware(a.Origin) {
			return typeAttr(a.Origin, name)
		}
		return o.Attr(name)
	}
	return ClassOf(syntax.Python3, a).bind(a, name)
}

// AttrNames lists the attributes.
func (a *Alias) AttrNames() []string {
	names := []string{"__args__", "__origin__", "__parameters__", "__unpacked__"}
	if o, ok := a.Origin.(starlark.HasAttrs); ok {
		names = append(names, o.AttrNames()...)
	}
	return names
}

// SetField sets an attribute of the origin.
func (a *Alias) SetField(name string, v starlark.Value) error {
	if o, ok := a.Origin.(starlark.HasSetField); ok && a.own(name) == nil {
		return o.SetField(name, v)
	}
	return AttributeError.Errorf("readonly attribute")
}

// Special has the method by which an alias is a base of a class.
func (a *Alias) Special(name string) starlark.Value {
	switch name {
	case "__mro_entries__":
		return &Func{FuncName: name, Self: a, Method: func(*Thread, starlark.Value, starlark.Tuple, []starlark.Tuple) (starlark.Value, error) {
			return starlark.Tuple{a.Origin}, nil
		}}
	case "__instancecheck__", "__subclasscheck__":
		what := "isinstance() argument 2"
		if name == "__subclasscheck__" {
			what = "issubclass() argument 2"
		}
		return &Func{FuncName: name, Self: a, Method: func(*Thread, starlark.Value, starlark.Tuple, []starlark.Tuple) (starlark.Value, error) {
			return nil, TypeError.Errorf("%s cannot be a parameterized generic", what)
		}}
	}
	return nil
}

// isParameter reports whether v is a type variable.
func isParameter(v starlark.Value) bool {
	if _, isClass := v.(*Class); isClass {
		return false
	}
	return SpecialMethod(v, "__typing_subst__") != nil
}

// parameters are the type variables among the arguments, each once.
func (a *Alias) parameters() starlark.Tuple {
	out := starlark.Tuple{}
	add := func(v starlark.Value) {
		for _, w := range out {
			if same, _ := Equal(v, w); same {
				return
			}
		}
		out = append(out, v)
	}
	for _, arg := range a.Args {
		switch x := arg.(type) {
		case *Alias:
			for _, p := range x.parameters() {
				add(p)
			}
		default:
			if isParameter(arg) {
				add(arg)
			}
		}
	}
	return out
}

// Iterate gives *alias, by which an alias can be starred.
func (a *Alias) Iterate() starlark.Iterator {
	starred := *a
	starred.Unpacked = true
	return starlark.Tuple{&starred}.Iterate()
}

// Get is alias[k]: it puts types in for the type variables.
func (a *Alias) Get(k starlark.Value) (starlark.Value, bool, error) {
	params := a.parameters()
	given, err := typesFor(a, params, k)
	if err != nil {
		return nil, false, err
	}
	return a.substitute(params, given), true, nil
}

// typesFor are the types k for the type variables of an alias or a union.
func typesFor(of starlark.Value, params starlark.Tuple, k starlark.Value) (starlark.Tuple, error) {
	if len(params) == 0 {
		return nil, TypeError.Errorf("%s is not a generic class", of.String())
	}
	given, ok := k.(starlark.Tuple)
	if !ok {
		given = starlark.Tuple{k}
	}
	if len(given) != len(params) {
		how := "many"
		if len(given) < len(params) {
			how = "few"
		}
		return nil, TypeError.Errorf("Too %s arguments for %s; actual %d, expected %d", how, of.String(), len(given), len(params))
	}
	return given, nil
}

func (a *Alias) substitute(params, given starlark.Tuple) *Alias {
	out := &Alias{Origin: a.Origin, Unpacked: a.Unpacked}
	for _, arg := range a.Args {
		if x, ok := arg.(*Alias); ok {
			arg = x.substitute(params, given)
		}
		for i, p := range params {
			if same, _ := Equal(p, arg); same {
				arg = given[i]
			}
		}
		out.Args = append(out.Args, arg)
	}
	return out
}

// Binary makes a union of an alias and a type.
func (a *Alias) Binary(op starsyntax.Token, y starlark.Value, side starlark.Side) (starlark.Value, error) {
	if o, ok := y.(*Operator); ok && op == Infix {
		return o.apply(a)
	}
	return unionBinary(a, op, y, side)
}

// typeText is how a type is shown inside an alias or a union.
func typeText(v starlark.Value) string {
	switch x := v.(type) {
	case starlark.NoneType:
		return "None"
	case *Class:
		return x.QualifiedName()
	case *List:
		parts := make([]string, len(x.Elems))
		for i, e := range x.Elems {
			parts[i] = typeText(e)
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	if v == Ellipsis {
		return "..."
	}
	if name, ok := nameInModule(v); ok {
		return name
	}
	return Repr(syntax.Python3, v)
}

// nameInModule is the qualified name of a function, with that of its module if it isn't
// built in.
func nameInModule(v starlark.Value) (string, bool) {
	switch x := v.(type) {
	case *Func:
		return x.nameInModule()
	case *starlark.Function:
		if ns := FunctionNamespace(x); ns != nil {
			return ns.rt.qualifiedName(x)
		}
	}
	return "", false
}

// String returns the repr.
func (a *Alias) String() string {
	parts := make([]string, len(a.Args))
	for i, arg := range a.Args {
		parts[i] = typeText(arg)
	}
	list := strings.Join(parts, ", ")
	if len(parts) == 0 {
		list = "()"
	}
	star := ""
	if a.Unpacked {
		star = "*"
	}
	return star + typeText(a.Origin) + "[" + list + "]"
}

// Type returns types.GenericAlias.
func (a *Alias) Type() string { return "types.GenericAlias" }

// Freeze does nothing.
func (a *Alias) Freeze() {}

// Truth returns true.
func (a *Alias) Truth() starlark.Bool { return true }

// Hash returns a hash of the origin.
func (a *Alias) Hash() (uint32, error) { return a.Origin.Hash() }

// PyHash agrees with RichCompare.
func (a *Alias) PyHash() (uint64, error) {
	x, err := Hash(a.Origin)
	if err != nil {
		return 0, err
	}
	y, err := Hash(a.Args)
	return mix(x*31 + y), err
}

// RichCompare compares origins and arguments.
func (a *Alias) RichCompare(op syntax.CmpOp, y starlark.Value) (starlark.Value, error) {
	b, ok := y.(*Alias)
	if !ok || op != syntax.Eq && op != syntax.NotEq {
		return nil, nil
	}
	same, err := EqualElems(append(starlark.Tuple{a.Origin, Truthy(a.Unpacked)}, a.Args...), append(starlark.Tuple{b.Origin, Truthy(b.Unpacked)}, b.Args...), 0)
	return Truthy(same == (op == syntax.Eq)), err
}

// A Union is types.UnionType: int | str.
type Union struct{ Args starlark.Tuple }

var (
	_ starlark.HasAttrs  = (*Union)(nil)
	_ starlark.Mapping   = (*Union)(nil)
	_ starlark.HasBinary = (*Union)(nil)
	_ Comparer           = (*Union)(nil)
	_ Hasher             = (*Union)(nil)
)

// isType reports whether v can be part of a union.
func isType(v starlark.Value) bool {
	switch v.(type) {
	case starlark.NoneType, *Class, *Alias, *Union:
		return true
	}
	return isParameter(v)
}

// unionOf is x | y of types, or nil for others.
func unionOf(x, y starlark.Value) (starlark.Value, error) {
	if !isType(x) || !isType(y) {
		return nil, nil
	}
	u := new(Union)
	for _, v := range []starlark.Value{x, y} {
		parts := starlark.Tuple{v}
		switch v := v.(type) {
		case *Union:
			parts = v.Args
		case starlark.NoneType:
			parts = starlark.Tuple{TypesOf(syntax.Python3).None}
		}
	next:
		for _, p := range parts {
			for _, q := range u.Args {
				if same, err := Equal(p, q); err != nil {
					return nil, err
				} else if same {
					continue next
				}
			}
			u.Args = append(u.Args, p)
		}
	}
	if len(u.Args) == 1 {
		return u.Args[0], nil
	}
	return u, nil
}

func unionBinary(x starlark.Value, op starsyntax.Token, y starlark.Value, side starlark.Side) (starlark.Value, error) {
	switch {
	case op != starsyntax.PIPE:
		return nil, nil
	case side == starlark.Right:
		return unionOf(y, x)
	}
	return unionOf(x, y)
}

// Binary adds to the union.
func (u *Union) Binary(op starsyntax.Token, y starlark.Value, side starlark.Side) (starlark.Value, error) {
	if o, ok := y.(*Operator); ok && op == Infix {
		return o.apply(u)
	}
	return unionBinary(u, op, y, side)
}

// Attr returns __args__, __parameters__.
func (u *Union) Attr(name string) (starlark.Value, error) {
	switch name {
	case "__args__":
		return u.Args, nil
	case "__parameters__":
		return (&Alias{Args: u.Args}).parameters(), nil
	}
	return ClassOf(syntax.Python3, u).bind(u, name)
}

// AttrNames lists the attributes.
func (u *Union) AttrNames() []string { return []string{"__args__", "__parameters__"} }

// Get is union[k]: it puts types in for the type variables.
func (u *Union) Get(k starlark.Value) (starlark.Value, bool, error) {
	alias := &Alias{Args: u.Args}
	params := alias.parameters()
	given, err := typesFor(u, params, k)
	if err != nil {
		return nil, false, err
	}
	var out starlark.Value
	for _, arg := range alias.substitute(params, given).Args {
		if out == nil {
			out = arg
		} else if out, err = unionOf(out, arg); err != nil || out == nil {
			return nil, false, err
		}
	}
	return out, true, nil
}

// String returns the repr.
func (u *Union) String() string {
	parts := make([]string, len(u.Args))
	for i, a := range u.Args {
		parts[i] = typeText(a)
		if a == starlark.Value(TypesOf(syntax.Python3).None) {
			parts[i] = "None"
		}
	}
	return strings.Join(parts, " | ")
}

// Type returns types.UnionType.
func (u *Union) Type() string { return "types.UnionType" }

// Freeze does nothing.
func (u *Union) Freeze() {}

// Truth returns true.
func (u *Union) Truth() starlark.Bool { return true }

// Hash returns a hash of the number of parts.
func (u *Union) Hash() (uint32, error) { return uint32(len(u.Args)), nil }

// PyHash agrees with RichCompare: the order doesn't matter.
func (u *Union) PyHash() (uint64, error) {
	var sum uint64
	for _, a := range u.Args {
		h, err := Hash(a)
		if err != nil {
			return 0, err
		}
		sum += h
	}
	return mix(sum), nil
}

// RichCompare compares the parts in any order.
func (u *Union) RichCompare(op syntax.CmpOp, y starlark.Value) (starlark.Value, error) {
	w, ok := y.(*Union)
	if !ok || op != syntax.Eq && op != syntax.NotEq {
		return nil, nil
	}
	same := len(u.Args) == len(w.Args)
	for _, a := range u.Args {
		found, err := Contains(syntax.Python3, w.Args, a)
		if err != nil {
			return nil, err
		}
		same = same && found
	}
	return Truthy(same == (op == syntax.Eq)), nil
}
