package hints

import (
	"fmt"
	"strings"
	"sync"

	"example.com/pysock/pysock/syntax"
)

// pythons returns what comes of names that only one of the two Pythons has.
func pythons() []row {
	return []row{
		{name: "module of Python 2", dialect: syntax.Python3, class: "ImportError", pattern: `No module named '([\w.]+)'.*`, say: module2},
		{name: "module of Python 3", dialect: syntax.Python2, class: "ImportError", pattern: `No module named ([\w.]+)`, say: module3},
		{name: "name moved in a module", dialect: syntax.Python3, class: "ImportError", pattern: `cannot import name '(\w+)' from '([\w.]+)'.*`, say: importedName},
		{name: "name moved in a module", dialect: syntax.Python3, class: "AttributeError", pattern: `module '([\w.]+)' has no attribute '(\w+)'.*`, say: moduleName},
		{name: "own file in a module's place", class: "AttributeError", pattern: `(?:partially initialized )?module '(\w+)' has no attribute.*`, say: shadowed},
		{name: "own file in a module's place", class: "ImportError", pattern: `cannot import name '\w+' from (?:partially initialized module )?'(\w+)'.*`, say: shadowed},
		{name: "built-in of Python 2", dialect: syntax.Python3, class: "NameError", pattern: `name '(\w+)' is not defined`, say: builtin2},
		{name: "built-in of Python 3", dialect: syntax.Python2, class: "NameError", pattern: `(?:global )?name '(\w+)' is not defined`, say: builtin3},
		{name: "module not imported", class: "NameError", pattern: `(?:global )?name '(\w+)' is not defined`, say: notImported},
		{name: "method of Python 2's dict", dialect: syntax.Python3, class: "AttributeError", pattern: `'dict' object has no attribute '(has_key|iteritems|iterkeys|itervalues|viewitems|viewkeys|viewvalues)'`, say: dict2},
		{name: "view of a dict as list", dialect: syntax.Python3, class: "TypeError", pattern: `'(dict_keys|dict_values|dict_items|map|filter|zip)' object is not subscriptable|object of type '(map|filter|zip)' has no len\(\)`,
			say: is("in Python 3 this is no list: list(...) makes one")},
		{name: "view of a dict as list", dialect: syntax.Python3, class: "AttributeError", pattern: `'(dict_keys|dict_values|dict_items|map|filter|zip)' object has no attribute '(sort|append|index|reverse|pop)'`,
			say: is("in Python 3 this is no list: list(...) makes one, sorted(...) one in order")},
		{name: "next of Python 2", dialect: syntax.Python3, class: "AttributeError", pattern: `'(\w+)' object has no attribute 'next'`, say: is("in Python 3 it is next(x)")},
		{name: "print chevron", dialect: syntax.Python3, class: "TypeError", pattern: `unsupported operand type\(s\) for >>: 'builtin_function_or_method' and .*`,
			say: is("in Python 3 it is print(..., file=sys.stderr)")},
		{name: "keyword of Python 3", dialect: syntax.Python2, class: "TypeError", pattern: `'(\w+)' is an invalid keyword argument for this function`, say: keyword3},
	}
}

// moved are the modules whose names differ: Python 2's and Python 3's. Where
// several became one or one became several, the first is the usual one.
var moved = [][2]string{
	{"urllib2", "urllib.request"}, {"urlparse", "urllib.parse"}, {"robotparser", "urllib.robotparser"},
	{"httplib", "http.client"}, {"BaseHTTPServer", "http.server"}, {"SimpleHTTPServer", "http.server"}, {"CGIHTTPServer", "http.server"},
	{"Cookie", "http.cookies"}, {"cookielib", "http.cookiejar"}, {"SocketServer", "socketserver"},
	{"xmlrpclib", "xmlrpc.client"}, {"SimpleXMLRPCServer", "xmlrpc.server"}, {"DocXMLRPCServer", "xmlrpc.server"},
	{"Queue", "queue"}, {"thread", "_thread"}, {"dummy_thread", "_dummy_thread"},
	{"StringIO", "io"}, {"cStringIO", "io"}, {"cPickle", "pickle"}, {"ConfigParser", "configparser"},
	{"copy_reg", "copyreg"}, {"__builtin__", "builtins"}, {"HTMLParser", "html.parser"}, {"htmlentitydefs", "html.entities"},
	{"Tkinter", "tkinter"}, {"tkMessageBox", "tkinter.messagebox"}, {"repr", "reprlib"}, {"commands", "subprocess"},
	{"UserDict", "collections"}, {"UserList", "collections"}, {"UserString", "collections"}, {"md5", "hashlib"}, {"sha", "hashlib"}, {"sets", ""},
	{"anydbm", "dbm"}, {"whichdb", "dbm"}, {"exceptions", "builtins"},
}

// parts of packages that are new in Python 3.
var packages3 = map[string]string{"urllib": "urllib2", "http": "httplib", "xmlrpc": "xmlrpclib", "html": "HTMLParser"}

