package syntax

import "fmt"

// What is allowed but hardly meant: CPython's compiler warns of it. The file
// tells it all (File.Warnings); whether anybody sees it is the business of
// module warnings.

// A Warning is something in a source file that hardly means what it says. Its
// error is what Python raises where a filter makes errors of warnings.
type Warning struct {
	Deprecated bool // a DeprecationWarning, not a SyntaxWarning
	*Error
}

func (p *parser) warn(deprecated bool, at Span, format string, args ...any) {
	if p.diag {
		return
	}
	msg := fmt.Sprintf(format, args...)
	for _, w := range p.warnings {
		if w.Span == at && w.Msg == msg {
			return // it was read twice
		}
	}
	p.warnings = append(p.warnings, Warning{deprecated, p.newError(SyntaxError, at, msg)})
}

// strayEscape warns of the first backslash in a literal's text that means nothing.
func (p *parser) strayEscape(at Span, s string, mode escapeMode) {
	for i := 0; i+1 < len(s); i++ {
		if s[i] != '\\' {
			continue
		}
		i++
		switch c := s[i]; {
		case '4' <= c && c <= '7' && i+2 < len(s) && isOctal(s[i+1]) && isOctal(s[i+2]):
			p.warn(true, at, `invalid octal escape sequence '\%s'`, s[i:i+3])
			return
		case simpleEscapes[c] != 0 || c == '\n' || isOctal(c) || c == 'x' ||
			mode == escapeText && (c == 'u' || c == 'U' || c == 'N'):
		case c < 0x80:
			p.warn(true, at, `invalid escape sequence '\%c'`, c)
			return
		}
	}
}

func isOctal(c byte) bool { return '0' <= c && c <= '7' }

// warn is parser.warn with a SyntaxWarning.
func (c *checker) warn(at Span, format string, args ...any) {
	c.p.warn(false, at, format, args...)
}

// compared warns of "is" beside a literal.
func (c *checker) compared(n *Compare) {
	if c.p.py2 {
		return
	}
	left := isLiteral(n.X)
	for i, op := range n.Ops {
		right := isLiteral(n.Ys[i])
		if left || right {
			switch op {
			case Is:
				c.warn(n.Span, `"is" with a literal. Did you mean "=="?`)
				return
			case IsNot:
				c.warn(n.Span, `"is not" with a literal. Did you mean "!="?`)
				return
			}
		}
		left = right
	}
}

// isLiteral reports whether x is a constant that may be equal to others of its
// like: None, True, False and ... are the only ones.
func isLiteral(x Expr) bool {
	switch x := x.(type) {
	case *Int, *Float, *Imag, *Str:
		return true
	case *UnaryOp:
		return isLiteral(x.X) && x.Op != Not
	case *BinOp:
		return isLiteral(x.X) && isLiteral(x.Y)
	case *Tuple:
		for _, e := range x.Elts {
			if _, ok := e.(*Constant); !ok && !isLiteral(e) {
				return false
			}
		}
		return true
	}
	return false
}

// asserted warns of assert (x, message).
func (c *checker) asserted(n *Assert) {
	if t, ok := n.Test.(*Tuple); ok && len(t.Elts) > 0 {
		c.warn(n.Span, "assertion is always true, perhaps remove parentheses?")
	}
}

// called warns of a call of what can't be called, where a comma may be missing.
func (c *checker) called(n *Call) {
	if _, ok := n.Func.(*Lambda); ok || c.p.py2 {
		return
	}
	if name := displayType(n.Func); name != "" {
		c.warn(n.Span, "'%s' object is not callable; perhaps you missed a comma?", name)
	}
}

// subscripted warns of an index where none can be, or none of that type.
func (c *checker) subscripted(n *Subscript) {
	if c.p.py2 {
		return
	}
	switch name := displayType(n.X); name {
	case "", "dict":
	case "str", "bytes", "tuple", "list":
		switch index := displayType(n.Index); index {
		case "", "int", "bool":
		default:
			c.warn(n.Span, "%s indices must be integers or slices, not %s; perhaps you missed a comma?", name, index)
		}
	default:
		c.warn(n.Span, "'%s' object is not subscriptable; perhaps you missed a comma?", name)
	}
}

// displayType is the name of the type that an expression has for certain, or "".
func displayType(x Expr) string {
	switch x := x.(type) {
	case *Constant:
		return [...]string{None: "NoneType", True: "bool", False: "bool", Ellipsis: "ellipsis"}[x.Kind]
	case *Int:
		return "int"
	case *Float:
		return "float"
	case *Imag:
		return "complex"
	case *Str:
		if x.Kind == BytesStr {
			return "bytes"
		}
		return "str"
	case *JoinedStr:
		return "str"
	case *Tuple:
		return "tuple"
	case *List:
		return "list"
	case *Set:
		return "set"
	case *Dict:
		return "dict"
	case *Lambda:
		return "function"
	case *Comp:
		return [...]string{ListComp: "list", SetComp: "set", DictComp: "dict", GeneratorExp: "generator"}[x.Kind]
	}
	return ""
}
