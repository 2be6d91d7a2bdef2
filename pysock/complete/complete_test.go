package complete_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.com/pysock/pysock"
	"example.com/pysock/pysock/complete"
	"example.com/pysock/pysock/syntax"
)

// setup is what the session of the tests has run. Whatever is looked at against the
// rules prints.
const setup = `
import socket, sys, os
class Plain(object):
    "A class."
    kind = "plain"
    def __init__(self, host, port=80, *rest):
        self.host, self.port = host, port
    def serve(self, backlog=5, timeout=None): pass
    @staticmethod
    def make(path, mode="r"): pass
    @classmethod
    def build(cls, size): pass
    def _hidden(self): pass
class Inner(object):
    def __init__(self): self.deep = Plain("h")
class Loud(object):
    def __init__(self): self.__dict__["own"] = 1
    def __getattr__(self, name): print("getattr " + name); return Plain("x")
    def __dir__(self): print("dir"); return ["lied"]
    @property
    def prop(self): print("prop"); return Plain("x")
    def __getitem__(self, k): print("getitem"); return Plain("x")
    def __call__(self, volume=1): print("call"); return Plain("x")
    def __len__(self): print("len"); return 1
    def __eq__(self, other): print("eq"); return True
    def __hash__(self): return hash("name")
class Strict(object):
    def __getattribute__(self, name): print("getattribute " + name); return 1
class Descriptor(object):
    def __get__(self, obj, cls): print("get"); return Plain("x")
    def __set__(self, obj, v): print("set")
class Described(object):
    field = Descriptor()
class Meta(type):
    def __getattr__(cls, name): print("meta"); return 1
    def __call__(cls, *args): print("metacall")
class Old: 
    def stay(self, x=1): pass
class Older(Old): pass
class Slotted(object):
    __slots__ = ("left", "right")
sock = socket.socket()
plain, inner, loud, strict, described, slotted, old = Plain("a"), Inner(), Loud(), Strict(), Described(), Slotted(), Older()
servers = {"main": plain, "back up": inner, 7: loud, "it's": 1}
mixed = {loud: 1, "name": plain}
rows = [plain, {"k": inner}, (1, plain)]
key = "main"
def connect(host, port=80, *more, **options): pass
def handler(sock, addr): pass
MetaMade = Meta("MetaMade", (object,), {})
_private = 1
`

// A want is what a completion must give: all candidates in order, or with + and - what
// must be among them and what not. "(n) " before it is the length that is replaced.
type sample struct {
	text string // the cursor is at |
	want string
	only string // "2" or "3": the dialect
}

