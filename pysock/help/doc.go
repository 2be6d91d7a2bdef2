// Package help is what help(x) tells: texts about the modules socket, select, ssl
// and struct, about built-in functions and the language, and pages on topics.
//
// The texts are plain files, part of the binary, in texts/. They stand here and
// not in each module's own package because help("socket.bind") must neither
// import a module nor run anything, because they answer on systems that lack
// the module, and because one format, one reader and one test are enough for all
// of them. TestNames holds them and the modules' names together: a public name
// without a text fails, and so does a text without a name.
//
// # The format
//
// texts/socket.txt is about module socket. A line that begins with # is a comment.
//
//	-- Addresses and names            a group; all that follows is in it
//	== socket.bind                    an entry: the name inside the module
//	sig: bind(address)                how it is called; more than one is allowed
//	Three to six lines of text.
//	A second paragraph follows after an empty line.
//	errors: OSError: EADDRINUSE, if   what it raises
//	  another socket has the address.
//	see: bind(2), ip(7)               where the facts stand
//	needs: root                       why the example can't be run anywhere
//	>>> s.bind(("", 0))               an example, as doctest reads it
//
// Constants come in tables. What a group says before its first row holds for all
// rows; in its example NAME stands for the constant. What a row says itself
// comes in lines of its own, with two spaces before them:
//
//	-- Options of every socket
//	level: SOL_SOCKET
//	see: socket(7)
//	>>> value = s.getsockopt(socket.SOL_SOCKET, socket.NAME)
//	SO_DEBUG [0 or 1]: Record debugging information.
//	  needs: root
//
// The same table serves functions that a line is enough for, and other names of
// what has its text elsewhere:
//
//	len(s): How many items s has.
//	SocketType = socket.socket
//
// A line that begins with "2|" or "3|" belongs to one dialect. Other fields of
// an entry: "only: 2" (or 3) if one dialect has the name, "base: socket.socket"
// for a class whose other methods have their texts there, "members: socket" for a
// class whose attributes are constants of that module, "same: socket.error" where a name
// has a text but means the same as another one.
//
// Examples are run by a test, by pysock and by CPython: they begin with the
// modules socket, select, ssl, struct, os, sys, time and threading imported, and
// after "given: tls" have s and peer, the ends of an encrypted connection, and o, an
// SSLObject after its handshake. A result is written as Python 3 prints it;
// Python 2's differs by the b of bytes alone, or stands on a line of its own.
//
// topics/NAME.txt is a page: its title, a line of other names for it, an empty
// line and what it says.
package help
