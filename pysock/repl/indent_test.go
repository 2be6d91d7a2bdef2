package repl

import (
	"strings"
	"testing"
)

func TestIndentAfter(t *testing.T) {
	for _, c := range []struct{ lines, want string }{
		{"x = 1", ""},
		{"if x:", "    "},
		{"if x: # why", "    "},
		{"x = {1:", "    "},
		{"    if x:", "        "},
		{"\tif x:", "\t\t"},
		{"def f():\n    return 1", ""},
		{"def f():\n    if x:\n        pass", "    "},
		{"def f():\n    returned = 1", "    "},
		{"f(", "    "},
		{"f(1,\n    2,", "    "},
		{"    f(1,\n      2)", "    "},
		{"    f(g(1),\n      [2", "          "},
		{"s = '''", ""},
		{"if x:\n    s = '''a:", ""},
		{"if x:\n    s = '''a\n  b'''", "    "},
		{"x = ':'", ""},
		{"x = '#' + ':'; y(", "    "},
		{"print('it\\'s:')", ""},
	} {
		if got := indentAfter(strings.Split(c.lines, "\n")); got != c.want {
			t.Errorf("after %q: %q, want %q", c.lines, got, c.want)
		}
	}
}

func TestCleanPaste(t *testing.T) {
	for _, c := range []struct {
		text, want string
		session    bool
	}{
		{"x = 1\r\ny = 2\r\n", "x = 1\ny = 2\n", false},
		{"\x1b[31mx\x00", "[31mx", false},
		{"  x\n    y\n\n  z", "x\n  y\n\nz", false},
		{"\tx\n\t\ty\n", "x\n\ty\n", false},
		{"  x\n y\n", " x\ny\n", false},
		{">>> 1\n1\n>>> 2\n", "1\n2\n", true},
		{"    >>> if x:\n    ...     y\n    ...\n    z\n    >>> w", "if x:\n    y\n\nw\n", true},
		{">>> f(\n... 1)\n... not a prompt\n", "f(\n1)\nnot a prompt\n", true},
		{">>> 1\n1\n... 2\n", "1\n", true},
		{">>>x", ">>>x", false},
		{"x >>> 1\n", "x >>> 1\n", false},
		{"", "", false},
		{"\n\n>>> 1", "1\n", true},
	} {
		got, session := cleanPaste(c.text)
		if got != c.want || session != c.session {
			t.Errorf("%q becomes %q, %v; want %q, %v", c.text, got, session, c.want, c.session)
		}
	}
}
