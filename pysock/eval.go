package pysock

import (
	"cmp"
	"sort"
	"strconv"
	"strings"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/embedded"
	"example.com/pysock/pysock/file"
	"example.com/pysock/pysock/lower"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A frame is where code runs that a script makes at run time: the namespaces
// of whoever calls eval, exec, locals and their like.
type frame struct {
	globals *object.Namespace
	locals  *object.Namespace // the same as globals at module level
}

// revealed are the built-ins that see the variables of their caller.
func (r *Runtime) revealed() map[string]func(t *object.Thread, f frame, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return map[string]func(*object.Thread, frame, starlark.Tuple, []starlark.Tuple) (starlark.Value, error){
		"globals":  r.globals,
		"locals":   r.locals,
		"vars":     r.vars,
		"dir":      r.dir,
		"eval":     r.eval,
		"exec":     r.exec,
		"execfile": r.execfile,
		"input":    r.input2,
	}
}

// reveal is @reveal:f(f, globals, locals): the built-in f with the variables
// around the call, unless the name means something else by now.
func (r *Runtime) reveal(name string) function {
	impl := r.revealed()[name]
	return func(t *object.Thread, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
		fn := args[0]
		if f, ok := fn.(*object.Func); !ok || f != r.rt.Builtins.Dict.GetString(name) || impl == nil {
			return fn, nil
		}
		fr := frame{args[1].(*object.Namespace), args[2].(*object.Namespace).Snapshot(t)}
		return &object.Func{FuncName: name, Function: func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return impl(t, fr, args, kwargs)
		}}, nil
	}
}

// plainFrame is the frame of a call that lowering didn't see: of the built-in
// by another name, or of eval with globals that turn out to be None.
func (r *Runtime) plainFrame(t *object.Thread) frame {
	if f := t.FrameObject(); f != nil {
		if ns := f.Namespace(); ns != nil {
			if f.IsModule() {
				return frame{ns, ns}
			}
			return frame{ns, ns.Inner(f.Locals())}
		}
	}
	return frame{r.main, r.main}
}

// addRevealed puts the built-ins of this file among the others.
func (r *Runtime) addRevealed() {
	py2 := r.rt.Dialect == syntax.Python2
	r.plain = make(map[string]starlark.Callable)
	for _, name := range []string{"dir", "vars"} {
		r.plain[name], _ = r.rt.Builtins.Get(name).(starlark.Callable)
	}
	for name, f := range r.revealed() {
		if (name == "execfile" || name == "input") && !py2 || name == "exec" && py2 {
			continue
		}
		r.rt.Builtins.Set(name, &object.Func{FuncName: name, Function: func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return f(t, r.plainFrame(t), args, kwargs)
		}})
	}
	if py2 {
		r.rt.Builtins.Set("reload", &object.Func{FuncName: "reload", Function: r.reload})
	}
	r.rt.Builtins.Set("compile", &object.Func{FuncName: "compile", Function: r.compileBuiltin})
	r.importer = &object.Func{FuncName: "__import__", Function: r.importBuiltin}
	r.rt.Builtins.Set("__import__", r.importer)
}

// globals is globals() -> dict.
func (r *Runtime) globals(t *object.Thread, f frame, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return f.globals.GlobalDict(), object.NoArgs("", "globals", args, kwargs)
}

// locals is locals() -> dict.
func (r *Runtime) locals(t *object.Thread, f frame, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return f.locals.Variables(), object.NoArgs("", "locals", args, kwargs)
}

// vars is vars() -> dict. With an argument it is the plain built-in.
func (r *Runtime) vars(t *object.Thread, f frame, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if len(args)+len(kwargs) > 0 {
		return r.plain["vars"].CallInternal(t.Star, args, kwargs)
	}
	return f.locals.Variables(), nil
}

