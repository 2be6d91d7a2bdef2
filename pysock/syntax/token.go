package syntax

// A kind is the kind of a token.
type kind uint8

const (
	tEOF kind = iota
	tNewline
	tIndent
	tDedent
	tName
	tNumber
	tString
	tError // the scanner gave up here; what for is in scanner.err
	tBad   // a character that starts no token: $ ? !

	tLparen
	tRparen
	tLbrack
	tRbrack
	tLbrace
	tRbrace
	tComma
	tColon
	tSemi
	tDot
	tEllipsis
	tArrow
	tAssign
	tWalrus
	tBackquote

	tTilde
	tPlus
	tMinus
	tStar
	tAt
	tSlash
	tPercent
	tPower
	tLShift
	tRShift
	tBar
	tCaret
	tAmp
	tFloorDiv

	tPlusEq // in the order of the operators above
	tMinusEq
	tStarEq
	tAtEq
	tSlashEq
	tPercentEq
	tPowerEq
	tLShiftEq
	tRShiftEq
	tBarEq
	tCaretEq
	tAmpEq
	tFloorDivEq

	tEq
	tNotEq
	tLtGt
	tLt
	tLtE
	tGt
	tGtE

	kwFalse
	kwNone
	kwTrue
	kwAnd
	kwAs
	kwAssert
	kwAsync
	kwAwait
	kwBreak
	kwClass
	kwContinue
	kwDef
	kwDel
	kwElif
	kwElse
	kwExcept
	kwExec
	kwFinally
	kwFor
	kwFrom
	kwGlobal
	kwIf
	kwImport
	kwIn
	kwIs
	kwLambda
	kwNonlocal
	kwNot
	kwOr
	kwPass
	kwPrint
	kwRaise
	kwReturn
	kwTry
	kwWhile
	kwWith
	kwYield

	numKinds
)

// A token is a stretch of the source. Tokens are kept for the whole file, so
// that the parser can look ahead and go back for the price of an index.
type token struct {
	kind  kind
	level uint8 // how many brackets are open after it
	line  int32 // where it starts
	start int32 // offsets into the source
	end   int32
}

// spelling is what a token looks like, where that is always the same.
var spelling = [numKinds]string{
	tLparen: "(", tRparen: ")", tLbrack: "[", tRbrack: "]", tLbrace: "{", tRbrace: "}",
	tComma: ",", tColon: ":", tSemi: ";", tDot: ".", tEllipsis: "...", tArrow: "->",
	tAssign: "=", tWalrus: ":=", tBackquote: "`", tTilde: "~",
	tPlus: "+", tMinus: "-", tStar: "*", tAt: "@", tSlash: "/", tPercent: "%", tPower: "**",
	tLShift: "<<", tRShift: ">>", tBar: "|", tCaret: "^", tAmp: "&", tFloorDiv: "//",
	tPlusEq: "+=", tMinusEq: "-=", tStarEq: "*=", tAtEq: "@=", tSlashEq: "/=", tPercentEq: "%=",
	tPowerEq: "**=", tLShiftEq: "<<=", tRShiftEq: ">>=", tBarEq: "|=", tCaretEq: "^=",
	tAmpEq: "&=", tFloorDivEq: "//=",
	tEq: "==", tNotEq: "!=", tLtGt: "<>", tLt: "<", tLtE: "<=", tGt: ">", tGtE: ">=",

	kwFalse: "False", kwNone: "None", kwTrue: "True", kwAnd: "and", kwAs: "as",
	kwAssert: "assert", kwAsync: "async", kwAwait: "await", kwBreak: "break",
	kwClass: "class", kwContinue: "continue", kwDef: "def", kwDel: "del", kwElif: "elif",
	kwElse: "else", kwExcept: "except", kwExec: "exec", kwFinally: "finally", kwFor: "for",
	kwFrom: "from", kwGlobal: "global", kwIf: "if", kwImport: "import", kwIn: "in",
	kwIs: "is", kwLambda: "lambda", kwNonlocal: "nonlocal", kwNot: "not", kwOr: "or",
	kwPass: "pass", kwPrint: "print", kwRaise: "raise", kwReturn: "return", kwTry: "try",
	kwWhile: "while", kwWith: "with", kwYield: "yield",
}

// keyword returns the kind of a word: one of the keywords of Python 2 or 3,
// or tName.
func keyword(word string, py2 bool) kind {
	k := tName
	switch word {
	case "and":
		return kwAnd
	case "as":
		return kwAs
	case "assert":
		return kwAssert
	case "break":
		return kwBreak
	case "class":
		return kwClass
	case "continue":
		return kwContinue
	case "def":
		return kwDef
	case "del":
		return kwDel
	case "elif":
		return kwElif
	case "else":
		return kwElse
	case "except":
		return kwExcept
	case "finally":
		return kwFinally
	case "for":
		return kwFor
	case "from":
		return kwFrom
	case "global":
		return kwGlobal
	case "if":
		return kwIf
	case "import":
		return kwImport
	case "in":
		return kwIn
	case "is":
		return kwIs
	case "lambda":
		return kwLambda
	case "not":
		return kwNot
	case "or":
		return kwOr
	case "pass":
		return kwPass
	case "raise":
		return kwRaise
	case "return":
		return kwReturn
	case "try":
		return kwTry
	case "while":
		return kwWhile
	case "with":
		return kwWith
	case "yield":
		return kwYield

	case "exec":
		k = kwExec
	case "print":
		k = kwPrint

	case "False":
		k = kwFalse
	case "None":
		k = kwNone
	case "True":
		k = kwTrue
	case "async":
		k = kwAsync
	case "await":
		k = kwAwait
	case "nonlocal":
		k = kwNonlocal
	}
	if py2 != (k == kwExec || k == kwPrint) {
		return tName
	}
	return k
}

// A binaryOp says how a token works between two operands.
type binaryOp struct {
	prec uint8 // 0: not an operator; higher binds tighter
	op   Operator
}

var binaryOps = [numKinds]binaryOp{
	tBar:      {1, BitOr},
	tCaret:    {2, BitXor},
	tAmp:      {3, BitAnd},
	tLShift:   {4, LShift},
	tRShift:   {4, RShift},
	tPlus:     {5, Add},
	tMinus:    {5, Sub},
	tStar:     {6, Mult},
	tSlash:    {6, Div},
	tFloorDiv: {6, FloorDiv},
	tPercent:  {6, Mod},
	tAt:       {6, MatMult},
}

// augmented holds the operators of the augmented assignments.
var augmented = [...]Operator{
	Add, Sub, Mult, MatMult, Div, Mod, Pow, LShift, RShift, BitOr, BitXor, BitAnd, FloorDiv,
}

// isAugmented reports whether k is +=, -=, ...
func (k kind) isAugmented() bool { return tPlusEq <= k && k <= tFloorDivEq }

// startsExpr holds the tokens that an expression can start with.
var startsExpr = [numKinds]bool{
	tName: true, tNumber: true, tString: true, tLparen: true, tLbrack: true, tLbrace: true,
	tEllipsis: true, tBackquote: true, tTilde: true, tPlus: true, tMinus: true,
	kwFalse: true, kwNone: true, kwTrue: true, kwAwait: true, kwLambda: true, kwNot: true,
}