func module2(c *Case, m []string) string {
	for _, p := range moved {
		if p[0] != m[1] {
			continue
		}
		if p[1] == "" {
			return fmt.Sprintf("Python 3 has no %s; set is built in", m[1])
		}
		return fmt.Sprintf("Python 3 calls it %s%s", p[1], c.elsewhere(p[1], syntax.Python2, m[1]))
	}
	return ""
}

func module3(c *Case, m []string) string {
	for _, p := range moved {
		if p[1] == m[1] && p[1] != "io" && p[1] != "collections" && p[1] != "hashlib" {
			return fmt.Sprintf("Python 2 calls it %s%s", p[0], c.elsewhere(p[0], syntax.Python3, m[1]))
		}
	}
	first, rest, dotted := strings.Cut(m[1], ".")
	if old := packages3[first]; dotted && old != "" || rest == "" && old != "" && first != "urllib" {
		return fmt.Sprintf("that is a module of Python 3%s", switchTo(c, syntax.Python3))
	}
	switch m[1] {
	case "asyncio", "selectors", "ipaddress", "enum", "pathlib", "typing", "dataclasses", "secrets", "statistics", "concurrent.futures", "concurrent", "contextvars", "request", "parse":
		return fmt.Sprintf("that is a module of Python 3%s", switchTo(c, syntax.Python3))
	}
	return ""
}

// elsewhere says that pysock lacks the new module too, or how to run the program in
// the dialect that has the old one.
func (c *Case) elsewhere(name string, other syntax.Dialect, old string) string {
	if !c.Has(name) {
		return ", which pysock doesn't have yet"
	}
	return fmt.Sprintf(": import %s%s", name, switchTo(c, other))
}

// switchTo says how to go on in another dialect.
func switchTo(c *Case, d syntax.Dialect) string {
	n := "3"
	if d == syntax.Python2 {
		n = "2"
	}
	if c.Session {
		return fmt.Sprintf("; %%py%s switches this session to Python %s", n, n)
	}
	return fmt.Sprintf("; a program in Python %s is run with pysock -%s", n, n)
}

// movedNames are names of modules that Python 3 has elsewhere, or in another way.
var movedNames = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"urllib.urlencode": "urllib.parse.urlencode", "urllib.quote": "urllib.parse.quote", "urllib.unquote": "urllib.parse.unquote",
		"urllib.quote_plus": "urllib.parse.quote_plus", "urllib.urlopen": "urllib.request.urlopen", "urllib.urlretrieve": "urllib.request.urlretrieve",
		"os.getcwdu": "os.getcwd()", "os.popen2": "subprocess.Popen(...)", "os.popen3": "subprocess.Popen(...)", "os.spawnvp": "subprocess.Popen(...)",
		"sys.maxint": "sys.maxsize", "sys.setdefaultencoding": "nothing: text is Unicode there", "sys.exc_clear": "nothing: it happens by itself", "sys.exc_type": "sys.exc_info()",
		"string.letters": "string.ascii_letters", "string.lowercase": "string.ascii_lowercase", "string.uppercase": "string.ascii_uppercase",
		"string.join": "separator.join(list)", "string.split": "text.split()", "string.replace": "text.replace(old, new)", "string.strip": "text.strip()",
		"string.upper": "text.upper()", "string.lower": "text.lower()", "string.atoi": "int(text)", "string.maketrans": "bytes.maketrans or str.maketrans", "string.find": "text.find(part)",
		"time.clock": "time.perf_counter()", "itertools.izip": "zip", "itertools.imap": "map", "itertools.ifilter": "filter", "itertools.izip_longest": "itertools.zip_longest",
		"types.StringType": "str", "types.UnicodeType": "str", "types.IntType": "int", "types.ListType": "list", "types.DictType": "dict", "types.TupleType": "tuple", "types.NoneType": "type(None)",
		"collections.Mapping": "collections.abc.Mapping", "collections.Iterable": "collections.abc.Iterable", "collections.Callable": "callable(x)", "collections.MutableMapping": "collections.abc.MutableMapping",
		"thread.start_new_thread": "threading.Thread(target=f).start()", "base64.encodestring": "base64.encodebytes", "base64.decodestring": "base64.decodebytes",
		"inspect.getargspec": "inspect.getfullargspec", "cgi.escape": "html.escape", "operator.isCallable": "callable(x)", "ssl.wrap_socket": "ssl.create_default_context().wrap_socket(s, server_hostname=host)",
		"array.ArrayType": "array.array", "os.errno": "the module errno", "platform.linux_distribution": "nothing", "platform.dist": "nothing", "threading._sleep": "time.sleep",
		"logging.warn": "logging.warning", "asyncio.async": "asyncio.ensure_future", "random.jumpahead": "nothing", "math.fsum_": "math.fsum",
	}
})

func importedName(c *Case, m []string) string { return movedName(m[2], m[1]) }
func moduleName(c *Case, m []string) string   { return movedName(m[1], m[2]) }

