package syntax

import (
	"io"
	"strings"
)

// Fprint writes a tree as source. Parsed again, in the same dialect and with the
// same future features, it makes an equal tree, but for the positions. A File
// is printed in its own dialect, any other node as Python 3; see FormatAs.
func Fprint(w io.Writer, n Node) error {
	_, err := io.WriteString(w, Format(n))
	return err
}

// Format returns what Fprint writes.
func Format(n Node) string {
	if f, ok := n.(*File); ok {
		return FormatAs(n, f.Dialect, f.Future)
	}
	return FormatAs(n, Python3, 0)
}

// FormatAs returns a tree as source of a dialect, with some features of
// __future__ on.
func FormatAs(n Node, d Dialect, f Future) string {
	p := &printer{py2: d == Python2, future: f}
	p.node(n)
	return string(p.out)
}

// A printer collects source text.
type printer struct {
	out    []byte
	indent int
	py2    bool
	future Future
	// quotes are the quotes that can't be used because an f-string around this
	// text is in them; if there are any, neither can a backslash.
	quotes []string
}

func (p *printer) put(s ...string) {
	for _, s := range s {
		p.out = append(p.out, s...)
	}
}

// sub returns what f prints, apart from the rest.
func (p *printer) sub(f func(*printer)) string {
	q := &printer{indent: p.indent, py2: p.py2, future: p.future, quotes: p.quotes}
	f(q)
	return string(q.out)
}

// The precedences of expressions, loosest first.
const (
	precNamed = iota + 1
	precTest
	precOr
	precAnd
	precNot
	precCompare
	precBitOr
	_ // ^
	_ // &
	_ // << >>
	_ // + -
	_ // * / // % @
	precUnary
	precPower
	precAwait
	precAtom
)

// operators gives the binary operators their text and precedence.
var operators = [...]struct {
	text string
	prec int
}{
	Add: {"+", precBitOr + 4}, Sub: {"-", precBitOr + 4},
	Mult: {"*", precBitOr + 5}, MatMult: {"@", precBitOr + 5}, Div: {"/", precBitOr + 5},
	Mod: {"%", precBitOr + 5}, FloorDiv: {"//", precBitOr + 5},
	Pow: {"**", precPower}, LShift: {"<<", precBitOr + 3}, RShift: {">>", precBitOr + 3},
	BitOr: {"|", precBitOr}, BitXor: {"^", precBitOr + 1}, BitAnd: {"&", precBitOr + 2},
}

// String returns the operator as it is written.
func (op Operator) String() string { return operators[op].text }

// String returns the operator as it is written.
func (op CmpOp) String() string {
	return [...]string{"==", "!=", "<", "<=", ">", ">=", "is", "is not", "in", "not in"}[op]
}

// String returns the operator as it is written.
func (op UnaryOperator) String() string { return [...]string{"~", "not ", "+", "-"}[op] }

// String returns the constant as it is written.
func (k ConstantKind) String() string { return [...]string{"None", "True", "False", "..."}[k] }

// node prints a node of any kind.
func (p *printer) node(n Node) {
	switch n := n.(type) {
	case *File:
		p.stmts(n.Body)
	case Stmt:
		p.stmt(n)
	case Expr:
		p.top(n)
	case Pattern:
		p.pattern(n, false)
	case *Generator:
		p.generator(n)
	case *Keyword:
		p.keyword(n)
	case *Params:
		p.params(n)
	case *Param:
		p.param(n)
	case *WithItem:
		p.withItem(n)
	case *ExceptHandler:
		p.handler(n, "except")
	case *Alias:
		p.alias(n)
	case *MatchCase:
		p.matchCase(n)
	}
}

// list prints items with a separator between them.
func list[T any](p *printer, items []T, f func(T)) {
	for i, x := range items {
		if i > 0 {
			p.put(", ")
		}
		f(x)
	}
}

// top prints an expression where a tuple needs no parentheses.
func (p *printer) top(x Expr) {
	if t, ok := x.(*Tuple); ok && !t.Paren && len(t.Elts) > 0 {
		p.elements(t.Elts)
		return
	}
	p.expr(x, precNamed)
}

// elements prints the elements of a tuple.
func (p *printer) elements(xs []Expr) {
	list(p, xs, p.element)
	if len(xs) == 1 {
		p.put(",")
	}
}

func (p *printer) element(x Expr) { p.expr(x, precTest) }

