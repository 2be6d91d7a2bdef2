//go:build unix

package repl

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// Random keys and pastes. A session has to survive them, and to show afterwards
// what was typed last:
//
//	go test ./pysock/repl -run RandomKeys -keys 10m

var (
	keysFor  = flag.Duration("keys", time.Second, "how long TestRandomKeys presses keys")
	keysSeed = flag.Uint64("keys-seed", 0, "the seed of TestRandomKeys")
)

// words are what random typing consists of, besides characters.
var words = []string{
	"x", "1", " ", "(", ")", "[", "]", "{", "}", "'", `"`, `"""`, ":", "\\", "#", "é", "漢", "🐍", "e\u0301", "\u200d", "\u00a0", "“",
	"def f():", "if x:", "for i in 'ab':", "return", "print(1)", "class C:", "import socket", "lambda", "@f", "=", "%", "?", "%help", "%py2", "%py3", "%star", "%history", "x?",
	"print('a', end='')", "print('漢' * 50)", "1/0", "raise ValueError('x\\ny')", "'\\033[31mred\\033[0m'", "f'{x}'", "async def g():", "_",
	"try:", "except:", "else:", "with x:", "match x:", "case 1:", "yield 1", "global x", "del x", "x y", "0777", "u'x'", "`x`",
}

var keyStrokes = []string{
	"\r", "\r", "\r", "\n", "\t", backspace, backspace, "\b", up, down, left, right, home, end, del, "\x1b[5~", "\x1b[6~", "\x1b[Z", "\x1b\r", "\x1bb", "\x1bf", "\x1bd", "\x1b\x7f", "\x1b<", "\x1b>",
	"\x1b[1;5C", "\x1b[1;5D", "\x1bOA", "\x1bOB", "\x1b[", "\x1b", "\x1b[999999999999999999999999999999999999999999;1H", "\x1b[200~", "\x1b[201~", "\x9b", "\xff", "\xc3", "\xe6\xbc", "\x00",
	"\x01", "\x02", "\x03", "\x05", "\x06", "\x07", "\x0b", "\x0c", "\x0e", "\x0f", "\x10", "\x11", "\x12", "\x12", "\x13", "\x14", "\x15", "\x16", "\x17", "\x18", "\x19", "\x1c", "\x1d", "\x1e", "\x1f",
}

func randomKeys(r *rand.Rand) string {
	var b strings.Builder
	for range 1 + r.IntN(40) {
		switch r.IntN(10) {
		case 0, 1, 2:
			b.WriteString(words[r.IntN(len(words))])
		case 3, 4, 5, 6:
			b.WriteString(keyStrokes[r.IntN(len(keyStrokes))])
		case 7:
			b.WriteString(strings.Repeat(words[r.IntN(len(words))], 1+r.IntN(100)))
		case 8:
			b.WriteString("\x1b[200~")
			for range r.IntN(30) {
				b.WriteString(words[r.IntN(len(words))] + []string{" ", "\r", "\r    ", "\r\t", "\r>>> ", "\r... ", "\n\n"}[r.IntN(7)])
			}
			b.WriteString("\x1b[201~")
		case 9:
			b.WriteRune(rune(r.IntN(0x3000)))
		}
	}
	// Ctrl-D would end the session, Ctrl-Z and Ctrl-\ stop it while a program runs.
	// Nor may the terminal be told to hold back what is printed.
	return strings.NewReplacer("\x1a", "", "\x04", "", "\x13", "", "\x1c", "").Replace(b.String())
}

func TestRandomKeys(t *testing.T) {
	seed := *keysSeed
	if seed == 0 {
		seed = uint64(time.Now().UnixNano())
	}
	t.Logf("-keys-seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 0))
	sizes := [][2]int{{80, 24}, {40, 10}, {7, 3}, {200, 50}, {20, 5}}
	for until := time.Now().Add(*keysFor); time.Now().Before(until); {
		size := sizes[r.IntN(len(sizes))]
		p := start(t, size[0], size[1], "")
		for range 30 {
			keys := randomKeys(r)
			p.key(keys)
			if r.IntN(10) == 0 {
				size = sizes[r.IntN(len(sizes))]
				p.resize(size[0], size[1])
			}
			// Whatever goes on is left: a paste, a search, a statement, a program. What
			// is typed while one runs may be lost.
			ok := false
			for try := 0; try < 20 && !ok; try++ {
				n := r.IntN(1000)
				p.key(fmt.Sprintf("\x03\x1b[201~\x03\x03%%py3\r%d\r", n))
				_, ok = p.ask(time.Second, func(s string) bool {
					return strings.HasSuffix(s, fmt.Sprintf("\n%d\n>>> |\n", n))
				})
			}
			if !ok {
				t.Fatalf("seed %d: after %q the screen is\n%s\n%s", seed, keys, strings.Join(p.vt.scrolled[max(len(p.vt.scrolled)-500, 0):], "\n"), p.vt.text())
			}
		}
		p.key("\x04")
		p.leaves(0)
	}
}
