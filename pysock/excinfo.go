package pysock

import (
	"os"
	"path/filepath"
	"strings"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// The module _traceback is what the modules traceback and linecache, which are
// written in Python, learn from the interpreter.

// tracebackModule makes the module.
func (r *Runtime) tracebackModule() *object.Module {
	return object.NewModule(r.rt, "_traceback", "What the interpreter knows of its exceptions and sources.", []object.Def{
		{Name: "format", F: r.formatException},
		{Name: "lines", F: r.sourceLines},
	})
}

// formatException is format(exception) -> str: what is printed for an exception
// that nobody catches.
func (r *Runtime) formatException(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.OneArg(t, "_traceback", "format", args, kwargs, &v); err != nil {
		return nil, err
	}
	e, ok := v.(*object.Exception)
	if !ok {
		return nil, object.TypeError.Errorf("Exception expected for value, %s found", object.TypeName(v))
	}
	var b strings.Builder
	r.printException(&b, e)
	return t.RT.Str(b.String()), nil
}

// sourceLines is lines(filename) -> (size, mtime, lines, path) or None: the
// text of a source file, relative names looked for along sys.path. Python 2
// keeps the lines as bytes.
func (r *Runtime) sourceLines(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var name string
	if err := object.OneArg(t, "_traceback", "lines", args, kwargs, &name); err != nil {
		return nil, err
	}
	path, info := r.sourceFile(t, name)
	if info == nil {
		return starlark.None, nil
	}
	src, err := os.ReadFile(path)
	if err != nil {
		return starlark.None, nil
	}
	text := string(src)
	if r.rt.Dialect != syntax.Python2 {
		if text, err = syntax.Text(path, src, r.rt.Dialect); err != nil {
			return starlark.None, nil
		}
	}
	lines := []starlark.Value{}
	for line := range strings.Lines(text) {
		lines = append(lines, r.rt.Str(line))
	}
	if n := len(text); n > 0 && text[n-1] != '\n' {
		last, _ := object.AsText(lines[len(lines)-1])
		lines[len(lines)-1] = r.rt.Str(last + "\n")
	}
	mtime := starlark.Float(float64(info.ModTime().UnixNano()) / 1e9)
	return starlark.Tuple{starlark.MakeInt64(info.Size()), mtime, r.rt.List(lines), r.rt.Str(path)}, nil
}

// sourceFile finds a source file; the info is nil if there is none.
func (r *Runtime) sourceFile(t *object.Thread, name string) (string, os.FileInfo) {
	if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
		return name, info
	}
	if !filepath.IsAbs(name) {
		dirs, _ := r.searchPath(t, nil)
		for _, dir := range dirs {
			path := filepath.Join(dir, name)
			if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
				return path, info
			}
		}
	}
	return name, nil
}
