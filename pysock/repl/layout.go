package repl

import "slices"

// A view is what is being edited, as it is to be seen.
type view struct {
	rows []viewRow
	y    int // the row that the cursor is in
	pos  int // and where in its text
}

// A viewRow is a prompt and what was typed after it.
type viewRow struct {
	prompt string
	text   []rune
}

// A picture is a view in the columns of a terminal: the lines on the screen, and
// the place of the cursor.
type picture struct {
	lines []string
	wraps []bool // lines that go on in the next one
	y, x  int
}

// layout breaks a view into lines of that width.
func (v *view) layout(width int) *picture {
	width = max(width, 2)
	p := &picture{}
	for y, row := range v.rows {
		var line, char []rune
		prompt := textWidth(row.prompt)
		line = append(line, []rune(row.prompt)...)
		x := prompt
		for x >= width { // the terminal breaks it
			x -= width
		}
		column, w := 0, 0
		flush := func(wraps bool) {
			p.lines, p.wraps = append(p.lines, string(line)), append(p.wraps, wraps)
			line = line[:0]
		}
		for i := 0; ; i++ {
			end := i == len(row.text)
			if !end {
				char, w = shown(char[:0], row.text[i], column)
				column += w
			}
			if x >= width && (end || w > 0) {
				flush(true)
				x = 0
			}
			if y == v.y && i == v.pos {
				p.y, p.x = len(p.lines), x
			}
			if end {
				break
			}
			if len(char) == w { // it may be broken itself
				for _, r := range char {
					if x >= width {
						flush(true)
						x = 0
					}
					line = append(line, r)
					x++
				}
				continue
			}
			if x+w > width {
				flush(true)
				x = 0
				if y == v.y && i == v.pos {
					p.y, p.x = len(p.lines), x
				}
			}
			line = append(line, char...)
			x += w
		}
		flush(false)
	}
	return p
}

// window cuts a picture down to the lines around the cursor that fit.
func (p *picture) window(height, top int) (*picture, int) {
	height = max(height, 1)
	if len(p.lines) <= height {
		return p, 0
	}
	top = min(max(top, p.y-height+1), p.y)
	top = min(top, len(p.lines)-height)
	return &picture{
		lines: slices.Clone(p.lines[top : top+height]), wraps: slices.Clone(p.wraps[top : top+height]),
		y: p.y - top, x: p.x,
	}, top
}
