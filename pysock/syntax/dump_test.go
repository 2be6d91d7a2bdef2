package syntax

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math"
	"math/big"
	"strings"
)

// A dumper writes a tree in the form of testdata/astdump.py: that of CPython's
// own ast module, in preorder.
type dumper struct {
	words []string
	py2   bool
	noPos int // inside f-strings, where CPython's positions are off
}

// dumpTree returns the dump of a file.
func dumpTree(f *File) string {
	d := &dumper{py2: f.Dialect == Python2}
	d.word("(Module")
	d.list(stmts(f.Body))
	d.word(")")
	return strings.Join(d.words, " ")
}

func (d *dumper) word(format string, args ...any) {
	if len(args) > 0 {
		format = fmt.Sprintf(format, args...)
	}
	d.words = append(d.words, format)
}

func stmts(list []Stmt) []any {
	var out []any
	for _, s := range list {
		out = append(out, s)
	}
	return out
}

func anys[T any](list []T) []any {
	out := make([]any, len(list))
	for i, x := range list {
		out[i] = x
	}
	return out
}

func (d *dumper) list(list []any) {
	d.word("[")
	for _, x := range list {
		d.dump(x)
	}
	d.word("]")
}

// node writes one node: its name, place and fields.
func (d *dumper) node(name string, n Node, fields ...any) {
	d.word("(" + name)
	if n != nil {
		s := n.Bounds()
		switch {
		case !d.py2 && d.noPos == 0:
			d.word("@%d:%d-%d:%d", s.Start.Line, s.Start.Col, s.End.Line, s.End.Col)
		case d.py2:
			if _, ok := n.(Stmt); ok && name != "Expr" {
				d.word("@%d", s.Start.Line)
			}
		}
	}
	for _, f := range fields {
		d.dump(f)
	}
	d.word(")")
}

// An optional identifier: "" stands for its absence.
type optional string

func (d *dumper) dump(x any) {
	switch x := x.(type) {
	case nil:
		d.word("~")
	case []any:
		d.list(x)
	case optional:
		if x == "" {
			d.word("~")
		} else {
			d.word("%s", string(x))
		}
	case string:
		d.word("%s", x)
	case int:
		d.word("%d", x)
	case bool:
		if d.py2 {
			d.word("%s", map[bool]string{true: "True", false: "False"}[x])
		} else {
			d.word("%s", map[bool]string{true: "1", false: "0"}[x])
		}
	case Stmt:
		d.stmt(x)
	case Expr:
		d.expr(x)
	case Pattern:
		d.pattern(x)
	case Node:
		d.other(x)
	default:
		panic(fmt.Sprintf("dump: %T", x))
	}
}

// opt turns a nil expression into a plain nil.
func opt(x Expr) any {
	if x == nil {
		return nil
	}
	return x
}

var opNames = [...]string{"Add", "Sub", "Mult", "MatMult", "Div", "Mod", "Pow", "LShift", "RShift", "BitOr", "BitXor", "BitAnd", "FloorDiv"}
var unaryNames = [...]string{"Invert", "Not", "UAdd", "USub"}
var cmpNames = [...]string{"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"}

func hexFloat(f float64) string {
	var b [8]byte
	binary.BigEndian.PutUint64(b[:], math.Float64bits(f))
	return hex.EncodeToString(b[:])
}

// numberText returns the dump of a number, negated if neg.
func numberText(x Expr, neg bool) string {
	sign := 1.0
	if neg {
		sign = -1
	}
	switch x := x.(type) {
	case *Int:
		v := big.NewInt(x.Value)
		if x.Big != nil {
			v = x.Big
		}
		if neg && v.Sign() != 0 {
			return "i-" + v.Text(16)
		}
		return "i" + v.Text(16)
	case *Float:
		return "f" + hexFloat(sign*x.Value)
	case *Imag:
		return "j" + hexFloat(sign*x.Value)
	}
	return ""
}

func codePoints(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := decodeRune(s[i:])
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, "%x", r)
		i += n
	}
	return b.String()
}

func (d *dumper) literal(x Expr, text string) {
	name := "Constant"
	if d.py2 {
		name = "Num"
		if _, ok := x.(*Str); ok {
			name = "Str"
		}
	}
	d.node(name, x, text)
}

