package lower

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"example.com/pysock/pysock/syntax"
	star "go.starlark.net/syntax"
)

// native are the operators that Starlark applies as Python does, once the
// values that it doesn't know implement its HasBinary.
var native = map[syntax.Operator]star.Token{
	syntax.Add:    star.PLUS,
	syntax.Sub:    star.MINUS,
	syntax.Mult:   star.STAR,
	syntax.BitOr:  star.PIPE,
	syntax.BitXor: star.CIRCUMFLEX,
	syntax.BitAnd: star.AMP,
}

// operators are the names of the binary operators; with an i before, those of
// the augmented assignments.
var operators = map[syntax.Operator]string{
	syntax.Add: "add", syntax.Sub: "sub", syntax.Mult: "mul", syntax.MatMult: "matmul",
	syntax.Div: "truediv", syntax.Mod: "mod", syntax.Pow: "pow",
	syntax.LShift: "lshift", syntax.RShift: "rshift",
	syntax.BitOr: "or", syntax.BitXor: "xor", syntax.BitAnd: "and", syntax.FloorDiv: "floordiv",
}

// operator is the name of a binary operator in the file's dialect.
func (l *lowerer) operator(op syntax.Operator) string {
	if op == syntax.Div && l.py2 && l.file.Future&syntax.FutureDivision == 0 {
		return "div"
	}
	return operators[op]
}

func (l *lowerer) exprs(list []syntax.Expr) []star.Expr {
	out := make([]star.Expr, len(list))
	for i, e := range list {
		out[i] = l.expr(e)
	}
	return out
}

// expr lowers an expression whose value is used.
func (l *lowerer) expr(e syntax.Expr) star.Expr {
	at := l.anchor(e)
	switch e := e.(type) {
	case *syntax.Name:
		if e.Id == "__debug__" && l.opts.Optimize >= NoAsserts {
			return l.value(at, &syntax.Constant{Kind: syntax.False})
		}
		return l.load(e.Id, at)
	case *syntax.Constant:
		if e.Kind == syntax.None {
			return ident(at, "None")
		}
		return l.value(at, e)
	case *syntax.Int:
		switch {
		case e.Big != nil && !l.py2:
			return bigInteger(at, e.Big)
		case e.Big != nil || e.Long:
			return l.value(at, e)
		}
		return integer(at, e.Value)
	case *syntax.Float:
		return &star.Literal{Token: star.FLOAT, TokenPos: at, Value: e.Value}
	case *syntax.Imag:
		return l.value(at, e)
	case *syntax.Str:
		return l.str(at, e)
	case *syntax.JoinedStr:
		return l.joined(at, e)
	case *syntax.FormattedValue:
		return l.field(at, e)
	case *syntax.BoolOp:
		return l.boolOp(at, e, l.expr, true)
	case *syntax.NamedExpr:
		return l.store(at, e.Target.Id, l.expr(e.Value))
	case *syntax.BinOp:
		if tok, ok := native[e.Op]; ok {
			return l.fit(at, e, tok)
		}
		return l.op2(at, l.operator(e.Op), l.expr(e.X), e.Y)
	case *syntax.UnaryOp:
		return l.unary(at, e)
	case *syntax.Lambda:
		return l.lambda(at, e)
	case *syntax.IfExp:
		return &star.CondExpr{If: at, Cond: l.cond(e.Test), True: l.expr(e.Body), ElsePos: at, False: l.expr(e.Else)}
	case *syntax.Dict:
		return l.dict(at, e)
	case *syntax.Set:
		if len(e.Elts) > 2 && !l.py2 {
			if elts, ok := l.sameSet(e.Elts); ok {
				return l.setDisplay(at, "constset", elts)
			}
		}
		return l.setDisplay(at, "set", e.Elts)
	case *syntax.List:
		return l.op1(at, "list", l.elems(at, e.Elts))
	case *syntax.Tuple:
		if key, ok := constant(e); ok && len(e.Elts) > 0 && !(l.py2 && nests(e)) { // one object
			if l.py2 { // one for each place
				key += at.String()
			}
			return l.bind(at, "const", key, e)
		}
		if !e.Paren && hasStar(e.Elts) { // which begins where its first element does
			at = l.pos(syntax.UnpackAnchor(e))
		}
		return l.elems(at, e.Elts)
	case *syntax.Comp:
		return l.comp(at, e)
	case *syntax.Compare:
		return l.compare(at, e)
	case *syntax.Call:
		return l.invoke(at, e)
	case *syntax.Repr:
		return l.op1(at, "repr", l.expr(e.X))
	case *syntax.Attribute:
		return apply(at, l.expr(e.X), l.named(at, "attr", e.Name))
	case *syntax.Subscript:
		return l.subscript(at, e)
	case *syntax.Slice:
		return l.slice(at, e)
	case *syntax.Await:
		return l.op1(at, "await", l.expr(e.X))
	case *syntax.Yield:
		v := star.Expr(ident(at, "None"))
		if e.Value != nil {
			v = l.expr(e.Value)
		}
		return l.op1(at, "yield", v)
	case *syntax.YieldFrom:
		return l.op1(at, "yieldfrom", l.expr(e.X))
	case *syntax.Starred:
		l.fail(e, "can't use starred expression here")
	default:
		l.fail(e, "invalid syntax")
	}
	return ident(at, "None")
}

