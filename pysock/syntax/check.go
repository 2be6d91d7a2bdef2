package syntax

type checker struct {
	p   *parser
	err *Error
}

func check(p *parser, f *File, mode Mode) *Error { return nil }

func (c *checker) fail(at Span, msg string) {
	if c.err == nil {
		c.err = c.p.newError(SyntaxError, at, msg)
	}
}
