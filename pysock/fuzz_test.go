package pysock

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
)

// FuzzCompile: whatever the input, there is a program or a Python error about
// the source; never a panic, nor a tree that Starlark's compiler refuses.
func FuzzCompile(f *testing.F) {
	err := filepath.WalkDir("testdata", func(path string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".py" {
			return err
		}
		src, err := os.ReadFile(path)
		for part := range strings.SplitSeq(string(src), "\n# ---\n") {
			if len(part) < 4096 {
				f.Add([]byte(part), uint8(0))
				f.Add([]byte(part), uint8(1))
			}
		}
		return err
	})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, src []byte, how uint8) {
		d := []syntax.Dialect{syntax.Python3, syntax.Python2, syntax.Auto}[how%3]
		mode := syntax.Mode(how / 3 % 3)
		r := New(Config{Dialect: d})
		file, err := r.parse("fuzz.py", src, syntax.Options{Dialect: d, Mode: mode})
		if err != nil {
			return // package syntax has a fuzz target of its own
		}

		r.start(file.Dialect, "")
		r.rt.Acquire(r.thread)
		defer r.rt.Release()
		_, err = r.compile(file, src, compileOptions{
			open: how&64 != 0, value: mode == syntax.EvalMode, interactive: mode == syntax.SingleMode,
		})
		var bad *syntax.Error
		if err != nil && !errors.As(err, &bad) {
			t.Fatalf("%T %v", err, err)
		}
		if err == nil {
			return
		}
		if e := r.thread.Exception(r.syntaxError(bad)); !e.Class().IsSubclass(object.SyntaxErr.Class(file.Dialect)) {
			t.Fatalf("%v is no SyntaxError", e)
		}
	})
}
