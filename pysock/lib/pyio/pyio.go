// Package pyio is Python's module _io, on which the embedded module io stands.
// Package file has its classes.
package pyio

import (
	"example.com/pysock/pysock/file"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// New makes the module for rt.
func New(rt *object.Runtime) *object.Module {
	m := object.NewModule(rt, "_io", "The files of module io.", nil)
	cs := file.ClassesOf(rt.Dialect)
	for _, c := range []*object.Class{
		cs.IOBase, cs.RawIOBase, cs.BufferedIOBase, cs.TextIOBase,
		cs.FileIO, cs.Reader, cs.Writer, cs.Random, cs.Pair,
		cs.BytesIO, cs.StringIO, cs.Text, cs.Newline,
	} {
		m.Set(c.ClassName, c)
	}
	m.Set("UnsupportedOperation", object.UnsupportedOperation.Class(rt.Dialect))
	m.Set("DEFAULT_BUFFER_SIZE", starlark.MakeInt(file.BufferSize))
	if rt.Dialect == syntax.Python2 {
		m.Set("open", &object.Func{FuncName: "open", Module: "io", Function: file.Open})
		m.Set("BlockingIOError", file.BlockingIOError.Class(rt.Dialect))
	} else {
		m.Set("open", rt.Builtins.Get("open"))
		m.Set("BlockingIOError", object.BlockingIOError.Class(rt.Dialect))
		m.Set("open_code", &object.Func{FuncName: "open_code", Module: "io", Function: file.OpenCode})
		m.Set("text_encoding", &object.Func{FuncName: "text_encoding", Module: "io", Function: textEncoding})
	}
	return m
}

// textEncoding is io.text_encoding(encoding, stacklevel=2).
func textEncoding(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var encoding starlark.Value
	level := 2
	if err := object.Positional(t, "text_encoding", args, kwargs, 1, &encoding, &level); err != nil {
		return nil, err
	}
	if encoding == starlark.None {
		return t.RT.Str("locale"), nil
	}
	return encoding, nil
}

// NewCStringIO makes Python 2's module cStringIO.
func NewCStringIO(rt *object.Runtime) *object.Module {
	m := object.NewModule(rt, "cStringIO", "Files of bytes in memory.", []object.Def{{Name: "StringIO", F: file.NewCString}})
	cs := file.ClassesOf(rt.Dialect)
	m.Set("InputType", cs.StringI)
	m.Set("OutputType", cs.StringO)
	return m
}
