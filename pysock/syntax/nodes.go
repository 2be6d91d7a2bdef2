package syntax

import (
	"cmp"
	"math/big"
)

// The tree. One set of nodes serves both dialects: what only one of them can
// write (Print, Exec, Repr, Match, ...) says so. The names are those of
// Python's own ast module, so that a reader who knows one knows the other.

// A Pos is a place in a source file. The zero Pos means "unknown".
type Pos struct {
	Line int32 // from 1
	Col  int32 // from 1, in bytes of the UTF-8 form of the line
}

// IsValid reports whether p is a known place.
func (p Pos) IsValid() bool { return p.Line > 0 }

// Before reports whether p comes before q.
func (p Pos) Before(q Pos) bool {
	return p.Line < q.Line || p.Line == q.Line && p.Col < q.Col
}

// A Span is the stretch of source that a node was read from: Start is its
// first byte, End the byte after its last.
//
// Parentheses around an expression don't belong to its span, as in CPython;
// those of a tuple display, a call or a generator expression do.
type Span struct {
	Start, End Pos
}

// Bounds returns the span itself; it makes every node that embeds a Span a Node.
func (s Span) Bounds() Span { return s }

// A Node is any part of the tree that has a place in the source.
type Node interface {
	Bounds() Span
}

// An Expr is an expression.
type Expr interface {
	Node
	// Anchor is the token by which an error in this very operation is
	// reported: the operator of a BinOp, the '(' of a Call, the '.' of an
	// Attribute, the '[' of a Subscript, and the start of all others. No two
	// nodes of one kind share an anchor.
	Anchor() Pos
	exprNode()
}

// A Stmt is a statement.
type Stmt interface {
	Node
	stmtNode()
}

type expr struct{ Span }

func (e expr) Anchor() Pos { return e.Start }
func (expr) exprNode()     {}

type stmt struct{ Span }

func (stmt) stmtNode() {}

// A File is a parsed source file, a single interactive statement, or, in
// eval mode, one ExprStmt.
type File struct {
	Span
	Path     string
	Dialect  Dialect
	Body     []Stmt
	Future   Future // what its "from __future__" imports switched on
	Warnings []Warning
}

// Future is the set of __future__ features that change how a file is read or run.
type Future uint

// The features that make a difference.
const (
	FuturePrintFunction Future = 1 << iota
	FutureDivision
	FutureUnicodeLiterals
	FutureAbsoluteImport
	FutureAnnotations
)

// ---- expressions

// Name is an identifier that is read, bound or deleted. In Python 2, True and
// False are names; in Python 3 they are a Constant.
type Name struct {
	expr
	Id string // in Python 3, normalized to NFKC
}

// ConstantKind says which of the keyword constants a Constant is.
type ConstantKind uint8

// The constants that are keywords (Ellipsis is written "...").
const (
	None ConstantKind = iota
	True
	False
	Ellipsis
)

// Constant is None, True, False or "...".
type Constant struct {
	expr
	Kind ConstantKind
}

// Int is an integer literal.
type Int struct {
	expr
	Value int64
	Big   *big.Int // the value, if it doesn't fit into Value
	Long  bool     // Python 2: written with the suffix L
}

// Float is a floating-point literal.
type Float struct {
	expr
	Value float64
}

// Imag is an imaginary literal, such as 2.5j.
type Imag struct {
	expr
	Value float64
}

// StrKind says which type a string literal makes.
type StrKind uint8

// The kinds of string literals, after prefixes, dialect and
// "from __future__ import unicode_literals" have been taken into account.
const (
	NativeStr  StrKind = iota // str of the dialect: bytes in Python 2, text in Python 3
	BytesStr                  // b"" in Python 3 (in Python 2 b"" is a NativeStr)
	UnicodeStr                // u"" in Python 2 (in Python 3 u"" is a NativeStr)
)

// Str is one or several adjacent string literals, escapes resolved. The value
// of text is UTF-8, with lone surrogates in the three-byte form that UTF-8
// would give them; the value of bytes is the bytes themselves. In Python 2 a
// NativeStr holds the bytes as they stand in the file, in the file's own encoding.
type Str struct {
	expr
	Kind  StrKind
	Value string
}

