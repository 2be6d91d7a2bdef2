package lower

import (
	"slices"
	"strings"

	"example.com/pysock/pysock/scope"
	"example.com/pysock/pysock/syntax"
	star "go.starlark.net/syntax"
)

// maxArgs is how many positional, and how many keyword, arguments one Starlark
// call can pass.
const maxArgs = 255

// invoke lowers a call.
func (l *lowerer) invoke(at star.Position, e *syntax.Call) star.Expr {
	if x := l.super0(at, e); x != nil {
		return x
	}
	fn, self := l.callee(at, e)
	if spreads(e) || len(self)+len(e.Args) > maxArgs || len(e.Keywords) > maxArgs {
		return l.spreadCall(at, fn, self, e.Args, e.Keywords)
	}
	args := append(self, l.exprs(e.Args)...)
	for _, k := range e.Keywords {
		p := l.start(k)
		args = append(args, binary(p, star.EQ, ident(p, k.Name), l.expr(k.Value)))
	}
	return &star.CallExpr{Fn: fn, Lparen: at, Args: args, Rparen: at}
}

// spreads reports whether a call has a *x or **x.
func spreads(e *syntax.Call) bool {
	return hasStar(e.Args) || slices.ContainsFunc(e.Keywords, func(k *syntax.Keyword) bool { return k.Name == "" })
}

// callee is what is called, and the argument that comes before the others, if
// any. Built-ins that see the variables around them are given them first; a
// method of what a plain variable holds is called with that: see
// object.MethodCache.
func (l *lowerer) callee(at star.Position, e *syntax.Call) (fn star.Expr, self []star.Expr) {
	if a, ok := e.Func.(*syntax.Attribute); ok {
		if n, ok := a.X.(*syntax.Name); ok && l.s.Lookup(n.Id).Storage == scope.Native && !l.info.Imported(n.Id) {
			return apply(l.anchor(a), l.expr(n), l.named(l.anchor(a), "method", a.Name)), []star.Expr{l.expr(n)}
		}
	}
	if scope.Reveals(e, l.py2) {
		n := e.Func.(*syntax.Name)
		if v := l.s.Lookup(n.Id); v.Storage == scope.Global || v.Storage == scope.Builtin || v.Storage == scope.Local || v.Storage == scope.ClassBody {
			p := l.start(n)
			return &star.CallExpr{
				Fn: l.named(p, "reveal", n.Id), Lparen: p, Rparen: p,
				Args: []star.Expr{l.load(n.Id, p), l.need(p, "ns"), l.frame(p)},
			}, nil
		}
	}
	return l.expr(e.Func), nil
}

// spreadCall lowers a call whose arguments are known only when it is made:
//
//	f(a, *b, k=c, **d)  =>  (f, a, b, c, d) // @apply:"_ * k= **"
//
// The operator is told what each value is, and knows what is called: the errors
// of a bad * or ** name it. Python 3 raises some of them before it evaluates the
// next argument; where that shows, the call is made in steps:
//
//	f(**a, k=g())  =>  ((f, a) // @gather:"**", g()) // @apply:"k="
func (l *lowerer) spreadCall(at star.Position, fn star.Expr, self []star.Expr, args []syntax.Expr, keywords []*syntax.Keyword) star.Expr {
	values := append([]star.Expr{fn}, self...)
	var shape []string
	for range self {
		shape = append(shape, "self")
	}
	list := l.arguments(args, keywords)
	for i, a := range list {
		values = append(values, l.expr(a.value))
		shape = append(shape, a.kind)
		if !l.py2 && a.checked() && slices.ContainsFunc(list[i+1:], l.shows) {
			values = []star.Expr{apply(at, tuple(at, values...), l.named(at, "gather", strings.Join(shape, " ")))}
			shape = nil
		}
	}
	return apply(at, tuple(at, values...), l.named(at, "apply", strings.Join(shape, " ")))
}

// An argument is a value in a call and what it is there: "_" without a name,
// "k=" with one, "*" and "**". A * among others without a name is "*_".
type argument struct {
	kind  string
	value syntax.Expr
}

// checked reports whether Python 3 looks at the argument before the next one.
func (a argument) checked() bool { return a.kind == "*_" || a.kind == "**" }

// shows reports whether evaluating the argument may be noticed.
func (l *lowerer) shows(a argument) bool {
	if x, ok := a.value.(*syntax.Name); ok {
		return l.s.Lookup(x.Id).Storage != scope.Native
	}
	_, ok := constant(a.value)
	return !ok
}

// arguments lists what a call is given, in the order in which it is evaluated:
// Python 2 leaves *x and **x to the end.
func (l *lowerer) arguments(args []syntax.Expr, keywords []*syntax.Keyword) []argument {
	var list, last []argument
	add := func(kind string, x syntax.Expr) {
		if l.py2 && kind[0] == '*' {
			last = append(last, argument{kind, x})
		} else {
			list = append(list, argument{kind, x})
		}
	}
	among := "*"
	if !l.py2 && len(args) > 1 {
		among = "*_"
	}
	for _, a := range args {
		if s, ok := a.(*syntax.Starred); ok {
			add(among, s.X)
		} else {
			add("_", a)
		}
	}
	for _, k := range keywords {
		if k.Name != "" {
			add(k.Name+"=", k.Value)
		} else {
			add("**", k.Value)
		}
	}
	return append(list, last...)
}
