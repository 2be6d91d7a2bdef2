package hints_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"time"

	"example.com/pysock/pysock"
	"example.com/pysock/pysock/hints"
	"example.com/pysock/pysock/posix"
	"example.com/pysock/pysock/syntax"
)

// A sample is a mistake, and what the advice on it must match: scripts, or, where
// a test can't bring it about, a Case.
type sample struct {
	row      string // its name
	py2, py3 string
	both     bool // py3 is the script in Python 2 as well
	c        *hints.Case
	advice   string // a regular expression; "" for none or any
}

func system(e posix.Errno, op *hints.Operation) *hints.Case {
	return &hints.Case{Dialect: syntax.Python3, Classes: []string{"OSError"}, Number: int(e), Operation: op}
}

var samples = []sample{
	{row: "address of another machine", both: true, py3: "import socket\ns = socket.socket()\ns.bind(('192.0.2.1', 0))",
		advice: `192\.0\.2\.1 is no address of this machine.*"" for all of them, or one of 127\.0\.0\.1`},
	{row: "address of another machine", c: system(posix.EADDRNOTAVAIL, &hints.Operation{Name: "connect", Network: "tcp"}), advice: `port 0 means "any free one"`},
	{row: "privileged port", c: system(posix.EACCES, &hints.Operation{Name: "bind", Network: "tcp", Port: 0, Path: ""}), advice: `firewall`},
	{row: "privileged port", c: system(posix.EACCES, &hints.Operation{Name: "bind", Network: "unix", Path: "/x/s"}), advice: `/x/s: its folder`},
	{row: "privileged port", c: system(posix.EACCES, &hints.Operation{Name: "sendto", Network: "udp", Port: 9, Host: "255.255.255.255"}), advice: `s\.setsockopt\(socket\.SOL_SOCKET, socket\.SO_BROADCAST, 1\)`},
	{row: "raw socket without privilege", c: system(posix.EPERM, &hints.Operation{Name: "connect"}), advice: `firewall`},
	{row: "raw socket without privilege", both: true, py3: "import errno\ndef socket(*a): raise OSError(errno.EPERM, 'Operation not permitted')\ndef f():\n  return socket(1)\nf()", advice: ``},

	{row: "accept without listen", both: true, py3: "import socket\ndef serve():\n  srv = socket.socket()\n  srv.accept()\nserve()",
		advice: `accept needs a socket that listens: srv\.bind\(\(host, port\)\) and srv\.listen\(5\) come first`},
	{row: "accept without listen", both: true, py3: "import socket\ns = socket.socket()\ns.bind(('127.0.0.1', 0))\ns.accept()", advice: `listens: s\.listen\(5\) come first`},
	{row: "accept without listen", both: true, py3: "import socket\ns = socket.socket()\ns.bind(('127.0.0.1', 0))\ns.bind(('127.0.0.1', 0))", advice: `has an address already, 127\.0\.0\.1:\d+`},
	{row: "connection needed", both: true, py3: "import socket\ns = socket.socket()\ns.bind(('127.0.0.1', 0))\ns.listen(1)\ns.recv(10)",
		advice: `s only listens; the connection is what accept returns: conn, addr = s\.accept\(\), then conn\.recv\(\.\.\.\)`},
	{row: "connection needed", py3: "import socket\nwith socket.socket() as s: s.recv(10)", advice: `isn't connected: s\.connect\(\(host, port\)\) comes before recv`},
	{row: "connection needed", both: true, py3: "import socket\nu = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\nu.getpeername()", advice: `UDP socket has no other end`},
	{row: "connected already", both: true, advice: `is connected to 127\.0\.0\.1:\d+ already`,
		py3: "import socket\nl = socket.socket()\nl.bind(('127.0.0.1', 0))\nl.listen(1)\nc = socket.socket()\nc.connect(l.getsockname())\nc.connect(l.getsockname())"},
	{row: "connected already", both: true, advice: `listens; make a second one to connect`,
		py3: "import socket\nl = socket.socket()\nl.bind(('127.0.0.1', 0))\nl.listen(1)\nl.connect(l.getsockname())"},
	{row: "no destination", both: true, py3: "import socket\nu = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\nu.send(b'x')", advice: `u\.sendto\(data, \(host, port\)\)`},
	{row: "not for this kind of socket", both: true, py3: "import socket\nu = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\nu.bind(('127.0.0.1', 0))\nu.listen(1)", advice: `UDP socket has no connections.*u\.recvfrom`},
	{row: "broken pipe", both: true, py3: "import socket\ns = socket.socket()\ns.send(b'x')", advice: `isn't connected: s\.connect`},
	{row: "broken pipe", both: true, py3: "import socket\na, b = socket.socketpair()\nb.close()\na.sendall(b'x')", advice: `other end has closed the connection.*recv returns no bytes`},
	{row: "broken pipe", c: system(posix.EPIPE, nil), advice: `has ended`},
	{row: "connection reset", both: true, advice: `other end broke the connection off`,
		py3: "import socket, struct\nl = socket.socket()\nl.bind(('127.0.0.1', 0))\nl.listen(1)\nc = socket.socket()\nc.connect(l.getsockname())\nd, _ = l.accept()\n" +
			"d.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))\nd.close()\nc.recv(1)"},
	{row: "connection aborted", c: system(posix.ECONNABORTED, nil), advice: `on this machine's side`},
	{row: "timed out", both: true, py3: "import socket\na, b = socket.socketpair()\na.settimeout(0.01)\na.recv(1)", advice: `sent nothing within 0\.01 s: .*a\.settimeout\(None\)`},
	{row: "timed out", both: true, py3: "import socket\nl = socket.socket()\nl.bind(('127.0.0.1', 0))\nl.listen(1)\nl.settimeout(0.01)\nl.accept()", advice: `nobody connected within 0\.01 s`},
	{row: "timed out", c: &hints.Case{Classes: []string{"TimeoutError"}, Message: "timed out", Operation: &hints.Operation{Name: "connect", Host: "h", Port: 5, Timeout: time.Second}}, advice: `no answer from port 5 of h within 1 s`},
	{row: "connection timed out", c: system(posix.ETIMEDOUT, &hints.Operation{Name: "connect", Host: "192.0.2.1", Port: 80}), advice: `no answer from 192\.0\.2\.1: .*port 80`},
	{row: "connection timed out", c: system(posix.ETIMEDOUT, nil), advice: `doesn't answer any more`},
	{row: "network unreachable", c: system(posix.ENETUNREACH, &hints.Operation{Name: "connect", Host: "2001:db8::1", IPv6: true}), advice: `no way to 2001:db8::1 over IPv6`},
	{row: "host unreachable", c: system(posix.EHOSTUNREACH, &hints.Operation{Name: "connect", Host: "192.0.2.1"}), advice: `no way to 192\.0\.2\.1`},
	{row: "closed socket", both: true, py3: "import socket\nsock = socket.socket()\nsock.close()\nsock.connect(('127.0.0.1', 1))", advice: `^sock is closed`},
	{row: "closed socket in select", both: true, py3: "import socket, select\ns = socket.socket()\ns.close()\nselect.select([-1], [], [])", advice: `one of the sockets is closed`},
	{row: "datagram too long", both: true, py3: "import socket\nu = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\nu.sendto(b'x' * 70000, ('127.0.0.1', 9))", advice: `65507 bytes`},
	{row: "not ready", both: true, py3: "import socket\na, b = socket.socketpair()\na.setblocking(False)\na.recv(1)", advice: `timeout 0 doesn't wait: ask select`},
	{row: "not ready", both: true, py3: "import errno\ndef connect(): raise IOError(errno.EINPROGRESS, 'x')\nconnect()", advice: `timeout 0 doesn't wait`},
	{row: "family not supported", c: system(posix.EAFNOSUPPORT, nil), advice: `socket's family`},
	{row: "type and protocol", both: true, py3: "import socket\nsocket.socket(socket.AF_INET, socket.SOCK_STREAM, 17)", advice: `don't fit together`},
	{row: "too many open files", c: system(posix.EMFILE, nil), advice: `close\(\) each connection`},
	{row: "unknown option", both: true, py3: "import socket\nsocket.socket().setsockopt(socket.IPPROTO_TCP, 9999, 1)", advice: `SOL_SOCKET goes with SO_`},
	{row: "not a socket", c: system(posix.ENOTSOCK, nil), advice: `not a socket`},
	{row: "no socket file", both: true, py3: "import socket\nsocket.socket(socket.AF_UNIX).connect('/nowhere/s')", advice: `no socket file /nowhere/s: start the server`},
	{row: "no socket file", both: true, py3: "import socket\nsocket.socket(socket.AF_UNIX).bind('/nowhere/s')", advice: `folder of /nowhere/s isn't there`},

	{row: "name not known", both: true, py3: "import socket\nsocket.gethostbyname('http://localhost:80/x')", advice: `that is a URL; a socket wants the host alone: "localhost"`},
	{row: "name not known", both: true, py3: "import socket\nsocket.socket().connect(('localhost:8080', 80))", advice: `host and port stand apart: \("localhost", 8080\)`},
	{row: "name not known", c: &hints.Case{Classes: []string{"gaierror"}, Number: -2, Operation: &hints.Operation{Host: "localhost\n"}}, advice: `use strip\(\), which gives "localhost"`},
	{row: "name not known", c: &hints.Case{Classes: []string{"gaierror"}, Number: -2, Operation: &hints.Operation{Host: "1.2.3.400"}}, advice: `no IPv4 address`},
	{row: "name not known", c: &hints.Case{Classes: []string{"gaierror"}, Number: -2, Operation: &hints.Operation{Host: "no.such.invalid"}}, advice: `no host is known by the name no\.such\.invalid`},
	{row: "name without address", c: &hints.Case{Classes: []string{"gaierror"}, Number: -5}, advice: `no such host`},
	{row: "no name server", c: &hints.Case{Classes: []string{"gaierror"}, Number: -3}, advice: `no name server answered`},
	{row: "service not known", both: true, py3: "import socket\nsocket.getaddrinfo('localhost', 'nosuchservice')", advice: `give the port as a number`},
	{row: "family of the name", both: true, py3: "import socket\nsocket.socket().connect(('::1', 80))", advice: `::1 is an IPv6 address: .*AF_INET6`},
	{row: "family not supported", both: true, py3: "import socket\nsocket.getaddrinfo('localhost', 80, 9999)", advice: `no address of the socket's family`},
	{row: "unknown service", both: true, py3: "import socket\nsocket.getservbyname('nosuchservice')", advice: `/etc/services`},
	{row: "illegal IP address", both: true, py3: "import socket\nsocket.inet_aton('localhost')", advice: `inet_aton takes a numeric address.*gethostbyname`},
	{row: "host and port as two arguments", both: true, py3: "import socket\nsrv = socket.socket()\nport = 8080\nsrv.bind('localhost', port)", advice: `parentheses of its own: srv\.bind\(\('localhost', port\)\)`},
	{row: "host and port as two arguments", both: true, py3: "import socket\nsrv = socket.socket()\nsrv.connect()", advice: `connect wants an address, a pair`},
	{row: "no tuple", both: true, py3: "import socket\ns = socket.socket()\ns.connect('localhost:8080')", advice: `stand apart, the port as a number: \("localhost", 8080\)`},
	{row: "no tuple", both: true, py3: "import socket\ns = socket.socket()\ns.bind(8080)", advice: `\("localhost", 8080\), or \("", 8080\) to serve`},
	{row: "no tuple", both: true, py3: "import socket\ns = socket.socket()\ns.connect(['localhost', 80])", advice: `a tuple, not a list`},
	{row: "no tuple", both: true, py3: "import socket\ns = socket.socket()\ns.connect('/tmp/x')", advice: `path is the address of a socket\.AF_UNIX`},
	{row: "not a pair", both: true, py3: "import socket\ns = socket.socket()\ns.connect(('localhost',))", advice: `an IPv4 address is a pair`},
	{row: "not two to four", py3: "import socket\ns = socket.socket(socket.AF_INET6)\ns.connect(('localhost',))", advice: `IPv6 address is`},
	{row: "port as text", both: true, py3: "import socket\ns = socket.socket()\ns.bind(('localhost', '8080'))", advice: `a number, without quotes: 8080`},
	{row: "port as text", both: true, py3: "import socket, sys\nargs = ['80']\ns = socket.socket()\ns.bind(('localhost', args[0]))", advice: `int\(args\[0\]\)`},
	{row: "host as number", both: true, py3: "import socket\ns = socket.socket()\ns.bind((8080, 'localhost'))", advice: `host comes first`},
	{row: "port out of range", both: true, py3: "import socket\ns = socket.socket()\ns.bind(('127.0.0.1', 70000))", advice: `from 0 to 65535`},
	{row: "family of a path", both: true, py3: "import socket\ns = socket.socket(socket.AF_UNIX)\ns.connect(('localhost', 80))", advice: `is a path`},
	{row: "family of a path", both: true, py3: "import socket\nu = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\nu.sendto(('localhost', 9), b'x')", advice: `data comes first: u\.sendto\(data, \(host, port\)\)`},
	{row: "buffer size missing", both: true, py3: "import socket\nsocket.socket().recv()", advice: `recv\(1024\)`},
	{row: "backlog missing", py2: "import socket\nsocket.socket().listen()", advice: `listen\(5\)`},

	{row: "str where bytes are needed", py3: "import socket\ns = socket.socket()\ns.send('halo')", advice: `sockets carry bytes: s\.send\(b'halo'\)`},
	{row: "str where bytes are needed", py3: "import socket\ns = socket.socket()\nmsg = 'x'\ns.sendall(msg + '!')", advice: `s\.sendall\(\(msg \+ '!'\)\.encode\(\)\)`},
	{row: "str where bytes are needed", py3: "import socket\ns = socket.socket()\nmsg = 'x'\ns.sendall(msg)", advice: `s\.sendall\(msg\.encode\(\)\)`},
	{row: "str where bytes are needed", py3: "import socket\nu = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\nu.sendto('localhost', 'x')", advice: `data comes first`},
	{row: "str where bytes are needed", py3: "data = b'a b'\ndata.split(' ')", advice: `data is bytes: use b' ', or data\.decode\(\) first`},
	{row: "str where bytes are needed", py3: "if 'a' in b'abc': pass", advice: `b'a' in`},
	{row: "str where bytes are needed", py3: "import socket\nsocket.inet_ntoa('127.0.0.1')", advice: `inet_aton`},
	{row: "number where bytes are needed", both: true, py3: "import socket\nsocket.socket().send(5)", advice: `str\(n\)\.encode\(\).*struct\.pack`},
	{row: "str and bytes added", py3: "d = b'x'\nprint('got ' + d)", advice: `d\.decode\(\)`},
	{row: "bytes and str added", py3: "d = b'x'\nd + '\\n'", advice: `bytes are added to bytes: b'\\n'`},
	{row: "bytes and str added", py3: "d = b'x'\ne = ''\nd + e", advice: `e\.encode\(\)`},
	{row: "str and number added", both: true, py3: "port = 80\nprint('port ' + port)", advice: `str\(port\)`},
	{row: "str and number added", both: true, py3: "port = 80\nprint(port + ' is it')", advice: `str\(port\)`},
	{row: "str and None added", both: true, py3: "print('x' + None)", advice: `return nothing`},
	{row: "str for struct", py3: "import struct\nstruct.pack('4s', 'abcd')", advice: `struct packs bytes`},
	{row: "short buffer for struct", both: true, py3: "import struct\nstruct.unpack('!I', b'ab')", advice: `recv may return fewer bytes.*there are 4`},
	{row: "startswith of the other type", py3: "d = b'GET /'\nd.startswith('GET')", advice: `startswith\(b'GET'\)`},
	{row: "startswith of the other type", py3: "d = 'GET /'\nd.startswith(b'GET')", advice: `startswith\('GET'\)`},
	{row: "in of the other type", py3: "b'a' in 'abc'", advice: `text is searched for text`},
	{row: "join of the other type", py3: "''.join([b'a'])", advice: `b""\.join`},
	{row: "join of the other type", py3: "b''.join(['a'])", advice: `""\.join`},
	{row: "join of numbers", both: true, py3: "','.join([1])", advice: `map\(str`},
	{row: "bytes without encoding", py3: "bytes('x')", advice: `text\.encode\(\)`},
	{row: "bytes to a text file", py3: "import sys\nsys.stdout.write(b'x')", advice: `sys\.stdout\.buffer`},
	{row: "bytes formatted", py3: "b'{}'.format(1)", advice: `have no format`},
	{row: "bytes encoded", py3: "b'x'.encode()", advice: `bytes already`},
	{row: "str decoded", py3: "'x'.decode()", advice: `text already`},
	{row: "not decodable", py3: "b'\\xff'.decode()", advice: `recv cut a character in two`},
	{row: "not decodable", py2: "u'x' + '\\xff'", advice: `decode\("utf-8"\)`},
	{row: "not encodable", py3: "'\\xe9'.encode('ascii')", advice: `ascii doesn't have that character`},

	{row: "method of accept's pair", both: true, py3: "conn = (1, 2)\nconn.recv(10)", advice: `conn, addr = s\.accept\(\), then conn\.recv`},
	{row: "method of recvfrom's pair", both: true, py3: "data = (1, 2)\ndata.decode()", advice: `data, addr = s\.recvfrom\(2048\), then data\.decode`},
	{row: "method of None", both: true, py3: "import socket\ns = socket.socket().settimeout(1)\ns.recv(1)", advice: `isn't a socket but None`},
	{row: "socket as file", both: true, py3: "import socket\ns = socket.socket()\ns.readline()", advice: `f = s\.makefile\(\), then f\.readline\(\)`},
	{row: "socket as file", both: true, py3: "import socket\ns = socket.socket()\ns.write(b'x')", advice: `s\.sendall\(data\)`},
	{row: "socket as file", both: true, py3: "import socket\ns = socket.socket()\ns.read()", advice: `s\.recv\(1024\)`},
	{row: "one value of recv", both: true, py3: "import socket\na, b = socket.socketpair()\nb.send(b'abc')\ndata, addr = a.recv(10)", advice: `recv returns the data alone; data, addr = a\.recvfrom`},
	{row: "arguments missing", both: true, py3: "import sys\nsys.argv[1]", advice: `too few arguments`},
	{row: "arguments missing", both: true, py3: "import sys\na, host, port = sys.argv", advice: `too few arguments`},

	{row: "module called", both: true, py3: "import socket\ns = socket(socket.AF_INET)", advice: `socket is the module; .*: socket\.socket\(\.\.\.\)`},
	{row: "method not called", both: true, py3: "import socket\ns = socket.socket()\ns.recv.decode()", advice: `recv is a function; it is called with parentheses: s\.recv\(\.\.\.\)`},
	{row: "method not called", both: true, py3: "import socket\ns = socket.socket()\ns.accept[0]", advice: `s\.accept\(\.\.\.\)`},
	{row: "method of the class", py3: "import socket\nsocket.socket.recv(1024)", advice: `called on a socket, not on the class`},
	{row: "self missing", both: true, py3: "class C:\n  def m(): pass\nC().m()", advice: `def m\(self, \.\.\.\)`},
	{row: "self missing", both: true, py3: "class C:\n  def m(x): pass\nc = C()\nc.m(5)", advice: `def m\(self, \.\.\.\)`},
	{row: "instance missing", both: true, py3: "class C(object):\n  def m(self): pass\nC.m()", advice: `m is a method: call it on an instance`},
	{row: "text from input", py3: "'1' < 2", advice: `int\(\.\.\.\)`},
	{row: "text for a number", py3: "import time\ntime.sleep('1')", py2: "import time\ntime.sleep('1')", advice: `text isn't a number`},
	{row: "not a number", both: true, py3: "int('12 a')", advice: `isn't all digits`},
	{row: "not a number", both: true, py3: "int('')", advice: `the text is empty`},
	{row: "tuple formatted", both: true, py3: "'%s' % (1, 2)", advice: `\(x,\)`},
	{row: "too few arguments formatted", both: true, py3: "'%s %s' % 1", advice: `stand in parentheses`},
	{row: "end of input", py3: "input()", py2: "raw_input()", advice: `standard input is at its end`},
	{row: "changed while walked over", both: true, py3: "d = {1: 2}\nfor k in d: d[k + 1] = 1", advice: `for x in list`},
	{row: "local variable", both: true, py3: "n = 0\ndef f():\n  n += 1\nf()", advice: `"global n"`},
	{row: "TLS to a plain port", c: &hints.Case{Classes: []string{"SSLError", "OSError"}, Number: 1, Message: "[SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1006)"}, advice: `doesn't speak TLS`},
	{row: "certificate", c: &hints.Case{Classes: []string{"SSLCertVerificationError", "SSLError", "OSError"}, Number: 1, Message: "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: x"}, advice: `cafile="cert\.pem"`},
	{row: "JSON in parts", both: true, py3: "import json\njson.loads('')", advice: `a part of the message`},

	{row: "module of Python 2", py3: "import Queue", advice: `Python 3 calls it queue: import queue; .* pysock -2`},
	{row: "module of Python 2", py3: "from SocketServer import TCPServer", advice: `socketserver`},
	{row: "module of Python 3", py2: "import queue", advice: `Python 2 calls it Queue: import Queue; .* pysock -3`},
	{row: "module of Python 3", py2: "import selectors", advice: `module of Python 3`},
	{row: "module of Python 3", py2: "import http.client", advice: `Python 2 calls it httplib|of Python 3`},
	{row: "name moved in a module", py3: "import string\nstring.letters", advice: `string\.letters is of Python 2; Python 3 has string\.ascii_letters`},
	{row: "name moved in a module", py3: "from itertools import izip", advice: `Python 3 has zip`},
	{row: "built-in of Python 2", py3: "raw_input('x')", advice: `raw_input is of Python 2; in Python 3 it is input\(\)`},
	{row: "built-in of Python 2", py3: "unicode('x')", advice: `it is str`},
	{row: "built-in of Python 3", py2: "try: 1/0\nexcept ConnectionRefusedError: pass", advice: `socket\.error with e\.errno == errno\.ECONNREFUSED`},
	{row: "module not imported", both: true, py3: "s = socket.socket()", advice: `socket is a module: import socket comes first`},
	{row: "module not imported", both: true, py3: "import socket\ns = socket.socket(AF_INET)", advice: `socket\.AF_INET`},
	{row: "method of Python 2's dict", py3: "{}.has_key(1)", advice: `key in d`},
	{row: "method of Python 2's dict", py3: "{}.iteritems()", advice: `d\.items\(\)`},
	{row: "view of a dict as list", py3: "{}.keys()[0]", advice: `list\(\.\.\.\) makes one`},
	{row: "view of a dict as list", py3: "{}.keys().sort()", advice: `sorted\(\.\.\.\)`},
	{row: "next of Python 2", py3: "(x for x in []).next()", advice: `next\(x\)`},
	{row: "print chevron", py3: "import sys\nprint >>sys.stderr, 'x'", advice: `file=sys\.stderr`},
	{row: "keyword of Python 3", py2: "open('/dev/null', encoding='utf-8')", advice: `io\.open`},

	{row: "print without parentheses", py3: "print 'x'", advice: `print\(\.\.\.\); a program in Python 2 is run with pysock -2`},
	{row: "tabs and spaces", both: true, py3: "if 1:\n        x = 1\n\ty = 2\n", advice: ``},
	{row: "tabs and spaces", py3: "if 1:\n        x = 1\n\ty = 2\n", advice: `tabs and blanks are mixed`},
	{row: "body missing", py3: "def f():\nx = 1", py2: "def f():\nx = 1", advice: `are indented, by four blanks`},
	{row: "indented too far", both: true, py3: "x = 1\n  y = 2", advice: `indented further`},
	{row: "indented unevenly", both: true, py3: "if 1:\n    x = 1\n  y = 2", advice: `lines up with none`},
	{row: "except with comma", py3: "try: x\nexcept IOError, e: pass", advice: `except Class as e`},
	{row: "octal of Python 2", py3: "x = 0755", advice: `0o755`},
	{row: "statement of Python 2", py3: "raise ValueError, 'x'", advice: `raise Class\(message\)`},
	{row: "statement of Python 2", py3: "if 1 <> 2: pass", advice: `it is !=`},
	{row: "statement of Python 2", py3: "x = 10L", advice: `have no L`},
	{row: "statement of Python 3", py2: "print(f'{1}')", advice: `f"\.\.\." is of Python 3`},
	{row: "statement of Python 3", py2: "import sys\nprint('x', file=sys.stderr)", advice: `print_function`},
	{row: "said by Python 3", py2: "x = {1: 2, 3}", advice: `^':' expected after dictionary key$`},
	{row: "assignment as condition", both: true, py3: "x = 1\nif x = 1: pass", advice: `== compares`},
	{row: "colon missing", both: true, py3: "x = 1\nif x\n  pass", advice: `ends with a colon`},
	{row: "bracket open", both: true, py3: "import socket\ns = socket.socket()\ns.bind(('', 80)\n", advice: `more \( than \) on this line|parentheses of its own`},
	{row: "bracket too many", both: true, py3: "x = (1))", advice: `one \) too many`},
	{row: "string open", both: true, py3: "x = 'abc\n", advice: `closing quote`},
	{row: "yield and return outside", both: true, py3: "return 1", advice: `return belongs into a function`},
	{row: "break outside", both: true, py3: "break", advice: `break belongs into a loop`},
}

