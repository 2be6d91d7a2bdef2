package repl

import "unicode/utf8"

// A cursor follows what is written to a terminal, to know the column in which the
// next character would be.
type cursor struct {
	column int
	state  escapeState
	rest   []byte // of a character that isn't whole
}

type escapeState uint8

const (
	ground  escapeState = iota
	escaped             // ESC has come
	inCSI               // ESC [ has come
	inOSC               // ESC ] has come: up to BEL or ESC \
)

// write follows what a terminal of that many columns is sent.
func (c *cursor) write(p []byte, width int) {
	if len(c.rest) > 0 {
		p = append(c.rest, p...)
		c.rest = nil
	}
	for len(p) > 0 {
		if p[0] >= utf8.RuneSelf && !utf8.FullRune(p) {
			c.rest = append([]byte(nil), p...)
			return
		}
		r, n := utf8.DecodeRune(p)
		p = p[n:]
		c.rune(r, width)
	}
}

func (c *cursor) rune(r rune, width int) {
	switch c.state {
	case escaped:
		c.state = ground
		switch r {
		case '[':
			c.state = inCSI
		case ']':
			c.state = inOSC
		}
		return
	case inCSI:
		if r >= '@' && r <= '~' {
			c.state = ground
		}
		return
	case inOSC:
		switch r {
		case '\a':
			c.state = ground
		case escape:
			c.state = escaped
		}
		return
	}
	switch {
	case r == escape:
		c.state = escaped
	case r == '\n' || r == '\r':
		c.column = 0
	case r == '\b':
		c.column = max(c.column-1, 0)
	case r == '\t':
		c.column = min((c.column/8+1)*8, width-1)
	case r < ' ' || r == rubout:
	default:
		w := columns(r)
		if c.column+w > width {
			c.column = 0
		}
		c.column += w
	}
}
