package pysock

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
	"golang.org/x/text/width"
)

// A source is the text of a file that was compiled, for tracebacks.
type source struct {
	src     []byte
	dialect syntax.Dialect
	lines   []string
	tree    *syntax.File
}

// line returns a line of a file, "" if there is none.
func (r *Runtime) line(path string, n int) string {
	s, ok := r.sources[path]
	if !ok {
		return ""
	}
	if s.lines == nil {
		s.lines = strings.Split(strings.ReplaceAll(string(s.src), "\r\n", "\n"), "\n")
		r.sources[path] = s
	}
	if n < 1 || n > len(s.lines) {
		return ""
	}
	return s.lines[n-1]
}

// tree returns the parsed file again, which nobody keeps while all is well.
func (r *Runtime) tree(path string) *syntax.File {
	s, ok := r.sources[path]
	if !ok {
		return nil
	}
	if s.tree == nil {
		f, err := syntax.Parse(path, s.src, r.reading(syntax.Options{Dialect: s.dialect}))
		if err != nil {
			return nil
		}
		s.tree = f
		r.sources[path] = s
	}
	return s.tree
}

// treeAt returns the tree that a position is in. Code that exec and its like
// compile has no file, and many of them one name; but each has that name at an
// address of its own, which positions hold.
func (r *Runtime) treeAt(at starsyntax.Position) *syntax.File {
	if u := r.madeAt(at); u != nil {
		return u.tree
	}
	return r.tree(at.Filename())
}

// madeAt returns the code without a file that a position is in, or nil.
func (r *Runtime) madeAt(at starsyntax.Position) *madeTree {
	for _, list := range [][]madeTree{r.made, r.typed} {
		for i, u := range list {
			if starsyntax.MakePosition(u.path, at.Line, at.Col) == at {
				return &list[i]
			}
		}
	}
	return nil
}

// frameLine returns the source line of a frame, "" if there is none. Statements
// of a session have one name, and each its source.
func (r *Runtime) frameLine(f object.Frame) string {
	if f.Pos.IsValid() {
		if u := r.madeAt(f.Pos); u != nil && u.lines != nil {
			if f.Line < 1 || f.Line > len(u.lines) {
				return ""
			}
			return u.lines[f.Line-1]
		}
	}
	return r.line(f.File, f.Line)
}

// ranIn notes the namespace that code without a file runs in.
func (r *Runtime) ranIn(path *string, ns *object.Namespace) {
	for i := len(r.made) - 1; i >= 0; i-- {
		if r.made[i].path == path {
			r.made[i].ns = ns
			return
		}
	}
}

// keepMade keeps the tree of code without a file, for treeAt.
func (r *Runtime) keepMade(path *string, f *syntax.File) {
	if len(r.made) == keptMade {
		r.made = append(r.made[:0], r.made[1:]...)
	}
	r.made = append(r.made, madeTree{path: path, tree: f})
}

// A madeTree is code without a file.
type madeTree struct {
	path  *string
	tree  *syntax.File
	lines []string          // the source of a statement of a session
	ns    *object.Namespace // in which it ran last, or nil
}

// keptMade is how many are kept.
const keptMade = 50

// unawaited warns that a coroutine was never awaited.
func (r *Runtime) unawaited(name string, co starlark.Value) {
	t := r.rt.Current()
	if err := t.WarnAt(object.RuntimeWarning, "sys", 1, fmt.Sprintf("coroutine '%s' was never awaited", name)); err != nil {
		r.unraisable(err, co)
	}
}

// repeats is how many equal frames in a row a traceback shows.
const repeats = 3

func (r *Runtime) printFrames(w io.Writer, frames []object.Frame, c *palette) {
	same := 0
	flush := func() {
		if same > repeats && r.rt.Dialect != syntax.Python2 {
			n := same - repeats
			s := "s"
			if n == 1 {
				s = ""
			}
			fmt.Fprintf(w, "  [Previous line repeated %d more time%s]\n", n, s)
		}
	}
	lines := r.locate(frames)
	for i, f := range lines {
		if i > 0 && f.File == lines[i-1].File && f.Line == lines[i-1].Line && f.Name == lines[i-1].Name {
			same++
		} else {
			flush()
			same = 1
		}
		if same > repeats && r.rt.Dialect != syntax.Python2 {
			continue
		}
		fmt.Fprintf(w, "  File %s, line %s, in %s\n", c.place.paint("\""+f.File+"\""), c.place.paint(strconv.Itoa(f.Line)), c.place.paint(f.Name))
		line := r.frameLine(f)
		text := strings.TrimLeft(line, " \t\f") // what follows the code is shown
		if strings.TrimRight(text, "\r") == "" {
			continue
		}
		fmt.Fprintf(w, "    %s\n", text)
		if r.rt.Dialect != syntax.Python2 {
			if m := markers(f.Node, line); m != "" {
				fmt.Fprintf(w, "    %s\n", c.mark.paint(m))
			}
		}
	}
	flush()
}

// markers is the line of ^^^^ that CPython 3.11 puts under a line of a
// traceback: it marks the expression that failed, unless that is all of the
// line (PEP 657).
func markers(n syntax.Node, line string) string {
	if n == nil {
		return ""
	}
	span := n.Bounds()
	start, end := int(span.Start.Col)-1, lastMarked(line)
	from, to := -1, -1 // the operator's part
	if span.End.Line == span.Start.Line {
		end = int(span.End.Col) - 1
		from, to = anchors(n, line)
	}
	return underline(line, start, end, from, to)
}

// lastMarked is where the mark of what goes on in the next line ends: before the
// white space at the end. CPython looks for that among bytes where it has counted
// characters.
func lastMarked(line string) int {
	n := utf8.RuneCountInString(line)
	for n > 0 && strings.IndexByte(" \t\f", line[n-1]) >= 0 {
		n--
	}
	end := 0
	for range n {
		_, size := utf8.DecodeRuneInString(line[end:])
		end += size
	}
	return end
}

// underline marks line[start:end], with ~ but for line[from:to] if that isn't
// empty. The line is shown without its indentation.
func underline(line string, start, end, from, to int) string {
	text := strings.TrimLeft(line, " \t\f")
	indent := strings.Index(line, text)
	end = min(end, indent+len(text))
	start, end, from, to = start-indent, end-indent, from-indent, to-indent
	if start < 0 || start >= end {
		return ""
	}
	wide := func(a, b int) int { return columns(text[a:b]) }
	if from >= start && to > from && to <= end {
		return strings.Repeat(" ", wide(0, start)) + strings.Repeat("~", wide(start, from)) +
			strings.Repeat("^", wide(from, to)) + strings.Repeat("~", wide(to, end))
	}
	if start == 0 && end == len(text) {
		return ""
	}
	return strings.Repeat(" ", wide(0, start)) + strings.Repeat("^", wide(start, end))
}

// columns is how wide s is on a terminal.
func columns(s string) int {
	n := 0
	for _, c := range s {
		n++
		switch width.LookupRune(c).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n++
		}
	}
	return n
}

// anchors returns the columns of the operator of a binary operation, or of the
// brackets of a subscript.
func anchors(n syntax.Node, line string) (from, to int) {
	switch e := n.(type) {
	case *syntax.BinOp:
		from = int(e.OpPos.Col) - 1
		to = from + 1
		if to < len(line) && strings.IndexByte("*/<>", line[from]) >= 0 && line[to] == line[from] {
			to++
		}
		return from, to
	case *syntax.Subscript:
		return int(e.Lbrack.Col) - 1, int(e.End.Col) - 1
	}
	return -1, -1
}