// advise runs a script and returns the advice at the end of what it writes to
// standard error.
func advise(t *testing.T, d syntax.Dialect, src string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	r := pysock.New(pysock.Config{Dialect: d, Args: []string{"script.py"}, Stdout: &stdout, Stderr: &stderr, Stdin: strings.NewReader(""), Hints: true})
	r.Report(r.RunSource("script.py", []byte(src)))
	_, advice, ok := strings.Cut(stderr.String(), "\nhint: ")
	if !ok {
		t.Logf("standard error: %s", stderr.String())
	}
	if strings.Count(advice, "\n") > 1 {
		t.Errorf("more than a line: %q", advice)
	}
	return strings.TrimSuffix(advice, "\n")
}

func TestAdvice(t *testing.T) {
	for _, s := range samples {
		t.Run(s.row, func(t *testing.T) {
			check := func(got string) {
				t.Helper()
				if ok, err := regexp.MatchString(s.advice, got); err != nil || !ok || got == "" && s.advice != "" {
					t.Errorf("got  %q\nwant %q (%v)", got, s.advice, err)
				}
			}
			if s.c != nil {
				check(hints.For(s.c))
			}
			if s.py3 != "" {
				check(advise(t, syntax.Python3, s.py3))
			}
			if s.both {
				s.py2 = s.py3
			}
			if s.py2 != "" {
				check(advise(t, syntax.Python2, s.py2))
			}
		})
	}
}

