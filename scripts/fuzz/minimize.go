package main

import "strings"

// minimize leaves lines out of a program, with the blocks below them or in
// favour of those, and shortens lines, for as long as it stays interesting. The
// outer blocks go first, many at once, as most of a program has nothing to do
// with what is interesting about it.
func minimize(src, prelude string, interesting func(src string) bool) string {
	head, body := "", src
	if rest, ok := strings.CutPrefix(src, prelude); ok {
		body = rest
		if !interesting(body) {
			head = prelude
		}
	}
	lines := strings.Split(strings.TrimSuffix(body, "\n"), "\n")
	try := func(next []string) bool {
		if !interesting(head + strings.Join(next, "\n") + "\n") {
			return false
		}
		lines = next
		return true
	}
	for again := true; again; {
		again = false
		for level := 0; level <= deepestLine(lines); level++ {
			for n := len(blocks(lines, level)); n > 0; n /= 2 {
				for i := 0; ; {
					all := blocks(lines, level)
					if i >= len(all) {
						break
					}
					if last := min(i+n, len(all)) - 1; try(without(lines, all[i].start, all[last].end)) {
						again = true
					} else {
						i += n
					}
				}
			}
		}
		for i := len(lines) - 1; i >= 0; i-- {
			if i >= len(lines) {
				continue
			}
			end := blockEnd(lines, i)
			switch {
			case end > i+1 && try(dedented(lines, i, end)):
			case end > i+2 && try(splice(lines, i+1, end, strings.Repeat(" ", indent(lines[i])+1)+"pass")):
			case shorten(lines, i, try):
			default:
				continue
			}
			again = true
		}
	}
	return head + strings.Join(lines, "\n") + "\n"
}

// A block is a line and those that stand further in below it.
type block struct{ start, end int }

// blocks are those that begin at a level of indentation.
func blocks(lines []string, level int) (all []block) {
	for i, line := range lines {
		if indent(line) == level {
			all = append(all, block{i, blockEnd(lines, i)})
		}
	}
	return all
}

func blockEnd(lines []string, i int) int {
	end := i + 1
	for end < len(lines) && indent(lines[end]) > indent(lines[i]) {
		end++
	}
	return end
}

func deepestLine(lines []string) (n int) {
	for _, line := range lines {
		n = max(n, indent(line))
	}
	return n
}

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

func without(lines []string, i, j int) []string {
	return append(append([]string(nil), lines[:i]...), lines[j:]...)
}

func splice(lines []string, i, j int, line string) []string {
	return append(append(append([]string(nil), lines[:i]...), line), lines[j:]...)
}

// dedented puts a block in the place of its statement.
func dedented(lines []string, i, end int) []string {
	next := append([]string(nil), lines[:i]...)
	by := indent(lines[i+1]) - indent(lines[i])
	for _, line := range lines[i+1 : end] {
		next = append(next, line[min(by, indent(line)):])
	}
	return append(next, lines[end:]...)
}

// shorten replaces parts of a line that stand in brackets by what they hold,
// by their first or last half, or by a constant.
func shorten(lines []string, i int, try func([]string) bool) (any bool) {
	for again := true; again; {
		again = false
		line := lines[i]
		for a := range line {
			closing := strings.IndexByte("([{", line[a])
			if closing < 0 {
				continue
			}
			b := match(line, a, ")]}"[closing])
			if b < 0 {
				continue
			}
			inner := line[a+1 : b]
			var parts []string
			parts = append(parts, "1", line[:0])
			for _, p := range split(inner) {
				if p != inner {
					parts = append(parts, p)
				}
			}
			for _, p := range parts {
				for _, with := range []string{p, line[a:a+1] + p + line[b:b+1]} {
					if len(with) < b+1-a && try(splice(lines, i, i+1, line[:a]+with+line[b+1:])) {
						any, again = true, true
						break
					}
				}
				if again {
					break
				}
			}
			if again {
				break
			}
		}
	}
	return any
}

// match is the index of the bracket that closes the one at a, or -1.
func match(s string, a int, closing byte) int {
	depth := 0
	for i := a; i < len(s); i++ {
		switch s[i] {
		case s[a]:
			depth++
		case closing:
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// split cuts a text at the spaces and commas outside of brackets into pieces
// and what is before and behind each.
func split(s string) []string {
	var parts []string
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth--
		case ',', ' ':
			if depth == 0 {
				parts = append(parts, s[:i], s[i+1:])
			}
		}
	}
	return parts
}
