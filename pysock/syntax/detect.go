package syntax

import (
	"bytes"
	"fmt"
	"strings"
)

// Detect infers which Python a file is written in, and says why. It asks, in
// this order:
//
//   - does a "#!" line name python2 or python3?
//   - does only one of them accept the file?
//   - does it read names or call methods that only one of them has?
//   - does it import modules that only one of them has?
//
// and takes Python 3 if nothing tells.
func Detect(src []byte) (d Dialect, reason string) {
	_, _, d, reason, _ = detect("", src, Options{})
	return d, reason
}

// detect parses a file of unknown dialect.
func detect(path string, src []byte, opts Options) (f *File, lax []laxity, d Dialect, reason string, err *Error) {
	parse := func(d Dialect) (*File, []laxity, *Error) {
		opts.Dialect = d
		return parseAs(path, src, opts)
	}
	if d, line := shebang(src); d != Auto {
		f, lax, err := parse(d)
		return f, lax, d, "the first line is " + line, err
	}
	f3, lax3, err3 := parse(Python3)
	if err3 == nil {
		// Nearly all that Python 2 accepts as well says so by its names; what
		// doesn't is the same in both.
		reason := evidence(f3)
		if reason == "" {
			return f3, lax3, Python3, "nothing tells", nil
		}
		if f2, lax2, err := parse(Python2); err == nil {
			return f2, lax2, Python2, reason, nil
		}
		return f3, lax3, Python3, "Python 2 doesn't accept it", nil
	}
	f2, lax2, err2 := parse(Python2)
	if err2 == nil {
		return f2, lax2, Python2, "Python 3 says: " + err3.Error(), nil
	}
	// Neither: the one that got further knows better what is wrong.
	if err3.Start.Before(err2.Start) || err3.Incomplete != err2.Incomplete && err2.Incomplete || isPrintError(err3) {
		return nil, nil, Python2, "neither accepts it, but Python 2 got further", err2
	}
	return nil, nil, Python3, "neither accepts it", err3
}

// isPrintError reports whether an error is about a print statement.
func isPrintError(e *Error) bool {
	return strings.HasPrefix(e.Msg, "Missing parentheses in call to")
}

// shebang returns the dialect that a "#!" line names, with the line.
func shebang(src []byte) (Dialect, string) {
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	if !bytes.HasPrefix(src, []byte("#!")) {
		return Auto, ""
	}
	if i := bytes.IndexAny(src, "\r\n"); i >= 0 {
		src = src[:i]
	}
	line := string(src)
	if i := strings.LastIndex(line, "python"); i >= 0 {
		switch rest := line[i+len("python"):]; {
		case strings.HasPrefix(rest, "2"):
			return Python2, line
		case strings.HasPrefix(rest, "3"):
			return Python3, line
		}
	}
	return Auto, line
}

// evidence looks in a file that is sound Python 3 for signs that it is Python 2
// all the same. It returns what it found, or "".
func evidence(f *File) string {
	e := &sleuth{bound: map[string]bool{}, modules: map[string]bool{}}
	e.bindings(f)
	e.look(f, false)
	switch {
	case e.two != "":
		return e.two
	case e.imports3 != "":
		return ""
	}
	return e.imports2
}

// A sleuth collects evidence.
type sleuth struct {
	bound    map[string]bool // all names that the file binds anywhere
	star     bool            // there is an import *, so common names may be bound too
	modules  map[string]bool // the modules of attributes2 that it imports
	two      string          // a sign of Python 2
	imports2 string          // an import of Python 2
	imports3 string          // an import of Python 3
}

// names2 are builtins of Python 2 alone.
var names2 = set("raw_input xrange unicode unichr basestring execfile long file reduce cmp buffer apply intern coerce reload")

// common2 are those of them that a module may well define.
var common2 = set("long file reduce cmp buffer apply intern coerce reload")

// methods2 are methods that only Python 2's types have.
var methods2 = set("has_key iteritems iterkeys itervalues viewitems viewkeys viewvalues")

// attributes2 are what only Python 2 has in a module that both have.
var attributes2 = map[string]map[string]bool{
	"urllib":    set("urlopen urlencode quote quote_plus unquote unquote_plus urlretrieve URLopener FancyURLopener pathname2url url2pathname basejoin"),
	"string":    set("letters lowercase uppercase maketrans join split replace atoi atof atol lower upper strip find rfind zfill ljust rjust"),
	"os":        set("getcwdu popen2 popen3 popen4"),
	"sys":       set("maxint exc_type exc_value exc_traceback setdefaultencoding exc_clear"),
	"itertools": set("izip imap ifilter izip_longest ifilterfalse"),
	"types":     set("StringType UnicodeType ListType DictType IntType LongType TupleType StringTypes ClassType InstanceType FileType FloatType"),
}

// modules2 are modules of Python 2 alone.
var modules2 = set("urllib2 httplib urlparse BaseHTTPServer SimpleHTTPServer CGIHTTPServer SocketServer Queue " +
	"ConfigParser Cookie cookielib StringIO cStringIO cPickle thread commands md5 sha sets xmlrpclib SimpleXMLRPCServer " +
	"DocXMLRPCServer Tkinter tkMessageBox tkFileDialog tkSimpleDialog ScrolledText HTMLParser robotparser htmlentitydefs htmllib " +
	"sgmllib anydbm dbhash whichdb dumbdbm gdbm dummy_thread dummy_threading copy_reg __builtin__ exceptions popen2 rfc822 " +
	"mimetools MimeWriter multifile mhlib new user UserDict UserList UserString repr statvfs future_builtins ihooks")

