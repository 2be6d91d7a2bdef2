//go:build unix

package repl

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestValues(t *testing.T) {
	p := start(t, 40, 24, "")
	p.key("1 + 1\r_ * 3\rNone\rx = 'a'\rx\r__name__\r")
	p.see(`
>>> 1 + 1
2
>>> _ * 3
6
>>> None
>>> x = 'a'
>>> x
'a'
>>> __name__
'__main__'
>>> |
`)
	p.key("\x04")
	p.leaves(0)
}

func TestBanner(t *testing.T) {
	p := sit(t, 80, 24, "")
	p.see(`
pysock 1.0: Python 3.11 with its sockets, to try things out
help() leads on, x? tells of x, %help lists commands; Ctrl-D leaves
>>> |
`)
}

func TestBlocks(t *testing.T) {
	p := start(t, 40, 24, "")
	p.key("def f(x):\rif x:\rreturn 1\r")
	p.see(`
>>> def f(x):
...     if x:
...         return 1
...     |
`)
	p.key("return 2\r\rf(0), f(1)\r")
	p.see(`
>>> def f(x):
...     if x:
...         return 1
...     return 2
...
>>> f(0), f(1)
(2, 1)
>>> |
`)
}

// TestTypedOn types a line where only the end of a block could stand: it runs too, though
// the block fails.
func TestTypedOn(t *testing.T) {
	p := start(t, 40, 24, "")
	p.key("while 1: raise SystemError\r")
	p.key("'next'\r")
	p.see(`
>>> while 1: raise SystemError
Traceback (most recent call last):
  File "<stdin>", line 1, in <module>
    while 1: raise SystemError
             ^^^^^^^^^^^^^^^^^
SystemError
>>> 'next'
'next'
>>> |
`)
}

func TestErrors(t *testing.T) {
	p := start(t, 60, 24, "")
	p.key("def f(x):\rreturn 1 / x\r\rf(0)\r")
	p.see(`
>>> def f(x):
...     return 1 / x
...
>>> f(0)
Traceback (most recent call last):
  File "<stdin>", line 1, in <module>
    f(0)
  File "<stdin>", line 2, in f
    return 1 / x
           ~~^~~
ZeroDivisionError: division by zero
>>> |
`)
	p.key("\x0cx y\r")
	p.see(`
>>> x y
  File "<stdin>", line 1
    x y
      ^
SyntaxError: invalid syntax
>>> |
`)
}

func TestLeaving(t *testing.T) {
	for keys, status := range map[string]int{"exit()\r": 0, "quit(3)\r": 3, "import sys; sys.exit(4)\r": 4, "\x04": 0} {
		p := start(t, 40, 10, "")
		p.key(keys)
		p.leaves(status)
	}
}

func TestInterrupt(t *testing.T) {
	p := start(t, 60, 24, "")
	p.key("abc\x03")
	p.see(`
>>> abc
KeyboardInterrupt
>>> |
`)
	p.key("if 1:\rx\x03")
	p.seeEnd(`
>>> if 1:
...     x
KeyboardInterrupt
>>> |
`)
	for _, stmt := range []string{
		"import time; print('go'); time.sleep(1000)",
		"import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); s.listen(1); print('go'); s.accept()",
		"a, b = socket.socketpair(); print('go'); a.recv(1)",
		"import threading; e = threading.Event(); t = threading.Thread(target=e.wait, daemon=True); t.start(); print('go'); t.join()",
		"print('go'); exec('while 1: pass')",
		"print('go'); input()",
	} {
		p.key("\x0c")
		p.see(">>> |\n")
		p.key(stmt + "\r")
		p.until("go", func(s string) bool { return strings.Contains(s, "\ngo\n") })
		p.key("\x03")
		p.seeEnd("\nKeyboardInterrupt\n>>> |\n")
	}
	p.key("\x0c1 + 1\r")
	p.see(">>> 1 + 1\n2\n>>> |\n")
}

