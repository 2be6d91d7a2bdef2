package repl

import (
	"io"
	"strings"

	"example.com/pysock/pysock"
)

// A plain source reads statements a line at a time, without a terminal or from one
// that can't do much: they are read as CPython reads them without readline.
type plain struct {
	session *pysock.Session
	split   splitter
}

var _ source = (*plain)(nil)

func (p *plain) next(ps1, ps2 string) (input, error) {
	var src strings.Builder
	for prompt := ps1; ; prompt = ps2 {
		p.session.WriteError(prompt)
		line, err := p.session.ReadLine()
		if err != nil {
			return input{}, err
		}
		if line == "" { // the end, of what is not complete too
			if src.Len() == 0 {
				return input{}, io.EOF
			}
			stmts, _ := p.split(src.String(), false)
			if stmts == nil {
				stmts = []string{src.String()}
			}
			return input{stmts, true}, nil
		}
		src.WriteString(strings.TrimRight(line, "\r\n") + "\n")
		if stmts, more := p.split(src.String(), true); !more {
			return input{stmts, true}, nil
		}
	}
}

// show shows nothing: what was read isn't shown either.
func (p *plain) show(ps1, ps2, stmt string) {}
