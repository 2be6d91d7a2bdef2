//go:build unix

package pysocket

import (
	"flag"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"time"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

var update = flag.Bool("update", false, "record what the Pythons that are found answer")

// A dialect is one Python: how it is called here and on the machine.
type dialect struct {
	syntax.Dialect
	name, command, version string
}

var dialects = []dialect{
	{syntax.Python2, "python2", "python2.7", "2.7.18"},
	{syntax.Python3, "python3", "python3.11", "3.11.7"},
}

// ask has CPython evaluate expressions. It skips the test where there is none,
// unless PYSOCK_PYTHONS says that there must be.
func (d dialect) ask(t *testing.T, exprs []string) []string {
	t.Helper()
	env := append(os.Environ(), "PYENV_VERSION="+d.version)
	check := exec.Command(d.command, "-c", "import sys; print('%d.%d.%d' % sys.version_info[:3])")
	check.Env = env
	out, err := check.Output()
	if err != nil || strings.TrimSpace(string(out)) != d.version {
		if os.Getenv("PYSOCK_PYTHONS") != "" {
			t.Fatalf("no %s: %v %s", d.command, err, out)
		}
		t.Skip("no " + d.command)
	}
	cmd := exec.Command(d.command, "testdata/eval.py")
	cmd.Env, cmd.Stderr = env, os.Stderr
	cmd.Stdin = strings.NewReader(strings.Join(exprs, "\n") + "\n")
	cmd.WaitDelay = time.Minute
	if out, err = cmd.Output(); err != nil {
		t.Fatal(err)
	}
	answers := strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
	if len(answers) != len(exprs) {
		t.Fatalf("%d answers to %d questions", len(answers), len(exprs))
	}
	return answers
}

// interpreter is a runtime with module socket and the functions of eval.py.
type interpreter struct {
	rt  *object.Runtime
	t   *object.Thread
	m   *object.Module
	env starlark.StringDict
}

func newInterpreter(tb testing.TB, d syntax.Dialect) *interpreter {
	rt := &object.Runtime{Dialect: d, Modules: new(object.Dict)}
	in := &interpreter{rt: rt, t: object.NewThread(rt, "main"), m: New(rt)}
	rt.Acquire(in.t)
	tb.Cleanup(func() { rt.Release(); in.t.Waiter.Close() })
	in.env = starlark.StringDict{"S": in.m}
	for name, expr := range map[string]string{
		"int":             "lambda x: x + 0",
		"udp":             "lambda: S.socket(S.AF_INET, S.SOCK_DGRAM)",
		"udp6":            "lambda: S.socket(S.AF_INET6, S.SOCK_DGRAM)",
		"unix":            "lambda: S.socket(S.AF_UNIX, S.SOCK_DGRAM)",
		"tcp":             "lambda: S.socket()",
		"pair":            "lambda: S.socketpair()",
		"closed":          "lambda: (lambda s: (s.close(), s)[1])(S.socket())",
		"listener":        "lambda: (lambda s: (s.bind(('127.0.0.1', 0)), s.listen(5), s.settimeout(0.01), s)[3])(S.socket())",
		"impatient":       "lambda: (lambda s: (s.setblocking(False), s)[1])(listener())",
		"connected":       "lambda: (lambda s, l: (s.connect(l.getsockname()), s.settimeout(0.01), (s, l))[2])(S.socket(), listener())",
		"nonblocking":     "lambda: (lambda s, l: (s.setblocking(False), (s, l))[1])(*connected())",
		"impatientclient": "lambda: (lambda s: (s.setblocking(False), s)[1])(S.socket())",
	} {
		in.env[name] = starlark.NewBuiltin(name, func(_ *starlark.Thread, _ *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			f, err := in.eval(expr)
			if err != nil {
				return nil, err
			}
			return starlark.Call(in.t.Star, f, args, kwargs)
		})
	}
	in.env["E"] = rt.Unicode("\u00e9")
	in.env["U"] = starlark.NewBuiltin("U", func(_ *starlark.Thread, _ *starlark.Builtin, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
		return rt.Unicode(string(args[0].(starlark.String))), nil
	})
	in.env["len"] = starlark.NewBuiltin("len", func(_ *starlark.Thread, _ *starlark.Builtin, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
		return starlark.MakeInt(starlark.Len(args[0])), nil
	})
	return in
}

// bytesLiteral is a b before a quote: a plain string in Python 2.
var bytesLiteral = regexp.MustCompile(`\bb'`)

// eval evaluates an expression that Starlark reads like Python.
func (in *interpreter) eval(expr string) (starlark.Value, error) {
	if in.rt.Dialect == syntax.Python2 {
		expr = bytesLiteral.ReplaceAllString(expr, "'")
	}
	opts := new(starsyntax.FileOptions)
	e, err := opts.ParseExpr("", expr, 0)
	if err != nil {
		return nil, err
	}
	return starlark.EvalExprOptions(opts, in.t.Star, e, in.env)
}

func (in *interpreter) answer(expr string) string {
	v, err := in.eval(expr)
	if err == nil {
		return in.rt.Repr(v)
	}
	exc := in.t.Exception(err)
	return exc.Class().ClassName + ": " + strings.ReplaceAll(exc.Message(in.rt.Dialect), "\n", `\n`)
}

// sockNumbers are what no two runs have in common.
var sockNumbers = regexp.MustCompile(`fd=\d+|0x[0-9a-f]{6,}|'127\.0\.0\.1', \d{5}`)

// sockEnums are members of enums, which are ints here: their class comes from
// module enum, which this interpreter doesn't have. The scripts in
// pysock/testdata/sockets compare them.
var sockEnums = regexp.MustCompile(`<\w+\.[\w|]+: (\d+)>`)

func comparable(answer string) string {
	return sockNumbers.ReplaceAllString(sockEnums.ReplaceAllString(answer, "$1"), "#")
}

func compare(t *testing.T, exprs, got, want []string, known map[int]bool) {
	t.Helper()
	wrong := 0
	for i, expr := range exprs {
		same := comparable(got[i]) == comparable(want[i])
		if same == known[i] {
			if wrong++; wrong <= 20 {
				t.Errorf("%s\n got %s\nwant %s", expr, got[i], want[i])
			}
		}
	}
	if wrong > 20 {
		t.Errorf("and %d more", wrong-20)
	}
}

// TestRecorded compares testdata/calls.txt with what CPython answered; and
// where it is found, CPython must still answer so.
func TestRecorded(t *testing.T) {
	source, err := os.ReadFile("testdata/calls.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range dialects {
		t.Run(d.name, func(t *testing.T) {
			record := "testdata/calls." + d.name + ".txt"
			var exprs []string
			differs := make(map[int]bool)
			for line := range strings.Lines(string(source)) {
				line = strings.TrimSpace(line)
				if mark, expr, _ := strings.Cut(line, " "); strings.HasPrefix(mark, "!") {
					line, differs[len(exprs)] = expr, strings.Contains(mark, d.name)
				}
				if line != "" && line[0] != '#' {
					exprs = append(exprs, line)
				}
			}
			if *update {
				var b strings.Builder
				for i, answer := range d.ask(t, exprs) {
					b.WriteString(exprs[i] + "\n    " + answer + "\n")
				}
				if err := os.WriteFile(record, []byte(b.String()), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			recorded, err := os.ReadFile(record)
			if err != nil {
				t.Fatal(err)
			}
			lines := strings.Split(strings.TrimSuffix(string(recorded), "\n"), "\n")
			if len(lines) != 2*len(exprs) {
				t.Fatalf("%d lines in %s for %d expressions: record anew with -update", len(lines), record, len(exprs))
			}
			want := make([]string, len(exprs))
			for i, expr := range exprs {
				if lines[2*i] != expr {
					t.Fatalf("%s has %q for %q: record anew with -update", record, lines[2*i], expr)
				}
				want[i] = strings.TrimPrefix(lines[2*i+1], "    ")
			}
			in := newInterpreter(t, d.Dialect)
			got := make([]string, len(exprs))
			for i, expr := range exprs {
				got[i] = in.answer(expr)
			}
			compare(t, exprs, got, want, differs)
			t.Run("confirm", func(t *testing.T) { compare(t, exprs, d.ask(t, exprs), want, nil) })
		})
	}
}
