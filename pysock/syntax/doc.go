// Package syntax reads Python 2.7 and Python 3.11 source into one kind of tree,
// and prints trees as source.
//
//	f, err := syntax.Parse("chat.py", src, syntax.Options{})
//
// CPython is the specification: what it accepts is accepted, with the same tree
// and the same positions as its ast module gives, and what it rejects is
// rejected at the same place and, for both dialects, in the words of CPython
// 3.11. The tests hold the package against both interpreters where they are
// found, over all files of their own libraries.
//
// # Theory of operation
//
// decode (encoding.go) makes the file UTF-8 with plain newlines. The scanner
// (scan.go) cuts all of it into tokens at once; names and literals are parts of
// the source text, so a token costs sixteen bytes and no allocation. The parser
// (parse.go and the files named after what they read) descends recursively, one
// function for each level of the grammar. Tokens lie in a slice, so trying
// something and going back costs nothing; it is needed only for match, which is
// a name as well, and for the parentheses of with. Targets of assignments are
// read as expressions and then checked. Last, check.go goes over the tree for
// what the grammar can't say, such as return outside a function.
//
// Dialects. There is one parser. The scanner decides what is a keyword, a
// number and a string prefix; the parser asks p.py2 where the grammars differ.
// "from __future__ import" takes effect as the parser passes it: print_function
// turns the remaining print tokens into names. unicode_literals alone is looked
// for ahead, since it reaches back to the docstring before it. A file of unknown
// dialect is parsed as Python 3, and as Python 2 if that fails or the tree looks
// like Python 2; see Detect.
//
// Indentation. At the start of a logical line the scanner measures the white
// space twice, with tabs as eight columns and as one. Python 3 refuses lines
// whose order depends on which; Python 2 takes eight, or what an editor's
// setting in a comment says (":ts=4"). Lines that are blank or only a comment
// don't count, nor do those inside brackets.
//
// Strings. A string token is taken apart in strings.go. An f-string is one
// token too, as in CPython 3.11: fstring.go finds its fields by brackets and
// quotes, and each field is scanned and parsed in place, as if in parentheses,
// which gives its nodes their true positions.
//
// Errors. The parser runs over sound source without a thought for errors. When
// it fails, it runs again with p.diag set, and now each place where people go
// wrong looks further: is what follows another expression (a forgotten comma),
// an '=' (where '==' was meant), a print statement? This is CPython's own plan,
// and so are its priorities (see explain): a fault of the scanner anywhere in the
// file, such as an unterminated string, beats a bare "invalid syntax", and a
// bracket that was never closed beats what went wrong on a later line. Failing
// is a panic with a bailout value, recovered in three functions in errors.go;
// none gets out.
//
// Bounds. Brackets nest 200 deep and blocks 100, as in CPython. Other nesting
// ends at maxDepth, and chains such as a+b+c at maxChain, with an error that
// speaks of a parser stack overflow.
//
// # Where it differs from CPython, on purpose
//
// Programs copied from web pages should run:
//
//   - Typographic quotes are read as plain ones where a token starts: “a”, ‘a’,
//     „a“. A string that one of them opened is closed by any of its class, or by
//     the plain quote. Inside a string that a plain quote opened they are text.
//   - No-break and other Unicode spaces are read as spaces, those without width
//     as none. Options.Warn hears of both, once a file.
//   - A Python 2 file without an encoding declaration may hold UTF-8.
//   - In Python 2, bytes beyond ASCII next to a u"" literal are decoded from the
//     file's encoding, where CPython fails.
//
// Two errors of Python 3 have better words than in CPython 3.11, and the line of
// an error in a Python 2 file is sometimes nearer to the mistake; each such case
// is marked in testdata.
//
// # What is left out
//
//   - Identifiers are brought to NFKC only as far as that needs no tables:
//     full-width and mathematical Latin letters.
//   - \N{...} knows ASCII, some alphabets and the commonest signs; the rest is
//     asked of Options.CharName.
//   - Source encodings: UTF-8, ASCII, Latin-1, Latin-9, cp1251, cp1252, koi8-r.
//     Others are "unknown encoding".
//   - Type comments are comments. Warnings, such as that for the invalid escape
//     "\q", aren't given.
//   - Conflicts of global and nonlocal declarations are found by package scope.
//
// # Decisions
//
// Why not a table-driven parser made from CPython's grammar files? Two grammars
// would need two tables and two sets of actions; the dialects differ in some
// thirty places, each one line here. And the messages depend on knowing what
// was being read.
//
// Why scan everything before parsing? Because CPython's priorities among errors
// need the rest of the file's tokens anyway, and a slice makes looking ahead
// free.
package syntax
