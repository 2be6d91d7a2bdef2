package complete

import (
	"slices"
	"strings"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// isSubscript reports whether an item of something is being named, after a "[".
func (p *place) isSubscript() bool {
	n := len(p.toks) - 1
	return n > 0 && p.is(n, "[") && (p.toks[n-1].kind == str || p.is(n-1, ")", "]", "}") ||
		p.toks[n-1].kind == name && !isKeyword(p.dialect(), p.str(n-1)))
}

// subscripted returns the dict whose key is being typed after a "[", or nil.
func (p *place) subscripted() *object.Dict {
	if !p.isSubscript() {
		return nil
	}
	n := len(p.toks) - 1
	start := p.operandStart(n - 1)
	if start < 0 {
		return nil
	}
	d, _ := p.eval(p.text[p.toks[start].start:p.toks[n].start]).value.(*object.Dict)
	return d
}

// stringKeys completes a key inside of quotes. A key that is alone is closed.
func (p *place) stringKeys(d *object.Dict, content, prefix, quote string) ([]string, int) {
	raw, isBytes := strings.Contains(prefix, "r"), strings.Contains(prefix, "b") && p.dialect() != syntax.Python2
	found := []string{}
	for _, k := range d.Keys() {
		var s string
		ok := false
		if isBytes {
			var b starlark.Bytes
			b, ok = k.(starlark.Bytes)
			s = string(b)
		} else if _, isInstance := k.(*object.Instance); !isInstance {
			s, ok = object.AsText(k)
		}
		if !ok {
			continue
		}
		if s, ok = written(s, quote, raw, isBytes); ok && strings.HasPrefix(s, content) {
			found = append(found, s)
		}
	}
	slices.Sort(found)
	if len(found) == 1 {
		end := quote + "]"
		for _, c := range end {
			if strings.HasPrefix(p.rest, string(c)) {
				break
			}
			found[0] += string(c)
		}
	}
	return found, len(content)
}

// written is a string as it is written between quotes, false if it can't be.
func written(s, quote string, raw, isBytes bool) (string, bool) {
	var b strings.Builder
	for i, c := range s {
		switch {
		case raw && (c == '\\' || strings.ContainsRune(quote, c)), c < ' ', isBytes && s[i] >= 0x80, c == '\uFFFD':
			return "", false
		case c == '\\' || strings.ContainsRune(quote, c):
			b.WriteByte('\\')
		}
		b.WriteRune(c)
	}
	return b.String(), true
}

// bareKeys completes d[ without quotes: all keys that are numbers or strings, as
// source. It returns nil where no dict's key is typed.
func (p *place) bareKeys() []string {
	if p.word != "" {
		return nil
	}
	d := p.subscripted()
	if d == nil {
		return nil
	}
	var found []string
	for _, k := range d.Keys() {
		switch k.(type) {
		case starlark.Int, starlark.String, starlark.Bytes, *object.Text, object.Bool:
			s := object.Repr(p.dialect(), k)
			if !strings.HasPrefix(p.rest, "]") {
				s += "]"
			}
			found = append(found, s)
		}
	}
	slices.Sort(found)
	return found
}
