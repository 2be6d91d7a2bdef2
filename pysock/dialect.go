package pysock

import (
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// SetDialect makes the session go on in another dialect. The names of __main__
// stay, with the values that they have; the built-ins and the modules that are
// imported from now on are those of the dialect.
func (s *Session) SetDialect(d syntax.Dialect) {
	r := s.r
	rt := r.rt
	if d == rt.Dialect {
		return
	}
	s.Flush()
	main, module, argv, path := r.main, r.mainMod, rt.Sys.Get("argv"), rt.Sys.Get("path")
	rt.SetDialect(d)
	r.start(d, "")
	r.main, r.mainMod = main, module
	main.SetBuiltins()
	module.Set("__builtins__", rt.Builtins)
	module.Set("__name__", rt.Str("__main__"))
	rt.Modules.SetString("__main__", module)
	rt.Sys.Set("argv", s.strings(argv))
	rt.Sys.Set("path", s.strings(path))
	s.future = 0
}

// strings makes a list of strings of the dialect from one of another.
func (s *Session) strings(list starlark.Value) starlark.Value {
	var out []starlark.Value
	if list != nil {
		elems, err := object.Elements(s.r.thread, list)
		if err != nil {
			elems = nil
		}
		for _, v := range elems {
			if text, ok := object.AsText(v); ok {
				v = s.r.rt.Str(text)
			}
			out = append(out, v)
		}
	}
	return s.r.rt.List(out)
}

// RunFile runs a program in the session's namespace, with words as sys.argv. Its
// exceptions are shown; it returns false if there was one.
func (s *Session) RunFile(path string, src []byte, words []string) bool {
	rt := s.r.rt
	argv := make([]starlark.Value, len(words))
	for i, w := range words {
		argv[i] = rt.Str(object.DecodeArg(rt.Dialect, w))
	}
	before := rt.Sys.Get("argv")
	rt.Sys.Set("argv", rt.List(argv))
	defer rt.Sys.Set("argv", before)
	return s.Do(func() error { return s.runFile(path, src) })
}