// cond lowers an expression of which only the truth is asked.
func (l *lowerer) cond(e syntax.Expr) star.Expr {
	switch e := e.(type) {
	case *syntax.UnaryOp:
		if e.Op == syntax.Not {
			return not(l.anchor(e), l.cond(e.X))
		}
	case *syntax.BoolOp:
		return l.boolOp(l.anchor(e), e, l.cond, false)
	}
	return l.expr(e)
}

// boolOp chains its values with Starlark's and/or, which return one of their
// operands as Python's do; valued tells whether that matters.
//
//	a and b or c        not not a and b or c
//
// Starlark would ask for the truth of a again, to know that of "a and b".
func (l *lowerer) boolOp(at star.Position, e *syntax.BoolOp, each func(syntax.Expr) star.Expr, valued bool) star.Expr {
	values := flat(e)
	last := len(values) - 1
	list := make([]star.Expr, len(values))
	for i, x := range values {
		inner, isChain := x.(*syntax.BoolOp)
		switch {
		case i == last || !isChain:
			list[i] = each(x)
		case !valued:
			list[i] = l.truth(x)
		default:
			parts := flat(inner)
			end := len(parts) - 1
			chained := make([]star.Expr, len(parts))
			for j, y := range parts[:end] {
				chained[j] = l.truth(y)
			}
			chained[end] = l.expr(parts[end])
			// Where the truth of it all is asked, the source is told by this.
			list[i] = l.op1(l.anchor(parts[end]), "same", chain(l.anchor(inner), inner.Op, chained))
		}
	}
	return chain(at, e.Op, list)
}

// truth lowers an expression to the truth of its value, which is asked once.
func (l *lowerer) truth(e syntax.Expr) star.Expr {
	at := l.anchor(e)
	switch e := e.(type) {
	case *syntax.UnaryOp:
		if e.Op == syntax.Not {
			return not(at, l.cond(e.X))
		}
	case *syntax.BoolOp:
		values := flat(e)
		list := make([]star.Expr, len(values))
		for i, x := range values {
			list[i] = l.truth(x)
		}
		return chain(at, e.Op, list)
	}
	return not(at, not(at, l.expr(e)))
}

// chain is a and (b and c): the depth is to the right, where it costs no stack at
// run time.
func chain(at star.Position, op syntax.BoolOpKind, list []star.Expr) star.Expr {
	tok := star.AND
	if op == syntax.Or {
		tok = star.OR
	}
	n := len(list) - 1
	x := list[n]
	for n--; n >= 0; n-- {
		x = binary(at, tok, list[n], x)
	}
	return x
}

// flat are the operands of e, and of those that are chains of the same operator:
// (a and b) and c is a and (b and c).
func flat(e *syntax.BoolOp) (values []syntax.Expr) {
	for _, x := range e.Values {
		if inner, ok := x.(*syntax.BoolOp); ok && inner.Op == e.Op {
			values = append(values, flat(inner)...)
		} else {
			values = append(values, x)
		}
	}
	return values
}