// dir is dir() -> list of names. With an argument it is the plain built-in.
func (r *Runtime) dir(t *object.Thread, f frame, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if len(args)+len(kwargs) > 0 {
		return r.plain["dir"].CallInternal(t.Star, args, kwargs)
	}
	if m := f.locals.Mapping; m != nil {
		keys, err := r.rt.Attr(m, "keys")
		if err == nil {
			keys, err = t.Call(keys)
		}
		if err != nil {
			return nil, err
		}
		return t.Call(r.rt.Builtins.Get("sorted"), keys)
	}
	var names []string
	for _, k := range f.locals.Dict.Keys() {
		if s, ok := object.AsText(k); ok {
			names = append(names, s)
		}
	}
	sort.Strings(names)
	out := make([]starlark.Value, len(names))
	for i, n := range names {
		out[i] = r.rt.Str(n)
	}
	return r.rt.List(out), nil
}

// A compiled is what the code object that compile() returns is about.
type compiled struct {
	*program
	value bool // compiled in mode "eval"
}

// futureOf finds the features of the caller, where they are asked for.
func (r *Runtime) futureOf(t *object.Thread) func() syntax.Future {
	return func() syntax.Future { return r.callersFuture(t) }
}

// code compiles the source that eval, exec and compile are given, or returns
// the code that they are given.
func (r *Runtime) code(fn string, v starlark.Value, path string, mode syntax.Mode, future func() syntax.Future, optimize *int) (*compiled, error) {
	if c, ok := v.(*object.Code); ok {
		if p, ok := c.Program.(*compiled); ok {
			return p, nil
		}
	}
	text, native := true, false
	src, ok := object.AsText(v)
	if _, isStr := v.(starlark.String); isStr && r.rt.Dialect == syntax.Python2 {
		text, native = false, true
	}
	if !ok {
		b, isBytes := object.AsBytes(v)
		if isBytes && r.rt.Dialect == syntax.Python2 {
			isBytes = fn == "compile"
		}
		if !isBytes {
			words2 := map[string]string{
				"compile": "expected a readable buffer object",
				"exec":    "exec: arg 1 must be a string, file, or code object",
			}[fn]
			return nil, object.TypeError.By(
				cmp.Or(words2, fn+"() arg 1 must be a string or code object"),
				fn+"() arg 1 must be a string, bytes or "+map[bool]string{true: "AST", false: "code"}[fn == "compile"]+" object")
		}
		src, text, native = string(b), false, r.rt.Dialect != syntax.Python2
	}
	if r.rt.Dialect != syntax.Python2 {
		if err := object.Encodable(v); err != nil {
			return nil, err
		}
	}
	if fn == "eval" || fn == "input" {
		src = strings.TrimLeft(src, " \t")
	}
	if strings.IndexByte(src, 0) >= 0 {
		if r.rt.Dialect == syntax.Python2 {
			words := "expected string without null bytes"
			if fn == "compile" {
				words = "compile() " + words
			}
			return nil, object.TypeError.Errorf("%s", words)
		}
		return nil, object.SyntaxErr.Errorf("source code string cannot contain null bytes")
	}
	f, err := r.parse(path, []byte(src), syntax.Options{Dialect: r.rt.Dialect, Mode: mode, Text: text, Str: native, Future: future()})
	if err != nil {
		return nil, r.syntaxError(err)
	}
	p, err := r.compile(f, []byte(src), compileOptions{open: true, value: mode == syntax.EvalMode, interactive: mode == syntax.SingleMode, optimize: optimize})
	if err != nil {
		return nil, r.syntaxError(err)
	}
	r.keepMade(p.name, f)
	return &compiled{p, mode == syntax.EvalMode}, nil
}

// runCode runs code in namespaces, and returns the value of an expression.
func (r *Runtime) runCode(t *object.Thread, c *compiled, f frame) (starlark.Value, error) {
	outer := r.value
	defer func() { r.value = outer }()
	r.value = starlark.None
	r.ranIn(c.name, f.globals)
	if c.doc != nil {
		if err := f.locals.SetField("__doc__", r.constant(c.doc)); err != nil {
			return nil, err
		}
	}
	_, err := r.run(t, c.program, f.locals, nil)
	return r.value, err
}

