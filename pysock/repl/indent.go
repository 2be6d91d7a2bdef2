package repl

import "strings"

// indentUnit is how far a block is indented where nothing else says so.
const indentUnit = 4

// A scan is what a line of source leaves open for the next one.
type scan struct {
	quote string // that of a string with three quotes, or ""
	depth int    // of brackets
	last  byte   // the last character that isn't a blank or in a comment
}

// line goes over a line.
func (s *scan) line(text string) {
	s.last = 0
	for i := 0; i < len(text); {
		if s.quote != "" {
			switch {
			case text[i] == '\\':
				i++
			case strings.HasPrefix(text[i:], s.quote):
				i += len(s.quote) - 1
				s.quote, s.last = "", '"'
			}
			i++
			continue
		}
		c := text[i]
		switch c {
		case '#':
			return
		case '"', '\'':
			if q := strings.Repeat(string(c), 3); strings.HasPrefix(text[i:], q) {
				s.quote = q
				i += 2
				break
			}
			for i++; i < len(text) && text[i] != c; i++ {
				if text[i] == '\\' {
					i++
				}
			}
		case '(', '[', '{':
			s.depth++
		case ')', ']', '}':
			s.depth = max(s.depth-1, 0)
		}
		if c != ' ' && c != '\t' {
			s.last = c
		}
		i++
	}
}

// indentAfter is how the line is to be indented that follows these.
func indentAfter(lines []string) string {
	var s scan
	depth := 0 // before the last line
	first := 0 // of the lines that are one to Python
	for i, line := range lines {
		if depth = s.depth; depth == 0 && s.quote == "" {
			first = i
		}
		s.line(line)
	}
	if s.quote != "" { // blanks would be part of the string
		return ""
	}
	line := lines[len(lines)-1]
	if s.depth == 0 {
		line = lines[first]
	}
	text := strings.TrimLeft(line, " \t")
	indent := line[:len(line)-len(text)]
	unit := strings.Repeat(" ", indentUnit)
	if strings.HasPrefix(indent, "\t") {
		unit = "\t"
	}
	if s.last == ':' && s.depth == 0 || s.depth > depth {
		return indent + unit
	}
	if s.depth == 0 && leaves(text) {
		return strings.TrimSuffix(indent, unit)
	}
	return indent
}

// leaves reports whether a statement ends its block.
func leaves(text string) bool {
	word := text
	if i := strings.IndexFunc(text, func(r rune) bool { return r < 'a' || r > 'z' }); i >= 0 {
		word = text[:i]
	}
	switch word {
	case "return", "raise", "break", "continue", "pass":
		return true
	}
	return false
}
