package pytime

import (
	"errors"
	"flag"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

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
	{syntax.Python2, "python2", "python2.7", "(2, 7, 18)"},
	{syntax.Python3, "python3", "python3.11", "(3, 11, 7)"},
}

// ask has CPython evaluate expressions. It skips the test where there is none,
// unless PYSOCK_PYTHONS says that there must be.
func (d dialect) ask(t *testing.T, tz string, exprs []string) []string {
	t.Helper()
	out, err := exec.Command(d.command, "-c", "import sys; print(sys.version_info[:3])").Output()
	if err != nil || strings.TrimSpace(string(out)) != d.version {
		if os.Getenv("PYSOCK_PYTHONS") != "" {
			t.Fatalf("no %s: %v %s", d.command, err, out)
		}
		t.Skip("no " + d.command)
	}
	cmd := exec.Command(d.command, "testdata/eval.py")
	cmd.Env = append(os.Environ(), "TZ="+tz, "PYTHONIOENCODING=utf-8")
	cmd.Stdin = strings.NewReader(strings.Join(exprs, "\n") + "\n")
	cmd.Stderr = os.Stderr
	if out, err = cmd.Output(); err != nil {
		t.Fatal(err)
	}
	answers := strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
	if len(answers) != len(exprs) {
		t.Fatalf("%d answers to %d questions", len(answers), len(exprs))
	}
	return answers
}

// answer evaluates expressions by package pytime. They are such as Starlark
// reads like Python.
func (d dialect) answer(t *testing.T, tz string, exprs []string) []string {
	t.Setenv("TZ", tz)
	rt := &object.Runtime{Dialect: d.Dialect}
	th := object.NewThread(rt, "main")
	rt.Acquire(th)
	defer rt.Release()
	env := starlark.StringDict{
		"time": New(rt),
		"list": starlark.NewBuiltin("list", func(_ *starlark.Thread, _ *starlark.Builtin, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
			elems, err := object.Elements(th, args[0])
			return object.NewList(elems), err
		}),
		"hash": starlark.NewBuiltin("hash", func(_ *starlark.Thread, _ *starlark.Builtin, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
			h, err := object.Hash(args[0])
			return starlark.MakeUint64(h), err
		}),
	}
	compared := map[starsyntax.Token]syntax.CmpOp{
		starsyntax.EQL: syntax.Eq, starsyntax.NEQ: syntax.NotEq, starsyntax.LT: syntax.Lt,
		starsyntax.LE: syntax.LtE, starsyntax.GT: syntax.Gt, starsyntax.GE: syntax.GtE,
	}
	var answers []string
	for _, expr := range exprs {
		e, err := new(starsyntax.FileOptions).ParseExpr("", expr, 0)
		if err != nil {
			t.Fatalf("%s: %v", expr, err)
		}
		var v starlark.Value
		if b, ok := e.(*starsyntax.BinaryExpr); ok && (compared[b.Op] != 0 || b.Op == starsyntax.EQL) {
			x, err1 := starlark.EvalExprOptions(new(starsyntax.FileOptions), th.Star, b.X, env)
			y, err2 := starlark.EvalExprOptions(new(starsyntax.FileOptions), th.Star, b.Y, env)
			if err = errors.Join(err1, err2); err == nil {
				v, err = object.Compare(d.Dialect, compared[b.Op], x, y)
			}
		} else {
			v, err = starlark.EvalExprOptions(new(starsyntax.FileOptions), th.Star, e, env)
		}
		if err == nil {
			answers = append(answers, rt.Repr(v))
			continue
		}
		exc := th.Exception(err)
		answers = append(answers, exc.Class().ClassName+": "+strings.ReplaceAll(exc.Message(d.Dialect), "\n", `\n`))
	}
	return answers
}

// compare reports where two lists of answers differ, and where they don't
// although they are known to.
func compare(t *testing.T, exprs, got, want []string, known map[int]bool) {
	t.Helper()
	wrong := 0
	for i, expr := range exprs {
		if (got[i] != want[i]) != known[i] {
			if wrong++; wrong <= 20 {
				t.Errorf("%s\n got %s\nwant %s", expr, got[i], want[i])
			}
		}
	}
	if wrong > 20 {
		t.Errorf("and %d more", wrong-20)
	}
}

// TestRecorded compares testdata/calls.txt, evaluated in each zone that it
// names, with what CPython answered; and where it is found, CPython must still
// answer so.
func TestRecorded(t *testing.T) {
	source, err := os.ReadFile("testdata/calls.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range dialects {
		t.Run(d.name, func(t *testing.T) {
			record := "testdata/calls." + d.name + ".txt"
			var exprs, zone []string
			differs := make(map[int]bool)
			tz := ""
			for line := range strings.Lines(string(source)) {
				line = strings.TrimSpace(line)
				if mark, expr, _ := strings.Cut(line, " "); strings.HasPrefix(mark, "!") {
					line, differs[len(exprs)] = expr, strings.Contains(mark, d.name)
				}
				switch {
				case strings.HasPrefix(line, "TZ="):
					tz = line[3:]
				case line != "" && line[0] != '#':
					exprs, zone = append(exprs, line), append(zone, tz)
				}
			}
			byZone := func(t *testing.T, answer func(*testing.T, string, []string) []string) []string {
				var all []string
				for i := 0; i < len(exprs); {
					j := i
					for j < len(exprs) && zone[j] == zone[i] {
						j++
					}
					all = append(all, answer(t, zone[i], exprs[i:j])...)
					i = j
				}
				return all
			}
			if *update {
				asked := byZone(t, d.ask)
				var b strings.Builder
				for i, expr := range exprs {
					b.WriteString(expr + "\n    " + asked[i] + "\n")
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
			var want, asked []string
			for i := 0; i+1 < len(lines); i += 2 {
				asked, want = append(asked, lines[i]), append(want, lines[i+1][4:])
			}
			if !slices.Equal(asked, exprs) {
				t.Fatal("the record is of other calls; run go test -update")
			}
			compare(t, exprs, byZone(t, d.answer), want, differs)
			t.Run("confirm", func(t *testing.T) { compare(t, exprs, byZone(t, d.ask), want, nil) })
		})
	}
}