var samples = []sample{
	// Names.
	{text: "soc|", want: "sock socket"},
	{text: "pla|", want: "plain"},
	{text: "|", want: "+sock +socket +len +if +import -_private -__name__"},
	{text: "_p|", want: "_private"},
	{text: "__na|", want: "__name__"},
	{text: "x = pri|", want: "print"},
	{text: "whi|", want: "while"},
	{text: "nonl|", want: "nonlocal", only: "3"},
	{text: "raw_i|", want: "raw_input", only: "2"},
	{text: "Connecti|", want: "+ConnectionError +ConnectionRefusedError", only: "3"},
	{text: "print(pla|)", want: "plain"},
	{text: "for i in ran|", want: "range"},
	{text: "def f(alpha, beta=1):\n    alp|", want: "alpha"},
	{text: "def f(alpha, *betas, **gammas):\n    return [beta|", want: "betas"},
	{text: "for line_number, line_text in x:\n    line_|", want: "line_number line_text"},
	{text: "with x as connection: conne|", want: "+connection +connect"},
	{text: "alpha = beta = 1; alp|", want: "alpha"},
	{text: "alphas, (betas, *gammas) = 1; gam|", want: "gammas"},
	{text: "import os.path as pathology; pathol|", want: "pathology"},
	{text: "from os import path as pathology, sep as separator\nsepara|", want: "separator"},
	{text: "lambda alpha, beta: bet|", want: "beta"},
	{text: "class Zebra: pass\nZeb|", want: "Zebra"},
	{text: "try: pass\nexcept IOError as error_: error|", want: "error_"},
	{text: "def pla|", want: ""},
	{text: "class Pla|", want: ""},
	{text: "import os as pla|", want: ""},
	{text: "# pla|", want: ""},
	{text: "12|", want: ""},
	{text: "x = 1.|", want: ""},
	{text: "for x i|", want: "if import in is"},
	{text: "x = plain a|", want: "and as"},
	{text: "plain |", want: "+and +or -plain"},
	{text: "print pla|", want: "plain", only: "2"},
	{text: "f(x)[0] o|", want: "or"},
	{text: "x = \"unclosed\ny = pla|", want: "plain"},

	// Attributes.
	{text: "plain.|", want: "build host kind make port serve"},
	{text: "plain.h|", want: "(1) host"},
	{text: "plain._|", want: "+_hidden +__init__ -host"},
	{text: "inner.deep.po|", want: "port"},
	{text: "Plain.ki|", want: "kind"},
	{text: "sock.recv|", want: "+recv +recv_into +recvfrom"},
	{text: "sock . recv_|", want: "+recv_into"},
	{text: "socket.AF_INET|", want: "AF_INET AF_INET6"},
	{text: "socket.socket.sen|", want: "+send +sendall +sendto"},
	{text: "os.path.jo|", want: "join"},
	{text: "'abc'.upp|", want: "upper"},
	{text: "\"a\" 'b'.upp|", want: "upper"},
	{text: "b'abc'.dec|", want: "decode"},
	{text: "u'abc'.enc|", want: "encode"},
	{text: "[1, 2].app|", want: "append"},
	{text: "{}.ke|", want: "keys"},
	{text: "(1).bit_l|", want: "bit_length"},
	{text: "1..is_int|", want: ""},
	{text: "f'{x}'.upp|", want: "upper", only: "3"},
	{text: "Plain('x').po|", want: ""}, // instances' own aren't known
	{text: "Plain('x').ser|", want: "serve"},
	{text: "socket.socket().acc|", want: "accept"},
	{text: "s = socket.socket(); s.acc|", want: "accept"},
	{text: "with socket.socket() as s:\n    s.acc|", want: "accept"},
	{text: "def f():\n    p = plain\n    if p.po|", want: "port"},
	{text: "sock.recv(10).dec|", want: "decode"},
	{text: "import os; os.path.jo|", want: "join"},
	{text: "import string; string.digi|", want: "digits"},
	{text: "unknown.x|", want: ""},
	{text: "connect.__na|", want: "__name__"},
	{text: "slotted.|", want: "left right"},
	{text: "old.|", want: "stay"},
	{text: "return (plain).po|", want: "port"},
	{text: "x = [plain.po|]", want: "port"},
	{text: "a.b.|", want: ""},
	{text: "plain.serve.__nam|", want: "__name__"},

	// Items.
	{text: "servers['main'].po|", want: "port"},
	{text: "servers[\"back up\"].deep.po|", want: "port"},
	{text: "servers[key].po|", want: "port"},
	{text: "rows[0].po|", want: "port"},
	{text: "rows[-1][1].po|", want: "port"},
	{text: "rows[1]['k'].deep.po|", want: "port"},
	{text: "rows[9].po|", want: ""},
	{text: "servers[f()].po|", want: ""},
	{text: "servers['|", want: "back up it\\'s main"},
	{text: "servers['ma|", want: "main']"},
	{text: "servers[\"ma|\"]", want: "main"},
	{text: "servers[\"i|", want: "it's\"]"},
	{text: "servers[|", want: "\"it's\"] 'back up'] 'main'] 7]"},
	{text: "rows[1]['|", want: "k']"},
	{text: "{'a': 1}['|", want: ""},

	// Without running anything.
	{text: "loud.|", want: "own prop"},
	{text: "loud.prop.|", want: ""},
	{text: "loud.nothing.|", want: ""},
	{text: "loud[0].|", want: ""},
	{text: "loud().|", want: ""},
	{text: "loud['|", want: "-main"},
	{text: "servers[7].ow|", want: "own"},
	{text: "strict.x|", want: ""},
	{text: "strict.__getattribute|", want: "__getattribute__"},
	{text: "described.fi|", want: "field"},
	{text: "described.field.|", want: ""},
	{text: "Described.field.|", want: ""},
	{text: "MetaMade.x|", want: ""},
	{text: "MetaMade().x|", want: ""},
	{text: "mixed['|", want: "name']"},
	{text: "mixed['name'].po|", want: "port"},
	{text: "loud(|", want: "+volume="},
	{text: "loud.prop(|", want: "-volume="},

	// Modules.
	{text: "import sock|", want: "socket"},
	{text: "import os, selec|", want: "select", only: "2"},
	{text: "import SocketS|", want: "", only: "3"},
	{text: "import queu|", want: "queue", only: "3"},
	{text: "import os.pa|", want: "path"},
	{text: "import logging.|", want: "+handlers"},
	{text: "import concurrent.fut|", want: "futures", only: "3"},
	{text: "import os a|", want: "as"},
	{text: "import _soc|", want: "_socket"},
	{text: "import my_mod|", want: "my_module"},
	{text: "import my_package.in|", want: "inside"},
	{text: "if x: import sock|", want: "socket"},
	{text: "from sock|", want: "socket"},
	{text: "from socket im|", want: "import"},
	{text: "from socket import AF_INET|", want: "AF_INET AF_INET6"},
	{text: "from socket import (AF_INET, SOCK_ST|", want: "SOCK_STREAM"},
	{text: "from socket import socket a|", want: "as"},
	{text: "from socket import socket as |", want: ""},
	{text: "from math import sq|", want: "sqrt"},
	{text: "from os.path import jo|", want: "join"},
	{text: "from my_module import |", want: "Thing helper value"},
	{text: "from my_package import in|", want: "inside"},
	{text: "import my_module; my_module.he|", want: "helper"},
	{text: "from __future__ import div|", want: "division"},
	{text: "from . import x|", want: ""},
	{text: "x.import_me = 1; x.imp|", want: ""},

	// Keyword arguments.
	{text: "connect(|", want: "+host= +port= +plain"},
	{text: "connect(po|", want: "port= pow"},
	{text: "connect('h', po|", want: "port= pow"},
	{text: "connect('h', ho|", want: "-host="},
	{text: "connect(port=1, po|", want: "-port="},
	{text: "connect(port=|", want: "-host="},
	{text: "connect(port=1 |", want: "-host="},
	{text: "connect(f(1, 2), po|)", want: "port= pow"},
	{text: "connect([1, po|", want: "-port="},
	{text: "plain.serve(time|", want: "timeout="},
	{text: "plain.serve(|", want: "+backlog= -self="},
	{text: "Plain.make(|", want: "+path= +mode="},
	{text: "plain.make(|", want: "+path= +mode="},
	{text: "Plain.build(|", want: "+size= -cls="},
	{text: "Plain(|", want: "+host= +port= -self="},
	{text: "old.stay(|", want: "+x= -self="},
	{text: "socket.socket(fam|", want: "family="},
	{text: "socket.create_connection(('h', 1), time|", want: "timeout="},
	{text: "sock.recv(|", want: "-bufsize="},
	{text: "sock.makefile(mo|", want: "mode="},
	{text: "open('x', enc|", want: "encoding=", only: "3"},
	{text: "print('x', fi|", want: "+file= +filter", only: "3"},
	{text: "sorted([], ke|", want: "key= key"},
	{text: "def connect(po|", want: "-port="},
	{text: "plain.serve(\n    backlog=3,\n    time|", want: "timeout="},
	{text: "(|", want: "-host= +plain"},

	// Files.
	{text: "open('my_|", want: "my_module.py my_package/"},
	{text: "open('my_m|", want: "my_module.py'"},
	{text: "open('my_m|')", want: "my_module.py"},
	{text: "open('my_package/|", want: "__init__.py inside.py"},
	{text: "open('my_package/in|", want: "(2) inside.py'"},
	{text: "open(r'my_m|", want: "my_module.py'"},
	{text: "open('.h|", want: ".hidden'"},
	{text: "open('nothing/|", want: ""},
	{text: "open('wide dir/|", want: "naïve.txt'"},
	{text: "'''my_m|", want: "my_module.py'''"},
}