// JoinedStr is an f-string, with the plain strings next to it folded in. Its
// Values are Str and FormattedValue nodes in turn.
type JoinedStr struct {
	expr
	Values []Expr
}

// FormattedValue is a replacement field {X!Conv:Spec} of an f-string. The "="
// of {X=} appears as a Str before it that holds the text, with Conv 'r' where
// the field has neither a conversion nor a specification.
type FormattedValue struct {
	expr
	X    Expr
	Conv byte       // 0, 's', 'r' or 'a'
	Spec *JoinedStr // nil if there is none
}

// BoolOp is "and" or "or" of two or more values.
type BoolOp struct {
	expr
	Op     BoolOpKind
	Values []Expr
}

// BoolOpKind is And or Or.
type BoolOpKind uint8

// The short-circuit operators.
const (
	And BoolOpKind = iota
	Or
)

// NamedExpr is Target := Value.
type NamedExpr struct {
	expr
	Target *Name
	Value  Expr
}

// Operator is a binary arithmetic or bit operator.
type Operator uint8

// The binary operators.
const (
	Add Operator = iota
	Sub
	Mult
	MatMult
	Div
	Mod
	Pow
	LShift
	RShift
	BitOr
	BitXor
	BitAnd
	FloorDiv
)

// BinOp is X Op Y.
type BinOp struct {
	expr
	Op    Operator
	OpPos Pos
	X, Y  Expr
}

// Anchor is the operator's place.
func (e *BinOp) Anchor() Pos { return e.OpPos }

// UnaryOperator is a prefix operator.
type UnaryOperator uint8

// The prefix operators.
const (
	Invert UnaryOperator = iota
	Not
	UAdd
	USub
)

// UnaryOp is Op X.
type UnaryOp struct {
	expr
	Op UnaryOperator
	X  Expr
}

// Lambda is lambda Params: Body.
type Lambda struct {
	expr
	Params *Params
	Body   Expr
}

// IfExp is Body if Test else Else.
type IfExp struct {
	expr
	Test, Body, Else Expr
}

// Dict is a dictionary display. Where Keys[i] is nil, Values[i] was written **Values[i].
type Dict struct {
	expr
	Keys, Values []Expr
}

// Set is a set display.
type Set struct {
	expr
	Elts []Expr
}

// List is a list display, or a list of targets.
type List struct {
	expr
	Elts []Expr
}

// Tuple is a tuple display, or a list of targets.
type Tuple struct {
	expr
	Elts  []Expr
	Paren bool // written in parentheses (which then belong to the span)
}

// UnpackAnchor is the anchor of a tuple or list as a target, which other targets
// begin with: the end of its first element; so it is of a tuple without parentheses
// that spreads one. For all other targets it is their start.
func UnpackAnchor(target Expr) Pos {
	var elts []Expr
	switch t := target.(type) {
	case *Tuple:
		elts = t.Elts
	case *List:
		elts = t.Elts
	}
	if len(elts) == 0 {
		return target.Bounds().Start
	}
	return elts[0].Bounds().End
}

// CompKind says what a comprehension makes.
type CompKind uint8

// The kinds of comprehensions.
const (
	ListComp CompKind = iota
	SetComp
	DictComp
	GeneratorExp
)

// Comp is a comprehension or a generator expression.
type Comp struct {
	expr
	Kind       CompKind
	Elt        Expr // the key, in a DictComp
	Value      Expr // in a DictComp only
	Generators []*Generator
}

// Generator is one "for" of a comprehension, with its "if"s.
type Generator struct {
	Span
	Target, Iter Expr
	Ifs          []Expr
	Async        bool
}

// Await is await X.
type Await struct {
	expr
	X Expr
}

// Yield is yield Value; Value may be nil.
type Yield struct {
	expr
	Value Expr
}

// YieldFrom is yield from X.
type YieldFrom struct {
	expr
	X Expr
}

// CmpOp is a comparison operator.
type CmpOp uint8

