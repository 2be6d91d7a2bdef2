package pysock_test

import (
	"fmt"
	"strings"
	"testing"

	"example.com/pysock/pysock"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// plain is a program of what Starlark has and means as Python does.
const plain = `
def mix(a, b, c):
    d = a + b * 3 - c
    e = d & 1023
    return d - e + a

def run(n):
    total = 0
    for i in range(n):
        if i:
            total = mix(i, total & 255, 7)
    return total

run(%d)
`

// BenchmarkPlain runs it by pysock and by Starlark itself: what lowering adds
// to code that needs none of it.
func BenchmarkPlain(b *testing.B) {
	b.Run("pysock", func(b *testing.B) {
		rt := pysock.New(pysock.Config{Dialect: syntax.Python3})
		if err := rt.RunSource("plain.py", fmt.Appendf(nil, plain, b.N)); err != nil {
			b.Fatal(err)
		}
	})
	b.Run("starlark", func(b *testing.B) {
		opts := &starsyntax.FileOptions{Recursion: true, While: true}
		if _, err := starlark.ExecFileOptions(opts, new(starlark.Thread), "plain.star", fmt.Sprintf(plain, b.N), nil); err != nil {
			b.Fatal(err)
		}
	})
}

// BenchmarkCompile compiles a script of a thousand lines: classes, exceptions,
// loops and formatting as scripts have them.
func BenchmarkCompile(b *testing.B) {
	const part = `
class Handler%d(object):
    """Answers one client."""

    greeting = 'hello'

    def __init__(self, conn, addr=('127.0.0.1', 0), *args, **kwargs):
        self.conn, self.addr = conn, addr
        self.lines = [line.strip() for line in args if line]
        self.options = dict(kwargs)

    def run(self):
        while True:
            try:
                data = self.conn.recv(1024)
                if not data or data[0:1] == b'q':
                    break
                for word in data.split():
                    self.lines.append('%%s: %%r' %% (self.addr[0], word))
            except (OSError, ValueError) as e:
                print('error', e)
                raise
            finally:
                self.conn.close()
        return len(self.lines) > 0 and self.lines[-1] or None
`
	var src strings.Builder
	for i := 0; strings.Count(src.String(), "\n") < 1000; i++ {
		fmt.Fprintf(&src, part, i)
	}
	for b.Loop() {
		rt := pysock.New(pysock.Config{Dialect: syntax.Python3})
		if err := rt.RunSource("<string>", []byte("if 0:\n    pass\n"+src.String())); err != nil {
			b.Fatal(err)
		}
	}
}