// files are those of the folder that the tests run in.
var files = map[string]string{
	"my_module.py":           "print('imported')\ndef helper(): pass\nclass Thing: pass\nvalue = 1\n_secret = 2\n",
	"my_package/__init__.py": "print('imported')\n",
	"my_package/inside.py":   "",
	".hidden":                "",
	"wide dir/naïve.txt":     "",
}

// inSession calls f in a session that has run source; it returns what that printed.
func inSession(t *testing.T, d syntax.Dialect, source string, f func(s *pysock.Session)) string {
	t.Helper()
	var out bytes.Buffer
	g := &pysock.Group{Config: pysock.Config{Dialect: d, Stdout: &out, Stderr: &out}}
	g.Run(pysock.Script{Interact: func(s *pysock.Session) {
		stmts, _ := s.Split(source, false)
		for _, stmt := range stmts {
			if !s.Run(stmt) {
				t.Fatalf("%s\n%s", stmt, &out)
			}
		}
		f(s)
	}})
	return out.String()
}

func TestComplete(t *testing.T) {
	dir := t.TempDir()
	for name, src := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(src), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	for _, py := range []struct {
		name    string
		dialect syntax.Dialect
	}{{"2", syntax.Python2}, {"3", syntax.Python3}} {
		t.Run("Python"+py.name, func(t *testing.T) {
			out := inSession(t, py.dialect, setup, func(s *pysock.Session) {
				c := complete.New(s.Runtime(), s.Main())
				for _, x := range samples {
					if x.only == "" || x.only == py.name {
						check(t, c, x)
					}
				}
				if s.Runtime().Modules.GetString("string") != nil && py.name == "3" {
					t.Error("a module has been imported")
				}
			})
			if out != "" {
				t.Errorf("something has run: %s", out)
			}
		})
	}
}

