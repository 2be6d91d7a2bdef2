package help

import (
	"fmt"
	"slices"
	"strings"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// Add puts help among the built-ins, as Python's module site does.
func Add(rt *object.Runtime) { rt.Builtins.Set("help", helper{}) }

// A helper is the built-in function help.
type helper struct{}

var (
	_ starlark.Callable = helper{}
	_ object.Reprer     = helper{}
)

// CallInternal is help([request]): the page about an object, or about what a
// string names; without an argument it tells how to go on, and on a terminal
// asks for names until there are no more.
func (helper) CallInternal(th *starlark.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	t := object.Of(th)
	var request starlark.Value
	if err := object.Keywords(t, "__call__", args, kwargs, 0, "request", &request); err != nil {
		return nil, err
	}
	s := newSession(t)
	if request == nil {
		return starlark.None, s.guide()
	}
	text, err := s.about(request)
	if err != nil {
		return nil, err
	}
	return starlark.None, s.show(text)
}

// Name returns "help".
func (helper) Name() string { return "help" }

// Repr tells how to use it.
func (helper) Repr(syntax.Dialect) string {
	return "Type help() for interactive help, or help(object) for help about object."
}

func (h helper) String() string      { return h.Repr(syntax.Python3) }
func (helper) Type() string          { return "_Helper" }
func (helper) Freeze()               {}
func (helper) Truth() starlark.Bool  { return true }
func (helper) Hash() (uint32, error) { return starlark.String("help").Hash() }

// A session is one call of help.
type session struct {
	t     *object.Thread
	page  Page
	lines int // of the screen; 0 if there is none
}

func newSession(t *object.Thread) *session {
	s := &session{t: t, page: Page{Dialect: t.RT.Dialect}}
	if t.RT.Screen != nil {
		s.page.Width, s.lines, s.page.Colour = t.RT.Screen()
	}
	return s
}

// About returns what help shows for a string or any other value. named is how
// the value is written in the source, "" if that isn't known: the value of
// socket.SO_REUSEADDR is just a number.
func About(t *object.Thread, named string, v starlark.Value) (string, error) {
	s := newSession(t)
	if e := Exact(s.page.Dialect, named); e != nil && strings.Contains(named, ".") {
		return s.entry(e)
	}
	if text, ok := object.AsText(v); ok && text != strings.Trim(named, `"'`) {
		return s.describe(v) // a variable whose value is a string
	}
	return s.about(v)
}

func (s *session) about(v starlark.Value) (string, error) {
	if name, ok := object.AsText(v); ok {
		return s.named(name)
	}
	if m, ok := v.(*object.Module); ok {
		name, _ := strings.CutPrefix(m.Name, "_")
		if hasPage(name) {
			return s.page.Module(name), nil
		}
		return s.describe(v)
	}
	e := s.entryOf(v)
	if e == nil {
		return s.describe(v)
	}
	text, err := s.entry(e)
	if s.isClass(e) && err == nil && s.t.RT.ClassOf(v) != object.TypesOf(s.page.Dialect).Type {
		text = s.instance(v) + "\n" + text
	}
	return text, err
}

// instance tells what a value is, before the page about its class.
func (s *session) instance(v starlark.Value) string {
	class := s.t.RT.ClassOf(v).ClassName
	article := "A "
	if strings.ContainsAny(class[:1], "aeiouAEIOU") {
		article = "An "
	}
	shown := []rune(object.Repr(s.page.Dialect, v))
	if most := max(20, s.page.width()-len(article)-len(class)-2); len(shown) > most {
		shown = append(shown[:most-3], '.', '.', '.')
	}
	text := article + class + ": " + string(shown) + "\n"
	if _, isInt := v.(starlark.Int); isInt {
		var b strings.Builder
		s.page.para(&b, "", `If it is a constant, its page is found by the name: help("socket.SO_LINGER").`)
		text += b.String()
	}
	return text
}

// hasPage reports whether a module's texts make a page.
func hasPage(module string) bool { return slices.Contains(modules, module) }

// entry is the page of an entry.
func (s *session) entry(e *Entry) (string, error) {
	switch {
	case e.Of == e.Name && hasPage(e.Name):
		return s.page.Module(e.Name), nil
	case fileOf(s.page.Dialect, "modules").entries[e.Name] == e:
		if v, err := s.t.RT.Import(s.t, e.Name); err == nil {
			return s.describe(v)
		}
	case s.isClass(e.Target(s.page.Dialect)):
		return s.page.Class(e, ""), nil
	}
	value := ""
	if len(e.Signatures) == 0 && e.Row {
		value = s.value(e)
	}
	return s.page.Render(e, value), nil
}

// isClass reports whether there are entries about attributes of e.
func (s *session) isClass(e *Entry) bool {
	module, _, _ := strings.Cut(e.Name, ".")
	f := fileOf(s.page.Dialect, module)
	return e.Name != module && slices.ContainsFunc(f.names, func(n string) bool { return f.entries[n].Of == e.Name }) || e.Base != ""
}

// value is the repr of what a constant is on this system.
func (s *session) value(e *Entry) string {
	i := strings.LastIndexByte(e.Name, '.')
	if i < 0 || e.Of == "builtins" {
		return ""
	}
	m, err := s.t.RT.Import(s.t, e.Of)
	if err != nil {
		return ""
	}
	v, err := s.t.RT.Attr(m, e.Last())
	if err != nil {
		return ""
	}
	return object.Repr(s.page.Dialect, v)
}

// named is the page about what a string names.
func (s *session) named(name string) (string, error) {
	name = strings.TrimSpace(name)
	d := s.page.Dialect
	switch name {
	case "":
		return s.page.Guide(), nil
	case "topics":
		return s.page.TopicList(), nil
	}
	if hasPage(name) {
		return s.page.Module(name), nil
	}
	exact := Exact(d, name)
	if topic, ok := FindTopic(name); ok && exact == nil {
		return s.page.Topic(topic), nil
	}
	if exact != nil {
		return s.entry(exact)
	}
	if module, g, ok := GroupOf(d, name); ok {
		return s.page.Group(module, g), nil
	}
	if all := FindAll(d, name); len(all) > 0 {
		return s.entry(all[0])
	}
	if v := s.locate(name); v != nil {
		return s.about(v)
	}
	var b strings.Builder
	s.page.para(&b, "", fmt.Sprintf("No help for %s.", object.Repr(syntax.Python3, s.t.RT.Str(name))))
	if near := Nearest(d, name); len(near) > 0 {
		for i, n := range near {
			near[i] = fmt.Sprintf("help(%q)", Short(d, n))
		}
		s.page.para(&b, "", "Did you mean "+strings.Join(near, " or ")+"?")
	}
	s.page.para(&b, "", `help("topics") lists pages to begin with; help(x), without quotes, is about an object of yours.`)
	return b.String(), nil
}

// locate imports what a dotted name stands for, or returns nil.
func (s *session) locate(name string) starlark.Value {
	parts := strings.Split(name, ".")
	if v := s.t.RT.Builtins.Get(parts[0]); v != nil {
		return s.attributes(v, parts[1:])
	}
	for n := len(parts); n > 0; n-- {
		m, err := s.t.RT.Import(s.t, strings.Join(parts[:n], "."))
		if err == nil {
			return s.attributes(m, parts[n:])
		}
	}
	return nil
}

func (s *session) attributes(v starlark.Value, names []string) starlark.Value {
	for _, n := range names {
		var err error
		if v, err = s.t.RT.Attr(v, n); err != nil {
			return nil
		}
	}
	return v
}

// entryOf finds the entry of a function, a method, a class, a named constant or
// an instance of a class; nil if there is none.
func (s *session) entryOf(v starlark.Value) *Entry {
	d := s.page.Dialect
	for _, name := range s.namesOf(v) {
		if e := Exact(d, name); e != nil && name != e.Of {
			return e
		}
	}
	return nil
}

// homes are the modules in C that stand behind others, and names of Python 2's.
var homes = map[string]string{
	"_socket": "socket", "_ssl": "ssl", "_struct": "struct", "__builtin__": "builtins", "exceptions": "builtins", "": "builtins",
}

// namesOf are the full names that a value may have its text under.
func (s *session) namesOf(v starlark.Value) []string {
	switch v := v.(type) {
	case *object.Class:
		return s.classNames(v)
	case *object.Func:
		if v.Unbound != nil {
			return under(s.classNames(v.Unbound), v.FuncName)
		}
		if v.Self != nil {
			if c, ok := v.Self.(*object.Class); ok {
				return under(s.classNames(c), v.FuncName)
			}
			return under(s.classNames(s.t.RT.ClassOf(v.Self)), v.FuncName)
		}
		return []string{home(v.Module) + "." + v.FuncName}
	case *object.Getset:
		return under(s.classNames(v.Of), v.Name)
	case *object.BoundMethod:
		if v.Self != nil {
			return under(s.classNames(s.t.RT.ClassOf(v.Self)), v.Name())
		}
		return under(s.classNames(v.Class), v.Name())
	case *starlark.Function:
		name := s.text(v, "__name__")
		if q := s.text(v, "__qualname__"); q != "" {
			name = q
		}
		return []string{home(s.text(v, "__module__")) + "." + name}
	}
	c := s.t.RT.ClassOf(v)
	names := s.classNames(c)
	if member := s.text(v, "name"); member != "" {
		names = append(under(names, member), names...) // of an enum
	}
	return names
}

// classNames are the names of a class and of those that it derives from, up to
// the first one of a script's.
func (s *session) classNames(c *object.Class) []string {
	var names []string
	for _, k := range c.MRO {
		if k == object.TypesOf(s.page.Dialect).Object || len(names) > 0 && hasPage(k.Module) != hasPage(c.Module) && k.Module != "" {
			break
		}
		names = append(names, home(k.Module)+"."+publicName(k.ClassName))
		if k.Module == "" { // or Python 2 doesn't tell
			names = append(names, "struct."+k.ClassName)
		}
		if !hasPage(home(k.Module)) {
			break // a script's class is no other one
		}
	}
	return names
}

func home(module string) string {
	if h, ok := homes[module]; ok {
		return h
	}
	return module
}

// publicName is the name of the class that scripts know, of one behind it.
func publicName(class string) string {
	switch class {
	case "_socketobject":
		return "socket"
	case "_SSLContext":
		return "SSLContext"
	}
	return class
}

func under(classes []string, name string) []string {
	all := make([]string, len(classes))
	for i, c := range classes {
		all[i] = c + "." + name
	}
	return all
}

// text is an attribute that is a string, or "".
func (s *session) text(v starlark.Value, name string) string {
	a, err := s.t.RT.Attr(v, name)
	if err != nil {
		return ""
	}
	text, _ := object.AsText(a)
	return text
}

// describe asks the embedded module pydoc to tell what it can find out about a
// value: its signature, its docstring, its methods.
func (s *session) describe(v starlark.Value) (string, error) {
	m, err := s.t.RT.Import(s.t, "pydoc")
	if err != nil {
		return "", err
	}
	render, err := s.t.RT.Attr(m, "render_doc")
	if err != nil {
		return "", err
	}
	text, err := s.t.Call(render, v)
	if err != nil {
		return "", err
	}
	page, _ := object.AsText(text)
	return page, nil
}

// show prints a page; where it is taller than the screen, part by part.
func (s *session) show(text string) error {
	lines := strings.SplitAfter(text, "\n")
	if s.lines > 5 && len(lines) > s.lines && s.typing() {
		for len(lines) > s.lines {
			if err := s.print(strings.Join(lines[:s.lines-1], "")); err != nil {
				return err
			}
			lines = lines[s.lines-1:]
			answer, err := s.ask("-- more: Enter, or q -- ")
			if err != nil || strings.HasPrefix(answer, "q") {
				return err
			}
		}
	}
	return s.print(strings.Join(lines, ""))
}

func (s *session) print(text string) error {
	_, err := builtins.Print(s.t, starlark.Tuple{s.t.RT.Str(text)}, []starlark.Tuple{{starlark.String("end"), starlark.String("")}})
	return err
}

// ask reads a line; "q" stands for the end of the input.
func (s *session) ask(prompt string) (string, error) {
	v, err := builtins.Input(s.t, starlark.Tuple{starlark.String(prompt)}, nil)
	if err != nil {
		if object.Is(err, object.EOFError, s.page.Dialect) {
			return "q", s.print("\n")
		}
		return "", err
	}
	text, _ := object.AsText(v)
	return strings.TrimSpace(text), nil
}

// typing reports whether somebody can answer.
func (s *session) typing() bool {
	if s.lines == 0 {
		return false
	}
	in := s.t.RT.Sys.Get("stdin")
	if in == nil {
		return false
	}
	isatty, err := s.t.RT.Attr(in, "isatty")
	if err != nil {
		return false
	}
	v, err := s.t.Call(isatty)
	return err == nil && bool(v.Truth())
}

// guide tells how to go on, then asks for names.
func (s *session) guide() error {
	if err := s.print(s.page.Guide()); err != nil || !s.typing() {
		return err
	}
	if err := s.print("\nA name, or q to leave.\n"); err != nil {
		return err
	}
	for {
		name, err := s.ask("help> ")
		if err != nil {
			return err
		}
		switch name {
		case "q", "quit", "exit", "quit()", "exit()":
			return nil
		case "":
			continue
		}
		if inside, ok := strings.CutPrefix(name, "help("); ok {
			name = strings.TrimSuffix(inside, ")")
		}
		text, err := s.named(strings.Trim(name, `"'`))
		if err != nil {
			return err
		}
		if err := s.show(text); err != nil {
			return err
		}
	}
}
