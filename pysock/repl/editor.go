package repl

import (
	"errors"
	"io"
	"strings"

	"example.com/pysock/pysock"
)

// An input is what somebody has given to be run.
type input struct {
	stmts []string
	// goesOn is set if those after one that fails run all the same: they were typed one by
	// one, or are a session of somebody else's that was pasted, errors and all.
	goesOn bool
}

// A source is where statements come from. It returns io.EOF at the end and
// pysock.ErrInterrupted after Ctrl-C.
type source interface {
	next(ps1, ps2 string) (input, error)
	// show shows a statement that runs though nobody has typed it just now.
	show(ps1, ps2, stmt string)
}

// splitter cuts source into statements: see pysock.Session.Split.
type splitter func(src string, typed bool) (stmts []string, more bool)

// An editor lets statements be typed on a terminal.
type editor struct {
	buffer
	screen   *screen
	keys     keyReader
	raw      rawMode
	history  *history
	split    splitter
	complete Completer

	ps1, ps2 string
	preset   string         // what the next statement is at first
	search   *search        // under way, or nil
	index    int            // where in the history the statement is from
	changed  map[int]string // entries of the history that were changed, and not run
	// whole is set while the statement is one that was recalled or pasted: Enter
	// runs it without the blank line that ends a block.
	whole   bool
	session bool // a session was pasted
}

var _ source = (*editor)(nil)

// The sequences that switch bracketed paste on and off.
const (
	pasteOn  = "\x1b[?2004h"
	pasteOff = "\x1b[?2004l"
)

// next lets a statement be typed.
func (e *editor) next(ps1, ps2 string) (input, error) {
	if i := strings.LastIndexByte(ps1, '\n'); i >= 0 { // only its last line is edited after
		io.WriteString(e.screen, ps1[:i+1])
		ps1 = ps1[i+1:]
	}
	e.ps1, e.ps2 = ps1, ps2
	e.raw.enter()
	e.screen.control(pasteOn)
	defer func() {
		e.screen.control(pasteOff)
		e.raw.leave()
	}()
	e.engine.begin()
	defer e.engine.end()
	e.set(e.preset, len(e.preset))
	e.index, e.changed, e.whole, e.session, e.search = -1, nil, e.preset != "", false, nil
	e.preset = ""
	for {
		e.draw()
		k, err := e.keys.key()
		if err == nil && k == (key{kind: keyControl, r: 'c'}) {
			err = pysock.ErrInterrupted
		}
		if errors.Is(err, pysock.ErrInterrupted) {
			e.search = nil
			e.to(len(e.rows)-1, len(e.rows[len(e.rows)-1]))
			e.screen.finish(e.view(e.ps1, e.ps2))
			return input{}, err
		}
		if err != nil {
			e.screen.finish(e.view(e.ps1, e.ps2))
			return input{}, err
		}
		if e.search != nil && e.searchKey(k) {
			continue
		}
		if k == (key{kind: keyControl, r: 'd'}) && len(e.rows) == 1 && len(e.rows[0]) == 0 {
			e.screen.finish(e.view(e.ps1, e.ps2))
			return input{}, io.EOF
		}
		if stmts, done := e.press(k); done {
			e.accepted(stmts)
			return input{stmts, e.session || !e.whole}, nil
		}
	}
}

func (e *editor) draw() {
	ps1 := e.ps1
	if e.search != nil {
		ps1 = e.search.prompt()
	}
	e.screen.edit(e.view(ps1, e.ps2))
}

// accepted leaves what is going to run on the screen. Of several statements that is
// the first one: the others are shown when it is their turn.
func (e *editor) accepted(stmts []string) {
	text := strings.TrimRight(e.text(), " \t\n")
	if len(stmts) > 1 {
		text = strings.TrimRight(stmts[0], "\n")
	}
	if len(stmts) == 1 && len(e.rows) > 1 && strings.TrimSpace(string(e.rows[len(e.rows)-1])) == "" {
		text += "\n" // the blank line that was typed stays
	}
	e.set(text, len(text))
	e.screen.finish(e.view(e.ps1, e.ps2))
	for _, s := range stmts {
		e.history.add(s)
	}
}