// expr prints an expression, in parentheses if it binds looser than prec.
func (p *printer) expr(x Expr, prec int) {
	if have := precedence(x); have < prec {
		p.put("(")
		defer p.put(")")
	}
	switch x := x.(type) {
	case *Name:
		p.put(x.Id)
	case *Constant:
		p.put(x.Kind.String())
	case *Int, *Float, *Imag:
		p.put(number(x))
	case *Str:
		p.str(x)
	case *JoinedStr:
		p.joined(x)
	case *FormattedValue:
		p.joined(&JoinedStr{Values: []Expr{x}})
	case *BoolOp:
		word, prec := " and ", precNot
		if x.Op == Or {
			word, prec = " or ", precAnd
		}
		for i, v := range x.Values {
			if i > 0 {
				p.put(word)
			}
			p.expr(v, prec)
		}
	case *NamedExpr:
		p.put(x.Target.Id, " := ")
		p.expr(x.Value, precTest)
	case *BinOp:
		op := operators[x.Op]
		if x.Op == Pow {
			p.expr(x.X, precAwait)
			p.put("**")
			p.expr(x.Y, precUnary)
			break
		}
		p.chain(x)
		p.put(" ", op.text, " ")
		p.expr(x.Y, op.prec+1)
	case *UnaryOp:
		p.put(x.Op.String())
		p.expr(x.X, precedence(x))
	case *Lambda:
		p.put("lambda")
		if s := p.sub(func(q *printer) { q.params(x.Params) }); s != "" {
			p.put(" ", s)
		}
		p.put(": ")
		p.expr(x.Body, precTest)
	case *IfExp:
		p.expr(x.Body, precOr)
		p.put(" if ")
		p.expr(x.Test, precOr)
		p.put(" else ")
		p.expr(x.Else, precTest)
	case *Dict:
		p.put("{")
		for i, v := range x.Values {
			if i > 0 {
				p.put(", ")
			}
			if x.Keys[i] == nil {
				p.put("**")
				p.expr(v, precBitOr)
				continue
			}
			p.expr(x.Keys[i], precTest)
			p.put(": ")
			p.expr(v, precTest)
		}
		p.put("}")
	case *Set:
		p.put("{")
		list(p, x.Elts, p.element)
		p.put("}")
	case *List:
		p.put("[")
		list(p, x.Elts, p.element)
		p.put("]")
	case *Tuple:
		p.put("(")
		p.elements(x.Elts)
		p.put(")")
	case *Comp:
		brackets := [...]string{"[]", "{}", "{}", "()"}[x.Kind]
		p.put(brackets[:1])
		p.comp(x)
		p.put(brackets[1:])
	case *Await:
		p.put("await ")
		p.expr(x.X, precAtom)
	case *Yield:
		p.put("yield")
		if x.Value != nil {
			p.put(" ")
			p.top(x.Value)
		}
	case *YieldFrom:
		p.put("yield from ")
		p.expr(x.X, precTest)
	case *Compare:
		p.expr(x.X, precBitOr)
		for i, y := range x.Ys {
			p.put(" ", x.Ops[i].String(), " ")
			p.expr(y, precBitOr)
		}
	case *Call:
		p.expr(x.Func, precAtom)
		p.put("(")
		p.arguments(x.Args, x.Keywords)
		p.put(")")
	case *Repr:
		p.put("`")
		p.top(x.X)
		p.put("`")
	case *Attribute:
		p.object(x.X)
		p.put(".", x.Name)
	case *Subscript:
		p.expr(x.X, precAtom)
		p.put("[")
		p.index(x.Index)
		p.put("]")
	case *Slice:
		p.slice(x)
	case *Starred:
		p.put("*")
		p.expr(x.X, precBitOr)
	}
}

// chain prints the left operand of x, without a call for each operator in a
// long a + b + c ...
func (p *printer) chain(x *BinOp) {
	var ops []*BinOp
	prec := operators[x.Op].prec
	left := x.X
	for {
		b, ok := left.(*BinOp)
		if !ok || operators[b.Op].prec != prec {
			break
		}
		ops = append(ops, b)
		left = b.X
	}
	p.expr(left, prec)
	for i := len(ops) - 1; i >= 0; i-- {
		p.put(" ", operators[ops[i].Op].text, " ")
		p.expr(ops[i].Y, prec+1)
	}
}