func movedName(module, name string) string {
	if now := movedNames()[module+"."+name]; now != "" {
		return fmt.Sprintf("%s.%s is of Python 2; Python 3 has %s", module, name, now)
	}
	return ""
}

// shadowed is for a script's neighbour that took the place of a module.
func shadowed(c *Case, m []string) string {
	file := c.File(m[1])
	if file == "" || !c.Has(m[1]) {
		return ""
	}
	return fmt.Sprintf("import %s found %s, not the library's module: give that file another name", m[1], file)
}

// builtins2 are built-in functions and types of Python 2 alone, and what does
// their work in Python 3.
var builtins2 = map[string]string{
	"raw_input": "input()", "unicode": "str", "xrange": "range", "unichr": "chr", "long": "int", "basestring": "str",
	"reduce": "functools.reduce", "file": "open(...)", "cmp": "(a > b) - (a < b)", "execfile": "exec(open(name).read())",
	"reload": "importlib.reload", "buffer": "memoryview", "apply": "f(*args)", "intern": "sys.intern", "coerce": "nothing of the kind",
	"StandardError": "Exception",
}

func builtin2(c *Case, m []string) string {
	now := builtins2[m[1]]
	if now == "" {
		return ""
	}
	return fmt.Sprintf("%s is of Python 2; in Python 3 it is %s%s", m[1], now, switchTo(c, syntax.Python2))
}

// builtins3 are built-in names of Python 3 alone.
var builtins3 = map[string]string{
	"ConnectionError": "socket.error", "ConnectionRefusedError": "socket.error with e.errno == errno.ECONNREFUSED",
	"ConnectionResetError": "socket.error with e.errno == errno.ECONNRESET", "ConnectionAbortedError": "socket.error with e.errno == errno.ECONNABORTED",
	"BrokenPipeError": "socket.error with e.errno == errno.EPIPE", "BlockingIOError": "socket.error with e.errno == errno.EAGAIN",
	"TimeoutError": "socket.timeout", "PermissionError": "IOError or OSError with e.errno == errno.EACCES", "FileNotFoundError": "IOError or OSError with e.errno == errno.ENOENT",
	"FileExistsError": "OSError with e.errno == errno.EEXIST", "InterruptedError": "socket.error with e.errno == errno.EINTR",
	"ModuleNotFoundError": "ImportError", "RecursionError": "RuntimeError", "ascii": "repr", "breakpoint": "import pdb; pdb.set_trace()",
}

func builtin3(c *Case, m []string) string {
	old := builtins3[m[1]]
	if old == "" {
		return ""
	}
	return fmt.Sprintf("%s is of Python 3; in Python 2 it is %s%s", m[1], old, switchTo(c, syntax.Python3))
}

// notImported is for a module, or a name of module socket, that wasn't imported.
func notImported(c *Case, m []string) string {
	name := m[1]
	if constantOfSocket(name) {
		return fmt.Sprintf("this is of module socket: socket.%s, after import socket", name)
	}
	if strings.HasPrefix(name, "_") || !c.Has(name) || !c.usedAsModule(name) {
		return ""
	}
	return fmt.Sprintf("%s is a module: import %s comes first", name, name)
}

func constantOfSocket(name string) bool {
	for _, p := range []string{"AF_", "SOCK_", "SOL_", "SO_", "IPPROTO_", "MSG_", "SHUT_", "INADDR_", "TCP_"} {
		if rest, ok := strings.CutPrefix(name, p); ok && rest != "" {
			return true
		}
	}
	switch name {
	case "gethostbyname", "gethostname", "getaddrinfo", "create_connection", "create_server", "inet_aton", "inet_ntoa", "htons", "ntohs", "htonl", "ntohl", "gaierror":
		return true
	}
	return false
}

// usedAsModule reports whether the name that isn't defined stands before a dot, or
// alone.
func (c *Case) usedAsModule(name string) bool {
	if len(c.Around) == 0 {
		return true
	}
	for _, n := range c.Around {
		if a, ok := n.(*syntax.Attribute); ok {
			if x, ok := a.X.(*syntax.Name); ok && x.Id == name {
				return true
			}
		}
		if s, ok := n.(*syntax.ExprStmt); ok {
			if x, ok := s.X.(*syntax.Name); ok && x.Id == name {
				return true
			}
		}
	}
	return false
}

func dict2(c *Case, m []string) string {
	if m[1] == "has_key" {
		return "in Python 3 it is: key in d"
	}
	return fmt.Sprintf("in Python 3 it is d.%s()", strings.TrimPrefix(strings.TrimPrefix(m[1], "iter"), "view"))
}

func keyword3(c *Case, m []string) string {
	if m[1] == "file" || m[1] == "flush" || m[1] == "end" || m[1] == "sep" {
		return "that is print of Python 3: from __future__ import print_function"
	}
	if m[1] == "encoding" || m[1] == "newline" || m[1] == "errors" {
		return "that is open of Python 3: io.open takes it in Python 2 too"
	}
	return ""
}
