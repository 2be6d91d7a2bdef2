// Package file holds Python's file objects: the classes of module io, open, and
// Python 2's file.
//
//	raw.go       what buffers stand on: a FileIO, or any object with readinto or write
//	fileio.go    FileIO: a descriptor
//	buffer.go    BufferedReader, BufferedWriter and BufferedRandom, all one type
//	pair.go      BufferedRWPair
//	text.go      TextIOWrapper; textread.go how it reads, textseek.go seek and tell
//	newline.go   what ends a line, and IncrementalNewlineDecoder
//	bytesio.go   BytesIO
//	stringio.go  StringIO
//	base.go      IOBase and its like, from which scripts derive classes
//	file2.go     Python 2's file
//	open.go      open
//	std.go       sys.stdin, sys.stdout and sys.stderr
//	keep.go      files that nobody closes
//
// The three layers of a text file are three values, as in CPython, and each may
// be replaced by an object of a script's. Where a layer stands on one of this
// package, it calls that directly; else it calls its methods.
//
// Reading and writing gives the interpreter's lock up only where it may have to
// wait: for pipes, terminals and sockets, not for files on a disk.
package file
