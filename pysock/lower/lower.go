// Package lower turns a Python tree into a Starlark tree that does the same.
//
// # Theory of operation
//
// What Starlark has and means alike stays as it is: calls, def, if, while, for,
// return, reading and assigning of variables, + - * & | ^ and the unary
// operators. All else becomes one of three shapes:
//
//	x // @op, x // @op // y   an operator of the runtime's: comparisons, /, %, **,
//	                          x.name, x[i], displays, f-strings, is, in, not
//	@f(a, b, c)               a function of the runtime's, for what has more
//	                          operands or happens rarely: print, import, del
//	@cell.x, @ns.x            a variable that isn't Starlark's own (package scope)
//
// Operators are cheaper than calls and leave no frame in the traceback; package
// object tells why they are there. One whose second operand is a constant is
// bound to it when the program is loaded: x < 2 is x // @lt:2.
//
// Names that begin with @ or # are ours: no script can write them. Each @name
// is a global of the Starlark program, set by the first statements of it from
// the predeclared #name that the runtime supplies, because Starlark finds a
// global by its number and a predeclared name by hashing it.
//
// Order of evaluation is Python's: operands from left to right, the right
// side of an assignment before its targets. Every node carries the position of
// the Python node's anchor (see syntax.Expr), from which a traceback finds the
// node again.
//
// # Before => after
//
//	a.b                 a // @attr:b
//	a.b = c             c // @setattr:b // a
//	a < b < c           a < b and b < c, if b is a name or constant; else
//	                    [x < y and y < c for x, y in ((a, b),)][0]
//	[a, b], {a: b}      (a, b) // @list, (a, b) // @dict
//	f(*a, b, k=c)       f(*(a // @tuple + (b,)), k=c)
//	x[i:j] = v          @setslice(v, x, i, j, None)
//	a, *b = x           a, b = x // @unpackex:1,0
//	x += y              x = x // @iadd // y
//	del x               @unset(@cell.x)
//	for a in b: c       for a in b // @iter: c
//	  else: d           if not @broke: d
//	f"{a!r:>{b}}"       (a // @field:r // b,) // @join
//	import a.b          a = @import(@ns, "a.b", False)
//	from a import b     b = @importfrom(@ns, "a", 0, ("b",)) // @importname:b
//	print >>f, a,       @print(f, False, (a,))
//
// try, with, class, generators and generator expressions are in files of their
// own, with their own essays: control.go, class.go, function.go, comp.go.
package lower

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"

	"example.com/pysock/pysock/scope"
	"example.com/pysock/pysock/syntax"
	star "go.starlark.net/syntax"
)

// A Need is a value that the runtime must supply to a program.
type Need struct {
	Name string // the name that must be predeclared: #lt, #attr:close
	Op   string // which operator or function: lt, attr; "const" for a constant
	// Arg is what it is bound to: a constant expression, or for "attr" and the
	// like a Str; nil for none.
	Arg syntax.Expr
}

// A Program is a lowered file.
type Program struct {
	File  *star.File
	Needs []Need
	Open  bool // the module's variables are all in its namespace
	Info  *scope.Info
	Path  *string // the file's name, at the address that its positions hold
}

// Options are those of scope.Options, and how the file is used.
type Options struct {
	scope.Options
	// Interactive prints the values of expression statements.
	Interactive bool
	// Value makes the program's last statement a call of the runtime's function
	// "result" with the value of the file's only expression: eval mode.
	Value bool
	// Optimize is the level of optimization: see NoAsserts.
	Optimize int
}