// show shows a statement as if it had been typed.
func (e *editor) show(ps1, ps2, stmt string) {
	v := &view{}
	for i, line := range strings.Split(strings.TrimRight(stmt, "\n"), "\n") {
		prompt := ps1
		if i > 0 {
			prompt = ps2
		}
		v.rows = append(v.rows, viewRow{prompt, []rune(line)})
	}
	e.screen.edit(v)
	e.screen.finish(v)
}

// press does what a key means. It returns true when the statement is complete.
func (e *editor) press(k key) (stmts []string, done bool) {
	switch k.kind {
	case keyRune:
		e.key(string(k.r))
	case keyPaste:
		return e.paste(k.text)
	case keyEnter:
		return e.enter()
	case keyTab:
		e.tab()
	case keyBackTab:
		e.outdent()
	case keyBackspace:
		e.backspace()
	case keyDelete:
		e.delete()
	case keyUp:
		e.up()
	case keyDown:
		e.down()
	case keyLeft:
		e.left("\x02")
	case keyWordLeft:
		e.left("\x1bb")
	case keyRight:
		e.right("\x06")
	case keyWordRight:
		e.right("\x1bf")
	case keyHome:
		e.key("\x01")
	case keyEnd:
		e.key("\x05")
	case keyPageUp:
		e.to(0, 0)
	case keyPageDown:
		e.to(len(e.rows)-1, len(e.rows[len(e.rows)-1]))
	case keyControl:
		return e.control(k.r)
	case keyMeta:
		e.meta(k.r)
	default:
		e.screen.bell()
	}
	return nil, false
}

// control does what Ctrl and a letter mean.
func (e *editor) control(r rune) (stmts []string, done bool) {
	switch r {
	case 'a', 'e', 'k', 't', 'u', 'w', 'y': // as in every line
		if !e.key(string(r-'`')) && r != 'a' && r != 'e' {
			e.screen.bell()
		}
	case 'b':
		e.left("\x02")
	case 'f':
		e.right("\x06")
	case 'p':
		e.up()
	case 'n':
		e.down()
	case 'r', 's':
		e.beginSearch(r == 's')
	case 'l':
		e.screen.clear()
	case 'z':
		e.suspend()
	case 'd':
		if row := e.rows[e.y]; !e.lastRow() || e.pos < len(row) || strings.TrimSpace(string(row)) != "" {
			e.delete()
			break
		}
		if stmts, more := e.split(e.text()+"\n", true); !more { // it ends the block
			return stmts, true
		}
		e.screen.bell()
	default:
		e.screen.bell()
	}
	return nil, false
}

// meta does what Alt and a character mean.
func (e *editor) meta(r rune) {
	switch r {
	case 'b':
		e.left("\x1bb")
	case 'f':
		e.right("\x1bf")
	case 'd', rubout:
		e.key("\x1b" + string(r))
	case '\n':
		e.newLine()
	case '<':
		e.toEntry(0)
	case '>':
		e.toEntry(len(e.history.entries()))
	default:
		e.screen.bell()
	}
}

// suspend stops the process until it is continued.
func (e *editor) suspend() {
	e.screen.finish(e.view(e.ps1, e.ps2))
	e.screen.control(pasteOff)
	e.raw.leave()
	suspend()
	e.raw.enter()
	e.screen.control(pasteOn)
}

// enter ends the statement if it is complete, and the line otherwise.
func (e *editor) enter() (stmts []string, done bool) {
	if e.lastRow() {
		if stmts, more := e.split(e.text()+"\n", !e.whole); !more {
			return stmts, true
		}
	}
	e.newLine()
	return nil, false
}

// newLine breaks the line at the cursor, and indents the new one.
func (e *editor) newLine() {
	e.whole = false
	indent := indentAfter(strings.Split(e.before(), "\n"))
	if rest := e.rows[e.y][e.pos:]; len(rest) > 0 {
		trimmed := []rune(strings.TrimLeft(string(rest), " \t"))
		e.row(append(append([]rune(nil), e.rows[e.y][:e.pos]...), trimmed...), e.pos)
	}
	e.insert("\n" + indent)
}

