package file

import (
	"strings"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// optionalText converts a str or None; given tells which.
func optionalText(fn string, pos int, name string, dst *string, given *bool) object.Converter {
	return object.ConverterFunc(func(t *object.Thread, v starlark.Value) error {
		if v == starlark.None {
			return nil
		}
		s, ok := object.AsText(v)
		if !ok {
			return object.TypeError.By(
				sprintf("%s() argument %d must be string or None, not %s", fn, pos, object.TypeName(v)),
				sprintf("%s() argument '%s' must be str or None, not %s", fn, name, object.TypeName(v)))
		}
		*dst, *given = s, true
		return cString(t, s, true)
	})
}

// modeText converts a str.
func modeText(fn string, pos int, dst *string) object.Converter {
	return object.ConverterFunc(func(t *object.Thread, v starlark.Value) error {
		if err := object.Named(fn, "mode", pos, dst).Convert(t, v); err != nil {
			return err
		}
		return cString(t, *dst, true)
	})
}

// cString checks a text that CPython's C code takes as UTF-8 and, if whole is set,
// up to its end. It raises UnicodeEncodeError and ValueError.
func cString(t *object.Thread, s string, whole bool) error {
	if !object.IsASCII(s) {
		if _, err := builtins.Encode(t, t.RT.Unicode(s), "utf-8", "strict"); err != nil {
			return err
		}
	}
	if whole && strings.IndexByte(s, 0) >= 0 {
		return object.ValueError.By("embedded NUL character", "embedded null character")
	}
	return nil
}

// Open is open(file, mode='r', buffering=-1, encoding=None, errors=None,
// newline=None, closefd=True, opener=None), io.open in Python 2. It raises
// OSError; ValueError for arguments that don't go together; and LookupError for
// an unknown encoding. (Library reference, "open".)
func Open(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var name starlark.Value
	modeArg, buffering, closefd := "r", -1, true
	var encoding, errors, newline string
	var hasEncoding, hasErrors, hasNewline bool
	opener := starlark.Value(starlark.None)
	dst := []any{"file", &name, "mode", modeText("open", 2, &modeArg), "buffering", &buffering,
		"encoding", optionalText("open", 4, "encoding", &encoding, &hasEncoding),
		"errors", optionalText("open", 5, "errors", &errors, &hasErrors),
		"newline", optionalText("open", 6, "newline", &newline, &hasNewline),
		"closefd", &closefd, "opener", &opener}
	if py2(t) {
		dst = dst[:14]
	}
	if err := object.Keywords(t, "open", args, kwargs, 1, dst...); err != nil {
		return nil, err
	}
	name, err := FSPath(t, name)
	if err != nil {
		return nil, err
	}
	m, err := parseOpenMode(t.RT.Dialect, modeArg)
	if err != nil {
		return nil, err
	}
	if m.binary {
		for _, o := range []struct {
			given bool
			what  string
		}{{hasEncoding, "an encoding"}, {hasErrors, "an errors"}, {hasNewline, "a newline"}} {
			if o.given {
				return nil, object.ValueError.Errorf("binary mode doesn't take %s argument", o.what)
			}
		}
	}
	if m.binary && buffering == 1 && !py2(t) {
		if err := t.Warn(object.BuiltinKind("RuntimeWarning"), 1, "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used"); err != nil {
			return nil, err
		}
	}
	raw := newFileIO(t.RT, ClassesOf(t.RT.Dialect).FileIO)
	if n, isInt := object.AsInt(name); isInt && n.Sign() < 0 {
		return nil, object.ValueError.By("Negative filedescriptor", "negative file descriptor")
	}
	if err := raw.open(t, name, m, closefd, opener); err != nil {
		return nil, err
	}
	fail := func(err error) (starlark.Value, error) {
		raw.close(t)
		return nil, err
	}
	line := !m.binary && buffering == 1
	if buffering == 1 || buffering < 0 && raw.terminal() {
		buffering, line = -1, !m.binary
	}
	if buffering < 0 {
		buffering = raw.blockSize()
	}
	if buffering == 0 {
		if m.binary {
			return raw, nil
		}
		return fail(object.ValueError.Errorf("can't have unbuffered text I/O"))
	}
	if m.update && !raw.seekable() {
		return fail(unsupported("File or stream is not seekable."))
	}
	b := NewBuffered(t.RT, raw, m.readable(), m.writable(), buffering)
	if m.binary {
		return b, nil
	}
	x := newText(t.RT, ClassesOf(t.RT.Dialect).Text)
	if x.lines, err = parseNewline(!hasNewline, newline); err != nil {
		return fail(err)
	}
	if err := x.setUp(t, b, encoding, errors, line, false); err != nil {
		return fail(err)
	}
	x.attributes().SetString("mode", t.RT.Str(modeArg))
	return x, nil
}

// OpenCode is io.open_code(path), of Python 3.
func OpenCode(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var path string
	if err := object.Keywords(t, "open_code", args, kwargs, 1, "path", &path); err != nil {
		return nil, err
	}
	return Open(t, starlark.Tuple{t.RT.Str(path), t.RT.Str("rb")}, nil)
}

// Add puts open, and Python 2's file, among the built-ins.
func Add(rt *object.Runtime) {
	if rt.Dialect == dialect2 {
		rt.Builtins.Set("open", &object.Func{FuncName: "open", Function: open2})
		rt.Builtins.Set("file", ClassesOf(rt.Dialect).File)
		return
	}
	rt.Builtins.Set("open", &object.Func{FuncName: "open", Module: "io", Function: Open})
}
