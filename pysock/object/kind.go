package object

import (
	"fmt"
	"strings"
	"sync"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A Kind is a built-in exception class as Go code names it, before it is known
// which dialect will see it. The same Kind may have other bases in Python 2
// than in Python 3, or be another class altogether: OSError for a socket is
// socket.error in Python 2.
type Kind struct {
	Name   string
	Module string // "" for a built-in
	bases  [2]string
	parent [2]*Kind
	also   *Kind // a second base

	once  [2]sync.Once
	class [2]*Class
}

// NewKind declares an exception class of a module written in Go. base2 and
// base3 are what it derives from in each dialect; a class that a dialect
// doesn't have gives a nil there.
func NewKind(module, name string, base2, base3 *Kind) *Kind {
	return &Kind{Name: name, Module: module, parent: [2]*Kind{base2, base3}}
}

// With gives a kind a second base.
func (k *Kind) With(base *Kind) *Kind {
	k.also = base
	return k
}

// dialectIndex is 0 for Python 2, 1 for all others.
func dialectIndex(d syntax.Dialect) int {
	if d == syntax.Python2 {
		return 0
	}
	return 1
}

// Class returns the class in dialect d.
func (k *Kind) Class(d syntax.Dialect) *Class {
	i := dialectIndex(d)
	k.once[i].Do(func() {
		var base *Class
		if p := k.parent[i]; p != nil {
			base = p.Class(d)
		} else if k.bases[i] != "" {
			base = kinds[k.bases[i]].Class(d)
		} else if k != BaseException {
			base = Exc.Class(d) // a class that this dialect doesn't have, used all the same
		}
		c := &Class{ClassName: k.Name, Module: k.Module, kind: k, Exception: true, py2: i == 0}
		if c.Module == "" {
			c.Module = [2]string{"exceptions", "builtins"}[i]
		}
		if base == nil {
			base = TypesOf(d).Object
		}
		c.Bases = []*Class{base}
		c.layout = base.layout
		own := builtinLayouts[i]()[k.Name]
		if own != nil && (k.Module == "" || k.Module == "__builtin__") {
			c.layout = own
		}
		c.linearize()
		if k.also != nil {
			c.Bases = append(c.Bases, k.also.Class(d))
			c.MRO, _ = c3(c) // both bases are among the built-ins, which agree
		}
		switch {
		case k == BaseException:
			c.Lazy = func(c *Class) { c.Methods, c.Attrs, c.ByIndex = exceptionMethods(c.py2), exceptionAttrs(c), true }
		case c.layout == own && own != nil:
			c.Lazy = func(c *Class) { c.Methods, c.Attrs = own.methods, own.attrs(c) }
		}
		k.class[i] = c
	})
	return k.class[i]
}

// Errorf returns an exception of this kind with a message.
func (k *Kind) Errorf(format string, args ...any) *Raised {
	msg := format
	if len(args) > 0 {
		msg = fmt.Sprintf(format, args...)
	}
	return &Raised{Kind: k, msg: [2]string{msg, msg}}
}

// By returns an exception whose words differ between Python 2 and Python 3.
func (k *Kind) By(msg2, msg3 string) *Raised {
	return &Raised{Kind: k, msg: [2]string{msg2, msg3}}
}

// New returns an exception with these arguments, as Python's constructor would
// take them.
func (k *Kind) New(args ...starlark.Value) *Raised {
	return &Raised{Kind: k, args: append(starlark.Tuple{}, args...)}
}

// The built-in exceptions that Go code raises. The others are found by name,
// with BuiltinKind.
var (
	BaseException             = builtin("BaseException")
	Exc                       = builtin("Exception")
	ArithmeticError           = builtin("ArithmeticError")
	AssertionError            = builtin("AssertionError")
	AttributeError            = builtin("AttributeError")
	BufferError               = builtin("BufferError")
	DeprecationWarning        = builtin("DeprecationWarning")
	SyntaxWarning             = builtin("SyntaxWarning")
	UnicodeWarning            = builtin("UnicodeWarning")
	PendingDeprecationWarning = builtin("PendingDeprecationWarning")
	RuntimeWarning            = builtin("RuntimeWarning")
	ResourceWarning           = builtin("ResourceWarning")
	BytesWarning              = builtin("BytesWarning")
	BlockingIOError           = builtin("BlockingIOError")
	EOFError                  = builtin("EOFError")
	FloatingPointError        = builtin("FloatingPointError")
	GeneratorExit             = builtin("GeneratorExit")
	ImportError               = builtin("ImportError")
	IndentationError          = builtin("IndentationError")
	IndexError                = builtin("IndexError")
	IOError                   = builtin("IOError")
	KeyError                  = builtin("KeyError")
	KeyboardInterrupt         = builtin("KeyboardInterrupt")
	LookupError               = builtin("LookupError")
	MemoryError               = builtin("MemoryError")
	ModuleNotFoundError       = builtin("ModuleNotFoundError")
	NameError                 = builtin("NameError")
	NotImplementedError       = builtin("NotImplementedError")
	OSError                   = builtin("OSError")
	OverflowError             = builtin("OverflowError")
	RecursionError            = builtin("RecursionError")
	RuntimeError              = builtin("RuntimeError")
	StopAsyncIteration        = builtin("StopAsyncIteration")
	StopIteration             = builtin("StopIteration")
	SyntaxErr                 = builtin("SyntaxError")
	SystemError               = builtin("SystemError")
	SystemExit                = builtin("SystemExit")
	TabError                  = builtin("TabError")
	TimeoutError              = builtin("TimeoutError")
	TypeError                 = builtin("TypeError")
	UnboundLocalError         = builtin("UnboundLocalError")
	UnicodeDecodeError        = builtin("UnicodeDecodeError")
	UnicodeEncodeError        = builtin("UnicodeEncodeError")
	UnicodeTranslateError     = builtin("UnicodeTranslateError")
	ValueError                = builtin("ValueError")
	ZeroDivisionError         = builtin("ZeroDivisionError")
)

// hierarchy gives the built-in exceptions, a level of indentation a step down:
// Python 2's first, then Python 3's. (Library reference, "Exception hierarchy".)
var hierarchy = [2]string{`
BaseException
 Exception
  StandardError
   TypeError
   ImportError
   EnvironmentError
    IOError
    OSError
   EOFError
   RuntimeError
    NotImplementedError
   NameError
    UnboundLocalError
   AttributeError
   SyntaxError
    IndentationError
     TabError
   LookupError
    IndexError
    KeyError
   ValueError
    UnicodeError
     UnicodeEncodeError
     UnicodeDecodeError
     UnicodeTranslateError
   AssertionError
   ArithmeticError
    FloatingPointError
    OverflowError
    ZeroDivisionError
   SystemError
   ReferenceError
   MemoryError
   BufferError
  StopIteration
  Warning
   UserWarning
   DeprecationWarning
   PendingDeprecationWarning
   SyntaxWarning
   RuntimeWarning
   FutureWarning
   ImportWarning
   UnicodeWarning
   BytesWarning
 GeneratorExit
 SystemExit
 KeyboardInterrupt
`, `
BaseException
 BaseExceptionGroup
  ExceptionGroup
 GeneratorExit
 KeyboardInterrupt
 SystemExit
 Exception
  ArithmeticError
   FloatingPointError
   OverflowError
   ZeroDivisionError
  AssertionError
  AttributeError
  BufferError
  EOFError
  ImportError
   ModuleNotFoundError
  LookupError
   IndexError
   KeyError
  MemoryError
  NameError
   UnboundLocalError
  OSError
   BlockingIOError
   ChildProcessError
   ConnectionError
    BrokenPipeError
    ConnectionAbortedError
    ConnectionRefusedError
    ConnectionResetError
   FileExistsError
   FileNotFoundError
   InterruptedError
   IsADirectoryError
   NotADirectoryError
   PermissionError
   ProcessLookupError
   TimeoutError
  ReferenceError
  RuntimeError
   NotImplementedError
   RecursionError
  StopAsyncIteration
  StopIteration
  SyntaxError
   IndentationError
    TabError
  SystemError
  TypeError
  ValueError
   UnicodeError
    UnicodeDecodeError
    UnicodeEncodeError
    UnicodeTranslateError
  Warning
   BytesWarning
   DeprecationWarning
   EncodingWarning
   FutureWarning
   ImportWarning
   PendingDeprecationWarning
   ResourceWarning
   RuntimeWarning
   SyntaxWarning
   UnicodeWarning
   UserWarning
`}

// instead says which built-in a kind becomes in a dialect that lacks it: Python
// 3's IOError is OSError, Python 2's RecursionError a RuntimeError.
var instead = [2]map[string]string{
	{
		"BlockingIOError":     "OSError",
		"ModuleNotFoundError": "ImportError",
		"RecursionError":      "RuntimeError",
		"TimeoutError":        "OSError",
	},
	{
		"IOError":          "OSError",
		"EnvironmentError": "OSError",
		"StandardError":    "Exception",
	},
}

// builtinLayouts are the layouts of each dialect.
var builtinLayouts [2]func() map[string]*excLayout

func init() {
	for i := range builtinLayouts {
		builtinLayouts[i] = sync.OnceValue(func() map[string]*excLayout { return layouts(i == 0) })
	}
}

// kinds are the built-in exceptions of both dialects by name. It is filled
// when the package is initialized and never changes after.
var kinds = parseHierarchy()

// builtinNames are the names that each dialect has, in the order of hierarchy.
var builtinNames [2][]string

func parseHierarchy() map[string]*Kind {
	m := make(map[string]*Kind)
	for i, text := range hierarchy {
		var path []string
		for line := range strings.Lines(text) {
			name := strings.TrimSpace(line)
			if name == "" {
				continue
			}
			depth := strings.Index(line, name)
			k := m[name]
			if k == nil {
				k = &Kind{Name: name}
				m[name] = k
			}
			if path = path[:depth]; depth > 0 {
				k.bases[i] = path[depth-1]
			}
			path = append(path, name)
			builtinNames[i] = append(builtinNames[i], name)
		}
	}
	return m
}

func builtin(name string) *Kind {
	k := kinds[name]
	if k == nil {
		panic("object: no built-in exception " + name)
	}
	return k
}

// BuiltinClasses returns the built-in exception classes of dialect d by name,
// aliases such as Python 3's IOError included.
func BuiltinClasses(d syntax.Dialect) map[string]*Class {
	i := dialectIndex(d)
	m := make(map[string]*Class, len(builtinNames[i])+2)
	for _, name := range builtinNames[i] {
		m[name] = kinds[name].Class(d)
	}
	if i == 1 {
		m["IOError"], m["EnvironmentError"] = m["OSError"], m["OSError"]
	}
	return m
}

// BuiltinKind returns the built-in exception of that name, or nil.
func BuiltinKind(name string) *Kind { return kinds[name] }

// in returns the kind that stands for k in dialect d.
func (k *Kind) in(d syntax.Dialect) *Kind {
	if k.Module == "" {
		if name := instead[dialectIndex(d)][k.Name]; name != "" {
			return kinds[name]
		}
	}
	return k
}
