package pysock

import (
	"errors"
	"io"
	"strings"

	"example.com/pysock/pysock/syntax"
)

// Where statements end, for interactive sessions.

// Split cuts source into the statements that are to be run one by one. More is
// true where the last of them isn't complete. In typed source a block ends with
// a blank line, as at Python's prompt; in source that was pasted it ends where
// it would in a file. What is wrong is one statement, which fails when it runs.
func (s *Session) Split(src string, typed bool) (stmts []string, more bool) {
	if s.r.rt.Dialect == syntax.Starlark {
		return splitStar(src, typed)
	}
	lines := strings.Split(strings.TrimRight(src, "\n"), "\n")
	last := lines[len(lines)-1]
	if strings.HasSuffix(last, `\`) && !strings.Contains(last, "#") {
		return nil, true
	}
	f, err := s.parse(src)
	if err != nil {
		var e *syntax.Error
		if errors.As(err, &e) && e.Incomplete {
			return nil, true
		}
		return s.splitWrong(lines, typed), false
	}
	spans := make([]span, len(f.Body))
	for i, st := range f.Body {
		spans[i] = pythonSpan(st)
	}
	return cut(lines, spans), typed && open(src, spans)
}

// parse reads source that isn't going to be run yet.
func (s *Session) parse(src string) (*syntax.File, error) {
	opts := syntax.Options{Dialect: s.r.rt.Dialect, Text: true, Future: s.future}
	return syntax.Parse(sessionPath, []byte(src), s.r.reading(opts))
}

// splitWrong keeps what comes before the statement that is wrong, so that it runs.
func (s *Session) splitWrong(lines []string, typed bool) []string {
	for n := len(lines) - 1; n > 0; n-- {
		if lines[n] == "" || strings.ContainsRune(" \t#", rune(lines[n][0])) {
			continue
		}
		head := strings.Join(lines[:n], "\n") + "\n"
		f, err := s.parse(head)
		if err != nil || len(f.Body) == 0 {
			continue
		}
		stmts, _ := s.Split(head, false)
		return append(stmts, strings.Join(lines[n:], "\n")+"\n")
	}
	return []string{strings.Join(lines, "\n") + "\n"}
}

// A span is the lines of a statement.
type span struct {
	first, last int
	block       bool
}

// open reports whether typed source waits for the blank line that ends a block.
func open(src string, spans []span) bool {
	if len(spans) == 0 || !spans[len(spans)-1].block {
		return false
	}
	body := strings.TrimSuffix(src, "\n")
	return strings.TrimSpace(body[strings.LastIndexByte(body, '\n')+1:]) != ""
}

// cut cuts lines into statements. Statements on one line stay together, and
// comments belong to what they precede.
func cut(lines []string, spans []span) []string {
	var stmts []string
	from, to := 0, 0 // lines[from:to] is a statement
	add := func() {
		for from < to && strings.TrimSpace(lines[from]) == "" {
			from++
		}
		if from < to {
			stmts = append(stmts, strings.Join(lines[from:to], "\n")+"\n")
		}
		from = to
	}
	for _, sp := range spans {
		if sp.first > to {
			add()
		}
		to = max(to, min(sp.last, len(lines)))
	}
	add()
	return stmts
}

func pythonSpan(st syntax.Stmt) span {
	b := st.Bounds()
	sp := span{first: int(b.Start.Line), last: int(b.End.Line)}
	var decorators []syntax.Expr
	switch st := st.(type) {
	case *syntax.FunctionDef:
		decorators, sp.block = st.Decorators, true
	case *syntax.ClassDef:
		decorators, sp.block = st.Decorators, true
	case *syntax.If, *syntax.For, *syntax.While, *syntax.Try, *syntax.With, *syntax.Match:
		sp.block = true
	}
	if len(decorators) > 0 {
		sp.first = min(sp.first, int(decorators[0].Bounds().Start.Line))
	}
	return sp
}

// splitStar is Split for .star sessions.
func splitStar(src string, typed bool) (stmts []string, more bool) {
	lines := strings.Split(strings.TrimRight(src, "\n"), "\n")
	if typed {
		rest, asked := strings.SplitAfter(src, "\n"), false
		if rest[len(rest)-1] == "" {
			rest = rest[:len(rest)-1]
		}
		starOptions.ParseCompoundStmt(sessionPath, func() ([]byte, error) {
			if len(rest) == 0 {
				asked = true
				return nil, io.EOF
			}
			line := rest[0]
			rest = rest[1:]
			return []byte(line), nil
		})
		if asked {
			return nil, true
		}
	}
	f, err := starOptions.Parse(sessionPath, src, 0)
	if err != nil {
		return []string{src}, false
	}
	spans := make([]span, len(f.Stmts))
	for i, st := range f.Stmts {
		start, end := st.Span()
		spans[i] = span{first: int(start.Line), last: int(end.Line)}
	}
	return cut(lines, spans), false
}
