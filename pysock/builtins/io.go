package builtins

import (
	"slices"
	"strings"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// stdFile returns one of sys.stdin, sys.stdout and sys.stderr, as the script
// may have set it.
func stdFile(t *object.Thread, name string) (starlark.Value, error) {
	if v := t.RT.Sys.Get(name); v != nil {
		return v, nil
	}
	return nil, object.RuntimeError.By("lost sys."+name, "lost sys."+name)
}

// write gives a string to any object with a method write.
func write(t *object.Thread, file, s starlark.Value) error {
	if f, ok := file.(object.File); ok {
		return f.Print(t, s)
	}
	w, err := t.RT.Attr(file, "write")
	if err == nil {
		_, err = t.Call(w, s)
	}
	return err
}

func flush(t *object.Thread, file starlark.Value) error {
	if f, ok := file.(object.File); ok {
		return f.FlushAll(t)
	}
	w, err := t.RT.Attr(file, "flush")
	if err != nil {
		return nil
	}
	_, err = t.Call(w)
	return err
}

// printable is what print writes for a value: the value itself if it is a
// string, or else its str().
func printable(t *object.Thread, v starlark.Value) (starlark.Value, error) {
	if text, ok := v.(*object.Text); ok {
		return text, nil
	}
	return Str(t, v)
}

// Print is Python 3's print(*values, sep=' ', end='\n', file=sys.stdout,
// flush=False).
func Print(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	opts := map[string]starlark.Value{"sep": starlark.None, "end": starlark.None, "file": starlark.None, "flush": starlark.None}
	if py2(t) {
		delete(opts, "flush")
	}
	for _, kv := range kwargs {
		name, _ := object.AsText(kv[0])
		if _, ok := opts[name]; !ok {
			return nil, object.TypeError.By(
				sprintf("'%s' is an invalid keyword argument for this function", name),
				sprintf("'%s' is an invalid keyword argument for print()", name))
		}
		opts[name] = kv[1]
	}
	unicode := py2(t) && (slices.ContainsFunc(args, isUnicode) || isUnicode(opts["sep"]) || isUnicode(opts["end"]))
	str := func(name, def string) (starlark.Value, error) {
		v := opts[name]
		if v == starlark.None && unicode {
			return t.RT.Unicode(def), nil
		}
		if v == starlark.None {
			return starlark.String(def), nil
		}
		if _, ok := object.AsText(v); !ok {
			return nil, object.TypeError.By(
				sprintf("%s must be None, str or unicode, not %s", name, object.TypeName(v)),
				sprintf("%s must be None or a string, not %s", name, object.TypeName(v)))
		}
		return v, nil
	}
	sep, err := str("sep", " ")
	if err != nil {
		return nil, err
	}
	end, err := str("end", "\n")
	if err != nil {
		return nil, err
	}
	file := opts["file"]
	if file == starlark.None {
		if file, err = stdFile(t, "stdout"); err != nil {
			return nil, err
		}
		if file == starlark.None {
			return starlark.None, nil
		}
	}
	for i, v := range args {
		if i > 0 {
			if err := write(t, file, sep); err != nil {
				return nil, err
			}
		}
		s, err := printable(t, v)
		if err != nil {
			return nil, err
		}
		if err := write(t, file, s); err != nil {
			return nil, err
		}
	}
	if err := write(t, file, end); err != nil {
		return nil, err
	}
	if f := opts["flush"]; f != nil && f.Truth() {
		return starlark.None, flush(t, file)
	}
	return starlark.None, nil
}

// PrintStatement is Python 2's print >>dest, values: the arguments are dest or
// None, whether the line ends, and the tuple of values.
func PrintStatement(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	file, newline := args[0], bool(args[1].Truth())
	if file == starlark.None {
		var err error
		if file, err = stdFile(t, "stdout"); err != nil {
			return nil, err
		}
	}
	if f, ok := object.Unwrap(file).(object.File); ok && f.Type() == "file" {
		file = f // whatever a class of the script's that derives from it redefines
	}
	for _, v := range args[2].(starlark.Tuple) {
		space, err := softspace(t, file, false)
		if err != nil {
			return nil, err
		}
		if space {
			if err := write(t, file, starlark.String(" ")); err != nil {
				return nil, err
			}
		}
		s, err := printable(t, v)
		if err != nil {
			return nil, err
		}
		if err := write(t, file, s); err != nil {
			return nil, err
		}
		if !endsLine(v) {
			if _, err := softspace(t, file, true); err != nil {
				return nil, err
			}
		}
	}
	if newline {
		if err := write(t, file, starlark.String("\n")); err != nil {
			return nil, err
		}
		if _, err := softspace(t, file, false); err != nil {
			return nil, err
		}
	}
	return starlark.None, nil
}

// endsLine reports whether no space is due after a value: a string that ends
// with white space other than a space.
func endsLine(v starlark.Value) bool {
	s, ok := object.AsText(v)
	if !ok || s == "" {
		return false
	}
	return strings.IndexByte("\n\t\r\v\f", s[len(s)-1]) >= 0
}

// softspace sets the attribute of that name and returns what it was.
func softspace(t *object.Thread, file starlark.Value, owed bool) (bool, error) {
	if f, ok := file.(object.File); ok {
		p := f.Softspace()
		was := *p
		*p = owed
		return was, nil
	}
	was, err := t.RT.Attr(file, "softspace")
	n := 0
	if owed {
		n = 1
	}
	object.SetAttr(t.RT, file, "softspace", starlark.MakeInt(n)) // if it can't be set, no space is owed
	return err == nil && object.NumberRank(was) == 1 && bool(was.Truth()), nil
}

// Input is input(prompt) of Python 3, raw_input(prompt) of Python 2: it writes
// the prompt and returns the line that is read, without its newline. It raises
// EOFError at the end of the input.
func Input(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	name := "input"
	if t.RT.Dialect == syntax.Python2 {
		name = "raw_input"
	}
	var prompt starlark.Value
	if len(kwargs) > 0 {
		return nil, object.TypeError.Errorf("%s() takes no keyword arguments", name)
	}
	if len(args) > 1 {
		return nil, object.TypeError.By(
			sprintf("[raw_]input expected at most 1 arguments, got %d", len(args)),
			sprintf("%s expected at most 1 argument, got %d", name, len(args)))
	}
	if len(args) == 1 {
		prompt = args[0]
	}
	out, err := stdFile(t, "stdout")
	if err != nil {
		return nil, err
	}
	in, err := stdFile(t, "stdin")
	if err != nil {
		return nil, err
	}
	if e, err := stdFile(t, "stderr"); err == nil {
		if err := flush(t, e); err != nil {
			return nil, err
		}
	}
	if prompt != nil {
		if _, err := softspace(t, out, false); err != nil {
			return nil, err
		}
		s, err := printable(t, prompt)
		if err == nil {
			err = write(t, out, s)
		}
		if err != nil {
			return nil, err
		}
	}
	if err := flush(t, out); err != nil {
		return nil, err
	}
	line, err := readLine(t, in)
	if err != nil {
		return nil, err
	}
	s, ok := object.AsText(line)
	if !ok {
		return nil, object.TypeError.By("object.readline() returned non-string", "object.readline() returned non-string")
	}
	if s == "" {
		return nil, object.EOFError.Errorf("EOF when reading a line")
	}
	if cut, ok := strings.CutSuffix(s, "\n"); ok {
		if x, isText := line.(*object.Text); isText {
			return x.Slice(0, x.Len()-1, 1), nil
		}
		return starlark.String(cut), nil
	}
	return line, nil
}

func readLine(t *object.Thread, file starlark.Value) (starlark.Value, error) {
	if f, ok := file.(object.File); ok {
		return f.Line(t, -1)
	}
	f, err := t.RT.Attr(file, "readline")
	if err != nil {
		return nil, err
	}
	return t.Call(f)
}

// AddIO puts print and input, or raw_input, among the built-ins.
func AddIO(rt *object.Runtime) {
	set := func(name string, f function) {
		rt.Builtins.Set(name, &object.Func{FuncName: name, Function: f})
	}
	set("print", Print)
	if rt.Dialect == syntax.Python2 {
		set("raw_input", Input)
	} else {
		set("input", Input)
	}
}
