package file

import (
	"maps"
	"sync"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// Classes are the classes of module _io in a dialect, and Python 2's file. Module
// io derives its abstract classes from the first four.
type Classes struct {
	IOBase, RawIOBase, BufferedIOBase, TextIOBase *object.Class

	FileIO, Reader, Writer, Random, Pair *object.Class
	BytesIO, StringIO, Text, Newline     *object.Class

	// Python 2's own, nil in Python 3.
	File, StringI, StringO *object.Class
}

var (
	classesOnce [2]sync.Once
	classes     [2]*Classes
)

// ClassesOf returns the classes of dialect d. Runtimes share them, as they do
// the other built-in types.
func ClassesOf(d syntax.Dialect) *Classes {
	i := 1
	if d == dialect2 {
		i = 0
	}
	classesOnce[i].Do(func() { classes[i] = newClasses(d) })
	return classes[i]
}

// A form is how a class makes its instances, which __init__ then fills.
type form func(rt *object.Runtime, c *object.Class) object.Typed

func newClasses(d syntax.Dialect) *Classes {
	cs := new(Classes)
	py3 := d != dialect2
	abstract := func(name string, base *object.Class, fill func(c *object.Class)) *object.Class {
		c := object.NewClass("_io", "_"+name, base)
		c.Mixin, c.File, c.Static = true, true, true
		c.Lazy = fill
		return c
	}
	cs.IOBase = abstract("IOBase", object.TypesOf(d).Object, func(c *object.Class) {
		c.Methods, c.Getters = iobaseMethods(), iobaseGetters()
		if py3 {
			c.Methods["__next__"] = nextMethod
		} else {
			c.Methods["next"] = nextMethod
		}
	})
	cs.RawIOBase = abstract("RawIOBase", cs.IOBase, func(c *object.Class) {
		c.Methods = rawbaseMethods()
		if py3 {
			c.Methods["readinto"], c.Methods["write"] = notImplemented, notImplemented
		}
	})
	cs.BufferedIOBase = abstract("BufferedIOBase", cs.IOBase, func(c *object.Class) { c.Methods = bufferedbaseMethods() })
	cs.TextIOBase = abstract("TextIOBase", cs.IOBase, func(c *object.Class) { c.Methods, c.Getters = textbaseMethods(), textbaseGetters() })

	def := func(name string, base *object.Class, make form, fill func(c *object.Class)) *object.Class {
		c := object.NewClass("_io", name, base)
		c.Static, c.File = true, true
		c.Lazy = fill
		c.Blank = func(t *object.Thread, of *object.Class) starlark.Value { return make(t.RT, c) }
		c.Attrs = map[string]starlark.Value{"__new__": object.NewFor(c)}
		c.New = func(t *object.Thread, of *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			v := make(t.RT, c)
			c.Defines("__init__") // fills in Methods
			_, err := c.Methods["__init__"](t, v, args, kwargs)
			return v, err
		}
		return c
	}
	cs.FileIO = def("FileIO", cs.RawIOBase,
		func(rt *object.Runtime, c *object.Class) object.Typed { return newFileIO(rt, c) },
		func(c *object.Class) { c.Methods, c.Getters = methodsOf(fileIOMethods()), gettersOf(fileIOGetters()) })
	buffered := func(name string, tables ...func() map[string]bufferedMethod) *object.Class {
		return def(name, cs.BufferedIOBase,
			func(rt *object.Runtime, c *object.Class) object.Typed { return newBuffered(rt, c) },
			func(c *object.Class) {
				c.Methods, c.Getters = methodsOf(bufferedMethods()), gettersOf(bufferedGetters())
				for _, table := range tables {
					maps.Copy(c.Methods, methodsOf(table()))
				}
				if !py3 {
					delete(c.Methods, "readinto1")
					for _, name := range []string{"readable", "writable"} { // as the raw file, whichever it is
						c.Methods[name] = methodOf(name, forward(name))
					}
				}
			})
	}
	cs.Reader = buffered("BufferedReader", readerMethods)
	cs.Writer = buffered("BufferedWriter", writerMethods)
	cs.Random = buffered("BufferedRandom", readerMethods, writerMethods)
	cs.Pair = def("BufferedRWPair", cs.BufferedIOBase,
		func(rt *object.Runtime, c *object.Class) object.Typed {
			p := &Pair{value: value{class: c, rt: rt}}
			p.self = p
			return p
		},
		func(c *object.Class) { c.Methods, c.Getters = methodsOf(pairMethods()), gettersOf(pairGetters()) })
	cs.BytesIO = def("BytesIO", cs.BufferedIOBase,
		func(rt *object.Runtime, c *object.Class) object.Typed { return newBytesIO(rt, c) },
		func(c *object.Class) {
			c.Methods, c.Getters = methodsOf(bytesIOMethods()), gettersOf(bytesIOGetters())
			if py3 {
				maps.Copy(c.Methods, methodsOf(bytesIOMethods3()))
			}
		})
	cs.StringIO = def("StringIO", cs.TextIOBase,
		func(rt *object.Runtime, c *object.Class) object.Typed { return newStringIO(rt, c) },
		func(c *object.Class) {
			c.Methods, c.Getters = methodsOf(stringIOMethods()), gettersOf(stringIOGetters())
		})
	cs.Text = def("TextIOWrapper", cs.TextIOBase,
		func(rt *object.Runtime, c *object.Class) object.Typed { return newText(rt, c) },
		func(c *object.Class) {
			c.Methods, c.Getters = methodsOf(textMethods()), gettersOf(textGetters())
			if py3 {
				maps.Copy(c.Methods, methodsOf(textMethods3()))
				maps.Copy(c.Getters, gettersOf(textGetters3()))
			}
		})
	cs.Newline = def("IncrementalNewlineDecoder", object.TypesOf(d).Object,
		func(rt *object.Runtime, c *object.Class) object.Typed {
			n := &NewlineDecoder{value: value{class: c, rt: rt}}
			n.self = n
			return n
		},
		func(c *object.Class) {
			c.Methods, c.Getters = methodsOf(newlineDecoderMethods()), gettersOf(newlineDecoderGetters())
		})
	if !py3 {
		cs.File = def("file", object.TypesOf(d).Object,
			func(rt *object.Runtime, c *object.Class) object.Typed { return newFile2(rt, c) },
			func(c *object.Class) { c.Methods, c.Getters = methodsOf(file2Methods()), gettersOf(file2Getters()) })
		cs.File.Module, cs.File.Static = "__builtin__", false
		cs.StringI = cstringClass("StringI", d, func(c *object.Class) {
			c.Methods, c.Getters = methodsOf(cstringMethods()), gettersOf(cstringGetters())
		})
		cs.StringO = cstringClass("StringO", d, func(c *object.Class) {
			cs.StringI.Lazy(c)
			maps.Copy(c.Methods, methodsOf(cstringWriterMethods()))
			maps.Copy(c.Getters, gettersOf(cstringWriterGetters()))
		})
	}
	return cs
}

// cstringClass is a class of which nobody makes an instance by calling it.
func cstringClass(name string, d syntax.Dialect, fill func(c *object.Class)) *object.Class {
	c := object.NewClass("cStringIO", name, object.TypesOf(d).Object)
	c.Static = true
	c.Lazy = fill
	return c
}
