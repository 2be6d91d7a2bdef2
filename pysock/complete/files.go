package complete

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// inString completes what is inside of a string: the key of a dict, or else a file.
func (p *place) inString() ([]string, int) {
	n := len(p.toks) - 1
	s := p.toks[n]
	content := p.text[s.start+s.prefix+s.quotes:]
	prefix := strings.ToLower(p.text[s.start : s.start+s.prefix])
	quote := p.text[s.start+s.prefix : s.start+s.prefix+s.quotes]
	p.toks = p.toks[:n]
	if d := p.subscripted(); d != nil {
		return p.stringKeys(d, content, prefix, quote)
	}
	if p.isSubscript() {
		return nil, 0
	}
	if strings.Contains(content, "\n") || strings.Contains(content, `\`) && !strings.Contains(prefix, "r") {
		return nil, 0
	}
	found, length := Files(content)
	if len(found) == 1 && !strings.HasSuffix(found[0], "/") && !strings.HasPrefix(p.rest, quote[:1]) {
		found[0] += quote
	}
	return found, length
}

// Files returns the names of files that continue a path, folders with a slash, and the
// length of the part of the path that they stand in the place of. Hidden files are
// among them only if that begins with a dot.
func Files(path string) (found []string, length int) {
	i := strings.LastIndexFunc(path, func(c rune) bool { return c == '/' || os.IsPathSeparator(uint8(min(c, 0x7f))) })
	dir, base := path[:i+1], path[i+1:]
	where := dir
	if rest, ok := strings.CutPrefix(dir, "~/"); ok {
		if home, err := os.UserHomeDir(); err == nil {
			where = filepath.Join(home, rest)
		}
	}
	if where == "" {
		where = "."
	}
	entries, err := os.ReadDir(where)
	if err != nil {
		return nil, 0
	}
	for _, e := range entries {
		n := e.Name()
		if !strings.HasPrefix(n, base) || strings.HasPrefix(n, ".") && !strings.HasPrefix(base, ".") || strings.ContainsFunc(n, func(c rune) bool { return c < ' ' }) {
			continue
		}
		if info, err := os.Stat(filepath.Join(where, n)); err == nil && info.IsDir() {
			n += "/"
		}
		found = append(found, n)
	}
	slices.Sort(found)
	return found, len(base)
}
