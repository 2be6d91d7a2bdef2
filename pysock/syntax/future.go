package syntax

import "strings"

// features are the names that can be imported from __future__; those of value
// 0 change nothing, because both dialects have them built in, or ignore them.
var features = map[string]Future{
	"nested_scopes":    0,
	"generators":       0,
	"division":         FutureDivision,
	"absolute_import":  FutureAbsoluteImport,
	"with_statement":   0,
	"print_function":   FuturePrintFunction,
	"unicode_literals": FutureUnicodeLiterals,
}

// features3 are the names that only Python 3 knows.
var features3 = map[string]Future{
	"barry_as_FLUFL": 0,
	"generator_stop": 0,
	"annotations":    FutureAnnotations,
}

// futureImport takes note of what a "from __future__ import" switches on. Some
// features change how the rest of the file is read, so it happens at once;
// check makes sure that the import stood at the beginning of the file.
func (p *parser) futureImport(s *ImportFrom) {
	for _, a := range s.Names {
		f, ok := features[a.Name]
		if !ok && !p.py2 {
			f, ok = features3[a.Name]
		}
		if ok {
			p.future |= f
		}
	}
	p.applyFuture()
}

// applyFuture makes print a name if it is a function.
func (p *parser) applyFuture() {
	if !p.py2 || p.future&FuturePrintFunction == 0 {
		return
	}
	for i := p.i; i < len(p.toks); i++ {
		if p.toks[i].kind == kwPrint {
			p.toks[i].kind = tName
		}
	}
	p.seek(p.i)
}

// unicodeLiterals looks for that feature ahead of the parse: unlike the others
// it counts for the whole file, the docstring before the import included.
func (p *parser) unicodeLiterals() {
	if !strings.Contains(p.src, "unicode_literals") {
		return
	}
	for i := 0; i+2 < len(p.toks); i++ {
		if p.toks[i].kind != kwFrom || p.toks[i+2].kind != kwImport || p.word(i+1) != "__future__" {
			continue
		}
		for i += 3; p.toks[i].kind != tNewline && p.toks[i].kind != tEOF && p.toks[i].kind != tError; i++ {
			if p.toks[i].kind == tName && p.word(i) == "unicode_literals" {
				p.initial |= FutureUnicodeLiterals
				p.future |= FutureUnicodeLiterals
			}
		}
	}
}

// word returns the source of the i-th token.
func (p *parser) word(i int) string { return p.src[p.toks[i].start:p.toks[i].end] }

// checkFuture checks the features that an import names.
func (c *checker) checkFuture(s *ImportFrom, first bool) {
	for _, a := range s.Names {
		_, ok := features[a.Name]
		if !ok && !c.p.py2 {
			_, ok = features3[a.Name]
		}
		switch {
		case !first && c.dead:
			c.forgiven = true
		case !first:
			c.fail(futurePhase, s.Span, "from __future__ imports must occur at the beginning of the file")
		case a.Name == "braces":
			c.refuseFeature(s, notAChance)
		case !ok:
			c.refuseFeature(s, undefinedFeature, a.Name)
		}
	}
}

const notAChance = "not a chance"

// refuseFeature fails where a statement begins; CPython knows no end of it.
func (c *checker) refuseFeature(s *ImportFrom, format string, args ...any) {
	if c.first[futurePhase] == nil {
		c.fail(futurePhase, Span{s.Start, s.Start}, format, args...)
		c.first[futurePhase].NoEnd = true
	}
}