func TestCommands(t *testing.T) {
	p := start(t, 60, 24, "")
	write(t, p.home, "script.py", "import sys\nprint(sys.argv, x)\ny = x + 1\n")
	p.key("x = 1\r%run script.py a\ry\r%r\t\x03")
	p.see(`
>>> x = 1
>>> %run script.py a
['script.py', 'a'] 1
>>> y
2
>>> %run
KeyboardInterrupt
>>> |
`)
	p.key("\x0c%run scr\t b\r%run\r%nothing\r%run none\r%py2 x\r")
	p.see(`
>>> %run script.py b
['script.py', 'b'] 1
>>> %run
usage: %run FILE [ARGS]
>>> %nothing
no command %nothing; %help lists them
>>> %run none
can't open file 'none': [Errno 2] No such file or directory
>>> %py2 x
usage: %py2
>>> |
`)
	p.key("\x0c%py\t")
	p.see(`
py2  py3
>>> %py|
`)
	p.key("2\rprint x, 7 / 2\r%star\rx\r%py3\rx / 2\r%history 2\r")
	p.seeEnd(`
>>> %py2
>>> print x, 7 / 2
1 3
>>> %star
>>> x
1
>>> %py3
>>> x / 2
0.5
>>> %history 2
x / 2
%history 2
>>> |
`)
}

// write writes a file for a session.
func write(t *testing.T, dir, name, text string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestStartupFile(t *testing.T) {
	path := write(t, t.TempDir(), "startup.py", "def hello(): return 'hello'\nimport sys; sys.ps1 = '\\033[32mpy\\033[0m> '\n1/0\n")
	p := sit(t, 60, 12, "-q -startup", "PYTHONSTARTUP="+path)
	p.until("the end", func(s string) bool { return strings.HasSuffix(s, "ZeroDivisionError: division by zero\npy> |\n") })
	p.key("\x0chello()\r")
	p.see("py> hello()\n'hello'\npy> |\n")
	p.key("\x1b[A\x1b[Hx")
	p.see("py> hello()\n'hello'\npy> x|hello()\n")
}

func TestAfterAScript(t *testing.T) {
	path := write(t, t.TempDir(), "script.py", "x = 5\ndef f():\n    return x\n")
	p := start(t, 60, 12, path)
	p.key("f()\rx = 6\rf()\r")
	p.see(">>> f()\n5\n>>> x = 6\n>>> f()\n6\n>>> |\n")
}

// A signal's handler runs though nothing is typed, and so does what closes what
// nobody has any more.
func TestSignalAtThePrompt(t *testing.T) {
	p := start(t, 60, 14, "")
	p.paste(`import signal
def handler(number, frame):
    print('alarm')

_ = signal.signal(signal.SIGALRM, handler)
_ = signal.setitimer(signal.ITIMER_REAL, 0.01)
`)
	p.seeEnd("\nalarm\n>>> |\n")
	p.paste("def handler2(number, frame):\n    1 / 0\n\n_ = signal.signal(signal.SIGALRM, handler2)\n")
	p.seeEnd(", handler2)\n>>> |\n")
	p.key("\x0c")
	p.see(">>> |\n")
	p.key("_ = signal.setitimer(signal.ITIMER_REAL, 0.01)\r")
	p.seeEnd("\nZeroDivisionError: division by zero\n>>> |\n")
}

func TestColours(t *testing.T) {
	for _, env := range []string{"A=1", "NO_COLOR=1"} {
		p := start(t, 60, 14, "", env)
		p.key("1 / 0\r")
		p.seeEnd("\nZeroDivisionError: division by zero\n>>> |\n")
		p.vt.mu.Lock()
		got := p.vt.colours["1;35"]
		p.vt.mu.Unlock()
		if want := "ZeroDivisionError"; got != want && env == "A=1" || got != "" && env != "A=1" {
			t.Errorf("%s: in colour is %q", env, got)
		}
	}
}

func TestDumbTerminal(t *testing.T) {
	p := sit(t, 60, 14, "-q", "TERM=dumb")
	p.see(">>> |\n")
	p.key("if 1:\n")
	p.see(">>> if 1:\n... |\n")
	p.key("  'a'\n")
	p.see(">>> if 1:\n...   'a'\n... |\n")
	p.key("\n")
	p.see(">>> if 1:\n...   'a'\n...\n'a'\n>>> |\n")
	p.key("\x03")
	p.see(">>> if 1:\n...   'a'\n...\n'a'\n>>> ^C\nKeyboardInterrupt\n>>> |\n")
	p.key("\x04")
	p.leaves(0)
}

// What other processes print, and what is typed ahead, doesn't get in the way.
func TestOtherOutput(t *testing.T) {
	p := start(t, 40, 14, "")
	p.key("import os; x = os.system('printf other')\r")
	p.see(">>> import os; x = os.system('printf oth\ner')\nother\n>>> |\n")
	p.key("\x0cprint('a', end='')\r12" + "\x1b[H+")
	p.see(">>> print('a', end='')\na\n>>> +|12\n")
}
