//go:build unix

package repl

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The keys that terminals send.
const (
	up, down, right, left = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"
	home, end             = "\x1b[H", "\x1b[F"
	del, backspace        = "\x1b[3~", "\x7f"
)

func ctrl(r rune) string { return string(r - '`') }

func TestWideCharacters(t *testing.T) {
	p := start(t, 20, 10, "")
	p.key("x = '漢字🐍é'")
	p.see(">>> x = '漢字🐍é'|\n")
	p.key(left + left + left + "ß" + left + backspace)
	p.see(">>> x = '漢|ß🐍é'\n")
	p.key(end + " + 'ab漢字'")
	p.see(`
>>> x = '漢ß🐍é' + '
ab漢字'|
`)
	p.key(home + right + right + right + right + right + "1")
	p.see(`
>>> x = '1|漢ß🐍é' +
'ab漢字'
`)
	p.key("\r" + "x\r")
	p.see(`
>>> x = '1漢ß🐍é' +
'ab漢字'
>>> x
'1漢ß🐍éab漢字'
>>> |
`)
}

func TestCombining(t *testing.T) {
	p := start(t, 20, 10, "")
	p.key("'e\u0301a'" + left + left + "b")
	p.see(">>> 'e\u0301b|a'\n")
	p.key(backspace + backspace + "o")
	p.see(">>> 'eo|a'\n")
}

func TestLongLines(t *testing.T) {
	p := start(t, 40, 10, "")
	p.key("x = " + strings.Repeat("0123456789", 8) + "9")
	p.see(`
>>> x = 01234567890123456789012345678901
2345678901234567890123456789012345678901
234567899|
`)
	p.key(backspace + backspace + backspace + backspace + backspace + backspace + backspace + backspace + backspace)
	p.see(`
>>> x = 01234567890123456789012345678901
2345678901234567890123456789012345678901
|
`)
	p.key(home + "yy")
	p.see(`
>>> yy|x = 012345678901234567890123456789
0123456789012345678901234567890123456789
01
`)
	p.key("\x03")
	p.seeEnd(`
01
KeyboardInterrupt
>>> |
`)
}

func TestEmacsKeys(t *testing.T) {
	p := start(t, 40, 10, "")
	p.key("one two three" + ctrl('w'))
	p.see(">>> one two |\n")
	p.key(ctrl('a') + "\x1bf" + ctrl('k'))
	p.see(">>> one |\n")
	p.key(ctrl('y') + ctrl('y'))
	p.see(">>> one two two |\n")
	p.key(ctrl('u') + "ab" + ctrl('t') + left + ctrl('d'))
	p.see(">>> b|\n")
	p.key("\x1b[1;5D" + "c" + "\x1bOC" + "d")
	p.see(">>> cbd|\n")
}

func TestManyLines(t *testing.T) {
	p := start(t, 40, 12, "")
	p.key("for i in range(2):\rprint(i)\rprint(j)")
	p.key(up + home + right + right + right + right + "x" + del)
	p.see(`
>>> for i in range(2):
...     x|rint(i)
...     print(j)
`)
	p.key(backspace + "p" + down + end + left + backspace + "i")
	p.see(`
>>> for i in range(2):
...     print(i)
...     print(i|)
`)
	p.key(home + backspace) // joins the lines
	p.see(`
>>> for i in range(2):
...     print(i)|    print(i)
`)
	p.key("\x1b\r")
	p.see(`
>>> for i in range(2):
...     print(i)
...     |print(i)
`)
	p.key(end + "\r\r")
	p.see(`
>>> for i in range(2):
...     print(i)
...     print(i)
...
0
0
1
1
>>> |
`)
}

