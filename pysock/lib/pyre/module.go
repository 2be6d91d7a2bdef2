// Package pyre is Python's module re.
//
// A pattern is parsed here, by Python's rules and with Python's errors, and
// written anew in the syntax of github.com/dlclark/regexp2, a backtracking
// engine of .NET's kind, with every flag and class spelled out: it means there
// what it means in Python. Matching goes over code points, or bytes.
//
// What differs from CPython: a pattern whose groups are matched again and again
// in turn, as (?:(a)|(b))*, may tell another lastindex; (?L) means ASCII; flags
// are plain integers; DEBUG prints nothing.
package pyre

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"github.com/dlclark/regexp2"
	"go.starlark.net/starlark"
)

// The exceptions: re.error in Python 3, sre_constants.error in Python 2.
var (
	errorKind3 = object.NewKind("re", "error", object.Exc, object.Exc)
	errorKind2 = object.NewKind("sre_constants", "error", object.Exc, object.Exc)
)

// A module is module re of one runtime.
type module struct {
	rt                       *object.Runtime
	patternClass, matchClass *object.Class
	iterClass                *object.Class // of what finditer returns
	scannerClass             *object.Class
	cache                    map[cacheKey]*pattern
	last                     *subject
}

type cacheKey struct {
	source  string
	unicode bool // Python 2: of a unicode pattern
	bytes   bool
	flags   int
}

const doc = "Search text for patterns, split it at them and replace them."

