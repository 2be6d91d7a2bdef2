package syntax

import (
	"fmt"
	"strings"
	"testing"
)

func mustParse(t *testing.T, src string, o Options) *File {
	t.Helper()
	f, err := Parse("f", []byte(src), o)
	if err != nil {
		t.Fatalf("%s: %v", src, err)
	}
	return f
}

// value returns the value of the string that a source consists of.
func value(t *testing.T, src string, o Options) string {
	t.Helper()
	f := mustParse(t, src, o)
	s, ok := f.Body[len(f.Body)-1].(*ExprStmt).X.(*Str)
	if !ok {
		t.Fatalf("%s: not a string", src)
	}
	return s.Value
}

func TestLax(t *testing.T) {
	for _, c := range []struct{ src, want, warnings string }{
		{"f(“msg: “)", "f('msg: ')", "1:3 typographic quote '“' (U+201C) read as a plain quote"},
		{"f((“”, 27281))", "f(('', 27281))", "1:4 typographic quote '“' (U+201C) read as a plain quote"},
		{"f([’10.20.37.51'])", "f(['10.20.37.51'])", "1:4 typographic quote '’' (U+2019) read as a plain quote"},
		{"x = “””a\n\"b” ”””", "x = 'a\\n\"b” '", "1:5 typographic quote '“' (U+201C) read as a plain quote"},
		{"x = u„\\n‟ ‘b’", "x = '\\nb'", "1:6 typographic quote '„' (U+201E) read as a plain quote"},
		{`x = "“a”" '’'`, "x = '“a”’'", ""},
		{"if x:\n\u00a0\u00a0y\n\u00a0\u00a0z", "if x:\n    y\n    z", "2:1 unusual space U+00A0 read as a plain space"},
		{"a\u200b =\u3000b # “", "a = b", "1:2 unusual space U+200B read as a plain space"},
		{"x = f“{a}b”", "x = f'{a}b'", "1:6 typographic quote '“' (U+201C) read as a plain quote"},
	} {
		var warnings []string
		f := mustParse(t, c.src, Options{Dialect: Python3, Warn: func(at Pos, msg string) {
			warnings = append(warnings, fmt.Sprintf("%d:%d %s", at.Line, at.Col, msg))
		}})
		if got := strings.TrimSpace(Format(f)); got != c.want {
			t.Errorf("%s: got %s, want %s", c.src, got, c.want)
		}
		if got := strings.Join(warnings, "; "); got != c.warnings {
			t.Errorf("%s: warned %q, want %q", c.src, got, c.warnings)
		}
	}
}

func TestEncoding(t *testing.T) {
	for _, c := range []struct {
		d         Dialect
		src, want string // the value, or the error
	}{
		{Python3, "'\xc3\xa9'", "é"},
		{Python3, "\ufeff'é'", "é"},
		{Python3, "# coding: latin-1\n'\xe9'", "é"},
		{Python3, "#!x\n# -*- coding: latin-1 -*-\n'\xe9'", "é"},
		{Python3, "# vim: set fileencoding=latin-1 :\n'\xe9'", "é"},
		{Python3, "\n\n# coding: latin-1\n'é'", "é"},
		{Python3, "x\n# coding: latin-1\n'é'", "é"},
		{Python3, "'a\r\nb'", "f:1:1: unterminated string literal (detected at line 1)"},
		{Python3, "'''a\r\nb\rc'''", "a\nb\nc"},
		{Python3, "# coding: xyz\n''", "f: unknown encoding: xyz"},
		{Python3, "\n'\xe9'", `f:2:1: Non-UTF-8 code starting with '\xe9' in file f on line 2, but no encoding declared; see https://peps.python.org/pep-0263/ for details`},
		{Python3, "'a\x00'", "f:1:1: source code cannot contain null bytes"},
		{Python2, "'é'", "é"},
		{Python2, "'\xe9'", `f:1:1: Non-ASCII character '\xe9' in file f on line 1, but no encoding declared; see http://python.org/dev/peps/pep-0263/ for details`},
		{Python2, "# coding: latin-1\n'\xe9'", "\xe9"},
		{Python2, "# coding: latin-1\nu'\xe9'", "é"},
		{Python2, "# coding: latin-1\n'\xe9' u'\xe8'", "éè"},
		{Python2, `u'\xe9' '\u0041'`, `é\u0041`},
		{Python2, `ur'\u0041\x41\\u0041'`, `A\x41\\u0041`},
		{Python2, `'\u0041\x41\0777'`, "\\u0041A\x3f7"},
		{Python2, "from __future__ import unicode_literals\n'é' b'b'", "éb"},
		{Python3, `'\ud800'`, "\xed\xa0\x80"},
		{Python3, `'\N{LATIN SMALL LETTER A}\N{EURO SIGN}\N{cjk unified ideograph-4E00}'`, "a€一"},
		{Python3, `'\400\8\q\
'`, "Ā\\8\\q"},
		{Python3, `b'\400\x41\u0041'`, "\x00A\\u0041"},
		{Python3, `Rb'\x' bR'\''`, `\x\'`},
	} {
		f, err := Parse("f", []byte(c.src), Options{Dialect: c.d})
		got := ""
		if err != nil {
			got = err.Error()
		} else {
			got = f.Body[len(f.Body)-1].(*ExprStmt).X.(*Str).Value
		}
		if got != c.want {
			t.Errorf("%v: %q: got %q, want %q", c.d, c.src, got, c.want)
		}
	}
	if got := value(t, "# coding: latin-1\n'é'", Options{Dialect: Python3, Text: true}); got != "é" {
		t.Errorf("a declaration in text counts: %q", got)
	}
	named := func(string) (rune, bool) { return 'x', true }
	if got := value(t, `'\N{whatever}'`, Options{Dialect: Python3, CharName: named}); got != "x" {
		t.Errorf("CharName isn't asked: %q", got)
	}
}

