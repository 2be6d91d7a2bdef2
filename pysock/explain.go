package pysock

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/scope"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// Some errors that Starlark makes say less than Python's: which arguments were
// given by keyword, whose variable was unbound, that it was += and not +. The
// source tells.

// An explanation makes the exception of an error that Starlark made, with the
// submatches of the error's message; nil if the source doesn't tell more.
type explanation struct {
	pattern *regexp.Regexp
	explain func(s *site, m []string) *object.Raised
}

var explanations = sync.OnceValue(func() []explanation {
	return []explanation{
		{regexp.MustCompile(`^function \S+ accepts (?:no|(?:at most )?(\d+) positional) arguments? \((\d+) given\)$`), tooMany},
		{regexp.MustCompile(`^function \S+ got an unexpected keyword argument "(.*)"$`), unexpected},
		{regexp.MustCompile(`^function \S+ got multiple values for parameter "(.*)"$`), multiple},
		{regexp.MustCompile(`^function \S+ missing \d+ arguments? \((.*)\)$`), missing},
		{regexp.MustCompile(`^local variable (\S+) referenced before assignment$`), unbound},
		{regexp.MustCompile(`^global variable (\S+) referenced before assignment$`), undefined},
		{regexp.MustCompile(object.OperandPattern), augmented},
	}
})

// A site is where an error happened.
type site struct {
	r     *Runtime
	py2   bool
	stack starlark.CallStack
	pos   syntax.Pos     // in the innermost function
	tree  *syntax.File   // that function's file, or nil
	path  []syntax.Node  // the nodes around pos
	def   *syntax.Params // of the innermost function; empty if not known
	name  string         // of the innermost function, as messages have it
}

// explain is object.Runtime's Explain.
func (r *Runtime) explain(msg string, stack starlark.CallStack) *object.Raised {
	for _, e := range explanations() {
		if m := e.pattern.FindStringSubmatch(msg); m != nil && len(stack) > 0 {
			return e.explain(r.site(stack), m[1:])
		}
	}
	return nil
}

func (r *Runtime) site(stack starlark.CallStack) *site {
	at := stack.At(0).Pos
	s := &site{
		r: r, py2: r.rt.Dialect == syntax.Python2, stack: stack, pos: syntax.Pos{Line: at.Line, Col: at.Col},
		def: new(syntax.Params), name: strings.TrimSuffix(strings.Replace(stack.At(0).Name, "lambda", "<lambda>", 1), object.HiddenName),
	}
	if s.tree = r.treeAt(at); s.tree == nil {
		return s
	}
	s.path = path(s.tree, s.pos)
	var def syntax.Node
	prefix := "" // of the qualified name of what a node opens
	for _, n := range s.path {
		name, locals := "", ".<locals>."
		switch n := n.(type) {
		case *syntax.ClassDef:
			name, locals = n.Written(), "."
		case *syntax.FunctionDef:
			name, def = n.Written(), n
			s.def, s.name = n.Params, prefix+name
		case *syntax.Lambda:
			name, def = "<lambda>", n
			s.def, s.name = n.Params, prefix+name
		case *syntax.Comp:
			name, locals = scope.CompName(n.Kind), "."
		default:
			continue
		}
		if s.py2 {
			s.name = strings.TrimPrefix(s.name, prefix)
		}
		if encloses(n, s.pos) {
			prefix += name + locals
		}
	}
	if def != nil && !s.py2 {
		start := def.Bounds().Start
		at.Line, at.Col = start.Line, start.Col
		s.rename(r.rt.Renamed(at))
	}
	return s
}

// rename takes one of the names that scripts gave to functions of this
// definition: that of the one that is called, as far as the call tells.
func (s *site) rename(names []string) {
	if len(names) == 0 {
		return
	}
	slices.Sort(names)
	s.name = names[0]
	var called string
	if c := s.calling(); c != nil {
		switch f := c.Func.(type) {
		case *syntax.Name:
			called = f.Id
		case *syntax.Attribute:
			called = f.Name
		}
	}
	for _, n := range names {
		if n[strings.LastIndexByte(n, '.')+1:] == called {
			s.name = n
		}
	}
}

// call returns the names of the keyword arguments of the call that led into the
// innermost function; false where they aren't known, because Go code called.
func (s *site) call() (keywords []string, ok bool) {
	if names, ok := s.r.rt.Current().NotedKeywords(s.stack); ok {
		return names, true
	}
	c := s.calling()
	if c == nil {
		return nil, false
	}
	for _, k := range c.Keywords {
		if k.Name == "" {
			return nil, false
		}
		keywords = append(keywords, k.Name)
	}
	return keywords, true
}

