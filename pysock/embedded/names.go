package embedded

import (
	"io/fs"
	"path"
	"strings"

	"example.com/pysock/pysock/syntax"
)

// Names returns the dotted names of all embedded modules that dialect d has.
func Names(d syntax.Dialect) []string {
	other := "_2"
	if d == syntax.Python2 {
		other = "_3"
	}
	var names []string
	fs.WalkDir(files, ".", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(file) != ".py" {
			return nil
		}
		stem := strings.TrimSuffix(file, ".py")
		if strings.HasSuffix(stem, other) {
			return nil
		}
		stem = strings.TrimSuffix(strings.TrimSuffix(stem, "_2"), "_3")
		stem = strings.TrimSuffix(stem, "/__init__")
		if name := strings.ReplaceAll(stem, "/", "."); name != "__init__" {
			if _, ok := Lookup(d, name); ok {
				names = append(names, name)
			}
		}
		return nil
	})
	return names
}