// modules3 are modules of Python 3 alone; of a package, all that is in it.
var modules3 = set("queue socketserver http urllib.request urllib.parse urllib.error urllib.response urllib.robotparser " +
	"configparser builtins _thread asyncio concurrent ipaddress pathlib enum selectors tkinter typing dataclasses statistics " +
	"secrets xmlrpc html copyreg reprlib contextvars importlib.resources importlib.metadata importlib.util importlib.machinery " +
	"lzma tracemalloc faulthandler ensurepip venv zoneinfo graphlib tomllib winreg dbm.dumb dbm.gnu dbm.ndbm collections.abc " +
	"unittest.mock")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// bindings collects what the file binds, in whatever scope.
func (e *sleuth) bindings(f *File) {
	target := func(x Expr) {
		if x == nil {
			return
		}
		Walk(x, func(n Node) bool {
			switch n := n.(type) {
			case *Name:
				e.bound[n.Id] = true
			case *Attribute, *Subscript:
				return false
			}
			return true
		})
	}
	Walk(f, func(n Node) bool {
		switch n := n.(type) {
		case *Assign:
			for _, t := range n.Targets {
				target(t)
			}
		case *AnnAssign:
			target(n.Target)
		case *AugAssign:
			target(n.Target)
		case *For:
			target(n.Target)
		case *Generator:
			target(n.Target)
		case *WithItem:
			target(n.Target)
		case *ExceptHandler:
			target(n.Target)
		case *NamedExpr:
			target(n.Target)
		case *Param:
			e.bound[n.Name] = true
		case *FunctionDef:
			e.bound[n.Name] = true
		case *ClassDef:
			e.bound[n.Name] = true
		case *MatchAs:
			e.bound[n.Name] = true
		case *Alias:
			name, _, _ := strings.Cut(n.Name, ".")
			if n.AsName != "" {
				name = n.AsName
			}
			e.bound[name] = true
			e.star = e.star || name == "*"
			if attributes2[n.Name] != nil && n.AsName == "" {
				e.modules[n.Name] = true
			}
		}
		return true
	})
}

// look searches a tree. In a try that catches ImportError (guarded) nothing
// counts: such scripts run on both.
func (e *sleuth) look(n Node, guarded bool) {
	Walk(n, func(n Node) bool {
		switch n := n.(type) {
		case *Try:
			if !guarded && catchesImportError(n) {
				e.look(n, true)
				return false
			}
		case *Import:
			for _, a := range n.Names {
				e.module(a.Name, guarded)
			}
		case *ImportFrom:
			if n.Level == 0 {
				e.fromModule(n, guarded)
			}
		case *Name:
			if names2[n.Id] && !e.bound[n.Id] && !guarded && !(e.star && common2[n.Id]) {
				e.found(n, "the name "+n.Id)
			}
		case *Attribute:
			e.attribute(n, guarded)
		case *BinOp:
			if x, ok := n.X.(*Name); ok && x.Id == "print" && n.Op == RShift && !guarded {
				e.found(n, "print >>")
			}
		}
		return true
	})
}

func (e *sleuth) found(n Node, what string) {
	if e.two == "" {
		e.two = fmt.Sprintf("%s on line %d", what, n.Bounds().Start.Line)
	}
}

func (e *sleuth) attribute(n *Attribute, guarded bool) {
	if guarded {
		return
	}
	if methods2[n.Name] && !e.bound[n.Name] {
		e.found(n, "the method "+n.Name)
	}
	if x, ok := n.X.(*Name); ok && e.modules[x.Id] && attributes2[x.Id][n.Name] {
		e.found(n, x.Id+"."+n.Name)
	}
}

func (e *sleuth) module(name string, guarded bool) {
	if guarded {
		return
	}
	if modules2[name] && e.imports2 == "" {
		e.imports2 = "the import of " + name
	}
	for m := name; m != ""; {
		if modules3[m] {
			e.imports3 = "the import of " + name
		}
		i := strings.LastIndexByte(m, '.')
		m = m[:max(i, 0)]
	}
}

func (e *sleuth) fromModule(n *ImportFrom, guarded bool) {
	e.module(n.Module, guarded)
	for _, a := range n.Names {
		e.module(n.Module+"."+a.Name, guarded)
		if attributes2[n.Module][a.Name] && !guarded {
			e.found(n, n.Module+"."+a.Name)
		}
	}
}

// catchesImportError reports whether a handler of the try catches ImportError,
// or everything.
func catchesImportError(t *Try) bool {
	for _, h := range t.Handlers {
		if h.Type == nil {
			return true
		}
		caught := false
		Walk(h.Type, func(n Node) bool {
			if x, ok := n.(*Name); ok {
				switch x.Id {
				case "ImportError", "ModuleNotFoundError", "Exception", "NameError", "AttributeError":
					caught = true
				}
			}
			return true
		})
		if caught {
			return true
		}
	}
	return false
}