func (d *dumper) expr(x Expr) {
	switch x := x.(type) {
	case *Name:
		d.node("Name", x, x.Id)
	case *Constant:
		switch {
		case d.py2 && x.Kind == Ellipsis:
			d.word("Ellipsis")
		case d.py2:
			d.node("Name", x, x.Kind.String())
		default:
			d.node("Constant", x, x.Kind.String())
		}
	case *Int, *Float, *Imag:
		d.literal(x, numberText(x, false))
	case *Str:
		if x.Kind == BytesStr || x.Kind == NativeStr && d.py2 {
			d.literal(x, "b"+hex.EncodeToString([]byte(x.Value)))
		} else {
			d.literal(x, "u"+codePoints(x.Value))
		}
	case *JoinedStr:
		d.word("(JoinedStr")
		if d.noPos == 0 {
			d.word("@%d:%d-%d:%d", x.Start.Line, x.Start.Col, x.End.Line, x.End.Col)
		}
		d.noPos++
		d.list(anys(x.Values))
		d.noPos--
		d.word(")")
	case *FormattedValue:
		conv := -1
		if x.Conv != 0 {
			conv = int(x.Conv)
		}
		var spec any
		if x.Spec != nil {
			spec = x.Spec
		}
		d.node("FormattedValue", x, x.X, conv, spec)
	case *BoolOp:
		d.node("BoolOp", x, [...]string{"And", "Or"}[x.Op], anys(x.Values))
	case *NamedExpr:
		d.node("NamedExpr", x, x.Target, x.Value)
	case *BinOp:
		d.node("BinOp", x, x.X, opNames[x.Op], x.Y)
	case *UnaryOp:
		if d.py2 && x.Op == USub {
			if text := numberText(x.X, true); text != "" {
				d.literal(x, text)
				return
			}
		}
		d.node("UnaryOp", x, unaryNames[x.Op], x.X)
	case *Lambda:
		d.node("Lambda", x, x.Params, x.Body)
	case *IfExp:
		d.node("IfExp", x, x.Test, x.Body, x.Else)
	case *Dict:
		keys := make([]any, len(x.Keys))
		for i, k := range x.Keys {
			keys[i] = opt(k)
		}
		d.node("Dict", x, keys, anys(x.Values))
	case *Set:
		d.node("Set", x, anys(x.Elts))
	case *List:
		d.node("List", x, anys(x.Elts))
	case *Tuple:
		d.node("Tuple", x, anys(x.Elts))
	case *Comp:
		name := [...]string{"ListComp", "SetComp", "DictComp", "GeneratorExp"}[x.Kind]
		if x.Kind == DictComp {
			d.node(name, x, x.Elt, x.Value, anys(x.Generators))
		} else {
			d.node(name, x, x.Elt, anys(x.Generators))
		}
	case *Await:
		d.node("Await", x, x.X)
	case *Yield:
		d.node("Yield", x, opt(x.Value))
	case *YieldFrom:
		d.node("YieldFrom", x, x.X)
	case *Compare:
		ops := make([]any, len(x.Ops))
		for i, op := range x.Ops {
			ops[i] = cmpNames[op]
		}
		d.node("Compare", x, x.X, ops, anys(x.Ys))
	case *Call:
		if d.py2 {
			d.call2(x)
		} else {
			d.node("Call", x, x.Func, anys(x.Args), anys(x.Keywords))
		}
	case *Repr:
		d.node("Repr", x, x.X)
	case *Attribute:
		d.node("Attribute", x, x.X, x.Name)
	case *Subscript:
		d.node("Subscript", x, x.X, x.Index)
	case *Slice:
		step := opt(x.Step)
		if d.py2 && step == nil && x.Colons == 2 {
			step = &Constant{Kind: None}
		}
		d.node("Slice", x, opt(x.Lo), opt(x.Hi), step)
	case *Starred:
		d.node("Starred", x, x.X)
	default:
		panic(fmt.Sprintf("dump: %T", x))
	}
}