// namespaces replaces the namespaces of f by those that a script gave: a dict of
// globals, any mapping of locals.
func (r *Runtime) namespaces(fn string, f frame, globals, locals starlark.Value) (frame, error) {
	if fn == "execfile" && globals != nil {
		if _, ok := object.Unwrap(globals).(*object.Dict); !ok {
			return f, object.TypeError.Errorf("execfile() argument 2 must be dict, not %s", object.ArgName(globals))
		}
	}
	if fn != "exec" && locals != nil && locals != starlark.None && !builtins.IsMapping(r.rt.Dialect, locals) {
		return f, object.TypeError.Errorf("locals must be a mapping")
	}
	if globals != nil && globals != starlark.None {
		d, ok := object.Unwrap(globals).(*object.Dict)
		switch {
		case ok || fn != "eval":
		case builtins.IsMapping(r.rt.Dialect, globals):
			return f, object.TypeError.Errorf("globals must be a real dict; try eval(expr, {}, mapping)")
		default:
			return f, object.TypeError.Errorf("globals must be a dict")
		}
		if !ok {
			return f, object.TypeError.By(
				fn+": arg 2 must be a dictionary or None",
				fn+"() globals must be a dict, not "+object.TypeName(globals))
		}
		if d.GetString("__builtins__") == nil {
			d.SetString("__builtins__", r.rt.Builtins.Dict)
		}
		if d != f.globals.Globals().Dict {
			f.globals = object.NewNamespace(r.rt, d, nil)
		}
		f.locals = f.globals
	}
	if locals != nil && locals != starlark.None {
		if d, ok := locals.(*object.Dict); ok {
			if d != f.globals.Dict {
				f.locals = f.globals.Globals().Inner(d)
			}
			return f, nil
		}
		if !builtins.IsMapping(r.rt.Dialect, locals) {
			words2, words3 := "locals must be a mapping", "locals must be a mapping"
			if fn == "exec" {
				words2, words3 = "exec: arg 3 must be a mapping or None", words3+" or None, not "+object.TypeName(locals)
			}
			return f, object.TypeError.By(words2, words3)
		}
		f.locals = f.globals.Globals().Inner(new(object.Dict))
		f.locals.Mapping = locals
	}
	return f, nil
}

// eval is eval(source[, globals[, locals]]) -> value.
func (r *Runtime) eval(t *object.Thread, f frame, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var src, globals, locals starlark.Value
	if err := builtins.NoKeywords("eval", kwargs); err != nil {
		return nil, err
	}
	if err := builtins.Tupled("eval", args, 1, 3); err != nil {
		return nil, err
	}
	for i, dst := range []*starlark.Value{&src, &globals, &locals}[:len(args)] {
		*dst = args[i]
	}
	f, err := r.namespaces("eval", f, globals, locals)
	if err != nil {
		return nil, err
	}
	c, err := r.code("eval", src, "<string>", syntax.EvalMode, r.futureOf(t), nil)
	if err != nil {
		return nil, err
	}
	return r.runCode(t, c, f)
}

// exec is Python 3's exec(source[, globals[, locals]]).
func (r *Runtime) exec(t *object.Thread, f frame, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var src, globals, locals starlark.Value
	closure := starlark.Value(starlark.None)
	if err := object.Keywords(t, "exec", args, kwargs, 1, "", &src, "", &globals, "", &locals, "$closure", &closure); err != nil {
		return nil, err
	}
	f, err := r.namespaces("exec", f, globals, locals)
	if err != nil {
		return nil, err
	}
	c, isCode := src.(*object.Code)
	if isCode && c.Fn != nil && c.Program == nil {
		_, err := r.execFunction(t, c, f, closure)
		return starlark.None, err
	}
	if closure != starlark.None {
		if isCode {
			return nil, object.TypeError.Errorf("cannot use a closure with this code object")
		}
		return nil, object.TypeError.Errorf("closure can only be used when source is a code object")
	}
	p, err := r.code("exec", src, "<string>", syntax.ExecMode, r.futureOf(t), nil)
	if err != nil {
		return nil, err
	}
	_, err = r.runCode(t, p, f)
	return starlark.None, err
}

