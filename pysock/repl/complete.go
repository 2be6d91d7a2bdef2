package repl

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// A Completer knows what could stand at a place of a statement.
type Completer interface {
	// Complete returns what could stand in the place of the last length characters
	// before pos. line is the whole statement, which may have several lines.
	Complete(line []rune, pos int) (candidates []string, length int)
}

// tab indents at the beginning of a line, and completes a word elsewhere.
func (e *editor) tab() {
	row := e.rows[e.y]
	head := string(row[:e.pos])
	if strings.TrimLeft(head, " \t") == "" {
		if strings.HasPrefix(head, "\t") {
			e.insert("\t")
			return
		}
		e.insert(strings.Repeat(" ", indentUnit-e.pos%indentUnit))
		return
	}
	if e.complete == nil {
		e.screen.bell()
		return
	}
	before := []rune(e.before())
	candidates, length := e.complete.Complete([]rune(e.text()), len(before))
	if len(candidates) == 0 || length > len(before) {
		e.screen.bell()
		return
	}
	typed := string(before[len(before)-length:])
	common := candidates[0]
	for _, c := range candidates[1:] {
		common = common[:commonStart(common, c)]
	}
	if common != typed && (len(candidates) == 1 || strings.HasPrefix(common, typed)) {
		e.row(append(append(append([]rune(nil), row[:e.pos-length]...), []rune(common)...), row[e.pos:]...),
			e.pos-length+utf8.RuneCountInString(common))
		return
	}
	if len(candidates) > 1 {
		width, height := e.screen.size()
		io.WriteString(e.screen, inColumns(candidates, width, height-2))
	}
}

// commonStart is how many bytes two words have in common at their beginning.
func commonStart(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) {
		r, size := utf8.DecodeRuneInString(a[n:])
		if q, _ := utf8.DecodeRuneInString(b[n:]); q != r {
			break
		}
		n += size
	}
	return n
}

// inColumns lays words out in columns, on no more than that many lines.
func inColumns(words []string, width, lines int) string {
	widest := 0
	for _, w := range words {
		widest = max(widest, textWidth(w))
	}
	columns := max((width+1)/(widest+2), 1)
	rows := (len(words) + columns - 1) / columns
	more := 0
	if lines = max(lines, 3); rows > lines {
		fit := (lines - 1) * columns
		more, words, rows = len(words)-fit, words[:fit], lines-1
	}
	var b strings.Builder
	for y := range rows {
		for i := y; i < len(words); i += rows {
			b.WriteString(words[i])
			if i+rows < len(words) {
				b.WriteString(strings.Repeat(" ", widest+2-textWidth(words[i])))
			}
		}
		b.WriteString("\n")
	}
	if more > 0 {
		fmt.Fprintf(&b, "... and %d more\n", more)
	}
	return b.String()
}

// outdent takes one step of the indentation away.
func (e *editor) outdent() {
	row := string(e.rows[e.y])
	text := strings.TrimLeft(row, " \t")
	indent := row[:len(row)-len(text)]
	if indent == "" {
		e.screen.bell()
		return
	}
	n := 1
	if strings.Trim(indent, " ") == "" {
		n = (len(indent)-1)%indentUnit + 1
	}
	e.row([]rune(row[n:]), max(e.pos-n, 0))
}
