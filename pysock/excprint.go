package pysock

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// How much of a group of exceptions is shown.
const (
	maxGroupWidth = 15
	maxGroupDepth = 10
)

// An excPrinter writes an exception with those that it was chained to, as the
// interpreter does for one that nobody catches. The members of a group are
// drawn as a tree: each level indents by two columns and a margin "| ".
type excPrinter struct {
	r     *Runtime
	w     io.Writer
	seen  map[*object.Exception]bool
	c     *palette
	depth int
	close bool // the frame of the last member is still to be closed
}

// printException writes a traceback as CPython does.
func (r *Runtime) printException(w io.Writer, e *object.Exception) {
	r.paintException(w, e, &plain)
}

// paintException writes a traceback in colours.
func (r *Runtime) paintException(w io.Writer, e *object.Exception, c *palette) {
	p := &excPrinter{r: r, w: w, c: c, seen: make(map[*object.Exception]bool)}
	p.chain(e)
}

func (p *excPrinter) indent() string { return strings.Repeat("  ", p.depth) }

func (p *excPrinter) margin() string {
	if p.depth == 0 {
		return ""
	}
	return p.indent() + "| "
}

// lines writes text with a margin before each line.
func (p *excPrinter) lines(text string) {
	margin := p.margin()
	for line := range strings.Lines(text) {
		io.WriteString(p.w, margin+line)
	}
}

// chain writes an exception after its cause or context.
func (p *excPrinter) chain(e *object.Exception) {
	p.seen[e] = true
	switch {
	case e.Cause != nil:
		p.before(e.Cause, "The above exception was the direct cause of the following exception:")
	case e.Context != nil && !e.Suppress:
		p.before(e.Context, "During handling of the above exception, another exception occurred:")
	}
	if members := e.Members(); members != nil {
		p.group(e, members)
	} else {
		p.one(e, "Traceback (most recent call last):\n", p.margin())
	}
}

func (p *excPrinter) before(e *object.Exception, words string) {
	if p.seen[e] {
		return
	}
	close := p.close
	p.close = false
	p.chain(e)
	p.close = p.close || close
	p.lines("\n" + words + "\n\n")
}

// group writes a group and its members.
func (p *excPrinter) group(e *object.Exception, members []*object.Exception) {
	if p.depth > maxGroupDepth {
		p.lines(fmt.Sprintf("... (max_group_depth is %d)\n", maxGroupDepth))
		return
	}
	top := p.depth == 0
	margin := p.margin()
	if top {
		p.depth = 1
		margin = p.indent() + "+ "
	}
	p.one(e, "Exception Group Traceback (most recent call last):\n", margin)
	p.close = false
	shown := min(len(members), maxGroupWidth+1)
	for i, x := range members[:shown] {
		last := i == shown-1
		p.close = p.close || last
		corner := "  "
		if i == 0 {
			corner = "+-"
		}
		label := fmt.Sprint(i + 1)
		if i == maxGroupWidth {
			label = "..."
		}
		fmt.Fprintf(p.w, "%s%s+---------------- %s ----------------\n", p.indent(), corner, label)
		p.depth++
		if i < maxGroupWidth {
			p.chain(x)
		} else {
			n := len(members) - maxGroupWidth
			p.lines(fmt.Sprintf("and %d more exception%s\n", n, plural(n)))
		}
		if last && p.close {
			io.WriteString(p.w, p.indent()+"+------------------------------------\n")
			p.close = false
		}
		p.depth--
	}
	if top {
		p.depth = 0
	}
}

// one writes the traceback of an exception, its message and its notes.
func (p *excPrinter) one(e *object.Exception, header, headerMargin string) {
	var b bytes.Buffer
	p.r.printFrames(&b, e.Trace(), p.c)
	if b.Len() > 0 { // not only what nobody is to see
		io.WriteString(p.w, headerMargin+header)
		p.lines(b.String())
	}
	place, msg, found := p.r.syntaxLines(e, p.c)
	p.lines(place)
	if !found {
		msg = p.r.message(e)
	} else if msg != "" {
		msg = ": " + msg
	}
	msg += p.r.suggest(e)
	if text, ok := strings.CutPrefix(msg, ": "); ok {
		msg = ": " + p.c.message.paint(text)
	}
	io.WriteString(p.w, p.margin()+p.c.class.paint(p.r.className(e))+msg+"\n")
	p.notes(e)
}

// className is the name of an exception's class as tracebacks show it: with its
// module, unless that is the built-ins' or, in Python 3, the script's.
func (r *Runtime) className(e *object.Exception) string {
	c := e.Class()
	if r.rt.Dialect == syntax.Python2 {
		if c.Module == "exceptions" {
			return c.ClassName
		}
		return c.Module + "." + c.ClassName
	}
	name := c.ClassName
	if c.Qualname != "" {
		name = c.Qualname
	}
	if v, err := c.Attr("__module__"); err != nil {
		return "<unknown>." + name
	} else if m, ok := object.AsText(v); !ok {
		return "<unknown>." + name
	} else if m != "builtins" && m != "__main__" {
		return m + "." + name
	}
	return name
}