func (l *lowerer) unary(at star.Position, e *syntax.UnaryOp) star.Expr {
	tok := star.MINUS
	switch e.Op {
	case syntax.Not:
		return apply(at, l.cond(e.X), l.need(at, "not"))
	case syntax.UAdd:
		tok = star.PLUS
	case syntax.Invert:
		tok = star.TILDE
	case syntax.USub:
		operand := e.X
		if l.py2 && e.X.Bounds().End != e.End { // in parentheses it is no part of the number
			operand = nil
		}
		switch x := operand.(type) {
		case *syntax.Int:
			if x.Big != nil {
				n := new(big.Int).Neg(x.Big)
				switch {
				case !l.py2:
					return bigInteger(at, n)
				case n.IsInt64() && !x.Long:
					return integer(at, n.Int64())
				}
				return l.value(at, &syntax.Int{Big: n})
			}
			if !x.Long {
				return integer(at, -x.Value)
			}
		case *syntax.Float:
			if x.Value != 0 { // 0.0 and -0.0 would be the same constant
				return &star.Literal{Token: star.FLOAT, TokenPos: at, Value: -x.Value}
			}
		case *syntax.Imag:
			if l.py2 { // its compiler reads the sign as part of the number
				return l.value(at, &syntax.Imag{Value: -x.Value})
			}
		}
	}
	x := &star.UnaryExpr{OpPos: at, Op: tok, X: l.expr(e.X)}
	if e.Op == syntax.USub && l.py2 {
		return l.op1(at, "fit", x)
	}
	return x
}

// fit makes a long of a result that is too large for Python 2's int:
//
//	a + b => (a + b) // @fit
//	a + 1 => a // @add:1
//
// Starlark's ints have no end, and its operators can't be asked to watch it.
func (l *lowerer) fit(at star.Position, e *syntax.BinOp, tok star.Token) star.Expr {
	switch e.Op {
	case syntax.Add, syntax.Sub, syntax.Mult:
		if !l.py2 || sequence(e.X) || sequence(e.Y) {
			break
		}
		if n, ok := e.Y.(*syntax.Int); ok && n.Big == nil && !n.Long && e.Op != syntax.Mult {
			return l.op2(at, operators[e.Op], l.expr(e.X), e.Y)
		}
		return l.op1(at, "fit", binary(at, tok, l.expr(e.X), l.expr(e.Y)))
	}
	if left, ok := e.X.(*syntax.BinOp); ok && e.Op == syntax.Add && left.Op == syntax.Add && alike(left.Y, e.Y) && !adds(left.X, e.Y) {
		return l.op2(at, operators[e.Op], l.expr(e.X), e.Y)
	}
	return binary(at, tok, l.expr(e.X), l.expr(e.Y))
}

// alike reports whether Starlark's compiler takes two operands together, as in
// x + "a" + "b", of which an x that isn't a string may have a view of its own.
func alike(x, y syntax.Expr) bool {
	switch x := x.(type) {
	case *syntax.Str:
		y, ok := y.(*syntax.Str)
		return ok && x.Kind == y.Kind
	case *syntax.Tuple:
		_, ok := y.(*syntax.Tuple)
		return ok
	}
	return false
}

// adds reports whether x is the sum of such operands alone.
func adds(x, y syntax.Expr) bool {
	if b, ok := x.(*syntax.BinOp); ok && b.Op == syntax.Add {
		return adds(b.X, y) && adds(b.Y, y)
	}
	return alike(x, y)
}

// sequence reports whether the expression can be seen not to be a number.
func sequence(e syntax.Expr) bool {
	switch e := e.(type) {
	case *syntax.Str, *syntax.List, *syntax.Tuple, *syntax.Comp:
		return true
	case *syntax.BinOp:
		switch e.Op {
		case syntax.Add, syntax.Mult:
			return sequence(e.X) || sequence(e.Y)
		case syntax.Mod:
			return sequence(e.X)
		}
	}
	return false
}

// value is a constant that has no Starlark literal.
func (l *lowerer) value(at star.Position, e syntax.Expr) star.Expr {
	key, _ := constant(e)
	return l.bind(at, "const", key, e)
}

// str is a literal where Starlark's string is what the dialect's literal means.
func (l *lowerer) str(at star.Position, e *syntax.Str) star.Expr {
	switch {
	case e.Kind == syntax.BytesStr:
		return &star.Literal{Token: star.BYTES, TokenPos: at, Value: e.Value}
	case e.Kind == syntax.UnicodeStr || !l.py2 && !ascii(e.Value):
		return l.value(at, e)
	}
	return text(at, e.Value)
}

