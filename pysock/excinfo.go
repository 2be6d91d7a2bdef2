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
		{Name: "marks", F: r.marks},
		{Name: "lines", F: r.sourceLines},
		{Name: "stat", F: r.sourceStat},
		{Name: "advice", F: r.adviceOn},
	})
}

// marks is marks(line, lineno, end_lineno, colno, end_colno) -> str: the line of
// ^^^^ under a line of a traceback, "" for none. Columns count from 0.
func (r *Runtime) marks(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var line string
	var first, start, end int
	var last starlark.Value
	if err := object.Positional(t, "marks", args, kwargs, 5, &line, &first, &last, &start, &end); err != nil {
		return nil, err
	}
	line = strings.TrimRight(line, " \t\f\r\n") // it shows lines without what follows the code
	if n, err := starlark.AsInt32(last); err == nil && n != first {
		return r.rt.Str(underline(line, start, len(line), -1, -1)), nil
	}
	if start < 0 || start > end || end > len(line) {
		return r.rt.Str(""), nil
	}
	from, to := -1, -1
	code := "(" + line[start:end] + ")"
	if f, err := syntax.Parse("", []byte(code), syntax.Options{Dialect: r.rt.Dialect, Text: true}); err == nil && len(f.Body) == 1 {
		if x, ok := f.Body[0].(*syntax.ExprStmt); ok {
			if e, ok := x.X.(*syntax.BinOp); ok {
				from, to = looseAnchors(e, code)
			} else {
				from, to = anchors(x.X, code)
			}
			if from >= 0 {
				from, to = from+start-1, to+start-1
			}
		}
	}
	return r.rt.Str(underline(line, start, end, from, to)), nil
}

// looseAnchors are the columns of the operator as module traceback finds them. It
// has two columns if the second character after the left operand, without blanks
// but with its closing parentheses, is none.
func looseAnchors(e *syntax.BinOp, line string) (from, to int) {
	start := int(e.X.Bounds().End.Col) - 1
	between := line[start : e.Y.Bounds().Start.Col-1]
	from = start + len(between) - len(strings.TrimLeft(between, " \t\f)"))
	to = from + 1
	if second := strings.TrimLeft(between, " \t\f"); len(second) > 1 && second[1] != ' ' {
		to++
	}
	return from, to
}

// sourceStat is stat(filename) -> (size, mtime) or None.
func (r *Runtime) sourceStat(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var name string
	if err := object.OneArg(t, "_traceback", "stat", args, kwargs, &name); err != nil {
		return nil, err
	}
	info, err := os.Stat(name)
	if err != nil {
		return starlark.None, nil
	}
	return starlark.Tuple{starlark.MakeInt64(info.Size()), mtime(info)}, nil
}

func mtime(info os.FileInfo) starlark.Value {
	return starlark.Float(float64(info.ModTime().UnixNano()) / 1e9)
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
	src, err := r.readFile(path)
	if err != nil {
		return starlark.None, nil
	}
	text := string(src)
	if r.rt.Dialect != syntax.Python2 {
		if text, err = syntax.Text(path, src, r.reading(syntax.Options{Dialect: r.rt.Dialect})); err != nil {
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
	return starlark.Tuple{starlark.MakeInt64(info.Size()), mtime(info), r.rt.List(lines), r.rt.Str(path)}, nil
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