// File lowers a file. The error, if any, is a *syntax.Error.
func File(f *syntax.File, opts Options) (*Program, error) {
	mangle(f, "")
	if opts.Optimize >= NoDocs {
		stripDocs(f)
	}
	settles := opts.Interactive || finalizes(f)
	opts.Lasting = settles
	info, err := scope.Analyze(f, opts.Options)
	if err != nil {
		return nil, err
	}
	l := &lowerer{
		file: f, info: info, opts: opts, s: info.Module,
		needs: make(map[string]bool), region: &region{}, displays: make(map[string][]syntax.Expr), classCells: make(map[*scope.Scope]bool), putting: make(map[*scope.Scope]bool),
		path: f.Path, py2: f.Dialect == syntax.Python2, settles: settles,
	}
	l.need(star.Position{}, "ns") // object.FunctionNamespace looks for it
	l.need(star.Position{}, "unit")
	body := append(l.noted(star.Position{}), l.block(f.Body)...)
	if l.err != nil {
		l.err.Path = f.Path
		return nil, l.err
	}
	return &Program{
		File: &star.File{
			Path:    f.Path,
			Stmts:   append(l.prelude(), body...),
			Options: &star.FileOptions{Set: true, While: true, TopLevelControl: true, GlobalReassign: true, Recursion: true},
		},
		Needs: l.list,
		Open:  info.Module.Open,
		Info:  info,
		Path:  &l.path,
	}, nil
}

type lowerer struct {
	file   *syntax.File
	info   *scope.Info
	opts   Options
	s      *scope.Scope
	path   string
	py2    bool
	needs  map[string]bool
	list   []Need
	temps  int
	region *region
	err    *syntax.Error

	displays   map[string][]syntax.Expr // the first set display of these constants: see sameSet
	classCells map[*scope.Scope]bool    // the class bodies whose methods use super() or __class__
	putting    map[*scope.Scope]bool    // see puts
	settles    bool                     // see settle
}

// prelude makes the program's first statements: the runtime's values become
// globals, and every global is bound in a place that is never reached, because
// Starlark's resolver reads a name at top level as it finds it.
func (l *lowerer) prelude() []star.Stmt {
	noPos := l.pos(syntax.Pos{Line: 1, Col: 1}) // of the file: a function's position names it
	var stmts []star.Stmt
	for _, n := range l.list {
		stmts = append(stmts, assign(noPos, ident(noPos, "@"+n.Name[1:]), ident(noPos, n.Name)))
	}
	var dead []star.Stmt
	for _, name := range l.info.Module.Natives() {
		dead = append(dead, assign(noPos, ident(noPos, name), ident(noPos, "None")))
	}
	if dead != nil {
		stmts = append(stmts, &star.IfStmt{If: noPos, Cond: ident(noPos, "False"), True: dead})
	}
	return stmts
}

func (l *lowerer) fail(n syntax.Node, format string, args ...any) {
	if l.err == nil {
		l.err = &syntax.Error{Span: n.Bounds(), Msg: fmt.Sprintf(format, args...)}
	}
}

// ---- the runtime's values

// need returns a reference to the runtime's value op.
func (l *lowerer) need(at star.Position, op string) *star.Ident {
	return l.bind(at, op, "", nil)
}

// bind returns a reference to the runtime's value op, bound to arg; key tells
// the arguments of one op apart.
func (l *lowerer) bind(at star.Position, op, key string, arg syntax.Expr) *star.Ident {
	name := op
	if arg != nil {
		name += ":" + key
	}
	if !l.needs[name] {
		l.needs[name] = true
		l.list = append(l.list, Need{Name: "#" + name, Op: op, Arg: arg})
	}
	return ident(at, "@"+name)
}

// named returns a reference to an operator bound to a name or other text.
func (l *lowerer) named(at star.Position, op, name string) *star.Ident {
	return l.bind(at, op, name, &syntax.Str{Kind: syntax.NativeStr, Value: name})
}

// apply is x // @op.
func apply(at star.Position, x star.Expr, op star.Expr) star.Expr {
	return binary(at, star.SLASHSLASH, x, op)
}

// op1 is x // @op.
func (l *lowerer) op1(at star.Position, op string, x star.Expr) star.Expr {
	return apply(at, x, l.need(at, op))
}

// op2 is x // @op // y, or x // @op:y for a constant y.
func (l *lowerer) op2(at star.Position, op string, x star.Expr, y syntax.Expr) star.Expr {
	if key, ok := constant(y); ok && (singleton(y) || op != "is" && op != "isnot") {
		return apply(at, x, l.bind(at, op, key, y))
	}
	return apply(at, l.op1(at, op, x), l.expr(y))
}