// execFunction runs the code of a function that takes no arguments.
func (r *Runtime) execFunction(t *object.Thread, c *object.Code, f frame, closure starlark.Value) (starlark.Value, error) {
	free, err := c.Attr("co_freevars")
	if err != nil {
		return nil, err
	}
	if n := len(free.(starlark.Tuple)); n > 0 {
		cells, ok := closure.(starlark.Tuple)
		if closure == starlark.None {
			return nil, object.TypeError.By("code object passed to exec may not contain free variables", "code object requires a closure of exactly length "+strconv.Itoa(n))
		}
		for _, x := range cells {
			if _, isCell := x.(*object.ClosureCell); !isCell {
				ok = false
			}
		}
		if !ok || len(cells) != n {
			return nil, object.TypeError.Errorf("code object requires a closure of exactly length %d", n)
		}
	} else if closure != starlark.None {
		return nil, object.TypeError.Errorf("cannot use a closure with this code object")
	}
	fn, err := t.Call(object.TypesOf(r.rt.Dialect).Function, c, f.globals.GlobalDict(), starlark.None, starlark.None, closure)
	if err != nil {
		return nil, err
	}
	return t.Call(fn)
}

// execStatement is @exec(globals, locals, body[, in globals[, in locals]]),
// Python 2's exec statement. Its body may be a tuple of all three, or a file.
func (r *Runtime) execStatement(t *object.Thread, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
	f := frame{args[0].(*object.Namespace), args[1].(*object.Namespace)}
	args = args[2:]
	if body, ok := args[0].(starlark.Tuple); ok && len(args) == 1 && (len(body) == 2 || len(body) == 3) {
		args = body
	}
	if file, ok := args[0].(object.File); ok {
		src, err := file.All(t, -1)
		if err != nil {
			return nil, err
		}
		args = append(starlark.Tuple{src}, args[1:]...)
	}
	return r.exec(t, f, args, nil)
}

// execfile is Python 2's execfile(filename[, globals[, locals]]).
func (r *Runtime) execfile(t *object.Thread, f frame, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var path string
	var globals, locals starlark.Value
	if err := object.Positional(t, "execfile", args, kwargs, 1, &path, &globals, &locals); err != nil {
		return nil, err
	}
	f, err := r.namespaces("execfile", f, globals, locals)
	if err != nil {
		return nil, err
	}
	src, err := r.readFile(path)
	if err != nil {
		return nil, object.OSFail(object.IOError, err, r.rt.Str(path))
	}
	p, err := r.compileFile(path, src, r.rt.Dialect, compileOptions{open: true})
	if err != nil {
		return nil, err
	}
	_, err = r.runCode(t, &compiled{p, false}, f)
	return starlark.None, err
}

// input2 is Python 2's input([prompt]): it evaluates the line that is read.
func (r *Runtime) input2(t *object.Thread, f frame, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	line, err := builtins.Input(t, args, kwargs)
	if err != nil {
		return nil, err
	}
	c, err := r.code("input", line, "<string>", syntax.EvalMode, r.futureOf(t), nil)
	if err != nil {
		return nil, err
	}
	return r.runCode(t, c, f)
}

