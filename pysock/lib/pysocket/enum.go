//go:build unix

package pysocket

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// An enumType is one of Python 3's enums over the module's constants: an
// IntEnum, or an IntFlag, whose members can be combined.
type enumType struct {
	name    string
	prefix  string // of the constants' names
	flag    bool
	class   *object.Class
	names   map[int64]string // the first name of a value
	ordered []int64
}

// enumTypes are the enums of the module. A new module gets its own.
func enumTypes() []*enumType {
	return []*enumType{
		{name: "AddressFamily", prefix: "AF_"},
		{name: "SocketKind", prefix: "SOCK_"},
		{name: "MsgFlag", prefix: "MSG_", flag: true},
		{name: "AddressInfo", prefix: "AI_", flag: true},
	}
}

// init makes the class and its members from the constants, and returns the
// members by name.
func (e *enumType) init(constants map[string]int64) map[string]starlark.Value {
	e.class = object.NewClass("socket", e.name, object.TypesOf(syntax.Python3).Int)
	e.class.Attrs = make(map[string]starlark.Value)
	e.class.Methods = map[string]object.Method{
		// What pickle needs: the class and the number.
		"__reduce_ex__": func(t *object.Thread, self starlark.Value, _ starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
			m := self.(enum)
			return starlark.Tuple{m.of.class, starlark.Tuple{m.Int()}}, nil
		},
	}
	all := new(object.Dict)
	e.class.Attrs["__members__"] = all
	e.class.New = e.call
	e.names = make(map[int64]string)
	members := make(map[string]starlark.Value)
	names := make([]string, 0, len(constants))
	for name := range constants {
		if strings.HasPrefix(name, e.prefix) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		n := constants[name]
		if _, ok := e.names[n]; !ok {
			e.names[n] = name
			e.ordered = append(e.ordered, n)
		}
		members[name] = enum{e, n}
		all.SetString(name, members[name])
		e.class.Attrs[name] = members[name]
	}
	slices.Sort(e.ordered)
	return members
}

// call is AddressFamily(2): the member of that value, or ValueError.
func (e *enumType) call(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.Keywords(t, e.name, args, kwargs, 1, "value", &v); err != nil {
		return nil, err
	}
	if n, ok := object.AsInt(v); ok {
		if i, ok := n.Int64(); ok && (e.flag || e.names[i] != "") {
			return enum{e, i}, nil
		}
	}
	return nil, object.ValueError.Errorf("%s is not a valid %s", t.RT.Repr(v), e.name)
}

// member returns the member of that value, or the plain int if there is none,
// as for a family that Python doesn't know.
func (e *enumType) member(n int64) starlark.Value {
	if e == nil || e.names[n] == "" && !e.flag {
		return starlark.MakeInt64(n)
	}
	return enum{e, n}
}

// An enum is a member: an int, but for its repr.
type enum struct {
	of *enumType
	n  int64
}

var (
	_ object.Inter       = enum{}
	_ object.Typed       = enum{}
	_ object.Reprer      = enum{}
	_ object.Strer       = enum{}
	_ object.Hasher      = enum{}
	_ starlark.HasAttrs  = enum{}
	_ starlark.HasBinary = enum{}
	_ starlark.HasUnary  = enum{}
)

// Int returns the value.
func (e enum) Int() starlark.Int { return starlark.MakeInt64(e.n) }

// Class returns the enum's class.
func (e enum) Class() *object.Class { return e.of.class }

// name returns the member's name; of a combination, its parts' joined by bars.
func (e enum) name() string {
	if s := e.of.names[e.n]; s != "" {
		return s
	}
	var parts []string
	left := e.n
	for _, n := range e.of.ordered {
		if n != 0 && n&(n-1) == 0 && left&n != 0 {
			parts = append(parts, e.of.names[n])
			left &^= n
		}
	}
	if left != 0 {
		parts = append(parts, fmt.Sprint(left))
	}
	return strings.Join(parts, "|")
}

// Repr returns <AddressFamily.AF_INET: 2>.
func (e enum) Repr(syntax.Dialect) string {
	if name := e.name(); name != "" {
		return fmt.Sprintf("<%s.%s: %d>", e.of.name, name, e.n)
	}
	return fmt.Sprintf("<%s: %d>", e.of.name, e.n)
}

// Str returns the number, as str() does in 3.11.
func (e enum) Str(syntax.Dialect) string { return fmt.Sprint(e.n) }

// String returns the repr.
func (e enum) String() string { return e.Repr(syntax.Python3) }

// Type returns the name of the class.
func (e enum) Type() string { return e.of.name }

// Freeze does nothing.
func (e enum) Freeze() {}

// Truth reports whether the value isn't 0.
func (e enum) Truth() starlark.Bool { return e.n != 0 }

// Hash is the int's.
func (e enum) Hash() (uint32, error) { return e.Int().Hash() }

// PyHash is the int's.
func (e enum) PyHash() (uint64, error) { return object.Hash(e.Int()) }

// Attr returns name, value, or what an int has.
func (e enum) Attr(name string) (starlark.Value, error) {
	switch name {
	case "name", "_name_":
		return object.String3(e.name()), nil
	case "value", "_value_":
		return e.Int(), nil
	}
	return object.BindAttr(e, name)
}

// AttrNames lists the attributes.
func (e enum) AttrNames() []string { return append(e.of.class.AttrNames(), "name", "value") }

// Unary computes with the int. The inverse of a flag is made of all flags.
func (e enum) Unary(op starsyntax.Token) (starlark.Value, error) {
	if op == starsyntax.TILDE && e.of.flag {
		all := int64(1)<<bits.Len64(uint64(e.of.ordered[len(e.of.ordered)-1])) - 1
		return enum{e.of, all &^ e.n}, nil
	}
	return starlark.Unary(op, e.Int())
}

// Binary computes with the int. Flags stay flags under | & ^.
func (e enum) Binary(op starsyntax.Token, y starlark.Value, side starlark.Side) (starlark.Value, error) {
	if o, ok := y.(*object.Operator); ok {
		return o.Binary(op, e, starlark.Right)
	}
	if other, ok := object.AsInt(y); ok {
		y = other
	} else if _, ok := y.(starlark.Float); !ok {
		return nil, nil
	}
	var v starlark.Value
	var err error
	if side == starlark.Right {
		v, err = starlark.Binary(op, y, e.Int())
	} else {
		v, err = starlark.Binary(op, e.Int(), y)
	}
	if n, ok := v.(starlark.Int); ok && e.of.flag && (op == starsyntax.PIPE || op == starsyntax.AMP || op == starsyntax.CIRCUMFLEX) {
		if i, ok := n.Int64(); ok {
			return enum{e.of, i}, err
		}
	}
	return v, err
}
