package builtins

import (
	"errors"
	"slices"
	"strings"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// Calls with *x or **x: see spreadCall in package lower.

// An invocation is a call that is being put together.
type invocation struct {
	rt     *object.Runtime
	fn     starlark.Value
	method bool           // fn is what @method returned, and the first argument its self
	args   starlark.Tuple // but for those of rest
	rest   starlark.Value // *rest, which is looked at last; nil if there is none
	kwargs []starlark.Tuple
	named  int             // how many of kwargs the call itself names
	names  map[string]bool // of many kwargs
	odd    bool            // there is a keyword that isn't a string
}

// A giving is what one value in a call is.
type giving struct {
	kind givingKind
	name starlark.String
}

type givingKind byte

const (
	givePlain   givingKind = iota // "_"
	giveSelf                      // "self": of the method that is called
	giveKeyword                   // "name="
	giveRest                      // "*": *x that is looked at last
	giveMore                      // "*_": *x among others
	giveMapping                   // "**"
)

// givings reads the shape of a call.
func givings(shape string) (list []giving) {
	for _, w := range strings.Fields(shape) {
		g := giving{}
		switch w {
		case "_":
		case "self":
			g.kind = giveSelf
		case "*":
			g.kind = giveRest
		case "*_":
			g.kind = giveMore
		case "**":
			g.kind = giveMapping
		default:
			g = giving{giveKeyword, starlark.String(strings.TrimSuffix(w, "="))}
		}
		list = append(list, g)
	}
	return list
}

// (f, x, ...) // @gather:shape is the beginning of a call of f, to be given
// more of. f may be such a beginning.
func gather(rt *object.Runtime, shape string) (oneOperand, twoOperands) {
	list := givings(shape)
	return func(x starlark.Value) (starlark.Value, error) {
		inv := started(rt, x.(starlark.Tuple)[0])
		return beginning{&inv}, inv.give(list, x.(starlark.Tuple)[1:])
	}, nil
}

// (f, x, ...) // @apply:shape calls f.
func applier(rt *object.Runtime, shape string) (oneOperand, twoOperands) {
	list := givings(shape)
	return func(x starlark.Value) (starlark.Value, error) {
		inv := started(rt, x.(starlark.Tuple)[0])
		if err := inv.give(list, x.(starlark.Tuple)[1:]); err != nil {
			return nil, err
		}
		return inv.call()
	}, nil
}

func started(rt *object.Runtime, fn starlark.Value) invocation {
	if b, ok := fn.(beginning); ok {
		return *b.invocation
	}
	return invocation{rt: rt, fn: fn}
}

// A beginning is an invocation between two operators.
type beginning struct{ *invocation }

func (b beginning) String() string        { return "<call>" }
func (b beginning) Type() string          { return "call" }
func (b beginning) Freeze()               {}
func (b beginning) Truth() starlark.Bool  { return true }
func (b beginning) Hash() (uint32, error) { return 0, errors.New("unhashable: call") }

// give adds values to the call.
func (inv *invocation) give(list []giving, values []starlark.Value) error {
	for i, g := range list {
		v := values[i]
		switch g.kind {
		case giveSelf:
			inv.method = true
			fallthrough
		case givePlain:
			if inv.args == nil {
				inv.args = make(starlark.Tuple, 0, len(list))
			}
			inv.args = append(inv.args, v)
		case giveKeyword:
			if err := inv.keyword(g.name, v); err != nil {
				return err
			}
			inv.named++
		case giveRest:
			inv.rest = v
			if tuple, ok := object.Unwrap(v).(starlark.Tuple); ok && inv.rt.Dialect == syntax.Python2 {
				inv.rest = tuple // no __iter__ is asked
			}
		case giveMore:
			if tuple, ok := object.Unwrap(v).(starlark.Tuple); ok && inv.rt.Dialect == syntax.Python2 {
				inv.args = append(inv.args, tuple...) // no __iter__ is asked
				continue
			}
			if _, err := object.Iterable(v); err != nil {
				return notWalked(v, err, "Value after * must be an iterable, not %s")
			}
			more, err := elements(inv.rt.Current(), v)
			if err != nil {
				return err
			}
			inv.args = append(inv.args, more...)
		case giveMapping:
			if err := inv.mapping(v); err != nil {
				return err
			}
		}
	}
	return nil
}

// mapping adds the items of **m.
func (inv *invocation) mapping(m starlark.Value) (err error) {
	if d := plainDict(inv.rt, m); d != nil {
		if inv.kwargs == nil {
			inv.kwargs = make([]starlark.Tuple, 0, d.Len())
		}
		d.Each(func(k, v starlark.Value) bool {
			err = inv.keyword(k, v)
			return err == nil
		})
		return err
	}
	var twice func(k starlark.Value) error
	if inv.rt.Dialect != syntax.Python2 {
		twice = inv.fresh
	}
	items, err := mappingItems(inv.rt, m, twice)
	if err != nil {
		if inv.rt.Current().Is(err, object.AttributeError) {
			err = inv.fault("argument after ** must be a mapping, not %s", object.TypeName(m))
		}
		return err
	}
	for _, kv := range items {
		if err := inv.keyword(kv[0], kv[1]); err != nil {
			return err
		}
	}
	return nil
}

// plainDict is the dict whose items **m gives without asking any method, or nil.
func plainDict(rt *object.Runtime, m starlark.Value) *object.Dict {
	x, ok := m.(*object.Instance)
	if !ok {
		d, _ := m.(*object.Dict)
		return d
	}
	d, _ := x.Base.(*object.Dict)
	if d != nil && rt.Dialect != syntax.Python2 {
		if _, native := x.Class().Lookup("__iter__").(*object.Func); !native {
			return nil
		}
	}
	return d.Lying()
}

// manyKeywords is how many keywords are looked through one by one.
const manyKeywords = 8

// keyword adds a keyword argument.
func (inv *invocation) keyword(key, v starlark.Value) error {
	name, isText := key.(starlark.String)
	if !isText {
		if s, ok := object.AsText(key); ok {
			name, isText = starlark.String(s), true
			inv.odd = inv.odd || inv.rt.Dialect == syntax.Python2 // some keep a unicode
		} else {
			inv.odd = true
		}
	}
	if err := inv.unlike(name, key, isText); err != nil {
		return err
	}
	if isText && !inv.odd {
		key = name
	}
	inv.kwargs = append(inv.kwargs, starlark.Tuple{key, v})
	if inv.names != nil {
		inv.names[string(name)] = true
	}
	return nil
}

// fresh fails if the call has a keyword already.
func (inv *invocation) fresh(key starlark.Value) error {
	s, isText := object.AsText(key)
	return inv.unlike(starlark.String(s), key, isText)
}

func (inv *invocation) unlike(name starlark.String, key starlark.Value, isText bool) error {
	if inv.has(name, key, isText) {
		if inv.rt.Dialect != syntax.Python2 && inv.rt.Current().Handling() != nil {
			return object.KeyError.New(key) // CPython loses sight of what it wanted to say
		}
		return inv.fault("got multiple values for keyword argument '%s'", object.Str(inv.rt.Dialect, key))
	}
	return nil
}

func (inv *invocation) has(name starlark.String, key starlark.Value, isText bool) bool {
	if isText && !inv.odd && len(inv.kwargs) >= manyKeywords {
		if inv.names == nil {
			inv.names = make(map[string]bool)
			for _, kv := range inv.kwargs {
				inv.names[string(kv[0].(starlark.String))] = true
			}
		}
		return inv.names[string(name)]
	}
	for _, kv := range inv.kwargs {
		if s, ok := kv[0].(starlark.String); ok && isText && s == name {
			return true
		}
		if inv.odd {
			if same, err := object.Equal(kv[0], key); err == nil && same {
				return true
			}
		}
	}
	return false
}

// fault is a TypeError that names what is called.
func (inv *invocation) fault(format string, args ...any) error {
	return object.TypeError.Errorf("%s "+format, append([]any{inv.rt.CalleeName(inv.callee())}, args...)...)
}

// callee is what is called, as a script sees it.
func (inv *invocation) callee() starlark.Value {
	if inv.method {
		return object.MethodCallee(inv.rt, inv.fn, inv.args[0])
	}
	return inv.fn
}

// call calls the function.
func (inv *invocation) call() (starlark.Value, error) {
	t := inv.rt.Current()
	args := inv.args
	if inv.rest != nil {
		if _, err := object.Iterable(inv.rest); err != nil {
			if object.Blocked(inv.rest, "__iter__") {
				return nil, err
			}
			return nil, inv.fault("argument after * must be an iterable, not %s", object.TypeName(inv.rest))
		}
		rest, shared := inv.rest.(starlark.Tuple)
		if !shared {
			var err error
			if rest, err = elements(t, inv.rest); err != nil {
				_, generated := inv.rest.(*object.Generator)
				if py2(t) && !generated && isKind(t, err, object.TypeError) { // whatever it says
					err = inv.fault("argument after * must be an iterable, not %s", object.TypeName(inv.rest))
				}
				return nil, err
			}
		}
		if len(args) > 0 {
			args = append(args, rest...)
		} else if args = rest; shared && !isFunction(inv.fn) {
			args = slices.Clone(args)
		}
	}
	if len(inv.kwargs) > 1 && py2(t) {
		inv.kwargs = t.LayKeywords(inv.kwargs, inv.named)
	}
	fn := inv.fn
	if inv.odd {
		return inv.callOdd(t, fn, args)
	}
	if m, ok := fn.(*object.BoundMethod); ok && m.Self != nil {
		fn, args = m.Func, append(starlark.Tuple{m.Self}, args...)
	}
	v, err := starlark.Call(t.Star, fn, args, inv.kwargs)
	if err != nil {
		err = object.BoundWords(inv.rt, inv.callee(), err)
		t.NoteKeywords(err, inv.kwargs)
	}
	return v, err
}

func isFunction(v starlark.Value) bool {
	_, ok := v.(*starlark.Function)
	return ok
}

// callable2 is Python 2's TypeError for what C code calls as a method and isn't one.
func callable2(t *object.Thread, f starlark.Value) error {
	if !py2(t) || object.Callable(f) {
		return nil
	}
	return object.TypeError.Errorf("attribute of type '%s' is not callable", object.TypeName(f))
}

// mappingItems returns the items of a mapping; the error is an AttributeError for
// what has no keys(). check, if not nil, is asked about a key before its value is.
func mappingItems(rt *object.Runtime, m starlark.Value, check func(k starlark.Value) error) ([]starlark.Tuple, error) {
	if d, ok := m.(starlark.IterableMapping); ok {
		return d.Items(), nil
	}
	keys, err := rt.Attr(m, "keys")
	if err != nil {
		return nil, err
	}
	t := rt.Current()
	list, err := keysOf(t, m, keys)
	if err != nil {
		return nil, err
	}
	var items []starlark.Tuple
	err = each(t, list, func(k starlark.Value) error {
		if check != nil {
			if err := check(k); err != nil {
				return err
			}
		}
		v, err := getItem(t, m, k)
		items = append(items, starlark.Tuple{k, v})
		return err
	})
	return items, err
}
