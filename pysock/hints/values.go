package hints

import (
	"fmt"
	"strings"

	"example.com/pysock/pysock/syntax"
)

// values returns the mistakes with text and bytes, with what methods return, and
// with arguments.
func values() []row {
	return []row{
		// Text where bytes are needed, and the reverse (Python 3).
		{name: "str where bytes are needed", dialect: syntax.Python3, class: "TypeError", pattern: `a bytes-like object is required, not 'str'`, say: needsBytes},
		{name: "number where bytes are needed", class: "TypeError", pattern: `a bytes-like object is required, not '(int|float|list|dict)'|(?:send|sendall|sendto)\(\) argument 1 must be string or buffer, not (int|float|list|dict)`, say: needsData},
		{name: "str and bytes added", class: "TypeError", pattern: `can only concatenate str \(not "bytes"\) to str`, say: addedBytes},
		{name: "bytes and str added", class: "TypeError", pattern: `can't concat str to bytes(?:array)?`, say: addedText},
		{name: "str and number added", class: "TypeError", pattern: `can only concatenate str \(not "(int|float)"\) to str|cannot concatenate 'str' and '(int|float)' objects|unsupported operand type\(s\) for \+: '(int|float)' and 'str'`, say: addedNumber},
		{name: "str and None added", class: "TypeError", pattern: `can only concatenate str \(not "NoneType"\) to str|cannot concatenate 'str' and 'NoneType' objects`,
			say: is("one of the two is None: did a function return nothing?")},
		{name: "str for struct", class: "error", pattern: `argument for 's' must be a bytes object|char format requires a bytes object of length 1`, say: is(`struct packs bytes: b"..." for a literal, text.encode() for text`)},
		{name: "short buffer for struct", class: "error", pattern: `unpack requires a (?:buffer|string argument) of (?:length )?(\d+)(?: bytes)?`,
			say: is("recv may return fewer bytes than asked for: collect until there are $1, or the end (no bytes) is reached")},
		{name: "startswith of the other type", class: "TypeError", pattern: `(startswith|endswith) first arg must be (bytes|str) or a tuple of \w+, not (\w+)`, say: otherType},
		{name: "in of the other type", class: "TypeError", pattern: `'in <string>' requires string as left operand, not bytes`,
			say: is("text is searched for text: decode the bytes first, or write the literal without the b")},
		{name: "join of the other type", class: "TypeError", pattern: `sequence item \d+: expected str instance, bytes found`, say: is(`bytes are joined by bytes: b"".join(...)`)},
		{name: "join of the other type", class: "TypeError", pattern: `sequence item \d+: expected a bytes-like object, str found`, say: is(`text is joined by text: "".join(...)`)},
		{name: "join of numbers", class: "TypeError", pattern: `sequence item \d+: expected (?:str instance|string), int found`, say: is("numbers are joined as text: \", \".join(map(str, ...))")},
		{name: "bytes without encoding", class: "TypeError", pattern: `string argument without an encoding`, say: is(`text becomes bytes by text.encode(), or bytes(text, "utf-8")`)},
		{name: "bytes to a text file", class: "TypeError", pattern: `write\(\) argument must be str, not bytes`,
			say: is(`this file takes text: write(data.decode()); bytes go to a file opened with "wb", or to sys.stdout.buffer`)},
		{name: "bytes formatted", class: "AttributeError", pattern: `'bytes' object has no attribute 'format'`,
			say: is(`bytes have no format: format text and encode it, "...".format(x).encode(), or use b"..." % x`)},
		{name: "bytes encoded", class: "AttributeError", pattern: `'bytes' object has no attribute 'encode'`, say: is("these are bytes already: send them as they are, or decode() them to get text")},
		{name: "str decoded", class: "AttributeError", pattern: `'str' object has no attribute 'decode'`, say: is("this is text already, and what recv returns is bytes: decode once only, or encode() to get bytes")},
		{name: "not decodable", class: "UnicodeDecodeError", pattern: `'(utf-8|ascii|utf8)' codec can't decode.*`, say: notDecodable},
		{name: "not encodable", class: "UnicodeEncodeError", pattern: `'(ascii|latin-1|charmap)' codec can't encode.*`, say: is(`$1 doesn't have that character: encode("utf-8")`)},

		// What methods return.
		{name: "method of accept's pair", class: "AttributeError", pattern: `'tuple' object has no attribute '(recv|recvfrom|send|sendall|close|makefile|settimeout|fileno|shutdown|getpeername|recv_into)'`,
			say: is("accept returns a pair: conn, addr = s.accept(), then conn.$1(...)")},
		{name: "method of recvfrom's pair", class: "AttributeError", pattern: `'tuple' object has no attribute '(decode|strip|split|upper|lower|startswith)'`,
			say: is("recvfrom returns a pair: data, addr = s.recvfrom(2048), then data.$1(...)")},
		{name: "method of None", class: "AttributeError", pattern: `'NoneType' object has no attribute '(recv|send|sendall|accept|listen|bind|connect|close|recvfrom|sendto|makefile)'`,
			say: is("this isn't a socket but None: bind, listen, connect and settimeout return nothing, so call them on a line of their own")},
		{name: "socket as file", class: "AttributeError", pattern: `'(?:socket|_socketobject)' object has no attribute '(readline|read|write|readlines|flush)'`, say: socketAsFile},
		{name: "one value of recv", class: "ValueError", pattern: `too many values to unpack.*|(?:need more than \d+ values? to unpack|not enough values to unpack.*)`, say: unpacked},
		{name: "arguments missing", class: "IndexError", pattern: `list index out of range`, say: noArgument},
		{name: "arguments missing", class: "ValueError", pattern: `(?:need more than \d+ values? to unpack|not enough values to unpack.*)`, say: noArgument},

		// Calls.
		{name: "module called", class: "TypeError", pattern: `'module' object is not callable`, say: moduleCalled},
		{name: "method not called", class: "AttributeError", pattern: `'(?:function|method|builtin_function_or_method|instancemethod)' object has no attribute '(\w+)'`, say: notCalled},
		{name: "method not called", class: "TypeError", pattern: `'(?:method|builtin_function_or_method|instancemethod|function)' object (?:is not subscriptable|has no attribute '__getitem__'|is not iterable|cannot be interpreted as an integer)|object of type '(?:method|builtin_function_or_method)' has no len\(\)`, say: notCalled},
		{name: "method of the class", class: "TypeError", pattern: `descriptor '(\w+)' for '_socket\.socket' objects doesn't apply to .*|unbound method .* must be called with _socketobject instance.*`,
			say: is("methods are called on a socket, not on the class: s = socket.socket(), then s.recv(...)")},
		{name: "self missing", class: "TypeError", pattern: `(?:\w+\.)*(\w+)\(\) takes (?:(\d+) positional arguments? but (\d+) (?:was|were) given|(?:no arguments|exactly (\d+) arguments?) \((\d+) given\))`, say: selfMissing},
		{name: "instance missing", class: "TypeError", pattern: `(?:\w+\.)*(\w+)\(\) missing \d+ required positional arguments?: 'self'.*|unbound method (\w+)\(\) must be called with (\w+) instance.*`,
			say: is("$1$2 is a method: call it on an instance, made by calling the class")},
		{name: "text from input", class: "TypeError", pattern: `'[<>]=?' not supported between instances of '(?:str|int)' and '(?:str|int)'`, say: is("one is text, as input and sys.argv give it: make it a number with int(...)")},
		{name: "text for a number", class: "TypeError", pattern: `'str' object cannot be interpreted as an integer|an integer is required(?: \(got type str\))?|a float is required|%[dixX] format: an? (?:real )?number is required, not str`,
			say: is("text isn't a number: int(...) or float(...) makes one of it; input and sys.argv give text")},
		{name: "not a number", class: "ValueError", pattern: `invalid literal for int\(\) with base 10: b?(.*)`, say: notNumber},
		{name: "tuple formatted", class: "TypeError", pattern: `not all arguments converted during string formatting`, say: is(`a tuple after % is taken apart: "%s" % (x,) prints one as a whole, "%s:%d" % addr a host and a port`)},
		{name: "too few arguments formatted", class: "TypeError", pattern: `not enough arguments for format string`, say: is(`several values after % stand in parentheses: "%s %s" % (a, b)`)},

		// Running.
		{name: "end of input", class: "EOFError", pattern: `EOF when reading a line`, say: is("standard input is at its end: there was no (further) line to read")},
		{name: "changed while walked over", class: "RuntimeError", pattern: `(dictionary|Set|set) changed size during iteration`, say: is("walk over a copy: for x in list(...)")},
		{name: "local variable", class: "UnboundLocalError", pattern: `(?:cannot access local variable|local variable) '(\w+)'.*`, say: is("an assignment in a function makes $1 its own; \"global $1\" at its beginning means the module's")},
		{name: "TLS to a plain port", class: "SSLError", pattern: `.*(?:WRONG_VERSION_NUMBER|wrong version number|UNKNOWN_PROTOCOL|unknown protocol).*`,
			say: is("the other end doesn't speak TLS on this port: connect without wrap_socket, or to another port (443, not 80)")},
		{name: "certificate", class: "SSLError", pattern: `.*(?:CERTIFICATE_VERIFY_FAILED|certificate verify failed).*`,
			say: is(`the server's certificate isn't trusted: for one of your own, ssl.create_default_context(cafile="cert.pem")`)},
		{name: "JSON in parts", class: "ValueError", pattern: `Expecting value: .*|No JSON object could be decoded|Unterminated string.*`, say: partOfJSON},
	}
}