// message is ": " and str(e), or nothing if that is empty.
func (r *Runtime) message(e *object.Exception) string {
	s := e.Message(r.rt.Dialect)
	if x, ok := object.Unwrap(e.OnlyArg()).(*object.Text); ok && r.rt.Dialect == syntax.Python2 {
		if _, err := r.rt.Current().ImplicitEncode(x); err != nil { // str of unicode text
			return ": <exception str() failed>"
		}
	}
	switch {
	case r.rt.Current().Failed() != nil:
		return ": <exception str() failed>"
	case s == "":
		return ""
	}
	return ": " + s
}

// notes writes what add_note has added.
func (p *excPrinter) notes(e *object.Exception) {
	if p.r.rt.Dialect == syntax.Python2 {
		return
	}
	t := p.r.rt.Current()
	v, err := e.Attr("__notes__")
	if err != nil {
		return
	}
	notes, err := object.Elements(t, v)
	if err != nil {
		s := p.r.rt.Repr(v)
		if t.Failed() != nil {
			s = "<__notes__ repr() failed>"
		}
		p.lines(s)
		return
	}
	for _, note := range notes {
		s := object.Str(p.r.rt.Dialect, note)
		if t.Failed() != nil {
			s = "<note str() failed>"
		}
		p.lines(s)
		io.WriteString(p.w, "\n")
	}
}

// syntaxLines shows where a SyntaxError is, and returns its bare message; found is
// false for one that doesn't tell, and for all others.
func (r *Runtime) syntaxLines(e *object.Exception, c *palette) (place, msg string, found bool) {
	d := r.rt.Dialect
	if !e.Class().IsSubclass(object.SyntaxErr.Class(d)) {
		return "", "", false
	}
	num := func(name string) int {
		n, err := starlark.AsInt32(orNone(e.Slot(name)))
		if err != nil {
			return 0
		}
		return n
	}
	line, offset, endLine, endOffset := num("lineno"), num("offset"), num("end_lineno"), num("end_offset")
	if _, ok := e.Slot("lineno").(starlark.Int); !ok {
		return "", "", false
	}
	file := "<string>"
	if f := orNone(e.Slot("filename")); f != starlark.None {
		file = object.Str(d, f)
	}
	place = fmt.Sprintf("  File %s, line %s\n", c.place.paint("\""+file+"\""), c.place.paint(strconv.Itoa(line)))
	text, ok := object.AsText(e.Slot("text"))
	if ok && d == syntax.Python2 {
		if _, known := e.Slot("offset").(starlark.Int); !known {
			offset = -1
		}
		place += oldErrorText(text, offset, c)
	} else if ok {
		source := []rune(strings.TrimRight(text, "\r\n"))
		indent := 0
		for indent < len(source) && strings.ContainsRune(" \t\f", source[indent]) {
			indent++
		}
		shown := string(source[indent:])
		place += fmt.Sprintf("    %s\n", shown)
		if col := min(offset-1-indent, len(shown)); offset > 0 && col >= 0 {
			n := 1
			if e.Class() != object.SyntaxErr.Class(d) { // CPython asks the others for no end
			} else if endLine == line && endOffset > offset {
				n = max(min(endOffset, len(text)+1)-offset, 1)
			} else if endLine > line {
				n = max(len(source)-offset+1, 1)
			}
			place += fmt.Sprintf("    %s%s\n", strings.Repeat(" ", col), c.mark.paint(strings.Repeat("^", n)))
		}
	}
	return place, object.Str(d, orNone(e.Slot("msg"))), true
}

// oldErrorText is the line of a SyntaxError as Python 2 shows it, with a mark under the byte at offset, from 1
// in the text, which may have several lines; -1 if the place isn't known.
func oldErrorText(text string, offset int, c *palette) string {
	if offset > 0 && offset == len(text) && strings.HasSuffix(text, "\n") {
		offset--
	}
	for offset >= 0 {
		nl := strings.IndexByte(text, '\n')
		if nl < 0 || nl >= offset {
			break
		}
		offset -= nl + 1
		text = text[nl+1:]
	}
	if offset >= 0 {
		line := strings.TrimLeft(text, " \t")
		offset -= len(text) - len(line)
		text = line
	}
	out := "    " + text
	if !strings.HasSuffix(text, "\n") {
		out += "\n"
	}
	if offset != -1 {
		out += "    " + strings.Repeat(" ", max(offset-1, 0)) + c.mark.paint("^") + "\n"
	}
	return out
}

func orNone(v starlark.Value) starlark.Value {
	if v == nil {
		return starlark.None
	}
	return v
}
