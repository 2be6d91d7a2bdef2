package repl

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"unicode/utf8"
)

// A screen is the terminal that the session is on. All that is written to it goes
// through it: what the session's program prints, from whatever thread, and the
// lines that are being edited, which stay below of that.
type screen struct {
	out  io.Writer
	size func() (columns, lines int)

	mu      sync.Mutex
	at      cursor // where the program's output has ended
	editing bool
	view    *view    // what is edited
	drawn   *picture // how it is on the screen
	width   int      // and for how many columns
	top     int      // the first line of it that is shown
	b       bytes.Buffer
}

func newScreen(out io.Writer, size func() (columns, lines int)) *screen {
	return &screen{out: out, size: size}
}

// Write writes what a program prints. If a statement is being edited, it goes away
// and comes again below.
func (s *screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	width, _ := s.size()
	if !s.editing {
		s.at.write(p, width)
		return s.out.Write(p)
	}
	s.erase()
	if s.at.column > 0 { // on with the line that it left open
		fmt.Fprintf(&s.b, "\x1b[A\x1b[%dC", s.at.column)
	}
	s.b.Write(p)
	s.at.write(p, width)
	if s.at.column > 0 {
		s.b.WriteString("\r\n")
	}
	if s.at.column >= width {
		s.at.column = 0
	}
	s.draw()
	return len(p), s.flush()
}

// edit shows a statement that is being edited.
func (s *screen) edit(v *view) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.editing {
		s.editing, s.drawn, s.top = true, &picture{lines: []string{""}, wraps: []bool{false}}, 0
		s.freshLine()
	}
	s.view = v
	s.draw()
	s.flush()
}

// freshLine goes to the beginning of a line. Where the cursor is isn't always known:
// other processes write to the terminal, and it shows what is typed ahead. A line
// of blanks leads to the next line unless the cursor is at the beginning of one.
func (s *screen) freshLine() {
	if s.at.column > 0 {
		s.b.WriteString("\r\n")
		return
	}
	width, _ := s.size()
	s.b.WriteString(strings.Repeat(" ", width))
	s.b.WriteString("\r\x1b[J")
}

// finish shows the statement as it has become, for good, and goes to the line below.
// Without a statement, what is on the screen goes away.
func (s *screen) finish(v *view) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.editing {
		return
	}
	s.view = v
	if v == nil {
		s.erase()
	} else {
		s.finishDrawing()
		s.b.WriteString("\r\n")
	}
	s.editing, s.at = false, cursor{}
	s.flush()
}

// finishDrawing draws all of the statement, that which scrolls away too.
func (s *screen) finishDrawing() {
	width, height := s.size()
	p := s.view.layout(width)
	if len(p.lines) > height || s.top > 0 {
		s.erase()
		s.drawn = &picture{lines: []string{""}, wraps: []bool{false}}
	}
	s.show(p)
	s.move(len(p.lines)-1, 0)
}

// resized draws the statement for another width. The terminal has broken its lines
// anew, and so it is known where they begin now.
func (s *screen) resized() {
	s.mu.Lock()
	defer s.mu.Unlock()
	width, _ := s.size()
	if !s.editing || width == s.width {
		return
	}
	y := s.drawn.x / width
	for _, line := range s.drawn.lines[:s.drawn.y] {
		y += max(textWidth(line)-1, 0)/width + 1
	}
	s.drawn.y = y
	s.erase()
	s.draw()
	s.flush()
}

// clear clears the screen but for the statement.
func (s *screen) clear() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.b.WriteString("\x1b[H\x1b[2J")
	s.at = cursor{}
	s.drawn = &picture{lines: []string{""}, wraps: []bool{false}}
	if s.editing {
		s.draw()
	}
	s.flush()
}

// bell rings.
func (s *screen) bell() {
	s.mu.Lock()
	defer s.mu.Unlock()
	io.WriteString(s.out, "\a")
}

// typed notes that a line was typed to a program, which ends it on the screen.
func (s *screen) typed() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.at = cursor{}
}