// literal reports whether a node is a string literal, and gives its source.
func (c *Case) literal(n syntax.Node) (string, bool) {
	if s, ok := n.(*syntax.Str); ok {
		if text := c.Text(s); text != "" && len(text) <= 40 && !strings.Contains(text, "\n") {
			return text, true
		}
	}
	return "", false
}

// sends are the methods that take data.
var sends = map[string]int{"send": 0, "sendall": 0, "sendto": 0, "sendmsg": 0}

// needsBytes is for s.send("x") and data.split(",").
func needsBytes(c *Case, _ []string) string {
	call := c.call()
	on, name := c.called()
	if _, ok := sends[c.method()]; ok {
		if call != nil && len(call.Args) > 0 {
			if name == "sendto" {
				if _, swapped := call.Args[len(call.Args)-1].(*syntax.Str); swapped {
					return sendtoOrder(c)
				}
			}
			if text, ok := c.literal(call.Args[0]); ok && isASCII(text) {
				return fmt.Sprintf("sockets carry bytes: %s.%s(b%s)", c.self(), c.method(), strings.TrimLeft(text, "uU"))
			}
			if text := c.Text(call.Args[0]); text != "" && len(text) <= 40 {
				return fmt.Sprintf("sockets carry bytes: %s.%s(%s.encode())", c.self(), c.method(), bracketed(call.Args[0], text))
			}
		}
		return fmt.Sprintf("sockets carry bytes: %s.%s(text.encode()), or b\"...\" for a literal", c.self(), c.method())
	}
	switch name {
	case "split", "rsplit", "partition", "rpartition", "replace", "find", "rfind", "index", "count", "strip", "lstrip", "rstrip":
		data := "the data"
		if on != "" && len(on) <= 20 {
			data = on
		}
		if text, ok := c.literal(call.Args[0]); ok {
			return fmt.Sprintf("%s is bytes: use b%s, or %s.decode() first", data, text, data)
		}
		return fmt.Sprintf("%s is bytes: look for bytes in it, or %s.decode() first", data, data)
	case "inet_ntoa":
		return "inet_ntoa turns four bytes into text; the reverse is socket.inet_aton(\"127.0.0.1\")"
	case "write", "writelines":
		return `this file takes bytes: write(text.encode()), or open it without the "b"`
	}
	if cmp, ok := c.Node.(*syntax.Compare); ok {
		if text, ok := c.literal(cmp.X); ok {
			return fmt.Sprintf("bytes are searched for bytes: b%s in ...", text)
		}
	}
	return `bytes are needed: b"..." for a literal, text.encode() for text`
}