// call2 writes a call as Python 2 has it: *args and **kwargs are apart.
func (d *dumper) call2(x *Call) {
	var args, keywords []any
	var star, double any
	for _, a := range x.Args {
		if s, ok := a.(*Starred); ok {
			star = s.X
		} else {
			args = append(args, a)
		}
	}
	for _, k := range x.Keywords {
		if k.Name == "" {
			double = k.Value
		} else {
			keywords = append(keywords, k)
		}
	}
	d.node("Call", x, x.Func, args, star, keywords, double)
}

func (d *dumper) other(n Node) {
	switch n := n.(type) {
	case *Generator:
		if d.py2 {
			d.node("comprehension", nil, n.Target, n.Iter, anys(n.Ifs))
		} else {
			d.node("comprehension", nil, n.Target, n.Iter, anys(n.Ifs), n.Async)
		}
	case *Keyword:
		d.node("keyword", n, optional(n.Name), n.Value)
	case *Alias:
		d.node("alias", n, n.Name, optional(n.AsName))
	case *Params:
		d.params(n)
	case *Param:
		if !d.py2 {
			d.node("arg", n, n.Name, opt(n.Annotation))
		} else if n.Tuple != nil {
			d.expr(n.Tuple)
		} else {
			d.node("Name", n, n.Name)
		}
	case *WithItem:
		d.node("withitem", nil, n.Context, opt(n.Target))
	case *ExceptHandler:
		if name, ok := n.Target.(*Name); ok && !d.py2 {
			d.node("ExceptHandler", n, opt(n.Type), name.Id, stmts(n.Body))
		} else {
			d.node("ExceptHandler", n, opt(n.Type), opt(n.Target), stmts(n.Body))
		}
	case *MatchCase:
		d.node("match_case", nil, n.Pattern, opt(n.Guard), stmts(n.Body))
	default:
		panic(fmt.Sprintf("dump: %T", n))
	}
}

func (d *dumper) params(ps *Params) {
	var defaults, kwDefaults []any
	for _, a := range append(append([]*Param(nil), ps.PosOnly...), ps.Args...) {
		if a.Default != nil {
			defaults = append(defaults, a.Default)
		}
	}
	for _, a := range ps.KwOnly {
		kwDefaults = append(kwDefaults, opt(a.Default))
	}
	param := func(a *Param) any {
		switch {
		case a == nil:
			return nil
		case d.py2:
			return a.Name
		}
		return a
	}
	if d.py2 {
		d.node("arguments", nil, anys(ps.Args), param(ps.Vararg), param(ps.Kwarg), defaults)
		return
	}
	d.node("arguments", nil, anys(ps.PosOnly), anys(ps.Args), param(ps.Vararg), anys(ps.KwOnly), kwDefaults, param(ps.Kwarg), defaults)
}

func (d *dumper) stmt(s Stmt) {
	async := func(is bool, name string) string {
		if is {
			return "Async" + name
		}
		return name
	}
	switch s := s.(type) {
	case *FunctionDef:
		if d.py2 {
			d.decorated2("FunctionDef", s, s.Decorators, s.Name, s.Params, stmts(s.Body), anys(s.Decorators))
			return
		}
		d.node(async(s.Async, "FunctionDef"), s, s.Name, s.Params, stmts(s.Body), anys(s.Decorators), opt(s.Returns))
	case *ClassDef:
		if d.py2 {
			d.decorated2("ClassDef", s, s.Decorators, s.Name, anys(s.Bases), stmts(s.Body), anys(s.Decorators))
			return
		}
		d.node("ClassDef", s, s.Name, anys(s.Bases), anys(s.Keywords), stmts(s.Body), anys(s.Decorators))
	case *Return:
		d.node("Return", s, opt(s.Value))
	case *Delete:
		d.node("Delete", s, anys(s.Targets))
	case *Assign:
		d.node("Assign", s, anys(s.Targets), s.Value)
	case *AugAssign:
		d.node("AugAssign", s, s.Target, opNames[s.Op], s.Value)
	case *AnnAssign:
		d.node("AnnAssign", s, s.Target, s.Annotation, opt(s.Value), s.Simple)
	case *For:
		d.node(async(s.Async, "For"), s, s.Target, s.Iter, stmts(s.Body), stmts(s.Else))
	case *While:
		d.node("While", s, s.Test, stmts(s.Body), stmts(s.Else))
	case *If:
		d.node("If", s, s.Test, stmts(s.Body), stmts(s.Else))
	case *With:
		if d.py2 {
			d.with2(s, s.Items)
			return
		}
		d.node(async(s.Async, "With"), s, anys(s.Items), stmts(s.Body))
	case *Raise:
		if d.py2 {
			d.node("Raise", s, opt(s.Exc), opt(s.Value), opt(s.Traceback))
		} else {
			d.node("Raise", s, opt(s.Exc), opt(s.Cause))
		}
	case *Try:
		d.try(s)
	case *Assert:
		d.node("Assert", s, s.Test, opt(s.Msg))
	case *Import:
		d.node("Import", s, anys(s.Names))
	case *ImportFrom:
		d.node("ImportFrom", s, optional(s.Module), anys(s.Names), s.Level)
	case *Global:
		d.node("Global", s, anys(s.Names))
	case *Nonlocal:
		d.node("Nonlocal", s, anys(s.Names))
	case *ExprStmt:
		d.node("Expr", s, s.X)
	case *Pass:
		d.leaf("Pass", s)
	case *Break:
		d.leaf("Break", s)
	case *Continue:
		d.leaf("Continue", s)
	case *Print:
		d.node("Print", s, opt(s.Dest), anys(s.Values), s.NewLine)
	case *Exec:
		d.node("Exec", s, s.Body, opt(s.Globals), opt(s.Locals))
	case *Match:
		d.node("Match", s, s.Subject, anys(s.Cases))
	default:
		panic(fmt.Sprintf("dump: %T", s))
	}
}

