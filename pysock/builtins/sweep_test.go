package builtins_test

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"testing"
	"time"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// samples are values of all types, fresh ones for each call.
func samples(d syntax.Dialect) []starlark.Value {
	list := object.NewList([]starlark.Value{starlark.MakeInt(1), starlark.String("a")})
	dict := object.NewDict(1)
	dict.SetString("a", starlark.MakeInt(1))
	set, _ := object.NewSet([]starlark.Value{starlark.MakeInt(1)}, false)
	frozen, _ := object.NewSet([]starlark.Value{starlark.MakeInt(1)}, true)
	vs := []starlark.Value{
		starlark.None, object.True, starlark.MakeInt(0), starlark.MakeInt(-3), starlark.MakeInt64(math.MaxInt64),
		starlark.MakeUint64(math.MaxUint64), starlark.Float(1.5), starlark.Float(math.NaN()), starlark.Float(math.Inf(-1)),
		starlark.String(""), starlark.String("a b%s{}\n"), starlark.String("utf-8"), starlark.Tuple{}, starlark.Tuple{starlark.String("a")},
		list, dict, set, frozen, builtins.Complex(complex(1, -2)), builtins.NewBytearray(d, []byte("abc")),
		&object.Slice{Start: starlark.None, Stop: starlark.MakeInt(2), Step: starlark.None},
		object.TypesOf(d).Int, object.NotImplemented,
	}
	if d == syntax.Python2 {
		return append(vs, starlark.String("\xff\x80"), object.NewText("\u00e9x"), object.NewLong(starlark.MakeInt(7)))
	}
	return append(vs, object.String3("\u00e9\U0001f600x"), object.String3("\xed\xa0\x80"), starlark.Bytes("\xff,a"))
}

// TestSweep calls every function and method with all pairs of samples. Whatever
// it answers, it neither panics nor fails with words of Go or Starlark.
func TestSweep(t *testing.T) {
	for _, py := range pythons {
		t.Run(py.suffix, func(t *testing.T) {
			rt := &object.Runtime{Dialect: py.dialect, Modules: new(object.Dict)}
			th := object.NewThread(rt, "sweep")
			rt.Builtins = builtins.New(rt)
			rt.Acquire(th)
			defer rt.Release()
			check := func(what string, fn starlark.Value, args ...starlark.Value) {
				defer func() {
					if e := recover(); e != nil {
						t.Errorf("%s%v: panic: %v", what, args, e)
					}
				}()
				start := time.Now()
				v, err := th.Call(fn, args...)
				if took := time.Since(start); took > 10*time.Second { // far too long on any machine
					t.Errorf("%s%v: took %v", what, args, took)
				}
				if err != nil {
					var r *object.Raised
					if e := th.Exception(err); !errors.As(err, &r) && e.Class().ClassName == "SystemError" {
						t.Errorf("%s%v: %v", what, args, err)
					}
					return
				}
				if v == nil {
					t.Errorf("%s%v: no value", what, args)
					return
				}
				rt.Repr(v)
				if it, err := th.Iterate(v); err == nil {
					for i, e := 0, starlark.Value(nil); i < 5 && it.Next(&e); i++ {
						rt.Repr(e)
					}
					it.Done()
				}
				th.Failed()
			}
			kept := samples(py.dialect)
			n := len(kept)
			pick := func(i int) starlark.Value {
				switch kept[i].(type) {
				case *object.List, *object.Dict, *object.Set, *builtins.Bytearray: // the last call may have changed it
					return samples(py.dialect)[i]
				}
				return kept[i]
			}
			sweep := func(what string, get func() starlark.Value) {
				check(what, get())
				for i := range n {
					check(what, get(), pick(i))
					for j := range n {
						check(what, get(), pick(i), pick(j))
					}
				}
			}
			for _, kv := range rt.Builtins.Dict.Items() {
				name, _ := object.AsText(kv[0])
				if _, ok := kv[1].(starlark.Callable); ok {
					sweep(name, func() starlark.Value { return kv[1] })
				}
			}
			for i := range n {
				self := pick(i)
				class := rt.ClassOf(self)
				for _, name := range class.AttrNames() {
					if v, err := rt.Attr(self, name); name == "__abstractmethods__" || name == "__annotations__" {
						continue // only some classes have them
					} else if err != nil {
						t.Errorf("%v.%s: %v", self, name, err)
						continue
					} else if _, ok := v.(starlark.Callable); !ok {
						continue
					}
					sweep(fmt.Sprintf("%v.%s", self, name), func() starlark.Value {
						v, _ := rt.Attr(pick(i), name)
						return v
					})
				}
			}
		})
	}
}

func FuzzFormat(f *testing.F) {
	for _, s := range []string{"%5.2f|%-3d|%%", "%(a)s", "%*.*f", "{:>10}", "{0!r:{1}}", "{a[b].c}", "010,.3f", "#_x", "%(a", "{", "}", "{:{}}", "z.1f", "%#0-+ 5.3lx"} {
		f.Add(s)
	}
	huge := regexp.MustCompile(`[0-9]{7}`) // a width that takes its time, no more
	f.Fuzz(func(t *testing.T, s string) {
		if huge.MatchString(s) {
			t.Skip()
		}
		for _, py := range pythons {
			rt := &object.Runtime{Dialect: py.dialect, Modules: new(object.Dict)}
			th := object.NewThread(rt, "fuzz")
			rt.Builtins = builtins.New(rt)
			format := rt.Str(s)
			for _, v := range samples(py.dialect) {
				builtins.Percent(th, format, v)
				builtins.Percent(th, format, starlark.Tuple{v, v})
				builtins.Format(th, v, s)
				if m, err := rt.Attr(format, "format"); err == nil {
					th.Call(m, v, v)
				}
			}
		}
	})
}

func FuzzCodecs(f *testing.F) {
	for _, name := range []string{"utf-8", "utf-16", "utf-32", "ascii", "cp1252", "idna", "punycode", "unicode_escape", "hex", "base64", "quopri", "string_escape", "zlib"} {
		for _, errors := range []string{"strict", "replace", "surrogateescape", "backslashreplace"} {
			f.Add([]byte("a\xff\xed\xa0\x80\\x4\\u12xn--\xc3\xa9"), name, errors)
		}
	}
	f.Fuzz(func(t *testing.T, b []byte, encoding, errors string) {
		for _, py := range pythons {
			rt := &object.Runtime{Dialect: py.dialect, Modules: new(object.Dict)}
			th := object.NewThread(rt, "fuzz")
			s, err := builtins.Decode(th, b, encoding, errors)
			if err != nil {
				continue
			}
			builtins.Encode(th, rt.Unicode(s), encoding, errors)
		}
	})
}