// TestEveryRow sees to it that each row of the tables has a sample.
func TestEveryRow(t *testing.T) {
	shown := map[string]bool{
		"address in use": true, "connection refused": true, // see ports_test.go
		"own file in a module's place": true, // see TestShadowed
	}
	for _, s := range samples {
		shown[s.row] = true
	}
	for _, name := range hints.Rows() {
		if !shown[name] {
			t.Errorf("%q has no sample", name)
		}
	}
}

// TestNoAdvice keeps quiet where nothing is wrong, or nothing is known.
func TestNoAdvice(t *testing.T) {
	for _, src := range []string{
		"raise ValueError('x')", "{}['a']", "1/0", "raise OSError('x')", "def f(a): pass\nf(1, 2)", "a, b = 1, 2, 3", "[1][5]", "x", "None.x", "import nosuchmodule",
	} {
		if got := advise(t, syntax.Python3, src); got != "" {
			t.Errorf("%q: %q", src, got)
		}
	}
}

// TestOff writes nothing but the traceback, if no advice is wanted.
func TestOff(t *testing.T) {
	var stderr bytes.Buffer
	r := pysock.New(pysock.Config{Stderr: &stderr})
	r.Report(r.RunSource("script.py", []byte("import socket\nsocket.socket().accept()")))
	if strings.Contains(stderr.String(), "hint:") {
		t.Error(stderr.String())
	}
}

// TestCollected leaves a script's own standard error alone.
func TestCollected(t *testing.T) {
	src := "import sys, io, socket\nreal, sys.stderr = sys.stderr, io.StringIO()\ntry: socket.socket().accept()\n" +
		"except OSError: sys.__excepthook__(*sys.exc_info())\ngot = sys.stderr.getvalue()\nsys.stderr = real\nassert 'hint' not in got and 'Errno' in got"
	if got := advise(t, syntax.Python3, src); got != "" {
		t.Error(got)
	}
}