// object prints what an attribute is taken from.
func (p *printer) object(x Expr) {
	switch x.(type) {
	case *Int, *Float, *Imag:
		p.put("(", number(x), ")")
		return
	}
	p.expr(x, precAtom)
}

// precedence returns how tight an expression binds.
func precedence(x Expr) int {
	switch x := x.(type) {
	case *Yield, *YieldFrom:
		return 0
	case *NamedExpr:
		return 0
	case *Lambda, *IfExp:
		return precTest
	case *BoolOp:
		return precOr + int(Or-x.Op)
	case *UnaryOp:
		if x.Op == Not {
			return precNot
		}
		return precUnary
	case *Compare:
		return precCompare
	case *BinOp:
		return operators[x.Op].prec
	case *Await:
		return precAwait
	}
	return precAtom
}

func (p *printer) comp(x *Comp) {
	p.expr(x.Elt, precTest)
	if x.Value != nil {
		p.put(": ")
		p.expr(x.Value, precTest)
	}
	for _, g := range x.Generators {
		p.put(" ")
		p.generator(g)
	}
}

func (p *printer) generator(g *Generator) {
	if g.Async {
		p.put("async ")
	}
	p.put("for ")
	p.top(g.Target)
	p.put(" in ")
	if t, ok := g.Iter.(*Tuple); ok && !t.Paren {
		p.elements(t.Elts) // Python 2
	} else {
		p.expr(g.Iter, precOr)
	}
	for _, x := range g.Ifs {
		p.put(" if ")
		p.expr(x, precOr)
	}
}

// arguments prints the arguments of a call as they were written: a *args may
// have stood behind a keyword.
func (p *printer) arguments(args []Expr, keywords []*Keyword) {
	first := true
	arguments(args, keywords, func(n Node) {
		if !first {
			p.put(", ")
		}
		first = false
		switch n := n.(type) {
		case *Keyword:
			p.keyword(n)
		case Expr:
			if c, ok := n.(*Comp); ok && c.Kind == GeneratorExp && len(args)+len(keywords) == 1 {
				p.comp(c)
				return
			}
			p.expr(n, precTest)
		}
	})
}

func (p *printer) keyword(k *Keyword) {
	if k.Name == "" {
		p.put("**")
	} else {
		p.put(k.Name, "=")
	}
	p.expr(k.Value, precTest)
}

func (p *printer) index(x Expr) {
	t, ok := x.(*Tuple)
	if !ok || t.Paren || len(t.Elts) == 0 {
		p.sliceOrExpr(x)
		return
	}
	list(p, t.Elts, p.sliceOrExpr)
	if len(t.Elts) == 1 {
		p.put(",")
	}
}

func (p *printer) sliceOrExpr(x Expr) {
	if s, ok := x.(*Slice); ok {
		p.slice(s)
		return
	}
	p.expr(x, precTest)
}

func (p *printer) slice(s *Slice) {
	if s.Lo != nil {
		p.expr(s.Lo, precTest)
	}
	p.put(":")
	if s.Hi != nil {
		p.expr(s.Hi, precTest)
	}
	if s.Colons == 2 || s.Step != nil {
		p.put(":")
	}
	if s.Step != nil {
		p.expr(s.Step, precTest)
	}
}

func (p *printer) params(ps *Params) {
	first := true
	comma := func(prefix string) {
		if !first {
			p.put(", ")
		}
		first = false
		p.put(prefix)
	}
	each := func(list []*Param) {
		for _, a := range list {
			comma("")
			p.param(a)
		}
	}
	if each(ps.PosOnly); len(ps.PosOnly) > 0 {
		comma("/")
	}
	each(ps.Args)
	if ps.Vararg != nil {
		comma("*")
		p.param(ps.Vararg)
	} else if len(ps.KwOnly) > 0 {
		comma("*")
	}
	each(ps.KwOnly)
	if ps.Kwarg != nil {
		comma("**")
		p.param(ps.Kwarg)
	}
}

func (p *printer) param(a *Param) {
	if a.Tuple != nil {
		p.expr(a.Tuple, precTest)
	} else {
		p.put(a.Name)
	}
	eq := "="
	if a.Annotation != nil {
		p.put(": ")
		p.expr(a.Annotation, precTest)
		eq = " = "
	}
	if a.Default != nil {
		p.put(eq)
		p.expr(a.Default, precTest)
	}
}

func (p *printer) newline() {
	p.put("\n", strings.Repeat("    ", p.indent))
}
