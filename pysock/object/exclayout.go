package object

import (
	"strings"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// What built-in exceptions have besides args. CPython calls it a layout too:
// classes with different ones can't be combined.

// An excLayout is that of a built-in exception, and of those that derive from
// it. All but the name may be missing.
type excLayout struct {
	name string
	// members are attributes that a script can set; those after a "|" it can't,
	// and those after a "#" are numbers.
	members  string
	keywords []string // what __init__ takes
	// make is what __new__ does with its arguments besides keeping them.
	make func(e *Exception, args starlark.Tuple, kwargs []starlark.Tuple) error
	// init is what __init__ does with its arguments besides keeping them.
	init    func(e *Exception, args starlark.Tuple) error
	str     func(e *Exception, d syntax.Dialect) (string, bool)
	reduce  func(e *Exception) (starlark.Value, *Dict)
	methods map[string]Method
	// allInNew says that __init__ does nothing: __new__ has done all, unless
	// the class overrides __init__ alone.
	allInNew bool
}

// made reports whether __new__ has done what __init__ would.
func (l *excLayout) made(c *Class) bool { return l.allInNew && !initOnly(c) }

// initOnly reports whether a class overrides __init__ but not __new__.
func initOnly(c *Class) bool { return c.special("__init__") != nil && c.special("__new__") == nil }

// layouts returns those of a dialect by the name of the exception.
func layouts(py2 bool) map[string]*excLayout {
	message := func(name, members string) *excLayout { // of one argument
		return &excLayout{name: name, members: members, init: func(e *Exception, args starlark.Tuple) error {
			switch {
			case len(args) == 1:
				e.set(members, args[0])
			case len(args) > 1 && members == "code":
				e.set(members, args)
			case len(args) > 0 && members == "value":
				e.set(members, args[0])
			}
			return nil
		}}
	}
	list := []*excLayout{
		message("SystemExit", "code"),
		{name: "KeyError", str: keyErrorStr},
		{name: "SyntaxError", init: syntaxErrorInit, str: syntaxErrorStr,
			members: "msg filename lineno offset text end_lineno end_offset print_file_and_line"},
		{name: "UnicodeEncodeError", members: "encoding object # start end # reason", init: unicodeInit("UOnnU"), str: (*Exception).unicodeMessage},
		{name: "UnicodeDecodeError", members: "encoding object # start end # reason", init: unicodeInit("UBnnU"), str: (*Exception).unicodeMessage},
		{name: "UnicodeTranslateError", members: "object # start end # reason", init: unicodeInit("OnnU"), str: (*Exception).unicodeMessage},
	}
	if py2 {
		list[2].members = "msg filename lineno offset text print_file_and_line"
		list = append(list, &excLayout{name: "EnvironmentError", members: "errno strerror filename",
			init: environmentErrorInit, str: environmentErrorStr, reduce: osErrorReduce},
			&excLayout{name: "BlockingIOError", members: "# characters_written", init: blockingInit, str: environmentErrorStr, reduce: osErrorReduce})
	} else {
		list = append(list,
			message("StopIteration", "value"),
			&excLayout{name: "ImportError", members: "msg name path", keywords: []string{"name", "path"},
				init: importErrorInit, str: importErrorStr, reduce: importErrorReduce},
			&excLayout{name: "NameError", members: "name", keywords: []string{"name"}},
			&excLayout{name: "AttributeError", members: "name obj", keywords: []string{"name", "obj"}},
			&excLayout{name: "OSError", members: "errno strerror filename filename2",
				make: osErrorMake, init: osErrorInit, str: osErrorStr, reduce: osErrorReduce, allInNew: true},
			&excLayout{name: "BaseExceptionGroup", members: "| message exceptions",
				make: groupMake, str: groupStr, methods: groupMethods()},
		)
	}
	m := make(map[string]*excLayout, len(list))
	for _, l := range list {
		m[l.name] = l
	}
	return m
}

// attrs returns the descriptors of the members for the class c.
func (l *excLayout) attrs(c *Class) map[string]starlark.Value {
	attrs := make(map[string]starlark.Value)
	readOnly, number := false, false
	for _, name := range strings.Fields(l.members) {
		switch name {
		case "|":
			readOnly = true
			continue
		case "#":
			number = !number
			continue
		}
		isNumber := number
		g := &Getset{Name: name, Of: c, Member: true,
			Get: func(_ *Thread, self starlark.Value) (starlark.Value, error) {
				switch v := self.(*Exception).slots[name]; {
				case v != nil:
					return v, nil
				case isNumber:
					return starlark.MakeInt(0), nil
				}
				return starlark.None, nil
			}}
		if !readOnly {
			g.Set = func(_ *Thread, self, v starlark.Value) error {
				if _, ok := AsInt(v); isNumber && !ok {
					if v == nil {
						return TypeError.Errorf("can't delete numeric/char attribute")
					}
					return TypeError.By("an integer is required", sprintf("'%s' object cannot be interpreted as an integer", TypeName(v)))
				}
				self.(*Exception).set(name, v)
				return nil
			}
		}
		attrs[name] = g
	}
	if l.name == "OSError" {
		attrs["characters_written"] = charactersWritten(c)
	}
	if l.make != nil {
		attrs["__new__"] = NewFor(c)
	}
	if l.name == "BaseExceptionGroup" {
		attrs["__class_getitem__"] = &Func{FuncName: "__class_getitem__", Unbound: c, ClassMethod: true, Generic: true, Method: groupItem}
	}
	return attrs
}

// charactersWritten is the attribute of BlockingIOError, which all OSErrors have
// room for.
func charactersWritten(c *Class) *Getset {
	const name = "characters_written"
	return &Getset{Name: name, Of: c,
		Get: func(_ *Thread, self starlark.Value) (starlark.Value, error) {
			if v := self.(*Exception).slots[name]; v != nil {
				return v, nil
			}
			return nil, AttributeError.Errorf(name)
		},
		Set: func(_ *Thread, self, v starlark.Value) error {
			e := self.(*Exception)
			if _, ok := AsInt(v); !ok && v != nil {
				return TypeError.Errorf("'%s' object cannot be interpreted as an integer", TypeName(v))
			}
			if v == nil && e.slots[name] == nil {
				return AttributeError.Errorf(name)
			}
			e.set(name, v)
			return nil
		}}
}

// osErrorMake takes OSError(errno, strerror[, filename[, winerror[, filename2]]]). OSError
// itself becomes the subclass that belongs to the errno. A class with its own
// __init__ has the arguments taken by that.
func osErrorMake(e *Exception, args starlark.Tuple, kwargs []starlark.Tuple) error {
	if initOnly(e.class) {
		e.Args = nil
		return nil
	}
	if len(kwargs) > 0 {
		return TypeError.Errorf("%s() takes no keyword arguments", e.class.ClassName)
	}
	if e.class.kind == OSError && e.class.Dict == nil && len(args) >= 2 && len(args) <= 5 {
		if n, err := starlark.AsInt32(args[0]); err == nil {
			e.class = OSErrorClass(n)
		}
	}
	return osErrorInit(e, args)
}

func osErrorInit(e *Exception, args starlark.Tuple) error {
	e.Args = args
	n := len(args)
	if n < 2 || n > 5 {
		return nil
	}
	e.set("errno", args[0])
	e.set("strerror", args[1])
	if n > 2 && args[2] != starlark.None {
		if _, isInt := AsInt(args[2]); isInt && e.class.kind.under(syntax.Python3, "BlockingIOError") {
			e.set("characters_written", args[2])
			return nil
		}
		e.set("filename", args[2])
		if n > 4 && args[4] != starlark.None {
			e.set("filename2", args[4])
		}
		e.Args = args[:2:2]
	}
	return nil
}

func osErrorStr(e *Exception, d syntax.Dialect) (string, bool) {
	errno, text, file, file2 := e.slots["errno"], e.slots["strerror"], e.slots["filename"], e.slots["filename2"]
	head := func() string { return "[Errno " + Str(d, orNoneValue(errno)) + "] " + Str(d, orNoneValue(text)) }
	switch {
	case file != nil && file2 != nil:
		return head() + ": " + Repr(d, file) + " -> " + Repr(d, file2), true
	case file != nil:
		return head() + ": " + Repr(d, file), true
	case errno != nil && text != nil:
		return head(), true
	}
	return "", false
}

func orNoneValue(v starlark.Value) starlark.Value {
	if v == nil {
		return starlark.None
	}
	return v
}

// environmentErrorInit takes Python 2's EnvironmentError(errno, strerror[, filename]).
func environmentErrorInit(e *Exception, args starlark.Tuple) error {
	if n := len(args); n == 2 || n == 3 {
		e.set("errno", args[0])
		e.set("strerror", args[1])
		if n == 3 {
			e.set("filename", args[2])
			e.Args = args[:2:2]
		}
	}
	return nil
}

// blockingInit is that of Python 2's io.BlockingIOError(errno, strerror,
// characters_written=0).
func blockingInit(e *Exception, args starlark.Tuple) error {
	var errno, text starlark.Value
	written := starlark.Value(starlark.MakeInt(0))
	if err := Positional(nil, "BlockingIOError", args, nil, 2, &errno, &text, &written); err != nil {
		return err
	}
	if _, ok := AsInt(written); !ok {
		return TypeError.Errorf("an integer is required")
	}
	e.set("characters_written", written)
	e.Args = args[:2:2]
	return environmentErrorInit(e, e.Args)
}

func environmentErrorStr(e *Exception, d syntax.Dialect) (string, bool) {
	errno, text, file := e.slots["errno"], e.slots["strerror"], e.slots["filename"]
	if file == nil && (errno == nil || text == nil) {
		return "", false
	}
	s := "[Errno " + Str(d, orNoneValue(errno)) + "] " + Str(d, orNoneValue(text))
	if file != nil {
		s += ": " + Repr(d, file)
	}
	return s, true
}

// osErrorReduce puts the file names among the arguments again.
func osErrorReduce(e *Exception) (starlark.Value, *Dict) {
	args, file := e.Args, e.slots["filename"]
	if len(args) == 2 && file != nil {
		args = append(args[:2:2], file)
		if file2 := e.slots["filename2"]; file2 != nil {
			args = append(args, starlark.None, file2)
		}
		return args, e.dict
	}
	return e.given(), e.dict
}

func importErrorInit(e *Exception, args starlark.Tuple) error {
	e.set("msg", nil)
	if len(args) == 1 {
		e.set("msg", args[0])
	}
	return nil
}

func importErrorStr(e *Exception, d syntax.Dialect) (string, bool) {
	return AsText(e.slots["msg"])
}

// importErrorReduce keeps name and path among the attributes.
func importErrorReduce(e *Exception) (starlark.Value, *Dict) {
	d := new(Dict)
	if e.dict != nil {
		d = e.dict.Copy()
	}
	for _, name := range []string{"name", "path"} {
		if v := e.slots[name]; v != nil {
			d.SetString(name, v)
		}
	}
	return e.given(), d
}

func keyErrorStr(e *Exception, d syntax.Dialect) (string, bool) {
	if len(e.Args) != 1 {
		return "", false
	}
	return Repr(d, e.Args[0]), true
}

// syntaxErrorInit takes SyntaxError(msg, (filename, lineno, offset, text[, end_lineno,
// end_offset])).
func syntaxErrorInit(e *Exception, args starlark.Tuple) error {
	if len(args) > 0 {
		e.set("msg", args[0])
	}
	if len(args) != 2 {
		return nil
	}
	info, err := Elements(e.class.thread(), args[1])
	if err != nil {
		return err
	}
	n := len(info)
	switch {
	case e.class.py2 && n != 4:
		return IndexError.Errorf("tuple index out of range")
	case n < 4:
		return TypeError.Errorf("function takes at least 4 arguments (%d given)", n)
	case n > 6:
		return TypeError.Errorf("function takes at most 6 arguments (%d given)", n)
	case n == 5:
		return TypeError.Errorf("end_offset must be provided when end_lineno is provided")
	}
	for i, name := range []string{"filename", "lineno", "offset", "text", "end_lineno", "end_offset"} {
		e.set(name, nil)
		if i < n {
			e.set(name, info[i])
		}
	}
	return nil
}

// syntaxErrorStr adds the file and the line to the message, as far as they are
// known.
func syntaxErrorStr(e *Exception, d syntax.Dialect) (string, bool) {
	msg := Str(d, orNoneValue(e.slots["msg"]))
	file, hasFile := AsText(e.slots["filename"])
	line, hasLine := e.slots["lineno"].(starlark.Int)
	file = file[strings.LastIndexByte(file, '/')+1:]
	switch {
	case hasFile && hasLine:
		msg += sprintf(" (%s, line %s)", file, line)
	case hasFile:
		msg += sprintf(" (%s)", file)
	case hasLine:
		msg += sprintf(" (line %s)", line)
	}
	return msg, true
}
