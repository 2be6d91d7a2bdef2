package hints

import (
	"regexp"
	"strings"

	"example.com/pysock/pysock/syntax"
)

// source returns the mistakes in writing a program down.
func source() []row {
	return []row{
		{name: "print without parentheses", dialect: syntax.Python3, class: "SyntaxError", pattern: `Missing parentheses in call to '(print|exec)'.*`, say: statement2},
		{name: "tabs and spaces", class: "TabError", say: is("tabs and blanks are mixed in the indentation: use four blanks for each step throughout; expand -t 4 FILE turns tabs into blanks")},
		{name: "body missing", class: "IndentationError", pattern: `expected an indented block.*`, say: is("the lines that belong to it are indented, by four blanks; pass stands for none")},
		{name: "indented too far", class: "IndentationError", pattern: `unexpected indent`, say: is("this line is indented further than the one before, which doesn't end with a colon: line it up")},
		{name: "indented unevenly", class: "IndentationError", pattern: `unindent does not match any outer indentation level`, say: is("this line lines up with none above: count its blanks, or tabs")},
		{name: "except with comma", dialect: syntax.Python3, class: "SyntaxError", pattern: `multiple exception types must be parenthesized`, say: exceptComma},
		{name: "octal of Python 2", dialect: syntax.Python3, class: "SyntaxError", pattern: `leading zeros in decimal integer literals are not permitted.*`,
			say: is("octal numbers are written 0o755 in both Pythons, 0755 in Python 2 alone")},
		{name: "statement of Python 2", dialect: syntax.Python3, class: "SyntaxError", say: old},
		{name: "statement of Python 3", dialect: syntax.Python2, class: "SyntaxError", say: recent},
		{name: "assignment as condition", class: "SyntaxError", pattern: `invalid syntax\. Maybe you meant '==' or ':=' instead of '='\?`, say: is("== compares, = assigns")},
		{name: "colon missing", class: "SyntaxError", pattern: `expected ':'`, say: is("a line that begins with if, else, while, for, def, class, try, except or with ends with a colon")},
		{name: "bracket open", class: "SyntaxError", pattern: `'([(\[{])' was never closed`, say: neverClosed},
		{name: "bracket too many", class: "SyntaxError", pattern: `unmatched '(.)'`, say: is("there is one $1 too many on this line, or its partner is missing before it")},
		{name: "string open", class: "SyntaxError", pattern: `unterminated (?:f-)?string literal.*`, say: is(`the string doesn't end on its line: add the closing quote; """ is for strings of several lines`)},
		{name: "yield and return outside", class: "SyntaxError", pattern: `'(return|yield)' outside function`, say: is("$1 belongs into a function: is the line indented far enough?")},
		{name: "break outside", class: "SyntaxError", pattern: `'(break|continue)'.* (?:outside|not properly in) loop`, say: is("$1 belongs into a loop: is the line indented far enough?")},
		{name: "said by Python 3", dialect: syntax.Python2, class: "SyntaxError", say: fuller},
	}
}

// fuller says what Python 2 doesn't.
func fuller(c *Case, _ []string) string { return strings.TrimPrefix(c.Fuller, "invalid syntax. ") }

// statement2 is for print and exec as statements.
func statement2(c *Case, m []string) string {
	s := "this is Python 2's way"
	if m[1] == "print" {
		s = "print is a function in Python 3: print(...)"
	}
	return s + switchTo(c, syntax.Python2)
}

// A written form is one that only one of the Pythons accepts.
type written struct {
	pattern *regexp.Regexp
	words   string
}

// oldForms are Python 2's.
var oldForms = func() []written {
	return []written{
		{regexp.MustCompile(`^\s*print\b\s*[^\s(=.,)]`), "print is a function in Python 3: print(...)"},
		{regexp.MustCompile(`^\s*raise\s+[\w.]+\s*,`), "in Python 3 it is raise Class(message)"},
		{regexp.MustCompile(`^\s*except\s+[^:]+,\s*\w+\s*:`), "in Python 3 it is except Class as e"},
		{regexp.MustCompile(`^\s*exec\s+[^\s(=]`), "exec is a function in Python 3: exec(...)"},
		{regexp.MustCompile(`<>`), "in Python 3 it is !="},
		{regexp.MustCompile("`[^`]+`"), "in Python 3 it is repr(x), not backquotes"},
		{regexp.MustCompile(`\b[uU][rR]["']`), `ur"" is of Python 2: r"" is Unicode in Python 3`},
		{regexp.MustCompile(`\b(?:\d+|0[xX][0-9a-fA-F]+)[lL]\b`), "numbers have no L in Python 3: it isn't needed"},
		{regexp.MustCompile(`^\s*def\s+\w+\(.*\(.*\).*\)\s*:`), "parameters in parentheses are of Python 2: take the tuple apart in the function"},
	}
}

// newForms are Python 3's.
var newForms = func() []written {
	return []written{
		{regexp.MustCompile(`\b[fF][rR]?["']|\b[rR][fF]["']`), `f"..." is of Python 3; in Python 2 it is "...".format(...)`},
		{regexp.MustCompile(`\bprint\s*\(.*\b(?:file|end|sep|flush)\s*=`), "that is print of Python 3: from __future__ import print_function"},
		{regexp.MustCompile(`^\s*(?:async|await)\b|\bawait\b`), "async and await are of Python 3"},
		{regexp.MustCompile(`^\s*nonlocal\b`), "nonlocal is of Python 3"},
		{regexp.MustCompile(`^\s*raise\b.*\bfrom\b`), "raise ... from is of Python 3"},
		{regexp.MustCompile(`:=`), ":= is of Python 3"},
		{regexp.MustCompile(`^\s*def\b.*->|^\s*def\b.*\(.*\w\s*:`), "annotations are of Python 3"},
		{regexp.MustCompile(`^\s*\w+\s*:\s*\w[\w\[\], .]*(?:=|$)`), "annotations are of Python 3"},
		{regexp.MustCompile(`\byield\s+from\b`), "yield from is of Python 3"},
		{regexp.MustCompile(`^\s*match\b.*:\s*$`), "match is of Python 3"},
		{regexp.MustCompile(`\*\w+\s*,.*=[^=]|,\s*\*\w+\s*=[^=]`), "a starred target is of Python 3"},
	}
}

func old(c *Case, _ []string) string    { return writtenIn(c, oldForms(), syntax.Python2) }
func recent(c *Case, _ []string) string { return writtenIn(c, newForms(), syntax.Python3) }

// writtenIn looks for a form of the other Python in the line that is wrong.
func writtenIn(c *Case, forms []written, other syntax.Dialect) string {
	if c.Line == "" {
		return ""
	}
	for _, f := range forms {
		if f.pattern.MatchString(c.Line) {
			return f.words + switchTo(c, other)
		}
	}
	return ""
}

func exceptComma(c *Case, _ []string) string {
	return "in Python 3 it is except Class as e, or except (A, B) for several classes" + switchTo(c, syntax.Python2)
}

func neverClosed(c *Case, m []string) string {
	close := map[string]string{"(": ")", "[": "]", "{": "}"}[m[1]]
	line := strings.TrimSpace(c.Line)
	if n := strings.Count(line, "((") - strings.Count(line, "))"); n > 0 && close == ")" {
		return "an address has parentheses of its own, so two close at the end: s.bind((host, port))"
	}
	return "there are more " + m[1] + " than " + close + " on this line"
}
