package builtins

import (
	"strings"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// Keywords that aren't strings: f(**{1: 2}). Nothing in Python 3 takes them but
// str.format, which never looks. In Python 2 a function of Python's refuses them
// in its turn, dict() takes them for keys, and so does it a unicode.

// oddKeyword stands for a keyword that no function has.
const oddKeyword = "\x00"

// callOdd calls fn where a keyword isn't a str.
func (inv *invocation) callOdd(t *object.Thread, fn starlark.Value, args starlark.Tuple) (starlark.Value, error) {
	named := make([]starlark.Tuple, 0, len(inv.kwargs)) // with names for all keywords
	var texts []starlark.Tuple                          // those that are text
	for _, kv := range inv.kwargs {
		s, ok := object.AsText(kv[0])
		if !ok {
			named = append(named, starlark.Tuple{starlark.String(oddKeyword), kv[1]})
			continue
		}
		kv = starlark.Tuple{starlark.String(s), kv[1]}
		named, texts = append(named, kv), append(texts, kv)
	}
	target, given := object.KeywordTaker(t, inv.callee(), args)
	if !object.Callable(fn) {
		return starlark.Call(t.Star, fn, args, nil)
	}
	if isFormat(target) {
		return starlark.Call(t.Star, fn, args, texts)
	}
	if takesKeys(target) && t.RT.Dialect == syntax.Python2 {
		return starlark.Call(t.Star, fn, args, inv.kwargs)
	}
	f, _ := target.(*starlark.Function)
	switch odd := len(texts) < len(named); {
	case !odd:
		if f != nil && t.RT.Dialect == syntax.Python2 {
			keepUnicode(f, named, inv.kwargs)
		}
	case t.RT.Dialect == syntax.Python2:
		if f != nil && !refusesEarlier(f, given, inv.kwargs) {
			return nil, object.TypeError.Errorf("%s() keywords must be strings", object.FunctionName(f))
		}
	case !checksFirst(target) && !takesKeys(target):
	default:
		var err error
		if !checksFirst(target) {
			_, err = starlark.Call(t.Star, fn, args, nil)
		}
		if err == nil {
			err = object.TypeError.Errorf("keywords must be strings")
		}
		return nil, err
	}
	v, err := starlark.Call(t.Star, fn, args, named)
	if err == nil {
		return v, nil
	}
	t.NoteKeywords(err, named)
	if _, name, ok := strings.Cut(err.Error(), "'"); ok && f == nil {
		name, rest, _ := strings.Cut(name, "'")
		if name == oddKeyword || strings.HasPrefix(rest, " is an invalid keyword argument") && inv.unicode(name) {
			err = object.TypeError.Errorf("keywords must be strings")
		}
	}
	return nil, err
}

// unicode reports whether the call has a unicode for a keyword.
func (inv *invocation) unicode(name string) bool {
	for _, kv := range inv.kwargs {
		if _, plain := kv[0].(starlark.String); plain {
			continue
		}
		if s, ok := object.AsText(kv[0]); ok && s == name {
			return true
		}
	}
	return false
}

// unicodeMark begins the keyword that carries a unicode of Python 2's to the **kwargs of
// a function, which has no other way to get it. No script has it in a keyword.
const unicodeMark = "\x01unicode\x01"

// keepUnicode marks the keywords that **kwargs of f is to have as unicodes.
func keepUnicode(f *starlark.Function, named, kwargs []starlark.Tuple) {
	if !f.HasKwargs() {
		return
	}
	for i, kv := range kwargs {
		name := named[i][0].(starlark.String)
		if _, ok := kv[0].(starlark.String); !ok && param(f, string(name)) < 0 {
			named[i][0] = unicodeMark + name
		}
	}
}

// keptKeyword is the key that **kwargs has for a keyword.
func keptKeyword(key starlark.Value) starlark.Value {
	s, _ := key.(starlark.String)
	if name, ok := strings.CutPrefix(string(s), unicodeMark); ok {
		return object.NewText(name)
	}
	return key
}

// checksFirst reports whether Python 3 looks at the keywords before it calls f.
// It doesn't where a class is called the general way, and for some methods.
func checksFirst(f starlark.Value) bool {
	switch f := f.(type) {
	case *object.Class:
		if f.Dict != nil {
			return false
		}
		switch f.ClassName {
		case "bool", "dict", "enumerate", "float", "frozenset", "list", "range", "reversed", "set", "tuple", "type":
			return true
		}
		return false
	case *object.Func:
		return f.Type() != "method-wrapper" && f.Type() != "wrapper_descriptor" && (f.Self == nil || !takesKeys(f))
	}
	return true
}

// isFormat reports whether f is str.format of a string.
func isFormat(f starlark.Value) bool {
	m, ok := f.(*object.Func)
	if !ok || m.FuncName != "format" || m.Self == nil {
		return false
	}
	_, ok = object.AsText(m.Self)
	return ok
}

// takesKeys reports whether f is dict, or a method of one, that takes keywords
// for keys; types.SimpleNamespace looks at them no earlier.
func takesKeys(f starlark.Value) bool {
	switch f := f.(type) {
	case *object.Class:
		return isDict(f) || f.IsSubclass(object.NamespaceClass())
	case *object.Func:
		if f.FuncName != "update" && f.FuncName != "__init__" {
			return false
		}
		_, bound := f.Self.(*object.Dict)
		return bound || f.Unbound != nil && isDict(f.Unbound)
	}
	return false
}

func isDict(c *object.Class) bool {
	return c.IsSubclass(object.TypesOf(syntax.Python2).Dict) || c.IsSubclass(object.TypesOf(syntax.Python3).Dict)
}

// refusesEarlier reports whether a function of Python 2 finds fault with its
// arguments before it comes to the first keyword that isn't a string.
func refusesEarlier(f *starlark.Function, args starlark.Tuple, kwargs []starlark.Tuple) bool {
	if !f.HasVarargs() && len(args) > namedParams(f) {
		return true
	}
	if f.NumParams() == 0 {
		return true
	}
	for _, kv := range kwargs {
		key, ok := object.AsText(kv[0])
		if !ok {
			return false
		}
		at := param(f, key)
		if at < 0 && !f.HasKwargs() || at >= 0 && at < len(args) {
			return true
		}
	}
	return false
}

// namedParams is how many parameters a function has but for *args and **kwargs.
func namedParams(f *starlark.Function) int {
	n := f.NumParams()
	if f.HasKwargs() {
		n--
	}
	if f.HasVarargs() {
		n--
	}
	return n
}

// param is the index of a parameter, or -1.
func param(f *starlark.Function, name string) int {
	for i := range namedParams(f) {
		if p, _ := f.Param(i); p == name {
			return i
		}
	}
	return -1
}