// bracketed is the source of an expression, in parentheses if a method can't be
// called on it without.
func bracketed(n syntax.Node, text string) string {
	switch n.(type) {
	case *syntax.Name, *syntax.Call, *syntax.Attribute, *syntax.Subscript, *syntax.Str, *syntax.JoinedStr, *syntax.Tuple:
		return text
	}
	return "(" + text + ")"
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// needsData is for s.send(5).
func needsData(c *Case, m []string) string {
	if _, ok := sends[c.method()]; !ok {
		return ""
	}
	what := m[1] + m[2]
	if what == "int" || what == "float" {
		return "sockets carry bytes: str(n).encode() sends a number as text, struct.pack(\"!I\", n) as four bytes in network order"
	}
	return "sockets carry bytes: json.dumps(x).encode() makes some of a " + what
}

func addedBytes(c *Case, _ []string) string {
	if b, ok := c.Node.(*syntax.BinOp); ok {
		if text := c.Text(b.Y); text != "" && len(text) <= 40 {
			return fmt.Sprintf("the right side is bytes: make it text with %s.decode()", bracketed(b.Y, text))
		}
	}
	return "the right side is bytes: make it text with decode()"
}

func addedText(c *Case, _ []string) string {
	if b, ok := c.Node.(*syntax.BinOp); ok {
		if text, ok := c.literal(b.Y); ok && isASCII(text) {
			return fmt.Sprintf("bytes are added to bytes: b%s", text)
		}
		if text := c.Text(b.Y); text != "" && len(text) <= 40 {
			return fmt.Sprintf("the right side is text: make it bytes with %s.encode()", bracketed(b.Y, text))
		}
	}
	return "the right side is text: make it bytes with encode()"
}

func addedNumber(c *Case, m []string) string {
	b, ok := c.Node.(*syntax.BinOp)
	if !ok {
		return "a number becomes text with str(...), text a number with int(...)"
	}
	n := b.Y
	if m[3] != "" {
		n = b.X
	}
	if call, ok := b.Y.(*syntax.Call); ok && m[3] != "" && strings.Contains(c.Text(call.Func), "input") {
		return fmt.Sprintf("input gives text: int(%s)", c.Text(call))
	}
	text := c.Text(n)
	if text == "" || len(text) > 40 {
		text = "..."
	}
	return fmt.Sprintf("the number becomes text with str(%s)", text)
}

func otherType(c *Case, m []string) string {
	if call := c.call(); call != nil && len(call.Args) > 0 {
		if text, ok := c.literal(call.Args[0]); ok {
			if m[2] == "bytes" {
				return fmt.Sprintf("the data is bytes: %s(b%s)", m[1], text)
			}
			return fmt.Sprintf("this is text: %s(%s)", m[1], strings.TrimLeft(text, "bB"))
		}
	}
	return "compare like with like: bytes with b\"...\", text with \"...\""
}

func notDecodable(c *Case, m []string) string {
	if m[1] == "ascii" && c.py2() {
		return `the bytes aren't ASCII: decode("utf-8") says what they are, and mixing str with unicode decodes as ASCII`
	}
	return `the bytes are no UTF-8 text, or recv cut a character in two: collect the whole message first, or keep bytes; decode("latin-1") takes any`
}

func socketAsFile(c *Case, m []string) string {
	switch m[1] {
	case "write", "flush":
		return fmt.Sprintf("sockets send: %s.sendall(data); or make a file of it: f = %s.makefile(\"wb\")", c.self(), c.self())
	case "read":
		return fmt.Sprintf("sockets receive: %s.recv(1024); or make a file of it: f = %s.makefile(\"rb\")", c.self(), c.self())
	}
	return fmt.Sprintf("to read lines make a file of the socket: f = %s.makefile(), then f.%s()", c.self(), m[1])
}

// unpacked is for data, addr = s.recv(1024) and conn = s.accept() taken apart.
func unpacked(c *Case, _ []string) string {
	for _, n := range c.Around {
		a, ok := n.(*syntax.Assign)
		if !ok {
			continue
		}
		call, ok := a.Value.(*syntax.Call)
		if !ok {
			continue
		}
		if f, ok := call.Func.(*syntax.Attribute); ok && f.Name == "recv" {
			return fmt.Sprintf("recv returns the data alone; data, addr = %s.recvfrom(...) tells the sender too", c.Text(f.X))
		}
	}
	return ""
}

// noArgument is for sys.argv[1], or a, b = sys.argv, where there are fewer.
func noArgument(c *Case, _ []string) string {
	const missing = "the program was started with too few arguments; they come after its name: pysock script.py ARG ..."
	if s, ok := c.Node.(*syntax.Subscript); ok {
		if x := c.Text(s.X); x == "sys.argv" || x == "argv" {
			return missing
		}
		return ""
	}
	for _, n := range c.Around {
		if a, ok := n.(*syntax.Assign); ok && strings.HasPrefix(c.Text(a.Value), "sys.argv") {
			return missing
		}
	}
	return ""
}

// namesakes are modules whose main class or function has the module's name.
var namesakes = map[string]string{
	"socket": "socket.socket(...)", "select": "select.select(...)", "time": "time.time()", "datetime": "datetime.datetime(...)",
	"random": "random.random()", "copy": "copy.copy(...)", "glob": "glob.glob(...)", "pprint": "pprint.pprint(...)",
	"array": "array.array(...)", "Queue": "Queue.Queue()", "queue": "queue.Queue()", "threading": "threading.Thread(...)", "getpass": "getpass.getpass()",
	"json": "json.loads(...) or json.dumps(...)", "struct": "struct.pack(...) or struct.unpack(...)",
}

func moduleCalled(c *Case, _ []string) string {
	_, name := c.called()
	if s := namesakes[name]; s != "" {
		return fmt.Sprintf("%s is the module; what is in it is called by both names: %s", name, s)
	}
	return "this is a module; call a function in it, by both names: module.function(...)"
}

// lastName is the name at the end of a.b.c.
func lastName(s string) string { return s[strings.LastIndexByte(s, '.')+1:] }

// notCalled is for s.recv without parentheses.
func notCalled(c *Case, m []string) string {
	var of syntax.Node
	switch n := c.Node.(type) {
	case *syntax.Attribute:
		of = n.X
	case *syntax.Subscript:
		of = n.X
	case *syntax.Call:
		if f, ok := n.Func.(*syntax.Attribute); ok && len(m) > 1 && f.Name == m[1] {
			of = f.X
		} else if len(n.Args) > 0 {
			of = n.Args[0]
		}
	}
	switch of.(type) {
	case *syntax.Attribute, *syntax.Name:
		if text := c.Text(of); text != "" {
			return Uncalled(text)
		}
	}
	return ""
}

// Uncalled is the advice on a function, known by its source, that wasn't called.
func Uncalled(text string) string {
	return fmt.Sprintf("%s is a function; it is called with parentheses: %s(...)", lastName(text), text)
}

// selfMissing is for a method without self.
func selfMissing(c *Case, m []string) string {
	on, name := c.called()
	if on == "" || name != m[1] || !c.definedWithoutSelf(name) {
		return ""
	}
	return fmt.Sprintf("the instance is a method's first argument: def %s(self, ...)", m[1])
}

// definedWithoutSelf reports whether a class of the file has a method of that name
// that doesn't begin with self.
func (c *Case) definedWithoutSelf(name string) bool {
	found := false
	for _, n := range c.Around {
		file, ok := n.(*syntax.File)
		if !ok {
			continue
		}
		syntax.Walk(file, func(n syntax.Node) bool {
			class, ok := n.(*syntax.ClassDef)
			if !ok {
				return true
			}
			for _, s := range class.Body {
				f, ok := s.(*syntax.FunctionDef)
				if ok && f.Name == name && len(f.Decorators) == 0 && f.Params != nil && (len(f.Params.Args) == 0 || f.Params.Args[0].Name != "self") {
					found = true
				}
			}
			return true
		})
	}
	return found
}

func notNumber(c *Case, m []string) string {
	if m[1] == "''" || m[1] == `""` {
		return "the text is empty: nothing was typed, or recv has reached the end of the stream"
	}
	return "that isn't all digits: strip() takes blanks off, and a message may have come in parts or with others"
}

func partOfJSON(c *Case, m []string) string {
	_, name := c.called()
	if name != "loads" {
		return ""
	}
	return "this is no whole JSON text: recv may have returned a part of the message, or nothing at its end; collect all of it first"
}