// The comparison operators.
const (
	Eq CmpOp = iota
	NotEq
	Lt
	LtE
	Gt
	GtE
	Is
	IsNot
	In
	NotIn
)

// Compare is a chain X Ops[0] Ys[0] Ops[1] Ys[1] ...
type Compare struct {
	expr
	X     Expr
	Ops   []CmpOp
	OpPos []Pos
	Ys    []Expr
}

// Anchor is the first operator's place.
func (e *Compare) Anchor() Pos { return e.OpPos[0] }

// Call is a call. Args may hold Starred nodes.
type Call struct {
	expr
	Func     Expr
	Lparen   Pos
	Args     []Expr
	Keywords []*Keyword
}

// Anchor is the place of the opening parenthesis.
func (e *Call) Anchor() Pos { return e.Lparen }

// Keyword is Name=Value in a call or class statement; where Name is "", it is **Value.
type Keyword struct {
	Span
	Name  string
	Value Expr
}

// Repr is `X` in Python 2.
type Repr struct {
	expr
	X Expr
}

// Attribute is X.Name.
type Attribute struct {
	expr
	X       Expr
	Dot     Pos
	NamePos Pos
	Name    string
}

// Anchor is the place of the dot.
func (e *Attribute) Anchor() Pos { return e.Dot }

// Subscript is X[Index]; Index may be a Slice, or a Tuple that holds some.
type Subscript struct {
	expr
	X      Expr
	Lbrack Pos
	Index  Expr
}

// Anchor is the place of the opening bracket.
func (e *Subscript) Anchor() Pos { return e.Lbrack }

// Slice is Lo:Hi:Step inside a Subscript; any of the three may be nil.
type Slice struct {
	expr
	Lo, Hi, Step Expr
	Colons       int // 1 or 2, as written
}

// Starred is *X in a display, a call or a list of targets.
type Starred struct {
	expr
	X Expr
}

// ---- parameters

// Params are the parameters of a function or lambda.
type Params struct {
	Span
	PosOnly []*Param // before "/"
	Args    []*Param
	Vararg  *Param // *args
	KwOnly  []*Param
	Kwarg   *Param // **kwargs
}

// Param is one parameter.
type Param struct {
	Span
	Name       string
	Annotation Expr // or nil
	Default    Expr // or nil
	Tuple      Expr // Python 2: a tuple parameter (a Tuple of Names and Tuples); Name is ""
}

// ---- statements

// FunctionDef is def or async def.
type FunctionDef struct {
	stmt
	Name       string
	Private    string // the name as it is written, where Name is what a class makes of it
	NamePos    Pos
	Params     *Params
	Returns    Expr // or nil
	Decorators []Expr
	Body       []Stmt
	Async      bool
}

// Written is the name as it is written.
func (n *FunctionDef) Written() string { return cmp.Or(n.Private, n.Name) }

// ClassDef is a class statement.
type ClassDef struct {
	stmt
	Name       string
	Private    string // as FunctionDef's
	NamePos    Pos
	Bases      []Expr // may hold Starred nodes
	Keywords   []*Keyword
	Decorators []Expr
	Body       []Stmt
}

// Written is the name as it is written.
func (n *ClassDef) Written() string { return cmp.Or(n.Private, n.Name) }

// Return is return Value; Value may be nil.
type Return struct {
	stmt
	Value Expr
}

// Delete is del Targets.
type Delete struct {
	stmt
	Targets []Expr
}

// Assign is Targets[0] = Targets[1] = ... = Value.
type Assign struct {
	stmt
	Targets []Expr
	Value   Expr
}

// AugAssign is Target Op= Value.
type AugAssign struct {
	stmt
	Target Expr
	Op     Operator
	OpPos  Pos
	Value  Expr
}

// AnnAssign is Target: Annotation = Value; Value may be nil.
type AnnAssign struct {
	stmt
	Target     Expr
	Annotation Expr
	Value      Expr
	Simple     bool // Target is a name without parentheses
}

// For is for or async for.
type For struct {
	stmt
	Target, Iter Expr
	Body, Else   []Stmt
	Async        bool
}

// While is while Test.
type While struct {
	stmt
	Test       Expr
	Body, Else []Stmt
}

