package syntax

import (
	"fmt"
	"strings"
	"testing"
)

// FuzzParse: whatever the input, there is a tree or an *Error that is sound; and
// a tree survives being printed.
func FuzzParse(f *testing.F) {
	for _, name := range []string{"errors3.txt", "errors2.txt", "trees.txt"} {
		for _, c := range readChunksF(f, name) {
			f.Add([]byte(c), uint8(0))
			f.Add([]byte(c), uint8(1))
		}
	}
	f.Add([]byte("x = “a” ‘b’"), uint8(0))
	f.Add([]byte("# coding: latin-1\nx = '\xe9'"), uint8(1))
	f.Add([]byte("match x:\n  case {'a': [1, *_], **r} | C(b=-1j): pass\n"), uint8(0))
	f.Fuzz(func(t *testing.T, src []byte, how uint8) {
		o := Options{Dialect: []Dialect{Python3, Python2, Auto}[how%3], Mode: Mode(how / 3 % 3), Text: how&64 != 0}
		file, err := Parse("f", src, o)
		if err != nil {
			e, ok := err.(*Error)
			if !ok || e.Msg == "" {
				t.Fatalf("%T %v", err, err)
			}
			if e.Start.Line < 0 || e.Start.IsValid() && e.Start.Col < 0 || e.End.IsValid() && e.End.Col > 0 && e.End.Before(e.Start) {
				t.Fatalf("%v: bad place %v", e, e.Span)
			}
			return
		}
		checkSpans(t, file)
		if o.Mode != ExecMode {
			return
		}
		if msg := roundTrip(file); msg != "" && !strings.Contains(msg, "nested") {
			t.Fatalf("%s\n%s", msg, Format(file))
		}
	})
}

func readChunksF(f *testing.F, name string) []string {
	var out []string
	for _, c := range readChunks(&testing.T{}, name) {
		src, _, _ := strings.Cut(c.src, "\n=>\n")
		src = strings.TrimPrefix(strings.TrimPrefix(src, "2\n"), "3\n")
		out = append(out, src)
	}
	return out
}

// checkSpans makes sure that each node lies inside of the one that holds it,
// but for decorators, defaults and the parts of f-strings.
func checkSpans(t *testing.T, f *File) {
	var check func(outer, n Node)
	check = func(outer, n Node) {
		s, o := n.Bounds(), outer.Bounds()
		if !s.Start.IsValid() || s.End.Before(s.Start) {
			t.Fatalf("%T at %v", n, s)
		}
		switch outer.(type) {
		case *FunctionDef, *ClassDef, *JoinedStr, *FormattedValue, *Param:
		default:
			if s.Start.Before(o.Start) || o.End.Before(s.End) {
				t.Fatalf("%T at %v is not inside of %T at %v", n, s, outer, o)
			}
		}
		children(n, func(c Node) { check(n, c) })
	}
	for _, s := range f.Body {
		check(f, s)
	}
}

// benchSource makes a source of about a megabyte that looks like a program.
func benchSource() []byte {
	var b strings.Builder
	for i := 0; b.Len() < 1<<20; i++ {
		fmt.Fprintf(&b, `
class Handler%[1]d(Base, object):
    """Serve one client; see module %[1]d."""

    timeout = %[1]d.5
    names = {'a': 0x%[1]x, "b": [1, 2, 3], 'c': (None, True)}

    def handle(self, conn, addr=('127.0.0.1', 8000 + %[1]d), *args, **kw):
        # Read until the other end closes.
        total = 0
        while total < self.limit and not self.closed:
            data = conn.recv(4096)
            if not data or data[:4] == b'QUIT':
                break
            elif len(data) %% 2 == 1:
                self.log.append("odd: %%d\n" %% len(data))
            total += len(data)
            for i, line in enumerate(data.split(b'\r\n')):
                self.table[i, addr[0]] = line.strip() + b'' if line else None
        try:
            return [x ** 2 for x in range(total) if x & 1]
        except (OSError, ValueError) as e:
            raise RuntimeError('failed: ' + str(e))
        finally:
            conn.close()
`, i)
	}
	return []byte(b.String())
}

func BenchmarkParse(b *testing.B) {
	src := benchSource()
	for _, d := range []Dialect{Python3, Python2, Auto} {
		b.Run(strings.ReplaceAll(d.String(), " ", ""), func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Parse("f", src, Options{Dialect: d}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkScan(b *testing.B) {
	src := string(benchSource())
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		newScanner("f", src, false).scan()
	}
}