// New returns the module.
func New(rt *object.Runtime) *object.Module {
	m := &module{rt: rt, cache: make(map[cacheKey]*pattern)}
	of, pattern, match := "re", "Pattern", "Match"
	if rt.Dialect == syntax.Python2 {
		of, pattern, match = "_sre", "SRE_Pattern", "SRE_Match"
	}
	m.patternClass = object.NewClass(of, pattern, object.TypesOf(rt.Dialect).Object)
	m.patternClass.Methods = patternMethods
	m.matchClass = object.NewClass(of, match, object.TypesOf(rt.Dialect).Object)
	m.matchClass.Methods = matchMethods
	builtins.Show3(rt.Dialect, m.patternClass, m.matchClass)
	object.Subscript(m.patternClass, m.matchClass)
	m.scannerClass = object.NewClass("_sre", "SRE_Scanner", object.TypesOf(rt.Dialect).Object)
	m.scannerClass.Methods = scannerMethods
	for _, c := range []*object.Class{m.patternClass, m.matchClass, m.scannerClass} {
		c.Static = true
		c.Seal()
	}
	m.iterClass = object.TypesOf(rt.Dialect).ByName[map[bool]string{false: "callable-iterator", true: "callable_iterator"}[m.py3()]]
	defs := []object.Def{
		{Name: "compile", F: m.compile("compile")}, {Name: "purge", F: m.purge}, {Name: "escape", F: m.escape},
		{Name: "template", F: m.compile("template")},
	}
	for _, f := range functions {
		if f.only3 && !m.py3() {
			continue
		}
		defs = append(defs, object.Def{Name: f.name, F: m.function(f.name, f.args)})
	}
	names := object.NewModule(rt, "re", doc, defs)
	for _, f := range flagNames {
		if !m.py3() && f.flag == flagASCII {
			continue
		}
		name := strings.TrimPrefix(f.name, "re.")
		short := name[:1]
		switch f.flag {
		case flagVerbose:
			short = "X"
		case flagDotAll:
			short = "S"
		case flagDebug:
			short = name
		}
		names.Set(name, starlark.MakeInt(f.flag))
		names.Set(short, starlark.MakeInt(f.flag))
	}
	names.Set("error", m.errorKind().Class(rt.Dialect))
	all := []string{"match", "search", "sub", "subn", "split", "findall", "compile", "purge", "template", "escape",
		"I", "L", "M", "S", "X", "U", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE", "UNICODE", "error"}
	if m.py3() {
		names.Set("Pattern", m.patternClass)
		names.Set("Match", m.matchClass)
		names.Set("NOFLAG", starlark.MakeInt(0))
		all = append(all, "fullmatch", "finditer", "Pattern", "Match", "A", "ASCII", "NOFLAG")
	} else {
		all = append(all, "finditer")
	}
	list := make([]starlark.Value, len(all))
	for i, n := range all {
		list[i] = rt.Str(n)
	}
	names.Set("__all__", rt.List(list))
	return names
}

func (m *module) py3() bool { return m.rt.Dialect != syntax.Python2 }

func (m *module) errorKind() *object.Kind {
	if m.py3() {
		return errorKind3
	}
	return errorKind2
}

// fail makes an error of the module about a pattern; at is -1 where there is
// no position to tell.
func (m *module) fail(msg string, source starlark.Value, at int) error {
	if !m.py3() {
		return m.errorKind().Errorf("%s", msg)
	}
	fields := map[string]starlark.Value{
		"msg": m.rt.Str(msg), "pattern": source,
		"pos": starlark.None, "lineno": starlark.None, "colno": starlark.None,
	}
	if at >= 0 {
		text, ok := object.AsText(source)
		if b, isB := source.(starlark.Bytes); isB {
			text, ok = string(b), true
		}
		line, col := 1, at+1
		if ok {
			for i, c := range characters(text, isBytes(source)) {
				if i < at && c == '\n' {
					line, col = line+1, at-i
				}
			}
		}
		msg += fmt.Sprintf(" at position %d", at)
		if strings.Contains(text, "\n") {
			msg += fmt.Sprintf(" (line %d, column %d)", line, col)
		}
		fields["pos"], fields["lineno"], fields["colno"] = starlark.MakeInt(at), starlark.MakeInt(line), starlark.MakeInt(col)
	}
	e := object.NewException(m.errorKind().Class(m.rt.Dialect), starlark.Tuple{m.rt.Str(msg)})
	for name, v := range fields {
		if err := e.SetField(name, v); err != nil {
			return err
		}
	}
	return object.Raise(e)
}

// maxCache is how many patterns are remembered.
const maxCache = 512

// pattern compiles a pattern, or returns one that was compiled.
func (m *module) pattern(t *object.Thread, v, flagsArg starlark.Value) (*pattern, error) {
	flags, flagsErr := m.flags(t, flagsArg)
	if flagsErr != nil && !m.py3() {
		return nil, flagsErr
	}
	if flagsErr != nil { // CPython looks the pattern up in its cache first
		if err := cmp.Or(hashable(v), hashable(flagsArg)); err != nil {
			return nil, err
		}
	}
	if p, ok := v.(*pattern); ok {
		if flagsArg.Truth() {
			return nil, object.ValueError.By("Cannot process flags argument with a compiled pattern", "cannot process flags argument with a compiled pattern")
		}
		return p, nil
	}
	source, isText := object.AsText(v)
	b, isB := v.(starlark.Bytes)
	if isB {
		source, isText = string(b), !m.py3()
	}
	if !isText && !isB {
		if _, err := object.Hash(v); err != nil { // what was compiled is kept
			return nil, err
		}
		return nil, object.TypeError.Errorf("first argument must be string or compiled pattern")
	}
	if flagsErr != nil {
		return nil, flagsErr
	}
	_, isUnicode := v.(*object.Text)
	key := cacheKey{source, isUnicode && !m.py3(), isB, flags}
	if p := m.cache[key]; p != nil && flags&flagDebug == 0 {
		return p, nil
	}
	p := &pattern{m: m, source: v, bytes: isB, flags: flags, compiled: make(map[mode]*regexp2.Regexp)}
	if err := p.parse(source, isUnicode); err != nil {
		return nil, err
	}
	if len(m.cache) >= maxCache {
		clear(m.cache)
	}
	m.cache[key] = p
	return p, nil
}

func hashable(v starlark.Value) error {
	_, err := object.Hash(v)
	return err
}

// flags converts flags, which CPython's code in Python masks first.
func (m *module) flags(t *object.Thread, v starlark.Value) (int, error) {
	if _, ok := object.AsInt(v); !ok {
		name := object.TypeName(v)
		return 0, object.TypeError.By(
			fmt.Sprintf("unsupported operand type(s) for &: '%s' and 'int'", name),
			fmt.Sprintf("unsupported operand type(s) for &: '%s' and 'RegexFlag'", name))
	}
	n, err := t.Int(v)
	return int(n), err
}

// parse reads the source and settles the flags.
func (p *pattern) parse(source string, unicode bool) error {
	m := p.m
	flags, err := p.settle(p.flags)
	if err != nil {
		return err
	}
	t, err := parse(characters(source, p.bytes || !m.py3() && !unicode), flags, p.bytes, !m.py3())
	if err == errRepetition {
		return object.OverflowError.Errorf("%s", err)
	}
	if e, ok := err.(*patternError); ok {
		return m.fail(e.msg, p.source, e.at)
	}
	if t.flags&^flags&flagASCII != 0 && p.flags&flagUnicode == 0 { // the pattern says so
		t.flags &^= flagUnicode
	}
	if p.flags, err = p.settle(t.flags); err != nil {
		return err
	}
	p.tree, p.dotnet = t, emit(t)
	_, err = p.program(mode{})
	return err
}

// settle checks which flags go together, and adds Python 3's default for text.
func (p *pattern) settle(flags int) (int, error) {
	is := func(f int) bool { return flags&f == f }
	msg := ""
	switch {
	case !p.m.py3():
	case p.bytes && is(flagUnicode):
		msg = "cannot use UNICODE flag with a bytes pattern"
	case p.bytes && is(flagASCII|flagLocale):
		msg = "ASCII and LOCALE flags are incompatible"
	case !p.bytes && is(flagLocale):
		msg = "cannot use LOCALE flag with a str pattern"
	case !p.bytes && is(flagASCII|flagUnicode):
		msg = "ASCII and UNICODE flags are incompatible"
	case !p.bytes && !is(flagASCII):
		flags |= flagUnicode
	}
	if msg != "" {
		return 0, object.ValueError.Errorf("%s", msg)
	}
	return flags, nil
}

// compile makes compile(pattern, flags=0) -> Pattern, and template, which nobody uses.
func (m *module) compile(name string) func(*object.Thread, starlark.Tuple, []starlark.Tuple) (starlark.Value, error) {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		a, err := object.PythonArgs(t.RT.Dialect, name, 0, args, kwargs, 1, 2, "pattern", "flags")
		if err != nil {
			return nil, err
		}
		return given(m.pattern(t, a[0], flagsOf(a[1])))
	}
}

