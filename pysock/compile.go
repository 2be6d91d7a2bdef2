package pysock

import (
	"errors"
	"fmt"
	"math/big"
	"os"
	"strings"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/embedded"
	"example.com/pysock/pysock/lower"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/scope"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A program is a compiled file: it can be run in any namespace.
type program struct {
	prog    *starlark.Program
	needs   []lower.Need
	path    string
	dialect syntax.Dialect
	future  syntax.Future
	doc     syntax.Expr // the docstring, or nil
	open    bool        // see lower.Program
	unit    *unit
	name    *string // see lower.Program.Path
}

// compileOptions say how a file is going to be used.
type compileOptions struct {
	open        bool // names live in the namespace: see scope.Options
	interactive bool
	value       bool // one expression: see lower.Options
	optimize    *int // the level of optimization, if it isn't the runtime's
}

// parse reads source of the runtime's dialect, or finds out which it is.
func (r *Runtime) parse(path string, src []byte, opts syntax.Options) (*syntax.File, error) {
	opts.Warn = func(at syntax.Pos, msg string) {
		if path == sessionPath && r.warned != nil { // once is enough
			kind, _, _ := strings.Cut(msg, " ")
			if r.warned[kind] {
				return
			}
			r.warned[kind] = true
		}
		fmt.Fprintf(r.stderr, "%s:%d:%d: warning: %s\n", path, at.Line, at.Col, msg)
	}
	return syntax.Parse(path, src, r.reading(opts))
}

// reading adds what the parser needs to know of names of characters and of
// encodings.
func (r *Runtime) reading(opts syntax.Options) syntax.Options {
	opts.CharName = builtins.CharByName
	opts.Charset = func(name string) *syntax.Charset { return builtins.SourceCharset(r.rt, name) }
	return opts
}

// compile turns a tree into a program; src is what the tree was read from.
func (r *Runtime) compile(f *syntax.File, src []byte, opts compileOptions) (*program, error) {
	optimize := r.cfg.Flags["optimize"]
	switch {
	case opts.optimize != nil:
		optimize = *opts.optimize
	case embedded.IsFile(f.Path): // it is compiled for all runtimes
		optimize = 0
	}
	low, err := lower.File(f, lower.Options{
		Options: scope.Options{
			Open:    opts.open,
			Builtin: r.isBuiltin,
		},
		Interactive: opts.interactive,
		Value:       opts.value,
		Optimize:    optimize,
	})
	if err != nil {
		return nil, withLine(err, src)
	}
	if err := r.warnOf(f.Path, f.Warnings); err != nil {
		return nil, err
	}
	if err := r.warnOf(f.Path, low.Info.Warnings); err != nil {
		return nil, err
	}
	prog, err := translate(low)
	if err != nil {
		return nil, err
	}
	return &program{prog, low.Needs, f.Path, f.Dialect, f.Future, docstring(f, opts), low.Open, newUnit(r, f, low.Info), low.Path}, nil
}

// docstring is what a file says of itself, or nil.
func docstring(f *syntax.File, opts compileOptions) syntax.Expr {
	if s := lower.Docstring(f.Body); s != nil && !opts.interactive && !opts.value {
		return s
	}
	return nil
}

// withLine adds the text of its line to an error of package lower.
func withLine(err error, src []byte) error {
	var e *syntax.Error
	if errors.As(err, &e) && e.Line == "" {
		n := int32(0)
		for line := range strings.Lines(string(src)) {
			if n++; n == e.Start.Line {
				e.Line = strings.TrimRight(line, "\r\n")
				break
			}
		}
	}
	return err
}

// isBuiltin reports whether a name that nothing binds is a built-in. __name__ and
// its like are the module's own, though the module of the built-ins has them too.
func (r *Runtime) isBuiltin(name string) bool {
	return !strings.HasPrefix(name, "__") && r.rt.Builtins.Dict.GetString(name) != nil
}

// translate runs Starlark's compiler, which panics where it meets a tree that
// its own parser could not have made.
func translate(low *lower.Program) (prog *starlark.Program, err error) {
	names := make(map[string]bool, len(low.Needs))
	for _, n := range low.Needs {
		names[n.Name] = true
	}
	defer func() {
		if p := recover(); p != nil {
			err = object.SystemError.Errorf("the compiler failed: %v", p)
		}
	}()
	prog, err = starlark.FileProgram(low.File, func(name string) bool { return names[name] })
	if err != nil {
		err = object.SystemError.Errorf("the compiler failed: %v", err)
	}
	return prog, err
}

// run runs a program's top level in a namespace. What it needs of the runtime
// is made once for all programs, but for what belongs to the namespace.
func (r *Runtime) run(t *object.Thread, p *program, ns *object.Namespace, extra starlark.StringDict) (starlark.StringDict, error) {
	env := make(starlark.StringDict, len(p.needs))
	for _, n := range p.needs {
		switch n.Op {
		case "ns":
			env[n.Name] = ns
		case "unit":
			env[n.Name] = p.unit
		case "inside":
			env[n.Name] = ns.Inside()
		case "body":
			env[n.Name] = ns.Body()
		default:
			v, ok := extra[n.Name]
			if !ok {
				v = r.need(n)
			}
			env[n.Name] = v
		}
	}
	return p.prog.Init(t.Star, env)
}

// need returns a value that lowering asks for.
func (r *Runtime) need(n lower.Need) starlark.Value {
	if v, ok := r.needs[n.Name]; ok {
		return v
	}
	v := r.makeNeed(n)
	r.needs[n.Name] = v
	return v
}

func (r *Runtime) makeNeed(n lower.Need) starlark.Value {
	var arg starlark.Value
	if n.Arg != nil {
		arg = r.constant(n.Arg)
	}
	switch n.Op {
	case "const":
		return arg
	case "builtin":
		return r.rt.Builtins.Dict.GetString(name(n.Arg))
	case "future":
		return r.feature(name(n.Arg))
	case "reveal":
		return &object.Func{FuncName: name(n.Arg), Function: r.reveal(name(n.Arg))}
	}
	if f := r.functions()[n.Op]; f != nil {
		return &object.Func{FuncName: n.Op, Function: f}
	}
	if op := r.operator(n.Op, arg); op != nil {
		return op
	}
	if op := builtins.Operator(r.rt, n.Op, arg); op != nil {
		return op
	}
	panic("pysock: nothing is known of " + n.Name)
}

// name is the text of a Need that is made for a name.
func name(e syntax.Expr) string { return e.(*syntax.Str).Value }

// constant is the value of a constant expression.
func (r *Runtime) constant(e syntax.Expr) starlark.Value {
	switch e := e.(type) {
	case *syntax.Int:
		n := starlark.MakeInt64(e.Value)
		if e.Big != nil {
			n = starlark.MakeBigInt(e.Big)
		}
		if e.Long {
			return object.NewLong(n)
		}
		return object.Fit(r.rt.Dialect, n)
	case *syntax.Float:
		return starlark.Float(e.Value)
	case *syntax.Imag:
		return builtins.Complex(complex(0, e.Value))
	case *syntax.Str:
		switch {
		case e.Kind == syntax.BytesStr:
			return starlark.Bytes(e.Value)
		case e.Kind == syntax.UnicodeStr:
			return object.NewText(e.Value)
		}
		return r.rt.Str(e.Value)
	case *syntax.Constant:
		switch e.Kind {
		case syntax.True:
			return object.True
		case syntax.False:
			return object.False
		case syntax.Ellipsis:
			return object.Ellipsis
		}
		return starlark.None
	case *syntax.UnaryOp:
		if x, ok := e.X.(*syntax.Imag); ok && r.rt.Dialect == syntax.Python2 { // its compiler reads the sign as part of the number
			return r.constant(&syntax.Imag{Value: -x.Value})
		}
		return negative(r.constant(e.X))
	case *syntax.Tuple:
		t := make(starlark.Tuple, len(e.Elts))
		for i, x := range e.Elts {
			t[i] = r.constant(x)
		}
		return t
	case *syntax.Slice:
		part := func(x syntax.Expr) starlark.Value {
			if x == nil {
				return starlark.None
			}
			return r.constant(x)
		}
		return &object.Slice{Start: part(e.Lo), Stop: part(e.Hi), Step: part(e.Step)}
	}
	panic(fmt.Sprintf("pysock: %T is no constant", e))
}

func negative(v starlark.Value) starlark.Value {
	switch v := v.(type) {
	case starlark.Int:
		return starlark.MakeBigInt(new(big.Int).Neg(v.BigInt()))
	case starlark.Float:
		return -v
	}
	n, err := starlark.Unary(minus, v)
	if err != nil {
		return v
	}
	return n
}

// syntaxKinds are the exceptions of the kinds of errors.
var syntaxKinds = map[syntax.ErrorKind]*object.Kind{
	syntax.SyntaxError:      object.SyntaxErr,
	syntax.IndentationError: object.IndentationError,
	syntax.TabError:         object.TabError,
	syntax.ValueError:       object.ValueError,
}

// oldSyntaxError is syntaxError for Python 2.
func (r *Runtime) oldSyntaxError(e *syntax.Error) error {
	o, s := e.Old, r.rt.Str
	if o.Kind == syntax.ValueError {
		return object.ValueError.Errorf("%s", o.Msg)
	}
	offset, text := starlark.Value(starlark.MakeInt(o.Offset)), starlark.Value(s(o.Text))
	if o.Offset < 0 {
		offset, text = starlark.None, starlark.None
		if _, err := os.Stat(e.Path); err == nil {
			text = s(strings.TrimLeft(e.Line, " \t\f") + "\n")
		}
	}
	where := starlark.Tuple{s(e.Path), starlark.MakeInt(o.Line), offset, text}
	x := syntaxKinds[o.Kind].New(s(o.Msg), where)
	x.About(e)
	return x
}

// syntaxError turns a *syntax.Error into the exception that a script sees.
func (r *Runtime) syntaxError(err error) error {
	var e *syntax.Error
	if !errors.As(err, &e) {
		return err
	}
	kind := syntaxKinds[e.Kind]
	if kind == object.ValueError {
		return kind.Errorf("%s", e.Msg)
	}
	if e.Old != nil {
		return r.oldSyntaxError(e)
	}
	s := r.rt.Str
	line := starlark.Value(starlark.None)
	_, err = os.Stat(e.Path)
	switch {
	case (e.Compiled || e.Symbols) && err != nil:
	case e.Held != "" && err != nil:
		line = s(syntax.Readable(e.Held))
	case (e.Unended || e.Bare) && e.Line != "":
		line = s(syntax.Readable(e.Line))
	case e.Line != "":
		line = s(syntax.Readable(e.Line) + "\n")
	}
	offset := func(p syntax.Pos) starlark.Value {
		if e.Bytes {
			return starlark.MakeInt(int(p.Col))
		}
		return starlark.MakeInt(column(e.Line, p))
	}
	where := starlark.Tuple{s(e.Path), starlark.MakeInt(int(e.Start.Line)), offset(e.Start), line}
	if e.Start.Line == 0 && e.Unended { // of an empty expression
		where = starlark.Tuple{s(e.Path), starlark.MakeInt(0), starlark.MakeInt(0), s("")}
		if r.rt.Dialect != syntax.Python2 {
			where = append(where, starlark.MakeInt(0), starlark.MakeInt(0))
		}
	} else if e.Start.Line == 0 { // of no line: of the encoding
		where[2] = starlark.MakeInt(-1)
	} else if r.rt.Dialect != syntax.Python2 {
		end := offset(e.End)
		if e.NoEnd {
			end = starlark.None
		}
		where = append(where, starlark.MakeInt(int(e.End.Line)), end)
	} else {
		where[2] = starlark.None
	}
	if e.Symbols { // only the attributes tell where
		x := object.NewException(kind.Class(r.rt.Dialect), starlark.Tuple{s(e.Msg)})
		names := []string{"filename", "lineno", "offset", "text", "end_lineno", "end_offset"}[:len(where)]
		if e.Start.Line == 0 {
			names = nil
		}
		for i, name := range names {
			if err := x.SetField(name, where[i]); err != nil {
				return err
			}
		}
		return object.Raise(x)
	}
	return kind.New(s(e.Msg), where)
}

// column counts characters where a Pos counts bytes.
func column(line string, p syntax.Pos) int {
	n := int(p.Col) - 1
	if n < 0 {
		return min(int(p.Col), 0)
	}
	if n > len(line) {
		return len([]rune(line)) + 1 + n - len(line)
	}
	return len([]rune(line[:n])) + 1
}