func TestDetect(t *testing.T) {
	for _, c := range []struct {
		src  string
		want Dialect
	}{
		{"#!/usr/bin/env python2\nx = 1", Python2},
		{"#!/usr/bin/python3.11\nimport urllib2", Python3},
		{"#!/usr/bin/env python\nx = 1", Python3},
		{"print 'a'", Python2},
		{"print('a')", Python3},
		{"print('a', b)", Python3},
		{"print", Python3},
		{"print >>f, x", Python2},
		{"try: pass\nexcept X, e: pass", Python2},
		{"x = 0777", Python2},
		{"x = `1`", Python2},
		{"nonlocal_ = f'{x}'", Python3},
		{"s = raw_input('x')", Python2},
		{"def raw_input(): pass\nraw_input()", Python3},
		{"try:\n    raw_input\nexcept NameError:\n    raw_input = input", Python3},
		{"d.has_key(1)", Python2},
		{"for k, v in d.iteritems(): print(k)", Python2},
		{"import SocketServer", Python2},
		{"import socketserver", Python3},
		{"try:\n    import socketserver\nexcept ImportError:\n    import SocketServer as socketserver", Python3},
		{"import urllib\nurllib.urlopen(x)", Python2},
		{"import urllib.request\nurllib.request.urlopen(x)", Python3},
		{"from urllib import urlencode", Python2},
		{"import string\nstring.letters", Python2},
		{"for i in xrange(3): print(i)", Python2},
		{"from x import *\nreduce(f, y)", Python3},
		{"import thread\nfrom Queue import Queue", Python2},
		{"async def f(): await x", Python3},
		{"x = u'a'", Python3},
		{"x: int = 1\nxrange", Python3},
		{"", Python3},
		{"print 'a'\nx = (", Python2},
		{"def f(:", Python3},
	} {
		got, reason := Detect([]byte(c.src))
		if got != c.want {
			t.Errorf("%q: got %v (%s)", c.src, got, reason)
		}
	}
}

func TestIncomplete(t *testing.T) {
	for _, c := range []struct {
		src  string
		want bool
	}{
		{"x = (1,", true}, {"x = '''a", true}, {"if x:", true}, {"if x:\n", true}, {"x = 1 \\", true}, {"x = 1 \\\n", true},
		{"try:\n    pass\n", true}, {"@a\n", true}, {"def f(a,\n", true}, {"class C:\n", true},
		{"match x:\n    case 1:\n", true}, {"while 1:\n    if x:\n", true},
		{"def f():\n    try: pass\n", true}, {"def f():\n    try:\n        pass\n", true}, {"def f():\n    try: pass\ny", false},
		{"x = 'a", false}, {"x = ", false}, {"if x", false}, {"x = )", false}, {"x y (", false}, {"f(a b\n", false},
		{"if x:\ny", false},
	} {
		for _, d := range []Dialect{Python2, Python3} {
			if d == Python2 && strings.HasPrefix(c.src, "match") {
				continue
			}
			_, err := Parse("f", []byte(c.src), Options{Dialect: d, Mode: SingleMode})
			if err == nil {
				t.Errorf("%v: %q is accepted", d, c.src)
			} else if e := err.(*Error); e.Incomplete != c.want {
				t.Errorf("%v: %q: Incomplete is %v (%v)", d, c.src, e.Incomplete, e)
			}
		}
	}
}

func TestModes(t *testing.T) {
	for _, c := range []struct {
		mode Mode
		src  string
		err  string
	}{
		{EvalMode, "1 + 2", ""}, {EvalMode, "a, b\n\n", ""}, {EvalMode, "  a, b\n", "unexpected indent"}, {EvalMode, "x = 1", "invalid syntax"}, {EvalMode, "", "invalid syntax"},
		{SingleMode, "x = 1; y\n", ""}, {SingleMode, "if x:\n    y\n\n", ""}, {SingleMode, "\n# c\n", ""},
		{SingleMode, "x\ny\n", "multiple statements found while compiling a single statement"},
	} {
		_, err := Parse("f", []byte(c.src), Options{Dialect: Python3, Mode: c.mode})
		got := ""
		if err != nil {
			got = err.(*Error).Msg
		}
		if got != c.err {
			t.Errorf("%q: %q, want %q", c.src, got, c.err)
		}
	}
}

