// Package pysys is Python's module sys: the interpreter as a script sees it.
//
// The versions it names are those whose behaviour pysock follows, 2.7.18 and
// 3.11.7, because scripts choose their way by them; sys.implementation.name
// and sys.subversion tell the truth.
package pysys

import (
	"math"
	"runtime"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// functions are the module's functions.
var functions = []object.Def{
	{Name: "exit", F: exit},
	{Name: "getrecursionlimit", F: getRecursionLimit},
	{Name: "setrecursionlimit", F: setRecursionLimit},
	{Name: "getdefaultencoding", F: getDefaultEncoding},
	{Name: "getfilesystemencoding", F: getFilesystemEncoding},
	{Name: "getrefcount", F: getRefcount},
	{Name: "gettrace", F: noTrace("gettrace")},
	{Name: "getprofile", F: noTrace("getprofile")},
	{Name: "getsizeof", F: getSizeof},
	{Name: "intern", F: intern},
	{Name: "get_int_max_str_digits", F: getIntMaxStrDigits},
	{Name: "set_int_max_str_digits", F: setIntMaxStrDigits},
	{Name: "exc_info", F: excInfo},
	{Name: "exception", F: exception},
	{Name: "_getframe", F: getFrame},
	{Name: "_current_frames", F: currentFrames},
	{Name: "is_finalizing", F: isFinalizing},
}

// only2 and only3 are the functions that one of the dialects has.
var (
	only2 = []object.Def{{Name: "getcheckinterval", F: getCheckInterval}, {Name: "setcheckinterval", F: setCheckInterval}, {Name: "exc_clear", F: excClear}}
	only3 = map[string]bool{"exception": true, "intern": true, "is_finalizing": true, "get_int_max_str_digits": true, "set_int_max_str_digits": true}
)

// New makes the module for rt.
func New(rt *object.Runtime) *object.Module {
	m := object.NewModule(rt, "sys", "What the interpreter knows of itself and of the script that it runs.", nil)
	py2 := rt.Dialect == syntax.Python2
	if !py2 {
		info := object.NewStructType(rt, object.StructSpec{
			Module: "sys", Name: "thread_info", Sealed: true, Fields: []string{"name", "lock", "version"},
		})
		m.Set("thread_info", info.New(rt.Str("pthread"), rt.Str("semaphore"), starlark.None))
		m.Set("getswitchinterval", &object.Func{FuncName: "getswitchinterval", Module: "sys", Function: getSwitchInterval})
		m.Set("setswitchinterval", &object.Func{FuncName: "setswitchinterval", Module: "sys", Function: setSwitchInterval})
	}
	add := func(defs []object.Def) {
		for _, d := range defs {
			if !py2 || !only3[d.Name] {
				m.Set(d.Name, &object.Func{FuncName: d.Name, Module: "sys", Function: d.F})
			}
		}
	}
	add(functions)
	setMore(rt, m)
	for name, v := range streams(rt) {
		m.Set(name, v)
		m.Set("__"+name+"__", v)
	}
	m.Set("argv", rt.List(strs(rt, rt.Argv)))
	m.Set("path", rt.List(strs(rt, rt.Path)))
	m.Set("modules", rt.Modules)
	m.Set("executable", rt.Str(rt.Executable))
	m.Set("prefix", rt.Str(""))
	m.Set("exec_prefix", rt.Str(""))
	m.Set("byteorder", rt.Str("little"))
	m.Set("maxsize", starlark.MakeInt64(math.MaxInt64))
	m.Set("maxunicode", starlark.MakeInt(0x10FFFF))
	m.Set("api_version", starlark.MakeInt(1013))
	m.Set("copyright", rt.Str("Copyright (c) the pysock authors."))
	m.Set("dont_write_bytecode", object.True)
	m.Set("flags", flags(rt))
	m.Set("float_info", floatInfo(rt))
	setIntInfo(rt, m)
	if py2 {
		add(only2)
		version(rt, m, 2, 7, 18, "2.7.18 (pysock, "+runtime.Version()+")")
		m.Set("platform", rt.Str(platform()+map[bool]string{true: "2"}[platform() == "linux"]))
		m.Set("maxint", starlark.MakeInt64(math.MaxInt64))
		m.Set("subversion", starlark.Tuple{rt.Str("pysock"), rt.Str(""), rt.Str("")})
		m.Set("py3kwarning", object.False)
	} else {
		rt.MaxStrDigits = 4300
		m.Set("hash_info", hashInfo(rt))
		version(rt, m, 3, 11, 7, "3.11.7 (pysock, "+runtime.Version()+")")
		m.Set("platform", rt.Str(platform()))
		impl := new(object.SimpleNamespace)
		impl.SetField("name", rt.Str("pysock"))
		impl.SetField("cache_tag", starlark.None)
		impl.SetField("version", m.Get("version_info"))
		impl.SetField("hexversion", m.Get("hexversion"))
		m.Set("implementation", impl)
		m.Set("base_prefix", rt.Str(""))
		m.Set("orig_argv", rt.List(strs(rt, rt.Argv)))
	}
	return m
}

func streams(rt *object.Runtime) map[string]starlark.Value {
	return map[string]starlark.Value{"stdin": rt.Stdin, "stdout": rt.Stdout, "stderr": rt.Stderr}
}

func strs(rt *object.Runtime, list []string) []starlark.Value {
	out := make([]starlark.Value, len(list))
	for i, s := range list {
		out[i] = rt.Str(object.DecodeArg(rt.Dialect, s))
	}
	return out
}

func platform() string {
	if runtime.GOOS == "windows" {
		return "win32"
	}
	return runtime.GOOS
}

// version sets version, version_info and hexversion.
func version(rt *object.Runtime, m *object.Module, major, minor, micro int, text string) {
	t := object.NewStructType(rt, object.StructSpec{
		Module: "sys", Name: "version_info", Sealed: true,
		Fields: []string{"major", "minor", "micro", "releaselevel", "serial"},
	})
	m.Set("version", rt.Str(text))
	m.Set("version_info", t.New(starlark.MakeInt(major), starlark.MakeInt(minor), starlark.MakeInt(micro), rt.Str("final"), starlark.MakeInt(0)))
	m.Set("hexversion", starlark.MakeInt(major<<24|minor<<16|micro<<8|0xf0))
}

// flags are what the Config says, all else is as in a Python without options.
func flags(rt *object.Runtime) starlark.Value {
	fields := []string{"debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site",
		"ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode", "utf8_mode",
		"warn_default_encoding", "safe_path", "int_max_str_digits"}
	if rt.Dialect == syntax.Python2 {
		fields = []string{"debug", "py3k_warning", "division_warning", "division_new", "inspect", "interactive", "optimize",
			"dont_write_bytecode", "no_user_site", "no_site", "ignore_environment", "tabcheck", "verbose", "unicode",
			"bytes_warning", "hash_randomization"}
	}
	t := object.NewStructType(rt, object.StructSpec{Module: "sys", Name: "flags", Fields: fields, Sealed: true})
	values := make([]starlark.Value, len(fields))
	for i, name := range fields {
		values[i] = starlark.MakeInt(rt.Flags[name])
		switch name {
		case "dev_mode", "safe_path":
			values[i] = rt.Bool(rt.Flags[name] != 0)
		case "hash_randomization":
			if rt.Dialect == syntax.Python3 {
				values[i] = starlark.MakeInt(1)
			}
		case "int_max_str_digits":
			values[i] = starlark.MakeInt(-1)
		}
	}
	return t.New(values...)
}

func floatInfo(rt *object.Runtime) starlark.Value {
	t := object.NewStructType(rt, object.StructSpec{Module: "sys", Name: "float_info", Sealed: true, Fields: []string{
		"max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds"}})
	n := func(i int) starlark.Value { return starlark.MakeInt(i) }
	return t.New(starlark.Float(math.MaxFloat64), n(1024), n(308), starlark.Float(0x1p-1022), n(-1021), n(-307),
		n(15), n(53), starlark.Float(0x1p-52), n(2), n(1))
}

// hashInfo is hash_info: how numbers are hashed.
func hashInfo(rt *object.Runtime) starlark.Value {
	t := object.NewStructType(rt, object.StructSpec{Module: "sys", Name: "hash_info", Sealed: true, Fields: []string{
		"width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"}})
	n := func(i int) starlark.Value { return starlark.MakeInt(i) }
	return t.New(n(64), n(1<<61-1), n(314159), n(0), n(1000003), rt.Str("siphash13"), n(64), n(128), n(0))
}

// setIntInfo sets int_info, long_info in Python 2: how CPython keeps integers.
func setIntInfo(rt *object.Runtime, m *object.Module) {
	name, fields, values := "int_info", []string{"bits_per_digit", "sizeof_digit"}, []starlark.Value{starlark.MakeInt(30), starlark.MakeInt(4)}
	if rt.Dialect == syntax.Python2 {
		name = "long_info"
	} else {
		fields = append(fields, "default_max_str_digits", "str_digits_check_threshold")
		values = append(values, starlark.MakeInt(4300), starlark.MakeInt(640))
	}
	t := object.NewStructType(rt, object.StructSpec{Module: "sys", Name: name, Sealed: true, Fields: fields})
	m.Set(name, t.New(values...))
}

// exit is exit([status]): it raises SystemExit.
func exit(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var status starlark.Value
	if err := object.Positional(t, "exit", args, kwargs, 0, &status); err != nil {
		if len(args) > 1 {
			return nil, object.TypeError.By(
				"exit expected at most 1 arguments, got 2", "exit expected at most 1 argument, got 2")
		}
		return nil, err
	}
	if status == nil || status == starlark.None {
		return nil, object.SystemExit.New()
	}
	if code, ok := object.Unwrap(status).(starlark.Tuple); ok {
		return nil, object.SystemExit.New(code...)
	}
	return nil, object.SystemExit.New(status)
}

// getRecursionLimit is getrecursionlimit() -> int.
func getRecursionLimit(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return starlark.MakeInt(t.RT.RecursionLimit()), object.NoArgs("sys", "getrecursionlimit", args, kwargs)
}

// setRecursionLimit is setrecursionlimit(limit).
func setRecursionLimit(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var n int
	if err := object.OneArg(t, "sys", "setrecursionlimit", args, kwargs, &n); err != nil {
		return nil, err
	}
	if n < 1 {
		return nil, object.ValueError.By("recursion limit must be positive", "recursion limit must be greater or equal than 1")
	}
	if depth := t.Depth(); t.RT.Dialect != syntax.Python2 && depth >= n {
		return nil, object.RecursionError.Errorf("cannot set the recursion limit to %d at the recursion depth %d: the limit is too low", n, depth)
	}
	t.RT.SetRecursionLimit(n)
	return starlark.None, nil
}

// getDefaultEncoding is getdefaultencoding() -> 'ascii' or 'utf-8'.
func getDefaultEncoding(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return t.RT.Str(t.RT.DefaultEncoding()), object.NoArgs("sys", "getdefaultencoding", args, kwargs)
}

// setDefaultEncoding is Python 2's setdefaultencoding(encoding); it raises
// LookupError for one that isn't there.
func setDefaultEncoding(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var name string
	if err := object.Positional(t, "setdefaultencoding", args, kwargs, 1, &name); err != nil {
		return nil, err
	}
	const probe = "\u00e9"
	s, err := builtins.Decode(t, []byte(probe), name, "replace")
	if err != nil {
		return nil, err
	}
	t.RT.SetDefaultEncoding(name, s == probe)
	return starlark.None, nil
}

// Reload is what reload(sys) does: module site, which runs at the start, has
// taken setdefaultencoding away.
func Reload(m *object.Module) {
	const name = "setdefaultencoding"
	m.Set(name, &object.Func{FuncName: name, Module: "sys", Function: setDefaultEncoding})
}

// getFilesystemEncoding is getfilesystemencoding() -> 'utf-8'.
func getFilesystemEncoding(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	name := "utf-8"
	if t.RT.Dialect == syntax.Python2 {
		name = "UTF-8"
	}
	return t.RT.Str(name), object.NoArgs("sys", "getfilesystemencoding", args, kwargs)
}

// noTrace is gettrace() and getprofile(): None, as nothing can be traced.
func noTrace(name string) func(*object.Thread, starlark.Tuple, []starlark.Tuple) (starlark.Value, error) {
	return func(_ *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return starlark.None, object.NoArgs("sys", name, args, kwargs)
	}
}

// getRefcount is getrefcount(object): nobody counts references here; 2 is what
// a fresh object has in CPython.
func getRefcount(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	return starlark.MakeInt(2), object.OneArg(t, "sys", "getrefcount", args, kwargs, &v)
}

// getSizeof is getsizeof(object): the bytes that CPython's object of that size
// would roughly take.
func getSizeof(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v, def starlark.Value
	if err := object.Positional(t, "getsizeof", args, kwargs, 1, &v, &def); err != nil {
		return nil, err
	}
	size := 48
	if n := starlark.Len(v); n > 0 {
		size += n
	}
	return starlark.MakeInt(size), nil
}

// intern is intern(string).
func intern(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.OneArg(t, "sys", "intern", args, kwargs, &v); err != nil {
		return nil, err
	}
	s, ok := object.AsText(v)
	if !ok {
		return nil, object.TypeError.Errorf("intern() argument must be str, not %s", object.ArgName(v))
	}
	return t.RT.Str(syntax.Intern(s)), nil
}

// getIntMaxStrDigits is get_int_max_str_digits() -> int.
func getIntMaxStrDigits(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return starlark.MakeInt(t.RT.MaxStrDigits), object.NoArgs("sys", "get_int_max_str_digits", args, kwargs)
}

// setIntMaxStrDigits is set_int_max_str_digits(maxdigits); it raises ValueError
// for a limit below 640 that isn't 0.
func setIntMaxStrDigits(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var n int
	if err := object.Keywords(t, "set_int_max_str_digits", args, kwargs, 1, "maxdigits", &n); err != nil {
		return nil, err
	}
	if n != 0 && n < 640 {
		return nil, object.ValueError.Errorf("maxdigits must be 0 or larger than 640")
	}
	t.RT.MaxStrDigits = n
	return starlark.None, nil
}

// excInfo is exc_info() -> (type, value, traceback) of the exception that is
// being handled.
func excInfo(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("sys", "exc_info", args, kwargs); err != nil {
		return nil, err
	}
	e := t.Handling()
	if e == nil {
		return starlark.Tuple{starlark.None, starlark.None, starlark.None}, nil
	}
	return starlark.Tuple{e.Class(), e.Thrown(), e.Traceback()}, nil
}

// exception is exception() -> the exception that is being handled, or None.
func exception(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if e := t.Handling(); e != nil {
		return e, object.NoArgs("sys", "exception", args, kwargs)
	}
	return starlark.None, object.NoArgs("sys", "exception", args, kwargs)
}

// getFrame is _getframe([depth]) -> frame: that of the caller, or of one further
// out. It raises ValueError if there are fewer.
func getFrame(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	depth := 0
	if err := object.Positional(t, "_getframe", args, kwargs, 0, &depth); err != nil {
		return nil, err
	}
	f := t.FrameObject()
	for ; f != nil && depth > 0; depth-- {
		f = f.Back()
	}
	if f == nil {
		return nil, object.ValueError.Errorf("call stack is not deep enough")
	}
	return f, nil
}

// excClear is Python 2's exc_clear().
func excClear(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	t.ClearHandling()
	return starlark.None, object.NoArgs("sys", "exc_clear", args, kwargs)
}

// isFinalizing is is_finalizing() -> bool: whether the interpreter ends, and other
// threads run no further.
func isFinalizing(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return object.Truthy(t.RT.Ending()), object.NoArgs("sys", "is_finalizing", args, kwargs)
}