// flagsOf is the argument flags, 0 if it isn't given.
func flagsOf(v starlark.Value) starlark.Value {
	if v == nil {
		return starlark.MakeInt(0)
	}
	return v
}

// given makes a Value of a pattern, without making nil one.
func given(p *pattern, err error) (starlark.Value, error) {
	if err != nil {
		return nil, err
	}
	return p, nil
}

// purge is purge(): it forgets the patterns that were compiled.
func (m *module) purge(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if _, err := object.PythonArgs(t.RT.Dialect, "purge", 0, args, kwargs, 0, 0); err != nil {
		return nil, err
	}
	clear(m.cache)
	return starlark.None, nil
}

// special are the characters that escape puts a backslash before, in Python 3;
// Python 2 does so with all but letters and digits.
const special = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"

// escape is escape(pattern) -> text that matches itself.
func (m *module) escape(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	a, err := object.PythonArgs(t.RT.Dialect, "escape", 0, args, kwargs, 1, 1, "pattern")
	if err != nil {
		return nil, err
	}
	v := a[0]
	text, ok := object.AsText(v)
	s := &subject{value: v, text: text}
	if b, isB := object.Unwrap(v).(starlark.Bytes); isB || !ok {
		if !isB && !m.py3() && object.TypeName(v) != "buffer" {
			return m.escapeOther(t, v)
		}
		if _, isBuffer := object.Unwrap(v).(object.BytesLike); !isBuffer && !isB && m.py3() { // it tries str(pattern, 'latin1')
			return nil, object.TypeError.Errorf("decoding to str: need a bytes-like object, %s found", object.TypeName(v))
		}
		if !isB {
			buf, err := t.Buffer("escape", 1, v)
			if err != nil {
				return nil, err
			}
			b = starlark.Bytes(buf)
		}
		s.text, s.bytes = string(b), true
	}
	if _, isUnicode := v.(*object.Text); !isUnicode && !m.py3() {
		s.bytes = true
	}
	var out []rune
	for _, c := range characters(s.text, s.bytes) {
		switch {
		case m.py3() && strings.ContainsRune(special, c):
			out = append(out, '\\', c)
		case !m.py3() && c == 0:
			out = append(out, []rune(`\000`)...)
		case !m.py3() && !(c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'):
			out = append(out, '\\', c)
		default:
			out = append(out, c)
		}
	}
	return m.assemble(s, out), nil
}

// escapeOther escapes what isn't text, in Python 2, whose escape looks at each of its
// elements and then joins them by an empty slice of it: only an empty bytearray can
// do that.
func (m *module) escapeOther(t *object.Thread, v starlark.Value) (starlark.Value, error) {
	err := builtins.Each(t, v, func(starlark.Value) error { return nil }) // list(pattern)
	if err != nil {
		return nil, err
	}
	err = builtins.Each(t, v, func(e starlark.Value) error {
		if _, err := object.Hash(e); err != nil {
			return err
		}
		if _, ok := object.AsText(e); !ok {
			return object.TypeError.Errorf("cannot concatenate 'str' and '%s' objects", object.TypeName(e))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	switch object.Unwrap(v).(type) {
	case *builtins.Bytearray:
		return builtins.NewBytearray(m.rt.Dialect, nil), nil
	case *object.List, starlark.Tuple, *builtins.Memoryview:
		return nil, object.AttributeError.Errorf("'%s' object has no attribute 'join'", object.TypeName(v))
	case *object.Dict:
		return nil, object.TypeError.Errorf("unhashable type") // the slice
	}
	switch object.TypeName(v) {
	case "array.array":
		return nil, object.AttributeError.Errorf("'array.array' object has no attribute 'join'")
	case "xrange":
		return nil, object.TypeError.Errorf("sequence index must be integer, not 'slice'")
	}
	return nil, object.TypeError.Errorf("'%s' object has no attribute '__getitem__'", object.TypeName(v))
}

// functions are those that compile a pattern and call its method of the same
// name. Their arguments stand between pattern and flags.
var functions = []struct {
	name  string
	args  []string
	only3 bool
}{
	{"match", []string{"string"}, false},
	{"fullmatch", []string{"string"}, true},
	{"search", []string{"string"}, false},
	{"findall", []string{"string"}, false},
	{"finditer", []string{"string"}, false},
	{"split", []string{"string", "maxsplit"}, false},
	{"sub", []string{"repl", "string", "count"}, false},
	{"subn", []string{"repl", "string", "count"}, false},
}

// function makes re.search(pattern, string, flags=0) and its like.
func (m *module) function(name string, names []string) func(*object.Thread, starlark.Tuple, []starlark.Tuple) (starlark.Value, error) {
	required := 1
	for _, n := range names {
		if n == "repl" || n == "string" {
			required++
		}
	}
	names = append(append([]string{"pattern"}, names...), "flags")
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		values, err := object.PythonArgs(t.RT.Dialect, name, 0, args, kwargs, required, len(names), names...)
		if err != nil {
			return nil, err
		}
		p, err := m.pattern(t, values[0], flagsOf(values[len(values)-1]))
		if err != nil {
			return nil, err
		}
		values = values[1 : len(values)-1]
		if values[len(values)-1] == nil { // maxsplit, count
			values = values[:len(values)-1]
		}
		return patternMethods[name](t, p, values, nil)
	}
}

var patternMethods = map[string]object.Method{
	"match":     finds("match", mode{here: true}),
	"fullmatch": finds("fullmatch", mode{here: true, whole: true}),
	"search":    finds("search", mode{}),
	"findall":   findAll,
	"finditer":  findIter,
	"scanner":   newScanner,
	"split":     split,
	"sub":       substitute(false),
	"subn":      substitute(true),
	"__copy__":  itself,
	"__deepcopy__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return self, nil
	},
}

// bounds takes (string, pos=0, endpos=sys.maxsize).
func (p *pattern) bounds(t *object.Thread, name string, args starlark.Tuple, kwargs []starlark.Tuple) (s *subject, pos, end int, err error) {
	var v starlark.Value
	from, to := int64(0), int64(math.MaxInt64)
	if err := object.Keywords(t, name, args, kwargs, 1, "string", &v, "pos", &from, "endpos", &to); err != nil {
		return nil, 0, 0, err
	}
	if s, err = p.subject(t, v); err != nil {
		return nil, 0, 0, err
	}
	n := int64(len(s.runes))
	pos, end = int(min(max(from, 0), n)), int(min(max(to, 0), n))
	return s, pos, end, nil
}

// finds makes match, fullmatch and search(string, pos=0, endpos=maxsize) ->
// Match or None.
func finds(name string, how mode) object.Method {
	return func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		p := self.(*pattern)
		s, pos, end, err := p.bounds(t, name, args, kwargs)
		if err != nil || pos > end {
			return starlark.None, err
		}
		m, err := p.find(s, pos, end, how)
		if m == nil {
			return starlark.None, err
		}
		return m, nil
	}
}

// findAll is findall(string, pos=0, endpos=maxsize) -> list: of what matched,
// of what the only group matched, or of tuples of all groups.
func findAll(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	p := self.(*pattern)
	s, pos, end, err := p.bounds(t, "findall", args, kwargs)
	if err != nil {
		return nil, err
	}
	var list []starlark.Value
	none := p.m.slice(s, 0, 0)
	err = p.each(s, pos, end, func(m *match) (bool, error) {
		switch n := p.tree.groups; n {
		case 0, 1:
			list = append(list, m.text(n, none))
		default:
			groups := make(starlark.Tuple, n)
			for i := range groups {
				groups[i] = m.text(i+1, none)
			}
			list = append(list, groups)
		}
		return true, nil
	})
	if err != nil {
		return nil, err
	}
	return p.m.rt.List(list), nil
}

// findIter is finditer(string, pos=0, endpos=maxsize) -> iterator of matches.
func findIter(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	p := self.(*pattern)
	s, pos, end, err := p.bounds(t, "finditer", args, kwargs)
	if err != nil {
		return nil, err
	}
	return object.NewIterator(p.m.iterClass, &matches{walk: walk{p: p, s: s, start: pos, pos: pos, end: end}}), nil
}

// matches walks as Starlark's iterators do.
type matches struct {
	walk
	err error
}

func (it *matches) Next(v *starlark.Value) bool {
	m, err := it.next(mode{})
	if m == nil || err != nil {
		it.err = err
		return false
	}
	*v = m
	return true
}

func (it *matches) Err() error { return it.err }
func (it *matches) Done()      {}

// split is split(string, maxsplit=0) -> list of what is between the matches,
// and what the groups of these matched.
func split(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	p := self.(*pattern)
	var v starlark.Value
	most := int64(0)
	if err := object.Keywords(t, "split", args, kwargs, 1, "string", &v, "maxsplit", &most); err != nil {
		return nil, err
	}
	s, err := p.subject(t, v)
	if err != nil {
		return nil, err
	}
	var list []starlark.Value
	at, n := 0, int64(0)
	if most >= 0 {
		err = p.each(s, 0, len(s.runes), func(m *match) (bool, error) {
			from, to := m.spans[0][0], m.spans[0][1]
			if !p.m.py3() && from == to {
				return true, nil
			}
			list = append(list, p.m.slice(s, at, from))
			for i := range p.tree.groups {
				list = append(list, m.text(i+1, starlark.None))
			}
			at = to
			n++
			return n != most, nil
		})
		if err != nil {
			return nil, err
		}
	}
	return p.m.rt.List(append(list, p.m.slice(s, at, len(s.runes)))), nil
}

// substitute makes sub(repl, string, count=0) -> text, and subn, which returns
// the number of replacements too.
func substitute(counted bool) object.Method {
	return func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		p := self.(*pattern)
		var repl, v starlark.Value
		count := int64(0)
		name := "sub"
		if counted {
			name = "subn"
		}
		if err := object.Keywords(t, name, args, kwargs, 2, "repl", &repl, "string", &v, "count", &count); err != nil {
			return nil, err
		}
		if count < 0 {
			count = 0
		}
		out, n, err := p.replace(t, repl, v, int(count))
		if err != nil || !counted {
			return out, err
		}
		return starlark.Tuple{out, starlark.MakeInt(n)}, nil
	}
}