func (s *screen) flush() error {
	_, err := s.out.Write(s.b.Bytes())
	s.b.Reset()
	return err
}

// erase takes the statement off the screen.
func (s *screen) erase() {
	s.move(0, 0)
	s.b.WriteString("\x1b[J")
	s.drawn = &picture{lines: []string{""}, wraps: []bool{false}}
}

// draw brings the screen up to date.
func (s *screen) draw() {
	width, height := s.size()
	s.width = width
	var p *picture
	p, s.top = s.view.layout(width).window(height, s.top)
	s.show(p)
}

// show makes the screen show a picture, by writing what differs from the one that
// is there.
func (s *screen) show(p *picture) {
	old := s.drawn
	for i, line := range p.lines {
		if i >= len(old.lines) {
			s.move(len(s.drawn.lines)-1, 0)
			s.newLine()
			s.line(i, "", line)
			continue
		}
		if was := old.lines[i]; was != line || old.wraps[i] != p.wraps[i] {
			s.line(i, was, line)
		}
	}
	if n := len(p.lines); n < len(s.drawn.lines) {
		s.move(n, 0)
		s.b.WriteString("\x1b[J")
	}
	y, x := s.drawn.y, s.drawn.x
	s.drawn = &picture{lines: p.lines, wraps: p.wraps, y: y, x: x}
	s.move(p.y, p.x)
}

// newLine goes from the last line to a new one below.
func (s *screen) newLine() {
	s.b.WriteString("\r\n")
	s.drawn = &picture{
		lines: append(s.drawn.lines[:len(s.drawn.lines):len(s.drawn.lines)], ""),
		wraps: append(s.drawn.wraps[:len(s.drawn.wraps):len(s.drawn.wraps)], false),
		y:     s.drawn.y + 1,
	}
}

// line writes line y in the place of another.
func (s *screen) line(y int, was, line string) {
	same := commonPrefix(was, line)
	s.move(y, textWidth(line[:same]))
	s.b.WriteString(line[same:])
	x := textWidth(line)
	if x >= s.width { // the cursor hangs at the edge
		s.b.WriteString("\r")
		x = 0
	} else if textWidth(was) > x {
		s.b.WriteString("\x1b[K")
	}
	s.drawn = &picture{lines: s.drawn.lines, wraps: s.drawn.wraps, y: y, x: x}
}

// commonPrefix is how many bytes two lines have in common at their beginning. It
// ends before colours, and before a character that marks combine with in one of
// them.
func commonPrefix(a, b string) int {
	n, last := 0, 0 // last: where the last character begins that isn't a mark
	for n < len(a) && n < len(b) {
		r, size := utf8.DecodeRuneInString(a[n:])
		if q, _ := utf8.DecodeRuneInString(b[n:]); q != r || r == escape {
			break
		}
		if columns(r) > 0 {
			last = n
		}
		n += size
	}
	if marked(a[n:]) || marked(b[n:]) {
		return last
	}
	return n
}

// marked reports whether s begins with a mark.
func marked(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n > 0 && columns(r) == 0
}

// move moves the cursor within the statement.
func (s *screen) move(y, x int) {
	d := s.drawn
	switch {
	case y < d.y:
		fmt.Fprintf(&s.b, "\x1b[%dA", d.y-y)
	case y > d.y:
		fmt.Fprintf(&s.b, "\x1b[%dB", y-d.y)
	}
	switch {
	case x == d.x:
	case x == 0:
		s.b.WriteString("\r")
	case x < d.x:
		fmt.Fprintf(&s.b, "\x1b[%dD", d.x-x)
	default:
		fmt.Fprintf(&s.b, "\x1b[%dC", x-d.x)
	}
	s.drawn = &picture{lines: d.lines, wraps: d.wraps, y: y, x: x}
}

// A stream is one of the program's output streams, on the screen.
type stream struct {
	*screen
	file *os.File
}

// File returns the file whose descriptor the stream has.
func (s stream) File() *os.File { return s.file }

// control sends the terminal a sequence that shows nothing.
func (s *screen) control(sequence string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	io.WriteString(s.out, sequence)
}
