package pyre

import (
	"fmt"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A match is what a pattern found.
type match struct {
	object.NoOwn
	p        *pattern
	s        *subject
	pos, end int      // where the search was to begin and to end
	spans    [][2]int // of the match and its groups; -1 for one without part in it
}

// number returns the group that an index or a name means.
func (m *match) number(t *object.Thread, v starlark.Value) (int, error) {
	if s, ok := object.AsText(v); ok {
		if n, ok := m.p.tree.names[s]; ok {
			return n, nil
		}
	} else if n, err := t.Int(v); err == nil && 0 <= n && n < int64(len(m.spans)) {
		return int(n), nil
	}
	return 0, object.IndexError.Errorf("no such group")
}

// text returns what a group matched, or dflt.
func (m *match) text(n int, dflt starlark.Value) starlark.Value {
	span := m.spans[n]
	if span[0] < 0 {
		return dflt
	}
	return m.p.m.slice(m.s, span[0], span[1])
}

// last returns the group that was closed last, or 0: an outer group is closed
// after those inside it.
func (m *match) last() int {
	last := 0
	for n := 1; n < len(m.spans); n++ {
		switch {
		case m.spans[n][0] < 0:
		case last == 0 || m.spans[n][1] > m.spans[last][1]:
			last = n
		case m.spans[n][1] == m.spans[last][1] && !m.inside(n, last):
			last = n
		}
	}
	return last
}

// inside reports whether group n stands in group outer.
func (m *match) inside(n, outer int) bool {
	for n = m.p.tree.parent[n]; n != 0; n = m.p.tree.parent[n] {
		if n == outer {
			return true
		}
	}
	return false
}

var matchMethods = map[string]object.Method{
	"group":       group_,
	"__getitem__": getItem,
	"groups":      groups,
	"groupdict":   groupDict,
	"start":       side(func(s [2]int) starlark.Value { return starlark.MakeInt(s[0]) }),
	"end":         side(func(s [2]int) starlark.Value { return starlark.MakeInt(s[1]) }),
	"span":        side(pair),
	"expand":      expand,
	"__copy__":    itself,
	"__deepcopy__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return self, nil
	},
}

func pair(s [2]int) starlark.Value {
	return starlark.Tuple{starlark.MakeInt(s[0]), starlark.MakeInt(s[1])}
}

func itself(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return self, nil
}

// group_ is m.group([group1, ...]) -> text, or a tuple of them. IndexError: no
// such group.
func group_(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	m := self.(*match)
	if len(kwargs) > 0 {
		return nil, object.TypeError.By("group() takes no keyword arguments", "Match.group() takes no keyword arguments")
	}
	if len(args) == 0 {
		return m.text(0, starlark.None), nil
	}
	out := make(starlark.Tuple, len(args))
	for i, a := range args {
		n, err := m.number(t, a)
		if err != nil {
			return nil, err
		}
		out[i] = m.text(n, starlark.None)
	}
	if len(out) == 1 {
		return out[0], nil
	}
	return out, nil
}

// getItem is m[group].
func getItem(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.OneArg(t, "Match", "__getitem__", args, kwargs, &v); err != nil {
		return nil, err
	}
	return group_(t, self, starlark.Tuple{v}, nil)
}

// groups is m.groups(default=None) -> tuple.
func groups(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	m, dflt := self.(*match), starlark.Value(starlark.None)
	if err := object.Keywords(t, "groups", args, kwargs, 0, "default", &dflt); err != nil {
		return nil, err
	}
	out := make(starlark.Tuple, m.p.tree.groups)
	for i := range out {
		out[i] = m.text(i+1, dflt)
	}
	return out, nil
}

// groupDict is m.groupdict(default=None) -> dict.
func groupDict(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	m, dflt := self.(*match), starlark.Value(starlark.None)
	if err := object.Keywords(t, "groupdict", args, kwargs, 0, "default", &dflt); err != nil {
		return nil, err
	}
	d := t.RT.NewDict(0)
	for _, k := range m.p.groupIndex(t.RT).Keys() { // in this order, which Python 2's dicts show
		name, _ := object.AsText(k)
		d.SetString(name, m.text(m.p.tree.names[name], dflt))
	}
	return d, nil
}