func TestHistory(t *testing.T) {
	p := start(t, 40, 14, "")
	p.key("def f():\rreturn 7\r\rx = 1\r")
	p.see(`
>>> def f():
...     return 7
...
>>> x = 1
>>> |
`)
	p.key("unfinished" + up + up)
	p.seeEnd(`
>>> x = 1
>>> def f():
...     return 7|
`)
	p.key(down + down)
	p.seeEnd(`
>>> x = 1
>>> unfinished|
`)
	p.key(up + up + backspace + "8\r")
	p.seeEnd("\n>>> |\n")
	p.key("f()\r")
	p.seeEnd(`
>>> x = 1
>>> def f():
...     return 8
>>> f()
8
>>> |
`)
	p.key("\x04")
	p.leaves(0)
	file, err := os.ReadFile(filepath.Join(p.home, "state", "pysock", "history"))
	if want := "def f():\\n    return 7\nx = 1\ndef f():\\n    return 8\nf()\n"; err != nil || string(file) != want {
		t.Errorf("the history is %q, %v; want %q", file, err, want)
	}

	q := start(t, 40, 14, "", "XDG_STATE_HOME="+filepath.Join(p.home, "state"))
	q.key(up + up)
	q.see(`
>>> def f():
...     return 8|
`)
	q.key(ctrl('r') + "= ")
	q.see("(reverse-i-search)`= ': x |= 1\n")
	q.key(ctrl('r'))
	q.see("(failed reverse-i-search)`= ': x |= 1\n")
	q.key(backspace + backspace + "ret")
	q.see("(reverse-i-search)`ret': def f():\n...     |return 8\n")
	q.key(ctrl('r'))
	q.see("(reverse-i-search)`ret': def f():\n...     |return 7\n")
	q.key(ctrl('g'))
	q.see(`
>>> def f():
...     return 8|
`)
	q.key(ctrl('r') + "x\rx\r")
	q.see(`
>>> x = 1
>>> x
1
>>> |
`)
}

func TestSecretsAreNotInTheHistory(t *testing.T) {
	p := start(t, 60, 14, "")
	p.key("import getpass; getpass.getpass()\r")
	p.seeEnd("\nPassword: |\n")
	p.key("secret1\r")
	p.seeEnd("'secret1'\n>>> |\n")
	p.key("input('na' 'me? ')\r") // what is typed doesn't end as the prompt does
	p.seeEnd("\nname? |\n")
	p.key("secret2\r")
	p.see(`
>>> import getpass; getpass.getpass()
Password:
'secret1'
>>> input('na' 'me? ')
name? secret2
'secret2'
>>> |
`)
	p.key("\x04")
	p.leaves(0)
	file, _ := os.ReadFile(filepath.Join(p.home, "state", "pysock", "history"))
	if strings.Contains(string(file), "secret") {
		t.Errorf("the history is %q", file)
	}
}

func TestPaste(t *testing.T) {
	p := start(t, 40, 24, "")
	p.paste("def f(x):\n    y = x\n\n    return y\n\nf(1)\nf(2)\n")
	p.see(`
>>> def f(x):
...     y = x
...
...     return y
>>> f(1)
1
>>> f(2)
2
>>> |
`)
	p.key(ctrl('l'))
	p.paste("if 1:\n\tif 1:\n\t\tx = 5\n\tprint(x)") // waits for Enter
	p.see(`
>>> if 1:
...         if 1:
...                 x = 5
...         print(x)|
`)
	p.key("\r" + ctrl('l'))
	p.paste("  >>> x * 2\n  10\n  >>> for i in 'ab':\n  ...     i\n  ... \n  'a'\n  'b'\n  >>> 1/0\n  Traceback: ...\n  >>> 'end'\n")
	p.see(`
>>> x * 2
10
>>> for i in 'ab':
...     i
'a'
'b'
>>> 1/0
Traceback (most recent call last):
  File "<stdin>", line 1, in <module>
    1/0
    ~^~
ZeroDivisionError: division by zero
>>> 'end'
'end'
>>> |
`)
	p.key(ctrl('l'))
	p.paste("    a = 1\n    b = 2\n") // from the middle of a program
	p.seeEnd(">>> b = 2\n>>> |\n")
	p.key("a, b\r")
	p.see(`
>>> a = 1
>>> b = 2
>>> a, b
(1, 2)
>>> |
`)
	p.key(ctrl('l') + "print()" + left)
	p.paste("'x'")
	p.see(">>> print('x'|)\n")
	p.key("\r" + ctrl('l') + "def g():\r")
	p.paste("    return 1\n    # end\n")
	p.see(`
>>> def g():
...     return 1
...     # end
>>> |
`)
}