// TestDeep makes sure that no nesting is too deep for the stack, and that what
// is merely long is fine.
func TestDeep(t *testing.T) {
	n := 100000
	rep := strings.Repeat
	for _, c := range []struct {
		src string
		ok  bool
	}{
		{rep("(", n), false}, {rep("(", 150) + "x" + rep(")", 150), true},
		{rep("[", n), false}, {rep("{", n), false}, {rep("-", n) + "x", false}, {rep("not ", n) + "x", false},
		{rep("lambda: ", n) + "x", false}, {"x" + rep("**x", n), false}, {rep("a if b else ", n) + "x", false},
		{rep("`", n), false}, {rep("f(", n), false}, {"x" + rep(" + 1", 15000), true}, {"x" + rep(" + 1", n), false},
		{"x" + rep(".a", 10000), true}, {"x" + rep(" and y", n), true}, {"x" + rep(" < y", n), true},
		{"if a: pass\n" + rep("elif a: pass\n", 1000), true}, {"if a: pass\n" + rep("elif a: pass\n", n), false},
		{"x = " + rep("y = ", n) + "1", true}, {"m(" + rep("a, ", n) + ")", true}, {"f([" + rep("a, ", n) + "])", true}, {rep("x\n", n), true},
		{rep("if x: ", n) + "y", false}, {rep("\"", 6000), true},
		{"match x:\n  case " + rep("[", 150) + rep("]", 150) + ": pass", true},
		{"match x:\n  case " + rep("(", n), false},
		{"with " + rep("(", 199) + rep(")", 199) + ": pass", true},
		{rep("match (", 199), false},
		{"def f(" + rep("(", 199) + "a" + rep(")", 199) + "): pass", false},
	} {
		for _, d := range []Dialect{Python2, Python3} {
			_, err := Parse("f", []byte(c.src), Options{Dialect: d})
			if ok := err == nil; ok != c.ok && (d == Python3 || c.src[0] != 'm' && c.src[0] != 'd') {
				t.Errorf("%v: %.30s...: %.100v", d, c.src, err)
			}
		}
	}
	var nested strings.Builder
	for i := range 120 {
		nested.WriteString(rep(" ", i) + "if x:\n")
	}
	if _, err := Parse("f", []byte(nested.String()), Options{Dialect: Python3}); err == nil ||
		err.(*Error).Msg != "too many levels of indentation" {
		t.Error(err)
	}
}

// TestWalk visits each node once, in order.
func TestWalk(t *testing.T) {
	f := mustParse(t, "@d\ndef f(a, b: c=e, *g, h, i=j, **k) -> l:\n    m(n, *o, p=q, *r, **s)[t:u:v] = [w for x in y if z]\n", Options{Dialect: Python3})
	var names []string
	Walk(f, func(n Node) bool {
		if x, ok := n.(*Name); ok {
			names = append(names, x.Id)
		}
		return true
	})
	if got := strings.Join(names, ""); got != "dcejlmnoqrstuvwxyz" {
		t.Errorf("names in the order %s", got)
	}
}

func TestError(t *testing.T) {
	_, err := Parse("a.py", []byte("x = 1\nif x = 2: pass\n"), Options{})
	e, ok := err.(*Error)
	if !ok || err.Error() != "a.py:2:4: invalid syntax. Maybe you meant '==' or ':=' instead of '='?" ||
		e.Line != "if x = 2: pass" || e.End != (Pos{2, 9}) {
		t.Errorf("%v %+v", err, e)
	}
}

// TestBlocks counts nested blocks as CPython does: it allows 20, and in Python
// 3 an except clause is two.
func TestBlocks(t *testing.T) {
	nest := func(head string, n int) string {
		var b strings.Builder
		for i := range n {
			indent := strings.Repeat(" ", i)
			b.WriteString(indent + strings.ReplaceAll(head, "\n", "\n"+indent) + "\n")
		}
		return b.String() + strings.Repeat(" ", n) + "pass\n"
	}
	for _, c := range []struct {
		head string
		most int // how many may nest
		d    Dialect
	}{
		{"for x in y:", 20, Python2}, {"for x in y:", 20, Python3}, {"while x:", 20, Python3}, {"with a, b:", 10, Python3},
		{"try: pass\nfinally:", 20, Python3}, {"try: pass\nexcept A:", 10, Python3}, {"try: pass\nexcept A:", 90, Python2},
		{"if x:", 90, Python3}, {"try: pass\nexcept A: pass\nelse:", 90, Python3},
	} {
		for n := c.most; n <= min(c.most+1, 90); n++ {
			_, err := Parse("f", []byte(nest(c.head, n)), Options{Dialect: c.d})
			want := n > c.most
			if (err != nil) != want || want && err.(*Error).Msg != "too many statically nested blocks" {
				t.Errorf("%v: %d times %q: %v", c.d, n, c.head, err)
			}
		}
	}
}
