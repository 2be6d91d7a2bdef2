package repl

import "strings"

// A buffer is the statement that is being edited: lines, of which the engine edits
// the one that the cursor is in.
type buffer struct {
	rows   [][]rune
	y, pos int
	engine *engine
}

// set puts a text in the place of the statement, with the cursor at a byte of it.
func (b *buffer) set(text string, at int) {
	b.rows = b.rows[:0]
	for _, line := range strings.Split(text, "\n") {
		b.rows = append(b.rows, []rune(line))
	}
	head := text[:at]
	b.y = strings.Count(head, "\n")
	b.pos = len([]rune(head[strings.LastIndexByte(head, '\n')+1:]))
	b.engine.replace(b.rows[b.y], b.pos)
}

// text is the statement.
func (b *buffer) text() string {
	lines := make([]string, len(b.rows))
	for i, row := range b.rows {
		lines[i] = string(row)
	}
	return strings.Join(lines, "\n")
}

// before is the part of the statement before the cursor.
func (b *buffer) before() string {
	var s strings.Builder
	for _, row := range b.rows[:b.y] {
		s.WriteString(string(row) + "\n")
	}
	s.WriteString(string(b.rows[b.y][:b.pos]))
	return s.String()
}

func (b *buffer) blank() bool { return strings.TrimSpace(b.text()) == "" }

// lastRow reports whether the cursor is in the last row.
func (b *buffer) lastRow() bool { return b.y == len(b.rows)-1 }

// key lets the engine do what a key means in a line, and reports whether that has
// changed anything.
func (b *buffer) key(k string) bool {
	was, pos := b.rows[b.y], b.pos
	now := b.engine.key(k)
	b.rows[b.y], b.pos = now.line, now.pos
	return pos != now.pos || string(was) != string(now.line)
}

// row puts another line in the place of the one that the cursor is in.
func (b *buffer) row(line []rune, pos int) {
	b.rows[b.y], b.pos = line, pos
	b.engine.replace(line, pos)
}

// to moves the cursor to another row.
func (b *buffer) to(y, pos int) {
	b.y, b.pos = y, min(pos, len(b.rows[y]))
	b.engine.replace(b.rows[y], b.pos)
}

// insert inserts text, which may have several lines, at the cursor.
func (b *buffer) insert(text string) {
	before := b.before()
	after := b.text()[len(before):]
	b.set(before+text+after, len(before)+len(text))
}

// join joins the row with the one below.
func (b *buffer) join(y int) {
	pos := len(b.rows[y])
	line := append(append([]rune(nil), b.rows[y]...), b.rows[y+1]...)
	b.rows = append(b.rows[:y], b.rows[y+1:]...)
	b.y = y
	b.row(line, pos)
}

// view is how the statement is shown after its prompts.
func (b *buffer) view(ps1, ps2 string) *view {
	v := &view{y: b.y, pos: b.pos}
	for i, row := range b.rows {
		prompt := ps1
		if i > 0 {
			prompt = ps2
		}
		v.rows = append(v.rows, viewRow{prompt, row})
	}
	return v
}
