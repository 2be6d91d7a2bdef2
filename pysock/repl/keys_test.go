package repl

import (
	"io"
	"slices"
	"strings"
	"testing"
)

func TestKeys(t *testing.T) {
	char := func(r rune) key { return key{kind: keyRune, r: r} }
	of := func(k keyKind) key { return key{kind: k} }
	for _, c := range []struct {
		bytes string
		want  []key
	}{
		{"aé漢🐍", []key{char('a'), char('é'), char('漢'), char('🐍')}},
		{"\r\n\t\b\x7f", []key{of(keyEnter), of(keyEnter), of(keyTab), of(keyBackspace), of(keyBackspace)}},
		{"\x01\x1d", []key{{kind: keyControl, r: 'a'}, {kind: keyControl, r: '}'}}},
		{"\x1b[A\x1bOB\x1b[C\x1b[D\x1b[H\x1bOF", []key{of(keyUp), of(keyDown), of(keyRight), of(keyLeft), of(keyHome), of(keyEnd)}},
		{"\x1b[1~\x1b[3~\x1b[4~\x1b[5~\x1b[6~\x1b[99~\x1b[Z", []key{of(keyHome), of(keyDelete), of(keyEnd), of(keyPageUp), of(keyPageDown), {}, of(keyBackTab)}},
		{"\x1b[1;5D\x1b[1;3C\x1b[1;2Ax", []key{of(keyWordLeft), of(keyWordRight), of(keyUp), char('x')}},
		{"\x1bf\x1b\r\x1b\x7f\x1bé", []key{{kind: keyMeta, r: 'f'}, {kind: keyMeta, r: '\n'}, {kind: keyMeta, r: 0x7f}, {kind: keyMeta, r: 'é'}}},
		{"\x1b\x03\x1b[\x03\x1bO\x03", slices.Repeat([]key{{kind: keyControl, r: 'c'}}, 3)},
		{"\x1b[" + strings.Repeat("1", 100), slices.Concat([]key{char('1')}, slices.Repeat([]key{char('1')}, 100-maxSequence-2))},
		{"\x1b[200~a\rb\x1b[201~c", []key{{kind: keyPaste, text: "a\rb"}, char('c')}},
		{"\x1b[200~\x1b[201~", []key{of(keyPaste)}},
		{"\x1b[200~a\x1b[20\x03b", []key{{kind: keyControl, r: 'c'}, char('b')}},
		{"\xffa\xc3b\x80\xc2\x80", []key{{}, char('a'), char('b'), {}, {}}},
	} {
		in := strings.NewReader(c.bytes)
		k := &keyReader{read: in.Read}
		var got []key
		for {
			one, err := k.key()
			if err == io.EOF {
				break
			}
			got = append(got, one)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q is %v, want %v", c.bytes, got, c.want)
		}
	}
}

// Outside of a paste no more is read than the key.
func TestKeysReadNoFurther(t *testing.T) {
	in := strings.NewReader("a\x1b[Ab\rrest")
	k := &keyReader{read: in.Read}
	for range 4 {
		k.key()
	}
	if rest, _ := io.ReadAll(in); string(rest) != "rest" {
		t.Errorf("%q is left", rest)
	}
}

func TestHistoryLines(t *testing.T) {
	for _, s := range []string{"x", "a\nb", `a\nb`, `a\\nb`, "a\\\nb", `\`, `end\`, "\n", "漢\n字"} {
		line := toLine(s)
		if got := fromLine(line); got != s || strings.Contains(line, "\n") {
			t.Errorf("%q is kept as %q and comes back as %q", s, line, got)
		}
	}
}

func TestHistoryFile(t *testing.T) {
	path := t.TempDir() + "/state/pysock/history"
	a, b := newHistory(path), newHistory(path)
	a.add("1")
	b.add("2")
	a.add("3\n4\n")
	a.add("3\n4")
	a.add("  ")
	if got := newHistory(path).entries(); !slices.Equal(got, []string{"1", "2", "3\n4"}) {
		t.Errorf("the history is %q", got)
	}
	for i := range historyLimit * 2 {
		a.list = append(a.list, strings.Repeat("x", i%7+1))
	}
	a.shorten(a.list)
	c := newHistory(path)
	if got := len(c.entries()); got != historyLimit {
		t.Errorf("%d statements are kept", got)
	}
	c.add("last")
	if got := newHistory(path).entries(); len(got) != historyLimit || got[historyLimit-1] != "last" {
		t.Errorf("%d statements, the last %q", len(got), got[len(got)-1])
	}
}

func TestLayout(t *testing.T) {
	for _, c := range []struct {
		text  string
		pos   int
		width int
		lines []string
		y, x  int
	}{
		{"abc", 3, 10, []string{"> abc"}, 0, 5},
		{"abcdefgh", 8, 10, []string{"> abcdefgh", ""}, 1, 0},
		{"abcdefgh", 7, 10, []string{"> abcdefgh", ""}, 0, 9},
		{"abcdefg漢", 7, 10, []string{"> abcdefg", "漢"}, 1, 0},
		{"abcdefghi", 8, 10, []string{"> abcdefgh", "i"}, 1, 0},
		{"abcdefghe\u0301", 10, 10, []string{"> abcdefgh", "e\u0301"}, 1, 1},
		{"abcdefge\u0301", 9, 10, []string{"> abcdefge\u0301", ""}, 1, 0},
		{"\tx", 1, 20, []string{">         x"}, 0, 10},
		{"\x01", 1, 20, []string{"> ^A"}, 0, 4},
		{"漢字漢字", 4, 4, []string{"> 漢", "字漢", "字"}, 2, 2},
	} {
		v := &view{rows: []viewRow{{"> ", []rune(c.text)}}, pos: c.pos}
		p := v.layout(c.width)
		if !slices.Equal(p.lines, c.lines) || p.y != c.y || p.x != c.x {
			t.Errorf("%q in %d columns is %q, the cursor at %d, %d; want %q, %d, %d", c.text, c.width, p.lines, p.y, p.x, c.lines, c.y, c.x)
		}
	}
}