// singleton reports whether e is None or the like, whose identity isn't that of
// a literal.
func singleton(e syntax.Expr) bool {
	_, ok := e.(*syntax.Constant)
	return ok
}

// call is @f(args...).
func (l *lowerer) call(at star.Position, f string, args ...star.Expr) *star.CallExpr {
	return &star.CallExpr{Fn: l.need(at, f), Lparen: at, Args: args, Rparen: at}
}

// constant reports whether e is a constant, and returns a text that differs
// from that of any other constant.
func constant(e syntax.Expr) (key string, ok bool) {
	switch e := e.(type) {
	case *syntax.Int:
		if e.Big != nil {
			return "i" + e.Big.String(), true
		}
		if e.Long {
			return "l" + strconv.FormatInt(e.Value, 10), true
		}
		return "i" + strconv.FormatInt(e.Value, 10), true
	case *syntax.Float:
		return "f" + strconv.FormatFloat(e.Value, 'x', -1, 64), true
	case *syntax.Imag:
		return "j" + strconv.FormatFloat(e.Value, 'x', -1, 64), true
	case *syntax.Str:
		return "s" + strconv.Itoa(int(e.Kind)) + e.Value, true
	case *syntax.Constant:
		return "c" + strconv.Itoa(int(e.Kind)), true
	case *syntax.UnaryOp:
		if e.Op == syntax.USub {
			switch e.X.(type) {
			case *syntax.Int, *syntax.Float, *syntax.Imag:
				key, _ := constant(e.X)
				return "-" + key, true
			}
		}
	case *syntax.Tuple:
		key := "("
		for _, x := range e.Elts {
			k, ok := constant(x)
			if !ok {
				return "", false
			}
			key += strconv.Quote(k) + ","
		}
		return key, true
	}
	return "", false
}

// ---- small Starlark nodes

func (l *lowerer) pos(p syntax.Pos) star.Position {
	return star.MakePosition(&l.path, p.Line, p.Col)
}

func (l *lowerer) start(n syntax.Node) star.Position { return l.pos(n.Bounds().Start) }

func (l *lowerer) anchor(e syntax.Expr) star.Position { return l.pos(e.Anchor()) }

func ident(at star.Position, name string) *star.Ident {
	return &star.Ident{NamePos: at, Name: name}
}

func binary(at star.Position, op star.Token, x, y star.Expr) star.Expr {
	return &star.BinaryExpr{X: x, OpPos: at, Op: op, Y: y}
}

func text(at star.Position, s string) star.Expr {
	return &star.Literal{Token: star.STRING, TokenPos: at, Value: s}
}

func integer(at star.Position, i int64) star.Expr {
	return &star.Literal{Token: star.INT, TokenPos: at, Value: i}
}

func bigInteger(at star.Position, i *big.Int) star.Expr {
	return &star.Literal{Token: star.INT, TokenPos: at, Value: i}
}

func tuple(at star.Position, elems ...star.Expr) star.Expr {
	return &star.TupleExpr{Lparen: at, List: elems, Rparen: at}
}

func not(at star.Position, x star.Expr) star.Expr {
	return &star.UnaryExpr{OpPos: at, Op: star.NOT, X: x}
}

func dot(at star.Position, x star.Expr, name string) *star.DotExpr {
	return &star.DotExpr{X: x, Dot: at, NamePos: at, Name: ident(at, name)}
}

func index(at star.Position, x, i star.Expr) star.Expr {
	return &star.IndexExpr{X: x, Lbrack: at, Y: i, Rbrack: at}
}

func assign(at star.Position, lhs, rhs star.Expr) star.Stmt {
	return &star.AssignStmt{OpPos: at, Op: star.EQ, LHS: lhs, RHS: rhs}
}

func discard(x star.Expr) star.Stmt { return &star.ExprStmt{X: x} }

// temp returns the name of a new temporary variable.
func (l *lowerer) temp() string {
	l.temps++
	return "#t" + strconv.Itoa(l.temps)
}

