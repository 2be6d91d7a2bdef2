//go:build unix

package repl

import (
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