// leaf writes a statement without fields, of which astdump.py prints the name.
func (d *dumper) leaf(name string, s Stmt) { d.word(name) }

// decorated2 writes a function or class of Python 2, whose line is that of its
// first decorator, if it has one; it is left out then.
func (d *dumper) decorated2(name string, s Stmt, decorators []Expr, fields ...any) {
	if len(decorators) > 0 {
		d.node(name, nil, fields...)
	} else {
		d.node(name, s, fields...)
	}
}

// with2 writes the nested statements that Python 2.7 makes of several items.
func (d *dumper) with2(s *With, items []*WithItem) {
	line := s.Start.Line
	if len(items) < len(s.Items) {
		line = items[0].Start.Line
	}
	d.word("(With")
	d.word("@%d", line)
	d.dump(items[0].Context)
	d.dump(opt(items[0].Target))
	if len(items) > 1 {
		d.word("[")
		d.with2(s, items[1:])
		d.word("]")
	} else {
		d.list(stmts(s.Body))
	}
	d.word(")")
}

func (d *dumper) try(s *Try) {
	if !d.py2 {
		name := "Try"
		if s.Star {
			name = "TryStar"
		}
		d.node(name, s, stmts(s.Body), anys(s.Handlers), stmts(s.Else), stmts(s.Finally))
		return
	}
	if s.Finally == nil {
		d.node("TryExcept", s, stmts(s.Body), anys(s.Handlers), stmts(s.Else))
		return
	}
	body := stmts(s.Body)
	if s.Handlers != nil {
		inner := *s
		inner.Finally = nil
		body = []any{&inner}
	}
	d.node("TryFinally", s, body, stmts(s.Finally))
}

// pattern: MatchX nodes.
func (d *dumper) pattern(x Pattern) {
	switch x := x.(type) {
	case *MatchValue:
		d.node("MatchValue", x, x.Value)
	case *MatchSingleton:
		d.node("MatchSingleton", x, x.Value.String())
	case *MatchSequence:
		d.node("MatchSequence", x, anys(x.Patterns))
	case *MatchMapping:
		d.node("MatchMapping", x, anys(x.Keys), anys(x.Patterns), optional(x.Rest))
	case *MatchClass:
		d.node("MatchClass", x, x.Cls, anys(x.Patterns), anys(x.KwdAttrs), anys(x.KwdPatterns))
	case *MatchStar:
		d.node("MatchStar", x, optional(x.Name))
	case *MatchAs:
		var p any
		if x.Pattern != nil {
			p = x.Pattern
		}
		d.node("MatchAs", x, p, optional(x.Name))
	case *MatchOr:
		d.node("MatchOr", x, anys(x.Patterns))
	}
}
