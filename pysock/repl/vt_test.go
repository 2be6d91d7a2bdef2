package repl

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// A vt is a terminal's screen, for tests: what a VT100 and its heirs make of the
// sequences that a session sends. What it doesn't know is an error.
type vt struct {
	mu        sync.Mutex
	cells     [][]string // "" follows a wide character
	y, x      int
	hang      bool // behind the last column, where the next character wraps
	scrolled  []string
	changed   chan struct{} // closed when something has come
	pasteMode bool
	bells     int
	unknown   []string
	seq       []byte            // a sequence that isn't whole
	rest      []byte            // a character that isn't
	sgr       string            // the colour that is on
	colours   map[string]string // the text that was written in each colour
}

func newVT(width, height int) *vt {
	v := &vt{changed: make(chan struct{}), colours: map[string]string{}}
	v.cells = blank(width, height)
	return v
}

func blank(width, height int) [][]string {
	cells := make([][]string, height)
	for y := range cells {
		cells[y] = blankLine(width)
	}
	return cells
}

func blankLine(width int) []string {
	line := make([]string, width)
	for x := range line {
		line[x] = " "
	}
	return line
}

// Write takes what is sent to the terminal.
func (v *vt) Write(p []byte) (int, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	n := len(p)
	p = append(v.rest, p...)
	v.rest = nil
	for len(p) > 0 {
		if !utf8.FullRune(p) {
			v.rest = append([]byte(nil), p...)
			break
		}
		r, size := utf8.DecodeRune(p)
		v.rune(r)
		p = p[size:]
	}
	close(v.changed)
	v.changed = make(chan struct{})
	return n, nil
}

func (v *vt) width() int  { return len(v.cells[0]) }
func (v *vt) height() int { return len(v.cells) }

func (v *vt) rune(r rune) {
	if len(v.seq) > 0 {
		v.seq = utf8.AppendRune(v.seq, r)
		switch {
		case len(v.seq) == 2 && r != '[':
			v.fail()
		case len(v.seq) > 2 && r >= '@' && r <= '~':
			s := string(v.seq)
			v.seq = nil
			v.csi(s)
		}
		return
	}
	switch r {
	case '\x1b':
		v.seq = []byte{'\x1b'}
	case '\r':
		v.x, v.hang = 0, false
	case '\n':
		v.hang = false
		v.down()
	case '\b':
		v.x, v.hang = max(v.x-1, 0), false
	case '\t':
		v.x = min((v.x/8+1)*8, v.width()-1)
	case '\a':
		v.bells++
	default:
		if r < ' ' {
			v.unknown = append(v.unknown, fmt.Sprintf("%q", r))
			return
		}
		v.print(r)
	}
}

// wideInTest are the wide characters that the tests use.
func wideInTest(r rune) bool {
	return r >= 0x1100 && r <= 0x115f || r >= 0x2e80 && r <= 0x9fff || r >= 0xac00 && r <= 0xd7a3 ||
		r >= 0xff01 && r <= 0xff60 || r >= 0x1f300 && r <= 0x1f64f || r >= 0x1f680 && r <= 0x1f6ff || r >= 0x1f900 && r <= 0x1f9ff
}

func (v *vt) print(r rune) {
	if r >= 0x300 && r <= 0x36f || r == 0x200d || r == 0xfe0f { // it combines
		x := v.x - 1
		if v.hang {
			x = v.x
		}
		for x > 0 && v.cells[v.y][x] == "" {
			x--
		}
		if x >= 0 {
			v.cells[v.y][x] += string(r)
		}
		return
	}
	n := 1
	if wideInTest(r) {
		n = 2
	}
	if v.hang || v.x+n > v.width() {
		v.x, v.hang = 0, false
		v.down()
	}
	v.put(v.x, string(r))
	if n == 2 {
		v.put(v.x+1, "")
	}
	if v.sgr != "" {
		v.colours[v.sgr] += string(r)
	}
	if v.x += n; v.x >= v.width() {
		v.x, v.hang = v.width()-1, true
	}
}