// name is an identifier as a value that a script can get.
func (l *lowerer) name(at star.Position, s string) star.Expr {
	return l.str(at, &syntax.Str{Value: s})
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// sameSet returns the elements of the file's first set display of these constants, if
// that is what they are: in CPython 3 equal ones share a frozenset, and its order.
func (l *lowerer) sameSet(elts []syntax.Expr) ([]syntax.Expr, bool) {
	keys := make([]string, len(elts))
	for i, e := range elts {
		key, ok := constant(e)
		if !ok {
			return nil, false
		}
		keys[i] = strconv.Quote(key)
	}
	slices.Sort(keys)
	key := strings.Join(slices.Compact(keys), ",")
	if l.displays[key] == nil {
		l.displays[key] = elts
	}
	return l.displays[key], true
}

// setDisplay is (a, b) // @set. From a starred element on it is built in steps:
// (a,) // @set // @addall // b // @addto // c ...
func (l *lowerer) setDisplay(at star.Position, op string, elts []syntax.Expr) star.Expr {
	n := 0
	for n < len(elts) && !hasStar(elts[n:n+1]) {
		n++
	}
	s := l.op1(at, op, l.elems(at, elts[:n]))
	for _, e := range elts[n:] {
		op, x := "addto", e
		if star, ok := e.(*syntax.Starred); ok {
			op, x = "addall", star.X
		}
		s = apply(at, l.op1(at, op, s), l.expr(x))
	}
	return s
}

// elems is a tuple of the elements of a display, starred ones spread out.
func (l *lowerer) elems(at star.Position, elts []syntax.Expr) star.Expr {
	var parts []star.Expr
	var run []star.Expr
	flush := func() {
		if run != nil {
			parts = append(parts, tuple(at, run...))
			run = nil
		}
	}
	for _, e := range elts {
		if s, ok := e.(*syntax.Starred); ok {
			flush()
			parts = append(parts, l.op1(at, "spread", l.expr(s.X)))
		} else {
			run = append(run, l.expr(e))
		}
	}
	flush()
	if parts == nil {
		return tuple(at)
	}
	x := parts[0]
	for _, p := range parts[1:] {
		x = binary(at, star.PLUS, x, p)
	}
	return x
}

// dict is (k, v, k, v) // @dict. Where there is a **m, it is built in steps:
// (k, v) // @dict // @update // m ...
//
// Python 2 puts each pair in before it evaluates the next one, which shows where
// a key may fail: there, a pair is a step.
func (l *lowerer) dict(at star.Position, e *syntax.Dict) star.Expr {
	op, swapped := l.pairs("dict")
	var d star.Expr
	var run []star.Expr
	flush := func() {
		part := l.op1(at, op, tuple(at, run...))
		switch {
		case d == nil:
			d = part
		case run != nil:
			d = apply(at, l.op1(at, "update", d), part)
		}
		run = nil
	}
	for i, v := range e.Values {
		if k := e.Keys[i]; k != nil {
			if swapped {
				run = append(run, l.expr(v), l.expr(k))
				if _, ok := constant(k); !ok && len(e.Values) > 1 {
					flush()
				}
			} else {
				run = append(run, l.expr(k), l.expr(v))
			}
			continue
		}
		if run != nil || d == nil {
			flush()
		}
		d = apply(at, l.op1(at, "update", d), l.expr(v))
	}
	if run != nil || d == nil {
		flush()
	}
	return d
}

// pairs is the operator that makes a dict of keys and values. Python 2 evaluates
// the value first: what its operator takes is swapped.
func (l *lowerer) pairs(op string) (_ string, swapped bool) {
	if l.py2 {
		return op + "2", true
	}
	return op, false
}

// compare chains comparisons. An operand in the middle is evaluated once: it is
// repeated only if it is a variable or a constant, else the pair is bound to
// temporaries.
func (l *lowerer) compare(at star.Position, e *syntax.Compare) star.Expr {
	return l.chain(l.expr(e.X), e.Ops, e.OpPos, e.Ys)
}

func (l *lowerer) chain(x star.Expr, ops []syntax.CmpOp, where []syntax.Pos, ys []syntax.Expr) star.Expr {
	at := l.pos(where[0])
	if len(ops) == 1 {
		return l.op2(at, cmpNames[ops[0]], x, ys[0])
	}
	_, isConst := constant(ys[0])
	_, isName := ys[0].(*syntax.Name)
	if isConst || isName {
		return binary(at, star.AND, l.op2(at, cmpNames[ops[0]], x, ys[0]), l.chain(l.expr(ys[0]), ops[1:], where[1:], ys[1:]))
	}
	a, b := l.temp(), l.temp()
	first := apply(at, l.op1(at, cmpNames[ops[0]], ident(at, a)), ident(at, b))
	rest := l.chain(ident(at, b), ops[1:], where[1:], ys[1:])
	pair := assign(at, tuple(at, ident(at, a), ident(at, b)), tuple(at, x, l.expr(ys[0])))
	return l.let(at, []star.Stmt{pair}, func() star.Expr { return binary(at, star.AND, first, rest) })
}

var cmpNames = [...]string{
	syntax.Eq: "eq", syntax.NotEq: "ne", syntax.Lt: "lt", syntax.LtE: "le", syntax.Gt: "gt", syntax.GtE: "ge",
	syntax.Is: "is", syntax.IsNot: "isnot", syntax.In: "in", syntax.NotIn: "notin",
}

// subscript reads x[i]. In Python 2 Starlark's own instruction does where the
// index is a literal; any other index may be a value that Starlark doesn't take
// for a number, and an element of Python 3's bytes is a number.
func (l *lowerer) subscript(at star.Position, e *syntax.Subscript) star.Expr {
	x := l.expr(e.X)
	switch i := e.Index.(type) {
	case *syntax.Int:
		if l.py2 && i.Big == nil && !i.Long && i.Value < 1<<31 {
			return index(at, x, integer(at, i.Value))
		}
	case *syntax.Slice:
		if key, ok := l.constSlice(i); ok {
			return apply(at, x, l.bind(at, "slice", key, i))
		}
	}
	return l.op2(at, "getitem", x, e.Index)
}

// constSlice reports whether the parts of a slice are constants.
func (l *lowerer) constSlice(s *syntax.Slice) (string, bool) {
	key := ""
	for _, p := range []syntax.Expr{s.Lo, s.Hi, s.Step} {
		if p != nil {
			k, ok := constant(p)
			if !ok {
				return "", false
			}
			key += k
		}
		key += ";"
	}
	return key, true
}

// slice makes a slice object.
func (l *lowerer) slice(at star.Position, s *syntax.Slice) star.Expr {
	parts := make([]star.Expr, 3)
	for i, p := range []syntax.Expr{s.Lo, s.Hi, s.Step} {
		if parts[i] = ident(at, "None"); p != nil {
			parts[i] = l.expr(p)
		}
	}
	return l.op1(at, "makeslice", tuple(at, parts...))
}

// joined is an f-string: its parts, formatted, in one tuple.
func (l *lowerer) joined(at star.Position, e *syntax.JoinedStr) star.Expr {
	parts := make([]star.Expr, len(e.Values))
	for i, v := range e.Values {
		if f, ok := v.(*syntax.FormattedValue); ok {
			parts[i] = l.field(at, f)
		} else {
			parts[i] = l.expr(v)
		}
	}
	return l.op1(at, "join", tuple(at, parts...))
}

// field formats one value of an f-string. The operator's name says which
// conversion comes first; its second operand is the specification.
func (l *lowerer) field(at star.Position, e *syntax.FormattedValue) star.Expr {
	op := "field"
	if e.Conv != 0 {
		op += string(rune(e.Conv))
	}
	var spec syntax.Expr = &syntax.Str{Kind: syntax.NativeStr}
	if e.Spec != nil {
		spec = e.Spec
		if len(e.Spec.Values) == 1 {
			if s, ok := e.Spec.Values[0].(*syntax.Str); ok {
				spec = s
			}
		}
	}
	return l.op2(at, op, l.expr(e.X), spec)
}

// nests reports whether a tuple holds one, where Python 2 makes another each time.
func nests(e *syntax.Tuple) bool {
	return slices.ContainsFunc(e.Elts, func(x syntax.Expr) bool {
		_, ok := x.(*syntax.Tuple)
		return ok
	})
}
