package complete

import "slices"

// bound returns the names that the unfinished source binds itself, each with the
// source of the expression that it is bound to last, "" where that isn't known. "with
// x as f" binds f to "x", as far as completion goes.
func (p *place) bound() map[string]string {
	names := make(map[string]string)
	start := 0
	for i := 0; i <= len(p.toks); i++ {
		if i < len(p.toks) && (p.toks[i].depth > 0 || p.toks[i].kind != newline && !p.is(i, ";")) {
			continue
		}
		p.bindings(start, i, names)
		start = i + 1
	}
	return names
}

// bindings notes what the tokens from up to to bind, which are one line of source.
func (p *place) bindings(from, to int, names map[string]string) {
	add := func(i int, value string) {
		if i >= from && i < to && p.toks[i].kind == name && !isKeyword(p.dialect(), p.str(i)) {
			names[p.str(i)] = value
		}
	}
	value := func(from, to int) string {
		if from >= to {
			return ""
		}
		return p.text[p.toks[from].start:p.toks[to-1].end]
	}
	if to > from && p.is(from, "import", "from") {
		p.importBindings(from, to, names)
		return
	}
	for i := from; i < to; i++ {
		switch {
		case p.is(i, "def", "class"):
			add(i+1, "")
			if p.is(i, "def") && p.is(i+2, "(") {
				p.parameters(i+3, to, p.toks[i+2].depth+1, add)
			}
		case p.is(i, "lambda"):
			for j := i + 1; j < to && !p.is(j, ":"); j++ {
				if p.is(j-1, "lambda", ",", "*", "**") {
					add(j, "")
				}
			}
		case p.is(i, "for"):
			for j := i + 1; j < to && !p.is(j, "in"); j++ {
				add(j, "")
			}
		case p.is(i, "as"):
			before := i - 1
			for before >= from && !p.is(before, "with", "except", ",") {
				before--
			}
			v := ""
			if p.is(from, "with") || p.is(from+1, "with") {
				v = value(before+1, i)
			}
			add(i+1, v)
		case p.is(i, ":="):
			add(i-1, "")
		case p.is(i, "=") && p.toks[i].depth == 0:
			end := i + 1
			for end < to && (p.toks[end].depth > 0 || !p.is(end, "=")) {
				end++
			}
			begin := i
			for begin > from && (p.toks[begin-1].depth > 0 || !p.is(begin-1, "=", ":")) {
				begin--
			}
			last := i
			if p.is(begin-1, ":") && p.toks[from].kind == name && !isKeyword(p.dialect(), p.str(from)) {
				begin, last = from, from+1 // what is between is an annotation
			}
			p.targets(begin, last, value(i+1, end), add)
		}
	}
}

// targets notes what is assigned to: a name, or names with commas and brackets.
func (p *place) targets(from, to int, value string, add func(int, string)) {
	for i := from; i < to; i++ {
		if p.toks[i].kind != name && !p.is(i, ",", "(", ")", "[", "]", "*") {
			return // an attribute, an item, or none that can be assigned to
		}
		if p.toks[i].kind == name && p.is(i+1, "[", "(") {
			return
		}
	}
	if to-from > 1 {
		value = ""
	}
	for i := from; i < to; i++ {
		add(i, value)
	}
}

// parameters notes those of a def.
func (p *place) parameters(from, to, depth int, add func(int, string)) {
	for i := from; i < to && p.toks[i].depth >= depth; i++ {
		if p.toks[i].depth == depth && p.is(i-1, "(", ",", "*", "**") {
			add(i, "")
		}
	}
}

// importBindings notes what an import statement binds.
func (p *place) importBindings(from, to int, names map[string]string) {
	i := from + 1
	if p.is(from, "from") {
		for i < to && !p.is(i, "import") {
			i++
		}
		i++
	}
	for ; i < to; i++ {
		if p.toks[i].kind != name || slices.Contains([]string{"as", "import"}, p.str(i)) || p.is(i-1, ".") {
			continue
		}
		if p.is(i+1, "as") {
			i++
			continue
		}
		v := ""
		if p.is(from, "import") && !p.is(i-1, "as") {
			v = "import " + p.str(i)
		}
		names[p.str(i)] = v
	}
}