// side makes m.start(group=0), m.end and m.span.
func side(of func([2]int) starlark.Value) object.Method {
	return func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		m, v := self.(*match), starlark.Value(starlark.MakeInt(0))
		if err := object.Positional(t, "span", args, kwargs, 0, &v); err != nil {
			return nil, err
		}
		n, err := m.number(t, v)
		if err != nil {
			return nil, err
		}
		return of(m.spans[n]), nil
	}
}

// expand is m.expand(template) -> text.
func expand(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	m := self.(*match)
	var v starlark.Value
	if err := object.OneArg(t, "Match", "expand", args, kwargs, &v); err != nil {
		return nil, err
	}
	tmpl, err := m.p.template(t, v)
	if err != nil {
		return nil, err
	}
	out, err := tmpl.expand(nil, m)
	if err != nil {
		return nil, err
	}
	in := m.s
	if !m.p.m.py3() && isUnicode(v) && tmpl.hasText() {
		if in.isBytearray() {
			return nil, in.unjoinable(v, 0)
		}
		in = &subject{value: v}
	}
	return m.p.m.assemble(in, out), nil
}

// Class returns the type of matches.
func (m *match) Class() *object.Class { return m.p.m.matchClass }

// String returns the repr.
func (m *match) String() string { return m.Repr(m.p.m.rt.Dialect) }

// Repr shows the span and the text.
func (m *match) Repr(d syntax.Dialect) string {
	if d == syntax.Python2 {
		return fmt.Sprintf("<_sre.SRE_Match object at 0x%x>", object.ID(m))
	}
	text := []rune(object.Repr(d, m.text(0, starlark.None)))
	if len(text) > 50 {
		text = text[:50]
	}
	return fmt.Sprintf("<re.Match object; span=(%d, %d), match=%s>", m.spans[0][0], m.spans[0][1], string(text))
}

// Type returns the name of the type.
func (m *match) Type() string { return m.Class().TypeName() }

// Freeze does nothing.
func (m *match) Freeze() {}

// Truth returns true.
func (m *match) Truth() starlark.Bool { return true }

// Hash returns a hash of the identity.
func (m *match) Hash() (uint32, error) { return uint32(object.ID(m)), nil }

// Get is m[group].
func (m *match) Get(k starlark.Value) (starlark.Value, bool, error) {
	if !m.p.m.py3() {
		return nil, false, object.TypeError.Errorf("'%s' object has no attribute '__getitem__'", object.TypeName(m))
	}
	n, err := m.number(m.p.m.rt.Current(), k)
	if err != nil {
		return nil, false, err
	}
	return m.text(n, starlark.None), true, nil
}

// Attr returns an attribute or a bound method.
func (m *match) Attr(name string) (starlark.Value, error) {
	switch name {
	case "pos":
		return starlark.MakeInt(m.pos), nil
	case "endpos":
		return starlark.MakeInt(m.end), nil
	case "re":
		return m.p, nil
	case "string":
		return m.s.value, nil
	case "lastindex":
		if n := m.last(); n > 0 {
			return starlark.MakeInt(n), nil
		}
		return starlark.None, nil
	case "lastgroup":
		if n := m.last(); n > 0 {
			for name, i := range m.p.tree.names {
				if i == n {
					return m.p.m.rt.Str(name), nil
				}
			}
		}
		return starlark.None, nil
	case "regs":
		out := make(starlark.Tuple, len(m.spans))
		for i, s := range m.spans {
			out[i] = pair(s)
		}
		return out, nil
	}
	return object.BindAttr(m, name)
}

// AttrNames lists the attributes.
func (m *match) AttrNames() []string {
	return append(m.Class().AttrNames(), "endpos", "lastgroup", "lastindex", "pos", "re", "regs", "string")
}
