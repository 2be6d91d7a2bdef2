package main

import "strings"

// A template is source with holes:
//
//	$i $f $s ...  an expression of a kind, by the letter of letters
//	$n $h $r $R $S $W  a number, what is hashable, an iterable, one of ints, one of strings, what has a length
//	$k $K $p $x   a small int, also below zero, one above it, an index or slice
//	$=i $>i       a variable to assign to; one that has a value. Again: the same
//	$.i           a variable or display to alter
//	$v $w         variables to assign anything to
//	$O $M         a name made for this template, always the same; another
//	$q $Q         a string that holds a statement; an expression
//	${a b c}      one of these, where § is a space and ø is nothing
//	$%            a conversion of %-formatting, $: a format specification, both for numbers
//
// One that begins with "2:" or "3:" is for that Python alone.
type template string

// pick chooses a template for the dialect that is written.
func (g *generator) pick(ts []template) template {
	for {
		t := ts[g.Intn(len(ts))]
		if dialect, rest, ok := strings.Cut(string(t), ":"); ok && (dialect == "2" || dialect == "3") {
			if g.py2 != (dialect == "2") {
				continue
			}
			t = template(rest)
		}
		if strings.Contains(string(t), ":=") && g.waits+g.inClass() > 0 {
			continue
		}
		return t
	}
}

// inClass is 1 in the body of a class.
func (g *generator) inClass() int {
	for i := len(g.scopes) - 1; i >= 0; i-- {
		if s := g.scopes[i]; s.class {
			return 1
		} else if s.function {
			break
		}
	}
	return 0
}

// fill writes something in each hole of a template.
func (g *generator) fill(t template) string {
	var b strings.Builder
	if s := string(t); strings.Contains(s, "lambda") || strings.Contains(s, " for ") {
		g.waits++
		defer func() { g.waits-- }()
	}
	formatted := strings.Contains(string(t), "f'")
	names := map[string]string{}
	var declared []func()
	for i := 0; i < len(t); i++ {
		if t[i] != '$' || i+1 == len(t) {
			b.WriteByte(t[i])
			continue
		}
		i++
		c := t[i]
		bare := strings.HasSuffix(b.String(), " in ") // where := can't stand
		called := i+1 < len(t) && strings.IndexByte(".[(", t[i+1]) >= 0
		expr := func(f func() string) {
			switch {
			case formatted:
				b.WriteString(plain(f))
			case bare:
				b.WriteString(operand(g.outside(f)))
			case called:
				b.WriteString(operand(f()))
			default:
				b.WriteString(f())
			}
		}
		if k, ok := letters[c]; ok {
			expr(func() string { return g.expr(k) })
			continue
		}
		switch c {
		case 'n':
			expr(func() string { return g.expr(g.numeric()) })
		case 'h':
			expr(func() string {
				return g.expr([]kind{intKind, floatKind, strKind, tupleKind, pairKind, frozenKind, longKind, bytesKind, boolKind}[g.Intn(9)])
			})
		case 'W':
			expr(func() string { return g.expr(sized[g.Intn(len(sized))]) })
		case 'r':
			expr(g.iterable)
		case 'R':
			expr(func() string { return g.iterableOf(intKind) })
		case 'S':
			expr(func() string { return g.iterableOf(strKind) })
		case 'q':
			b.WriteString(literal(g.fill(g.pick(sources))))
		case 'Q':
			b.WriteString(literal(g.expr(anyKind)))
		case 'x':
			b.WriteString(g.index())
		case 'k':
			b.WriteString(g.small("0 1 2 3 5"))
		case 'K':
			b.WriteString(g.small("0 1 2 3 -1 -2 7"))
		case 'p':
			b.WriteString(g.small("1 2 3 7 10 -3"))
		case '%':
			b.WriteString(g.percent(numberFormats))
		case ':':
			b.WriteString(g.spec(numberFormats))
		case '{':
			end := i + strings.IndexByte(string(t[i:]), '}')
			b.WriteString(g.of(string(t[i+1 : end])))
			i = end
		case '.':
			i++
			v := g.variable(letters[t[i]])
			if v == "" {
				v = g.atom(letters[t[i]])
			}
			b.WriteString(operand(v))
		case '=', '>':
			i++
			k, key := letters[t[i]], string(t[i-1:i+1])
			if names[key] == "" {
				if c == '=' {
					names[key] = g.target(k)
				} else if names[key] = g.own(k); names[key] == "" {
					names[key] = g.target(k)
					g.line("%s = %s", names[key], g.atom(k))
				}
				declared = append(declared, func() { g.declare(names[key], k) })
			}
			b.WriteString(names[key])
		case 'v', 'w':
			key := string(c)
			if names[key] == "" {
				names[key] = g.target(noneKind)
				declared = append(declared, func() { g.declare(names[key], noneKind) })
			}
			b.WriteString(names[key])
		case 'O', 'M':
			key := string(c)
			if names[key] == "" {
				names[key] = g.fresh(strings.ToLower(key) + "_")
			}
			b.WriteString(names[key])
		default:
			b.WriteByte('$')
			b.WriteByte(c)
		}
	}
	for _, f := range declared {
		f()
	}
	return b.String()
}

// literal is a Python string of a text.
func literal(s string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, "'", `\'`, "\n", `\n`).Replace(s) + "'"
}

// operand is an expression that .name, [index] or (arguments) can follow.
func operand(s string) string {
	if s == "" || s[0] >= '0' && s[0] <= '9' || !closed(s) {
		return "(" + s + ")"
	}
	return s
}

// closed reports whether no operator nor space of an expression stands outside
// of brackets and strings.
func closed(s string) bool {
	depth, quote := 0, byte(0)
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case quote != 0:
			if c == '\\' {
				i++
			} else if c == quote {
				quote = 0
			}
		case c == '\'' || c == '"' || c == '`':
			quote = c
		case strings.IndexByte("([{", c) >= 0:
			depth++
		case strings.IndexByte(")]}", c) >= 0:
			depth--
		case depth == 0 && strings.IndexByte(" +-*/%<>=!|&^~@:,", c) >= 0:
			return false
		}
	}
	return true
}

// plain is what f returns once it can stand within a string.
func plain(f func() string) string {
	for range 9 {
		if s := f(); !strings.ContainsAny(s, "\"'\\{}:#!`") {
			return s
		}
	}
	return "5"
}

// lines writes a template of several lines, as deep as what is around it. A
// line $B stands for a block of statements; $F, $G and $A for the body of a
// function, a generator, a coroutine. Lines that go out again after such a line
// may not know what it defines.
func (g *generator) lines(t template) {
	text := g.fill(t)
	depth := g.indent
	for line := range strings.SplitSeq(strings.Trim(text, "\n"), "\n") {
		body := strings.TrimLeft(line, " ")
		g.indent = depth + len(line) - len(body)
		switch body {
		case "$B":
			g.inside(func() { g.some1to(2) })
		case "$F":
			g.body(&scope{function: true})
		case "$G":
			g.body(&scope{function: true, generates: true})
		case "$A":
			g.body(&scope{function: true, async: true})
		default:
			g.line("%s", body)
		}
	}
	g.indent = depth
}

func (g *generator) body(s *scope) {
	g.push(s)
	g.inside(func() { g.some1to(3) })
	g.pop()
}

func (g *generator) some1to(n int) {
	for range 1 + g.Intn(n) {
		g.statement(deepest - g.Intn(2))
	}
}
