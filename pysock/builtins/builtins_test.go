package builtins_test

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"example.com/pysock/pysock"
	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// testdata/*.txt are Python expressions, one a line, each evaluated by itself
// in both dialects, or in one if the file's name ends in 2 or 3. What CPython
// makes of them stands in .out2 and .out3 beside the file: the repr, or the
// exception. go test -update records it.
//
// An expression that ends in a comment "#differs: reason" (#differs2, #differs3)
// is known to give something else; the test fails the day it doesn't.
var update = flag.Bool("update", false, "record what CPython says")

var pythons = []struct {
	dialect syntax.Dialect
	suffix  string
	command string
	version string
}{
	{syntax.Python2, "2", "python2.7", "2.7.18"},
	{syntax.Python3, "3", "python3.11", "3.11.7"},
}

// evaluator is run by CPython: the expressions come on its standard input.
const evaluator = `
import sys, traceback, warnings
warnings.simplefilter("ignore")
out = getattr(sys.stdout, "buffer", sys.stdout)
for line in sys.stdin.read().split("\n"):
    if not line.strip() or line.startswith("#"):
        continue
    try:
        r = repr(eval(line, {}))
    except BaseException:
        r = traceback.format_exception_only(*sys.exc_info()[:2])[-1].rstrip("\n")
        if sys.version_info[0] == 2 and sys.exc_info()[0].__module__ != "exceptions":
            r = sys.exc_info()[0].__module__ + "." + r
    if not isinstance(r, bytes):
        r = r.encode("utf-8", "surrogateescape")
    out.write(r.replace(b"\n", b"\\n") + b"\n")
`

// suggestion is what only a traceback adds.
var suggestion = regexp.MustCompile(`\. Did you mean: '.*'\?$`)

var address = regexp.MustCompile(`(at|for) 0x[0-9a-f]+`)

func TestExpressions(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no expressions", err)
	}
	for _, file := range files {
		base := strings.TrimSuffix(file, ".txt")
		for _, py := range pythons {
			if last := base[len(base)-1:]; (last == "2" || last == "3") && last != py.suffix {
				continue
			}
			t.Run(filepath.Base(base)+"/"+py.suffix, func(t *testing.T) {
				src, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				out := base + ".out" + py.suffix
				if *update {
					cmd := exec.Command(py.command, "-c", evaluator)
					cmd.Env = append(os.Environ(), "PYENV_VERSION="+py.version, "PYTHONHASHSEED=0", "PYTHONIOENCODING=")
					cmd.Stdin = bytes.NewReader(src)
					b, err := cmd.Output()
					if err != nil {
						t.Fatalf("%s: %v", py.command, err)
					}
					if err := os.WriteFile(out, address.ReplaceAll(b, []byte("$1 0x")), 0o666); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(out)
				if err != nil {
					t.Fatal(err)
				}
				results := strings.Split(strings.TrimSuffix(string(want), "\n"), "\n")
				i := 0
				for line := range strings.Lines(string(src)) {
					line = strings.TrimSuffix(line, "\n")
					if strings.TrimSpace(line) == "" || line[0] == '#' {
						continue
					}
					if i == len(results) {
						t.Fatalf("no result recorded for %s", line)
					}
					got, want := evaluate(py.dialect, line), results[i]
					i++
					differs := strings.Contains(line, "#differs:") || strings.Contains(line, "#differs"+py.suffix+":")
					switch {
					case got != want && !differs:
						t.Errorf("%s\n got %s\nwant %s", line, got, want)
					case got == want && differs:
						t.Errorf("%s\nis marked, but does not differ: %s", line, got)
					}
				}
			})
		}
	}
}

// evaluate prints an expression in a runtime of its own.
func evaluate(d syntax.Dialect, expr string) string {
	var stdout, stderr bytes.Buffer
	r := pysock.New(pysock.Config{Dialect: d, Stdin: strings.NewReader(""), Stdout: &stdout, Stderr: &stderr})
	status := r.Report(r.RunSource("<string>", []byte("print(repr(\n"+expr+"\n))")))
	s := strings.TrimSuffix(stdout.String(), "\n")
	if status != 0 {
		s = strings.TrimSuffix(stderr.String(), "\n")
		s = s[strings.LastIndexByte(s, '\n')+1:]
	}
	s = suggestion.ReplaceAllString(s, "")
	return address.ReplaceAllString(strings.ReplaceAll(s, "\n", `\n`), "$1 0x")
}

func BenchmarkNew(b *testing.B) {
	for _, py := range pythons {
		b.Run(py.suffix, func(b *testing.B) {
			for b.Loop() {
				rt := &object.Runtime{Dialect: py.dialect}
				if builtins.New(rt) == nil {
					b.Fatal("no module")
				}
			}
		})
	}
}

// BenchmarkCalls are functions that scripts call for each packet or line.
func BenchmarkCalls(b *testing.B) {
	rt := &object.Runtime{Dialect: syntax.Python3}
	th := object.NewThread(rt, "bench")
	rt.Builtins = builtins.New(rt)
	rt.Acquire(th)
	defer rt.Release()
	method := func(v starlark.Value, name string) starlark.Value {
		m, err := rt.Attr(v, name)
		if err != nil {
			b.Fatal(err)
		}
		return m
	}
	line := starlark.String("GET /index.html HTTP/1.1\r\n")
	ints := make([]starlark.Value, 1000)
	for i := range ints {
		ints[i] = starlark.MakeInt(i * 7919 % 1000)
	}
	dict := object.NewDict(1)
	dict.SetString("name", line)
	for _, c := range []struct {
		name string
		fn   starlark.Value
		args []starlark.Value
	}{
		{"split", method(line, "split"), nil},
		{"strip", method(line, "strip"), nil},
		{"find", method(line, "find"), []starlark.Value{starlark.String("HTTP")}},
		{"startswith", method(line, "startswith"), []starlark.Value{starlark.String("GET")}},
		{"encode", method(line, "encode"), nil},
		{"dict.get", method(dict, "get"), []starlark.Value{starlark.String("name")}},
		{"len", rt.Builtins.Get("len"), []starlark.Value{line}},
		{"isinstance", rt.Builtins.Get("isinstance"), []starlark.Value{line, rt.Builtins.Get("str")}},
		{"int", rt.Builtins.Get("int"), []starlark.Value{starlark.String("8080")}},
		{"str", rt.Builtins.Get("str"), []starlark.Value{starlark.MakeInt(8080)}},
		{"range", rt.Builtins.Get("range"), []starlark.Value{starlark.MakeInt(10)}},
		{"format", method(starlark.String("{}:{:>5}"), "format"), []starlark.Value{line, starlark.MakeInt(80)}},
		{"sorted1000", rt.Builtins.Get("sorted"), []starlark.Value{object.NewList(ints)}},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := th.Call(c.fn, c.args...); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("percent", func(b *testing.B) {
		args := starlark.Tuple{line, starlark.MakeInt(80)}
		for b.Loop() {
			builtins.Percent(th, starlark.String("%s:%d"), args)
		}
	})
	b.Run("iterate1000", func(b *testing.B) {
		r, _ := th.Call(rt.Builtins.Get("range"), starlark.MakeInt(1000))
		for b.Loop() {
			it := starlark.Iterate(r)
			var v starlark.Value
			for it.Next(&v) {
			}
			it.Done()
		}
	})
}