func TestPasteOfManyLines(t *testing.T) {
	p := start(t, 40, 10, "")
	var src strings.Builder
	src.WriteString("def f():\n    n = 0\n")
	for i := range 200 {
		fmt.Fprintf(&src, "    n += %d\n\n", i)
	}
	src.WriteString("    return n")
	p.paste(src.String())
	p.see(`
...
...     n += 196
...
...     n += 197
...
...     n += 198
...
...     n += 199
...
...     return n|
`)
	p.key(up + up + "0" + backspace + down + down)
	p.seeEnd("... |    return n\n") // through the empty line, where there is no other column
	p.key("\rf()\r")
	p.see(`
...     n += 197
...
...     n += 198
...
...     n += 199
...
...     return n
>>> f()
19900
>>> |
`)
	p.vt.mu.Lock()
	if got := strings.Join(p.vt.scrolled, "\n"); !strings.Contains(got, "\n...     n += 0\n...\n...     n += 1\n") {
		t.Errorf("what has scrolled away is %q", got)
	}
	p.vt.mu.Unlock()
}

func TestTab(t *testing.T) {
	p := start(t, 40, 10, "")
	p.key("\tx" + home + "\t")
	p.see(">>>     |    x\n")
	p.key(end + "\x1b[Z")
	p.see(">>>     x|\n")
	p.key(home + right + right + right + right + backspace)
	p.see(">>> |x\n")
}

func TestResize(t *testing.T) {
	p := start(t, 40, 10, "")
	p.key("'" + strings.Repeat("0123456789", 5) + "'")
	p.see(`
>>> '01234567890123456789012345678901234
567890123456789'|
`)
	p.resize(30, 10)
	p.see(`
>>> '0123456789012345678901234
5678901234567890123456789'|
`)
	p.resize(60, 10)
	p.see(">>> '01234567890123456789012345678901234567890123456789'|\n")
	p.key(left + "x")
	p.see(">>> '01234567890123456789012345678901234567890123456789x|'\n")
}

func TestThreadsPrint(t *testing.T) {
	p := start(t, 40, 24, "")
	p.paste(`import threading, sys
go = threading.Event()
def run(n):
    go.wait()
    for i in range(n):
        sys.stdout.write('line %d\n' % i)
t = threading.Thread(target=run, args=(5,))
t.start()
`)
	p.key(ctrl('l'))
	p.see(">>> |\n")
	p.key("go.set()\r1 + " + "1")
	p.until("all lines above what is edited", func(s string) bool {
		return strings.HasPrefix(s, ">>> go.set()\n") && strings.HasSuffix(s, "\n>>> 1 + 1|\n") && strings.Contains(s, "line 4\n")
	})
	for i := range 5 {
		if s := p.vt.text(); !strings.Contains(s, fmt.Sprintf("\nline %d\n", i)) {
			t.Errorf("line %d is missing:\n%s", i, s)
		}
	}
}

// Many lines are printed while keys arrive: what is typed is what was typed.
func TestThreadsPrintWhileKeysArrive(t *testing.T) {
	p := start(t, 40, 12, "")
	p.paste(`import threading, sys, time
stop = False
def run():
    n = 0
    while not stop:
        print('tick', n)
        sys.stdout.write('open ')
        time.sleep(0.0005)
        print('line', flush=True)
        n += 1

t = threading.Thread(target=run)
t.start()
`)
	for i := range 30 {
		for _, c := range fmt.Sprintf("x%d = '%s'", i, strings.Repeat("abcdef ", 8)) {
			p.key(string(c))
			if c == '=' {
				p.key(left + left + right + right)
			}
		}
		p.seeEnd("'|\n")
		p.key("\r")
		p.seeEnd("\n>>> |\n")
	}
	p.key("stop = True; t.join()\r")
	p.seeEnd("\n>>> |\n")
	p.key("print(all(globals()['x%d' % i] == 'abcdef ' * 8 for i in range(30)))\r")
	p.seeEnd("\nTrue\n>>> |\n")
	p.vt.mu.Lock()
	defer p.vt.mu.Unlock()
	for _, line := range append(p.vt.scrolled, strings.Split(p.vt.show(), "\n")...) {
		if strings.HasPrefix(line, "tick") || strings.HasPrefix(line, "open") || line == "True" {
			if rest := strings.TrimLeft(strings.TrimPrefix(line, "tick"), " 0123456789"); strings.HasPrefix(line, "tick") && rest != "" || strings.HasPrefix(line, "open") && line != "open line" && line != "open" {
				t.Errorf("a line was printed as %q", line)
			}
		}
	}
}