// calling is that call, nil where Go code called.
func (s *site) calling() *syntax.Call {
	depth := s.caller()
	if len(s.stack) <= depth {
		return nil
	}
	at := s.stack.At(depth).Pos
	tree := s.r.treeAt(at)
	if at.Line == 0 || tree == nil {
		return nil
	}
	c, _ := failing(tree, syntax.Pos{Line: at.Line, Col: at.Col}).(*syntax.Call)
	return c
}

// caller is the depth of the frame that the call is in: between it and the
// function there may be frames of a class, an instance, a bound method or a
// staticmethod, which are written in Go and hand on what they are given.
func (s *site) caller() int {
	depth := 1
	inGo := func(name string) bool {
		return depth < len(s.stack) && s.stack.At(depth).Pos.Line == 0 && (name == "" || name == strings.TrimSuffix(s.stack.At(depth).Name, object.HiddenName))
	}
	switch name := strings.TrimSuffix(s.stack.At(0).Name, object.HiddenName); name {
	case "__init__", "__new__", "__call__":
		if inGo(name) { // the bound method
			depth++
		}
		if inGo("") {
			depth++
		}
	default:
		if inGo(name) || inGo("staticmethod") { // a bound method; one that is called in its class body
			depth++
		}
	}
	return depth
}

// positional are the parameters that arguments without a name go to.
func (s *site) positional() []*syntax.Param {
	return append(append([]*syntax.Param{}, s.def.PosOnly...), s.def.Args...)
}

func defaults(params []*syntax.Param) int {
	n := 0
	for _, p := range params {
		if p.Default != nil {
			n++
		}
	}
	return n
}

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

func typeError(format string, args ...any) *object.Raised {
	return object.TypeError.Errorf(format, args...)
}

// tooMany is the error for more positional arguments than parameters. Python 3
// looks at the keyword arguments first.
func tooMany(s *site, m []string) *object.Raised {
	given, _ := strconv.Atoi(m[1])
	keywords, known := s.call()
	if known && m[0] == "" {
		given -= len(keywords) // Starlark counts them where there are no parameters
	}
	if takes, _ := strconv.Atoi(m[0]); s.tree == nil {
		s.def.Args = make([]*syntax.Param, takes)
		for i := range s.def.Args {
			s.def.Args[i] = new(syntax.Param)
		}
	}
	params := s.positional()
	optional := defaults(params)
	if s.py2 {
		if known {
			given += len(keywords)
		}
		switch {
		case len(params) == 0 && s.def.Kwarg == nil:
			return typeError("%s() takes no arguments (%d given)", s.name, given)
		case optional > 0:
			return typeError("%s() takes at most %d argument%s (%d given)", s.name, len(params), plural(len(params)), given)
		}
		return typeError("%s() takes exactly %d argument%s (%d given)", s.name, len(params), plural(len(params)), given)
	}
	only := 0
	if known {
		for _, k := range keywords {
			if bad := s.keyword(k, given); bad != nil {
				return bad
			}
			if slices.ContainsFunc(s.def.KwOnly, func(p *syntax.Param) bool { return p.Name == k }) {
				only++
			}
		}
	}
	takes := fmt.Sprintf("%d positional argument%s", len(params), plural(len(params)))
	if optional > 0 {
		takes = fmt.Sprintf("from %d to %d positional arguments", len(params)-optional, len(params))
	}
	were := "were"
	also := ""
	switch {
	case only > 0:
		also = fmt.Sprintf(" positional argument%s (and %d keyword-only argument%s)", plural(given), only, plural(only))
	case given == 1:
		were = "was"
	}
	return typeError("%s() takes %s but %d%s %s given", s.name, takes, given, also, were)
}

// keyword is the error for a keyword argument beside n positional ones, or nil.
func (s *site) keyword(name string, n int) *object.Raised {
	for i, p := range s.positional() {
		switch {
		case p.Name != name || i < len(s.def.PosOnly):
		case i < n:
			return multiple(s, []string{name})
		default:
			return nil
		}
	}
	if s.def.Kwarg != nil || slices.ContainsFunc(s.def.KwOnly, func(p *syntax.Param) bool { return p.Name == name }) {
		return nil
	}
	return unexpected(s, []string{name})
}

func unexpected(s *site, m []string) *object.Raised {
	keywords, known := s.call()
	if !known {
		keywords = m
	}
	var wrong []string
	for _, p := range s.def.PosOnly {
		if slices.Contains(keywords, p.Name) {
			wrong = append(wrong, p.Name)
		}
	}
	if wrong != nil {
		return typeError("%s() got some positional-only arguments passed as keyword arguments: '%s'", s.name, strings.Join(wrong, ", "))
	}
	name, err := strconv.Unquote(`"` + m[0] + `"`) // as Starlark quotes it
	if err != nil {
		name = m[0]
	}
	return typeError("%s() got an unexpected keyword argument '%s'", s.name, name)
}