// If is if Test; an elif is an If alone in Else.
type If struct {
	stmt
	Test       Expr
	Body, Else []Stmt
}

// With is with or async with.
type With struct {
	stmt
	Items []*WithItem
	Body  []Stmt
	Async bool
}

// WithItem is Context as Target; Target may be nil.
type WithItem struct {
	Span
	Context, Target Expr
}

// Raise is raise Exc from Cause, or Python 2's raise Exc, Value, Traceback.
// All may be nil.
type Raise struct {
	stmt
	Exc, Cause       Expr
	Value, Traceback Expr
}

// Try is try, with except* where Star is set.
type Try struct {
	stmt
	Body     []Stmt
	Handlers []*ExceptHandler
	Else     []Stmt
	Finally  []Stmt
	Star     bool
}

// ExceptHandler is except Type as Target. In Python 3 the target is a Name; in
// Python 2 it may be any target. Both may be nil.
type ExceptHandler struct {
	Span
	Type, Target Expr
	Body         []Stmt
}

// Assert is assert Test, Msg; Msg may be nil.
type Assert struct {
	stmt
	Test, Msg Expr
}

// Import is import Names.
type Import struct {
	stmt
	Names []*Alias
}

// ImportFrom is from Module import Names, with Level dots before Module. A
// lone Alias "*" imports all.
type ImportFrom struct {
	stmt
	Module string
	Level  int
	Names  []*Alias
}

// Alias is Name as AsName; AsName may be "".
type Alias struct {
	Span
	Name, AsName string
}

// Global is global Names.
type Global struct {
	stmt
	Names []string
}

// Nonlocal is nonlocal Names.
type Nonlocal struct {
	stmt
	Names []string
}

// ExprStmt is an expression as a statement.
type ExprStmt struct {
	stmt
	X Expr
}

// Pass is pass.
type Pass struct{ stmt }

// Break is break.
type Break struct{ stmt }

// Continue is continue.
type Continue struct{ stmt }

// Print is Python 2's print >>Dest, Values; NewLine is false where the
// statement ends with a comma.
type Print struct {
	stmt
	Dest    Expr // or nil
	Values  []Expr
	NewLine bool
}

// Exec is Python 2's exec Body in Globals, Locals. The tuple form
// exec(body, globals, locals) is read as this too.
type Exec struct {
	stmt
	Body, Globals, Locals Expr
}

// Match is match Subject.
type Match struct {
	stmt
	Subject Expr
	Cases   []*MatchCase
}

// MatchCase is case Pattern if Guard; Guard may be nil.
type MatchCase struct {
	Span
	Pattern Pattern
	Guard   Expr
	Body    []Stmt
}

// A Pattern is what stands after case.
type Pattern interface {
	Node
	patternNode()
}

type pattern struct{ Span }

func (pattern) patternNode() {}

// MatchValue compares with ==: a literal or a dotted name.
type MatchValue struct {
	pattern
	Value Expr
}

// MatchSingleton compares with "is": None, True or False.
type MatchSingleton struct {
	pattern
	Value ConstantKind
}

// MatchSequence is [p, q, *rest].
type MatchSequence struct {
	pattern
	Patterns []Pattern
}

// MatchMapping is {key: p, **Rest}; Rest may be "".
type MatchMapping struct {
	pattern
	Keys     []Expr
	Patterns []Pattern
	Rest     string
}

// MatchClass is Cls(p, name=q).
type MatchClass struct {
	pattern
	Cls         Expr
	Patterns    []Pattern
	KwdAttrs    []string
	KwdPatterns []Pattern
}

// MatchStar is *Name inside a sequence; Name is "" for *_.
type MatchStar struct {
	pattern
	Name string
}

// MatchAs is Pattern as Name; with no Pattern it is a bare name, with no Name
// either it is "_".
type MatchAs struct {
	pattern
	Pattern Pattern
	Name    string
}

// MatchOr is p | q.
type MatchOr struct {
	pattern
	Patterns []Pattern
}

// IsValid reports whether the span is known.
func (s Span) IsValid() bool { return s.Start.IsValid() }