// put sets a cell. Half of a wide character that is overwritten takes the other
// half with it.
func (v *vt) put(x int, s string) {
	line := v.cells[v.y]
	if line[x] == "" && s != "" && x > 0 {
		line[x-1] = " "
	}
	if x+1 < len(line) && line[x+1] == "" {
		line[x+1] = " "
	}
	line[x] = s
}

func (v *vt) down() {
	if v.y+1 < v.height() {
		v.y++
		return
	}
	v.scrolled = append(v.scrolled, strings.TrimRight(strings.Join(v.cells[0], ""), " "))
	copy(v.cells, v.cells[1:])
	v.cells[v.height()-1] = blankLine(v.width())
}

func (v *vt) csi(s string) {
	final, param := s[len(s)-1], s[2:len(s)-1]
	n, err := strconv.Atoi(param)
	if err != nil || n == 0 {
		n = 1
	}
	v.hang = v.hang && final == 'm'
	switch final {
	case 'A':
		v.y = max(v.y-n, 0)
	case 'B':
		v.y = min(v.y+n, v.height()-1)
	case 'C':
		v.x = min(v.x+n, v.width()-1)
	case 'D':
		v.x = max(v.x-n, 0)
	case 'H':
		v.y, v.x = 0, 0
	case 'K':
		copy(v.cells[v.y][v.x:], blankLine(v.width()-v.x))
	case 'J':
		if param == "2" {
			v.cells = blank(v.width(), v.height())
			break
		}
		copy(v.cells[v.y][v.x:], blankLine(v.width()-v.x))
		for y := v.y + 1; y < v.height(); y++ {
			v.cells[y] = blankLine(v.width())
		}
	case 'm':
		if v.sgr = param; param == "0" {
			v.sgr = ""
		}
	case 'h', 'l':
		if param != "?2004" {
			v.unknown = append(v.unknown, fmt.Sprintf("%q", s))
		}
		v.pasteMode = final == 'h'
	default:
		v.unknown = append(v.unknown, fmt.Sprintf("%q", s))
	}
}

func (v *vt) fail() {
	v.unknown = append(v.unknown, fmt.Sprintf("%q", v.seq))
	v.seq = nil
}

// resize changes the size as terminals do that break their lines anew: each line
// here ends where it was ended.
func (v *vt) resize(width, height int) {
	v.mu.Lock()
	defer v.mu.Unlock()
	var lines [][]string
	y, x := 0, 0
	for i, line := range v.cells {
		n := len(line)
		for n > 0 && line[n-1] == " " {
			n--
		}
		if i > v.y && n == 0 {
			continue
		}
		for start := 0; ; start += width {
			part := blankLine(width)
			copy(part, line[min(start, n):min(start+width, n)])
			if i == v.y && v.x >= start && v.x < start+width {
				y, x = len(lines), v.x-start
			}
			lines = append(lines, part)
			if start+width >= n && (i != v.y || v.x < start+width) {
				break
			}
		}
	}
	for len(lines) > height && y > 0 {
		v.scrolled = append(v.scrolled, strings.TrimRight(strings.Join(lines[0], ""), " "))
		lines, y = lines[1:], y-1
	}
	v.cells = append(lines, blank(width, height)...)[:height]
	v.y, v.x, v.hang = y, x, false
}

// text is what is on the screen, without the blank lines at its end. The cursor is
// marked by a bar if it isn't behind the last character.
func (v *vt) text() string {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.show()
}

func (v *vt) show() string {
	last := v.y
	for y := range v.cells {
		if strings.TrimRight(strings.Join(v.cells[y], ""), " ") != "" {
			last = max(last, y)
		}
	}
	var b strings.Builder
	for y, line := range v.cells[:last+1] {
		text := strings.Join(line, "")
		if y == v.y {
			before := strings.Join(line[:v.x], "")
			after := strings.TrimRight(strings.Join(line[v.x:], ""), " ")
			text = before + "|" + after
			if v.hang {
				text = before + after + "|"
			}
		} else {
			text = strings.TrimRight(text, " ")
		}
		b.WriteString(text + "\n")
	}
	return b.String()
}
