package complete

import (
	"slices"
	"strings"

	"example.com/pysock/pysock/help"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// arguments completes the keyword arguments of the call that the cursor is in, where
// an argument begins.
func (p *place) arguments() []string {
	last := len(p.toks) - 1
	open := p.openBracket()
	if !p.is(open, "(") || open == 0 || last != open && !(p.is(last, ",") && p.toks[last].depth == p.toks[open].depth+1) {
		return nil
	}
	start := p.operandStart(open - 1)
	if start < 0 || p.is(start-1, "def", "class") {
		return nil
	}
	params := p.c.parameters(p.eval(p.text[p.toks[start].start:p.toks[open].start]))
	given := make(map[string]bool)
	positional := 0
	begin := open + 1
	for i := open + 1; i <= last; i++ {
		if p.toks[i].depth != p.toks[open].depth+1 || !p.is(i, ",") {
			continue
		}
		if p.is(begin+1, "=") {
			given[p.str(begin)] = true
		} else {
			positional++
		}
		begin = i + 1
	}
	found := []string{}
	for i, name := range params {
		if name == "" || given[name] || i < positional {
			continue
		}
		found = append(found, name+"=")
	}
	return p.matching(found)
}

// openBracket returns the innermost bracket that is open, or -1.
func (p *place) openBracket() int {
	for i := len(p.toks) - 1; i >= 0; i-- {
		if p.is(i, "(", "[", "{") && p.toks[i].partner < 0 {
			return i
		}
	}
	return -1
}

// parameters returns the names by which a function takes arguments, in order; "" stands
// for one that is taken by position alone.
func (c *Completer) parameters(f known) []string {
	switch x := f.value.(type) {
	case *object.BoundMethod:
		return c.parameters(known{value: x.Func, bound: x.Self != nil})
	case *starlark.Function:
		names := object.Parameters(x)
		if f.bound && len(names) > 0 {
			names = names[1:]
		}
		return names
	case *object.Class:
		if x.Dict != nil {
			for _, name := range []string{"__init__", "__new__"} {
				if init, _ := c.rt.StaticAttr(x, name); init != nil {
					if _, ok := init.(*starlark.Function); ok {
						return c.parameters(known{value: init, bound: true})
					}
				}
			}
		}
		for _, k := range x.MRO {
			if names := named(c.rt.Dialect, className(k)); names != nil {
				return names
			}
		}
	case *object.Func:
		return named(c.rt.Dialect, functionName(x))
	case *object.Instance:
		call, _ := x.Class().StaticAttr("__call__")
		if fn, ok := call.(*starlark.Function); ok {
			return c.parameters(known{value: fn, bound: true})
		}
	}
	return nil
}

// functionName is the full name of a function written in Go, as the tables here have
// it.
func functionName(f *object.Func) string {
	switch {
	case f.Unbound != nil:
		return className(f.Unbound) + "." + f.FuncName
	case f.Self != nil:
		if t, ok := f.Self.(object.Typed); ok {
			return className(t.Class()) + "." + f.FuncName
		}
		return f.FuncName
	}
	return home(f.Module) + f.FuncName
}

func className(c *object.Class) string {
	name := c.ClassName
	if name == "_socketobject" {
		name = "socket"
	}
	return home(c.Module) + name
}

// home is the module that a script knows a function by, with a dot.
func home(module string) string {
	switch module {
	case "", "builtins", "__builtin__":
		return ""
	}
	return strings.TrimPrefix(module, "_") + "."
}

// result returns the class of what a function returns, as far as the texts of help
// tell.
func (c *Completer) result(f starlark.Value) *object.Class {
	if m, ok := f.(*object.BoundMethod); ok {
		f = m.Func
	}
	fn, ok := f.(*object.Func)
	if !ok {
		return nil
	}
	e := help.Exact(c.rt.Dialect, functionName(fn))
	if e == nil {
		return nil
	}
	var class *object.Class
	for i, sig := range e.Signatures {
		_, result, _ := strings.Cut(sig, " -> ")
		k := object.TypesOf(c.rt.Dialect).ByName[result]
		if result == "bytes" && c.rt.Dialect == syntax.Python2 {
			k = object.TypesOf(c.rt.Dialect).Str
		}
		if k == nil || i > 0 && k != class {
			return nil
		}
		class = k
	}
	return class
}

// keywordFunctions are the functions written in Go that take arguments by name. What
// stands before a "/" is taken by position alone.
const keywordFunctions = `
2 enumerate(sequence, start)
2 int(x, base)
2 open(name, mode, buffering)
2 file(name, mode, buffering)
2 property(fget, fset, fdel, doc)
2 sorted(iterable, cmp, key, reverse)
2 list.sort(cmp, key, reverse)
2 str.encode(encoding, errors)
2 str.decode(encoding, errors)
2 unicode.encode(encoding, errors)
2 unicode(string, encoding, errors)
2 print(sep, end, file)
3 bytearray(source, encoding, errors)
3 bytes(source, encoding, errors)
3 bytes.decode(encoding, errors)
3 bytes.split(sep, maxsplit)
3 bytes.splitlines(keepends)
3 compile(source, filename, mode, flags, dont_inherit, optimize)
3 enumerate(iterable, start)
3 int(x, /, base)
3 int.from_bytes(bytes, byteorder, signed)
3 int.to_bytes(length, byteorder, signed)
3 list.sort(key, reverse)
3 max(iterable, /, key, default)
3 min(iterable, /, key, default)
io.open(file, mode, buffering, encoding, errors, newline, closefd, opener)
3 pow(base, exp, mod)
3 print(*, sep, end, file, flush)
3 property(fget, fset, fdel, doc)
3 round(number, ndigits)
3 sorted(iterable, /, key, reverse)
3 str(object, encoding, errors)
3 str.encode(encoding, errors)
3 str.expandtabs(tabsize)
3 str.rsplit(sep, maxsplit)
3 str.split(sep, maxsplit)
3 str.splitlines(keepends)
3 sum(iterable, /, start)
3 zip(*, strict)
2 socket.socket(family, type, proto, _sock)
3 socket.socket(family, type, proto, fileno)
2 socket.create_connection(address, timeout, source_address)
3 socket.create_connection(address, timeout, source_address, all_errors)
3 socket.create_server(address, family, backlog, reuse_port, dualstack_ipv6)
3 socket.fromfd(fd, family, type, proto)
3 socket.getaddrinfo(host, port, family, type, proto, flags)
socket.getfqdn(name)
3 socket.socketpair(family, type, proto)
3 socket.recv_fds(sock, bufsize, maxfds, flags)
3 socket.send_fds(sock, buffers, fds, flags, address)
2 socket.socket.makefile(mode, bufsize)
3 socket.socket.makefile(mode, buffering, encoding, errors, newline)
socket.socket.recv_into(buffer, nbytes, flags)
socket.socket.recvfrom_into(buffer, nbytes, flags)
3 socket.socket.sendfile(file, offset, count)
3 struct.unpack_from(format, /, buffer, offset)
3 struct.Struct.unpack_from(buffer, offset)
3 select.epoll(sizehint, flags)
select.epoll.register(fd, eventmask)
select.epoll.modify(fd, eventmask)
select.epoll.poll(timeout, maxevents)
`

// named returns the parameters of a function written in Go, nil if it takes none by
// name.
func named(d syntax.Dialect, name string) []string {
	only := "3 "
	if d == syntax.Python2 {
		only = "2 "
	}
	for line := range strings.Lines(keywordFunctions) {
		head, params, ok := strings.Cut(strings.TrimSuffix(line, ")\n"), "(")
		if !ok || head != name && head != only+name {
			continue
		}
		names := strings.Split(params, ", ")
		if i := slices.Index(names, "/"); i >= 0 {
			names = slices.Delete(names, i, i+1)
			for j := range i {
				names[j] = ""
			}
		}
		if names[0] == "*" {
			names = names[1:]
		}
		return names
	}
	return nil
}