// release drops what a temporary holds: at module level it would live on, and
// with it, for instance, a socket that nobody else refers to.
func release(at star.Position, name string) star.Stmt {
	return assign(at, ident(at, name), ident(at, "None"))
}

// letGo clears the operand stack, where the arguments of calls may still lie, so
// that what the script drops explicitly is dropped.
//
//	use(1, sock)        sock is in the stack's third place
//	sock = None         there it is still
//	listener.accept()   needs only two, and waits
func (l *lowerer) letGo(at star.Position) star.Stmt {
	return discard(l.op1(at, "letgo", ident(at, "None")))
}

// letsGo reports whether a statement drops something explicitly, or leaves it where it
// lingers.
func (l *lowerer) letsGo(s syntax.Stmt) bool {
	switch s := s.(type) {
	case *syntax.Assign:
		c, ok := s.Value.(*syntax.Constant)
		return ok && c.Kind == syntax.None || lingers(s.Value)
	case *syntax.Delete:
		return true
	case *syntax.ExprStmt:
		return lingers(s.X) || l.drops(s.X)
	}
	return false
}

// lingers reports whether a call in x has an argument that nobody else may hold,
// in a place deeper than those which the next statement is sure to use:
//
//	Thread(target=serve, args=listener.accept()).start()
func lingers(x syntax.Expr) (found bool) {
	syntax.Walk(x, func(n syntax.Node) bool {
		if c, ok := n.(*syntax.Call); ok {
			found = found || len(c.Args) > 1 && slices.ContainsFunc(c.Args[1:], calls) || slices.ContainsFunc(c.Keywords, callsIn)
		}
		_, lambda := n.(*syntax.Lambda)
		return !found && !lambda
	})
	return found
}

// calls reports whether evaluating x calls anything.
func calls(x syntax.Expr) (any bool) {
	syntax.Walk(x, func(n syntax.Node) bool {
		_, lambda := n.(*syntax.Lambda)
		_, call := n.(*syntax.Call)
		any = any || call
		return !any && !lambda
	})
	return any
}

func callsIn(k *syntax.Keyword) bool { return calls(k.Value) }

// droppers are the methods that take something out of a container.
var droppers = map[string]bool{
	"clear": true, "discard": true, "pop": true, "popitem": true, "popleft": true, "remove": true,
}

// drops reports whether x may take something out of a container that was put
// there by way of the stack:
//
//	conns[1] = listener.accept()
//	conns.clear()
func (l *lowerer) drops(x syntax.Expr) bool {
	c, ok := x.(*syntax.Call)
	if !ok {
		return false
	}
	a, ok := c.Func.(*syntax.Attribute)
	return ok && droppers[a.Name] && l.puts()
}

// puts reports whether the code of the current scope puts something that nobody
// else may hold into a container: conns[1] = listener.accept(), or
// conns.append(listener.accept()). What other code has put there was on another
// stack.
func (l *lowerer) puts() bool {
	found, known := l.putting[l.s]
	if known {
		return found
	}
	syntax.Walk(l.s.Node, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.FunctionDef, *syntax.ClassDef, *syntax.Lambda:
			return n == l.s.Node
		case *syntax.Assign:
			found = found || slices.ContainsFunc(n.Targets, hasSubscript) && calls(n.Value)
		case *syntax.AugAssign:
			found = found || hasSubscript(n.Target) && calls(n.Value)
		case *syntax.Call:
			_, method := n.Func.(*syntax.Attribute)
			found = found || method && slices.ContainsFunc(n.Args, calls)
		}
		return !found
	})
	l.putting[l.s] = found
	return found
}

// hasSubscript reports whether an item of something is among what a target assigns to.
func hasSubscript(target syntax.Expr) (found bool) {
	syntax.Walk(target, func(n syntax.Node) bool {
		_, is := n.(*syntax.Subscript)
		found = found || is
		return !found
	})
	return found
}

// isRelease reports whether s was made by release.
func isRelease(s *star.AssignStmt) bool {
	x, ok := s.RHS.(*star.Ident)
	return ok && x.Name == "None"
}