func check(t *testing.T, c *complete.Completer, x sample) {
	t.Helper()
	before, after, _ := strings.Cut(x.text, "|")
	got, length := c.Complete([]rune(before+after), len([]rune(before)))
	want := x.want
	if strings.HasPrefix(want, "(") && want[2] == ')' {
		if int(want[1]-'0') != length {
			t.Errorf("%q: replaces %d", x.text, length)
		}
		want = want[4:]
	}
	for _, s := range got {
		if word := before[len(before)-len(string([]rune(before)[len([]rune(before))-length:])):]; !strings.HasPrefix(s, word) {
			t.Errorf("%q: %q doesn't continue %q", x.text, s, word)
		}
	}
	if !strings.HasPrefix(want, "+") && !strings.HasPrefix(want, "-") {
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: got %q, want %q", x.text, s, want)
		}
		return
	}
	for word := range strings.FieldsSeq(want) {
		if slices.Contains(got, word[1:]) != (word[0] == '+') {
			t.Errorf("%q: %s, got %q", x.text, word, got)
		}
	}
}

func TestStarlark(t *testing.T) {
	inSession(t, syntax.Starlark, "x = {'a': [1]}\n", func(s *pysock.Session) {
		c := complete.New(s.Runtime(), s.Main())
		for _, x := range []sample{
			{text: "wh|", want: "while"},
			{text: "le|", want: "len"},
			{text: "try|", want: ""},
			{text: "socket.AF_INET|", want: "AF_INET AF_INET6"},
			{text: "sele|", want: "+select"},
			{text: "[].app|", want: "append"},
		} {
			check(t, c, x)
		}
	})
}

// FuzzComplete sees to it that no source, however broken, makes it fail.
func FuzzComplete(f *testing.F) {
	for _, x := range samples {
		f.Add(strings.Replace(x.text, "|", "", 1), strings.Index(x.text, "|"))
	}
	var c *complete.Completer
	g := &pysock.Group{Config: pysock.Config{Dialect: syntax.Python3}}
	g.Run(pysock.Script{Interact: func(s *pysock.Session) {
		stmts, _ := s.Split(setup, false)
		for _, stmt := range stmts {
			s.Run(stmt)
		}
		c = complete.New(s.Runtime(), s.Main())
		f.Fuzz(func(t *testing.T, text string, pos int) {
			r := []rune(text)
			if pos < 0 || pos > len(r) || len(r) > 300 {
				return
			}
			if _, length := c.Complete(r, pos); length < 0 || length > pos {
				t.Errorf("%q at %d replaces %d", text, pos, length)
			}
		})
	}})
}