func multiple(s *site, m []string) *object.Raised {
	return object.TypeError.By(
		fmt.Sprintf("%s() got multiple values for keyword argument '%s'", s.name, m[0]),
		fmt.Sprintf("%s() got multiple values for argument '%s'", s.name, m[0]))
}

// missing is the error for parameters that got no value.
func missing(s *site, m []string) *object.Raised {
	names := strings.Split(m[0], ", ")
	if s.tree == nil {
		s.def.Args = make([]*syntax.Param, len(names))
		for i := range s.def.Args {
			s.def.Args[i] = &syntax.Param{Name: names[i]}
		}
	}
	params := s.positional()
	if s.py2 {
		required := len(params) - defaults(params)
		how := "exactly"
		if s.def.Vararg != nil || required < len(params) {
			how = "at least"
		}
		given := required - len(names)
		if keywords, known := s.call(); known {
			for _, p := range params {
				if p.Default != nil && slices.Contains(keywords, p.Name) {
					given++
				}
			}
		}
		return typeError("%s() takes %s %d argument%s (%d given)", s.name, how, required, plural(required), given)
	}
	var lost, lostOnly []string
	for _, n := range names {
		n = strings.TrimPrefix(n, "#")
		if slices.ContainsFunc(s.def.KwOnly, func(p *syntax.Param) bool { return p.Name == n }) {
			lostOnly = append(lostOnly, "'"+n+"'")
		} else {
			lost = append(lost, "'"+n+"'")
		}
	}
	kind := "positional"
	if lost == nil {
		lost, kind = lostOnly, "keyword-only"
	}
	list := strings.Join(lost, " and ")
	if n := len(lost); n > 2 {
		list = strings.Join(lost[:n-1], ", ") + ", and " + lost[n-1]
	}
	return typeError("%s() missing %d required %s argument%s: %s", s.name, len(lost), kind, plural(len(lost)), list)
}

// unbound is the error for a variable of an outer function.
func unbound(s *site, m []string) *object.Raised {
	if s.tree == nil {
		return nil
	}
	info := s.r.analyze(s.tree)
	if info == nil {
		return nil
	}
	inner := info.Module
	for _, n := range s.path {
		if in := info.Of(n); in != nil && encloses(n, s.pos) {
			inner = in
		}
	}
	if inner.Lookup(m[0]).Scope == inner {
		return nil
	}
	return object.NameError.By(
		fmt.Sprintf("free variable '%s' referenced before assignment in enclosing scope", m[0]),
		fmt.Sprintf("cannot access free variable '%s' where it is not associated with a value in enclosing scope", m[0])).
		With("name", s.r.rt.Str(m[0]))
}

// analyze is scope.Analyze, nil for a tree that it refuses. Errors that come from
// one file come often.
func (r *Runtime) analyze(tree *syntax.File) *scope.Info {
	if r.analyzed == nil || r.analyzed.File != tree {
		info, err := scope.Analyze(tree, scope.Options{})
		if err != nil {
			return nil
		}
		r.analyzed = info
	}
	return r.analyzed
}

// encloses reports whether p lies in the scope that n opens; what decorators,
// default values, bases and a comprehension's first iterable name is looked up
// around it.
func encloses(n syntax.Node, p syntax.Pos) bool {
	switch n := n.(type) {
	case *syntax.FunctionDef:
		return !p.Before(n.Body[0].Bounds().Start)
	case *syntax.ClassDef:
		return !p.Before(n.Body[0].Bounds().Start)
	case *syntax.Lambda:
		return contains(n.Body, p)
	case *syntax.Comp:
		return !contains(n.Generators[0].Iter, p)
	}
	return true
}

// undefined is the error for a global variable, as a function sees it.
func undefined(s *site, m []string) *object.Raised {
	inside := false
	for _, n := range s.path {
		if !encloses(n, s.pos) {
			continue
		}
		switch n := n.(type) {
		case *syntax.FunctionDef, *syntax.Lambda:
			inside = true
		case *syntax.ClassDef:
			inside = false
		case *syntax.Comp:
			inside = inside || n.Kind != syntax.ListComp
		}
	}
	if !inside {
		return nil
	}
	return object.NameError.By(fmt.Sprintf("global name '%s' is not defined", m[0]), fmt.Sprintf("name '%s' is not defined", m[0])).
		With("name", s.r.rt.Str(m[0]))
}

// augmented is the error for the operands of an augmented assignment.
func augmented(s *site, m []string) *object.Raised {
	for _, n := range s.path {
		a, ok := n.(*syntax.AugAssign)
		if !ok || a.OpPos != s.pos || strings.HasSuffix(m[1], "=") {
			continue
		}
		if m[0] == "list" && m[1] == "+" {
			return typeError("'%s' object is not iterable", m[2])
		}
		return object.OperandFault(m[0], m[1]+"=", m[2], m[3], m[4])
	}
	return nil
}