// paste inserts text from the clipboard. If it ends with a line, and the statement
// is complete, it runs.
func (e *editor) paste(text string) (stmts []string, done bool) {
	source, session := cleanPaste(text)
	row := e.rows[e.y]
	switch {
	case e.blank():
		e.whole, e.session = true, session
		e.set("", 0)
	case strings.TrimSpace(string(row[:e.pos])) == "" && strings.ContainsAny(text[:min(len(text), 1)], " \t"):
		source = strings.ReplaceAll(text, "\r", "\n") // it is indented already
		e.row(append([]rune(nil), row[e.pos:]...), 0)
	}
	if !strings.Contains(source, "\n") {
		e.whole = e.whole && strings.TrimSpace(e.text()) == ""
	} else {
		e.whole = true
	}
	runs := strings.HasSuffix(source, "\n") && e.lastRow() && e.pos == len(e.rows[e.y])
	if runs {
		e.insert(strings.TrimRight(source, "\n"))
		if stmts, more := e.split(e.text()+"\n", false); !more {
			return stmts, true
		}
		e.insert("\n")
		return nil, false
	}
	e.insert(source)
	return nil, false
}

// backspace deletes what is before the cursor: in an indentation, back to the stop
// before.
func (e *editor) backspace() {
	row := e.rows[e.y]
	head := string(row[:e.pos])
	switch {
	case e.pos > 0 && strings.Trim(head, " ") == "":
		n := (len(head)-1)%indentUnit + 1
		e.row(append([]rune(nil), row[n:]...), e.pos-n)
	case e.pos > 0:
		e.key("\x7f")
	case e.y > 0:
		e.join(e.y - 1)
	default:
		e.screen.bell()
	}
}

// delete deletes what is at the cursor.
func (e *editor) delete() {
	switch {
	case e.pos < len(e.rows[e.y]):
		e.key("\x04")
	case !e.lastRow():
		e.join(e.y)
	default:
		e.screen.bell()
	}
}

func (e *editor) left(k string) {
	if e.pos > 0 {
		e.key(k)
	} else if e.y > 0 {
		e.to(e.y-1, len(e.rows[e.y-1]))
	}
}

func (e *editor) right(k string) {
	if e.pos < len(e.rows[e.y]) {
		e.key(k)
	} else if !e.lastRow() {
		e.to(e.y+1, 0)
	}
}

// up goes to the row above, or to the statement before in the history.
func (e *editor) up() {
	if e.y > 0 {
		e.to(e.y-1, e.pos)
		return
	}
	at := e.index
	if at < 0 {
		at = len(e.history.entries())
	}
	e.toEntry(at - 1)
}

// down goes to the row below, or to the statement after in the history.
func (e *editor) down() {
	if !e.lastRow() {
		e.to(e.y+1, e.pos)
		return
	}
	if e.index < 0 {
		e.screen.bell()
		return
	}
	e.toEntry(e.index + 1)
}

// toEntry goes to an entry of the history; the one after the last is what has been
// typed.
func (e *editor) toEntry(i int) {
	if i < 0 || i > len(e.history.entries()) {
		e.screen.bell()
		return
	}
	e.recall(i, -1)
}

// recall shows an entry of the history, with the cursor at a byte of it, or at its
// end. What has become of the one shown so far is kept.
func (e *editor) recall(i, at int) {
	list := e.history.entries()
	now := e.index
	if now < 0 {
		now = len(list)
	}
	if e.changed == nil {
		e.changed = make(map[int]string)
	}
	e.changed[now] = e.text()
	text, ok := e.changed[i]
	if !ok {
		text = list[i]
	}
	if at < 0 || at > len(text) {
		at = len(text)
	}
	e.index, e.whole = i, true
	if i == len(list) {
		e.index, e.whole = -1, false
	}
	e.set(text, at)
}