// compileBuiltin is compile(source, filename, mode, flags=0, dont_inherit=0, optimize=-1) -> code;
// Python 2 knows no optimize.
func (r *Runtime) compileBuiltin(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var src, flags, inherit starlark.Value
	var path, mode string
	filename := object.Named("compile", "filename", 2, &path)
	if r.rt.Dialect != syntax.Python2 {
		filename = object.ConverterFunc(func(t *object.Thread, v starlark.Value) (err error) {
			path, err = file.Path(t, v)
			return err
		})
	}
	optimize := -1
	dst := []any{"source", &src, "filename", filename, "mode", object.Named("compile", "mode", 3, &mode), "flags", &flags,
		"dont_inherit", &inherit, "optimize", &optimize}
	if r.rt.Dialect == syntax.Python2 {
		dst = dst[:10]
	}
	if err := object.Keywords(t, "compile", args, kwargs, 3, dst...); err != nil {
		return nil, err
	}
	level := &optimize
	switch {
	case optimize < -1 || optimize > lower.NoDocs:
		return nil, object.ValueError.Errorf("compile(): invalid optimize value")
	case optimize == -1:
		level = nil
	}
	m, ok := map[string]syntax.Mode{"exec": syntax.ExecMode, "eval": syntax.EvalMode, "single": syntax.SingleMode}[mode]
	if !ok {
		return nil, object.ValueError.By(
			"compile() arg 3 must be 'exec', 'eval' or 'single'", "compile() mode must be 'exec', 'eval' or 'single'")
	}
	var bits int
	if flags != nil {
		n, err := t.Int(flags)
		if err != nil {
			return nil, err
		}
		bits = int(n)
	}
	future, err := r.futures(bits)
	if err != nil {
		return nil, err
	}
	if inherit == nil || !bool(inherit.Truth()) {
		future |= r.callersFuture(t)
	}
	p, err := r.code("compile", src, path, m, func() syntax.Future { return future }, level)
	if err != nil {
		return nil, err
	}
	if s, ok := object.AsText(src); ok && embedded.IsFile(path) { // what namedtuple makes, for the words of errors
		r.sources[path] = source{src: []byte(s), dialect: r.rt.Dialect}
	}
	c := object.NewCode(r.rt, object.ModuleFrame, path, nil)
	c.Program = p
	return c, nil
}

// importBuiltin is __import__(name, globals=None, locals=None, fromlist=(), level=0).
func (r *Runtime) importBuiltin(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var name string
	module := object.Named("__import__", "name", 1, &name)
	if r.rt.Dialect != syntax.Python2 {
		module = object.ConverterFunc(func(_ *object.Thread, v starlark.Value) (err error) {
			var ok bool
			if name, ok = object.AsText(v); !ok {
				err = object.TypeError.Errorf("module name must be a string")
			}
			return err
		})
	}
	var globals, locals, from, level starlark.Value
	if err := object.Keywords(t, "__import__", args, kwargs, 1,
		"name", module, "globals", &globals, "locals", &locals, "fromlist", &from, "level", &level); err != nil {
		return nil, err
	}
	dots := 0
	if level != nil {
		n, err := t.Int(level)
		if err != nil {
			return nil, err
		}
		dots = int(n)
	}
	if dots < 0 && r.rt.Dialect != syntax.Python2 {
		return nil, object.ValueError.Errorf("level must be >= 0")
	}
	if dots > 0 {
		pkg, err := "", error(nil)
		if d, ok := object.Unwrap(orNone(globals)).(*object.Dict); ok {
			if pkg, err = r.packageIn(t, d); err != nil {
				return nil, err
			}
		}
		full, err := r.relative(pkg, name, dots)
		if err != nil {
			return nil, err
		}
		name = full
	}
	m, top, err := r.importAbsolute(t, name)
	if err != nil {
		return nil, err
	}
	if from == nil || !bool(from.Truth()) {
		return top, nil
	}
	names, err := object.Elements(t, from)
	if err != nil {
		return nil, err
	}
	return m, r.importNames(t, m, names)
}

// packageIn returns the name of the package that a module with those globals is
// in, "" if it is in none.
func (r *Runtime) packageIn(t *object.Thread, globals *object.Dict) (string, error) {
	if pkg, ok := object.AsText(orNone(globals.GetString("__package__"))); ok {
		return pkg, nil
	}
	var err error
	if r.rt.Dialect != syntax.Python2 && orNone(globals.GetString("__spec__")) == starlark.None {
		err = t.Warn(object.BuiltinKind("ImportWarning"), 1,
			"can't resolve package from __spec__ or __package__, falling back on __name__ and __path__")
	}
	name, _ := object.AsText(orNone(globals.GetString("__name__")))
	if globals.GetString("__path__") != nil {
		return name, err
	}
	return name[:max(strings.LastIndexByte(name, '.'), 0)], err
}
