package pysock_test

import (
	"go/build"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestImportDirection keeps the order of the house: each package imports only
// those that stand to its right in this table.
func TestImportDirection(t *testing.T) {
	const module = "example.com/pysock/"
	allowed := map[string][]string{
		"pysock/syntax":   nil,
		"pysock/scope":    {"pysock/syntax"},
		"pysock/lower":    {"pysock/scope", "pysock/syntax"},
		"pysock/posix":    nil,
		"pysock/netfd":    {"pysock/posix"},
		"pysock/libm":     nil,
		"pysock/hints":    {"pysock/posix", "pysock/syntax"},
		"pysock/object":   {"pysock/netfd", "pysock/posix", "pysock/syntax"},
		"pysock/builtins": {"pysock/libm", "pysock/object", "pysock/syntax"},
		"pysock/file":     {"pysock/builtins", "pysock/netfd", "pysock/object", "pysock/posix", "pysock/syntax"},
		"pysock/lib/*":    {"pysock/builtins", "pysock/file", "pysock/hints", "pysock/libm", "pysock/netfd", "pysock/object", "pysock/posix", "pysock/syntax"},
		"pysock/lib":      {"pysock/lib/*", "pysock/netfd", "pysock/object", "pysock/syntax"},
		"pysock/embedded": {"pysock/syntax"},
		"pysock/help":     {"pysock/builtins", "pysock/object", "pysock/syntax"},
		"pysock":          {"pysock/builtins", "pysock/embedded", "pysock/file", "pysock/help", "pysock/hints", "pysock/lib", "pysock/lower", "pysock/netfd", "pysock/object", "pysock/posix", "pysock/scope", "pysock/syntax"},
		"pysock/complete": {"pysock", "pysock/embedded", "pysock/help", "pysock/lib", "pysock/object", "pysock/scope", "pysock/syntax"},
		"pysock/repl":     {"pysock", "pysock/complete", "pysock/posix", "pysock/syntax"},
		"cmd/pysock":      {"pysock", "pysock/complete", "pysock/repl", "pysock/syntax"},
	}
	dirs := []string{"."}
	for _, pattern := range []string{"*", "lib/*", "../cmd/*"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		dirs = append(dirs, found...)
	}
	kind := func(pkg string) string {
		if ok, _ := path.Match("pysock/lib/*", pkg); ok {
			return "pysock/lib/*"
		}
		return pkg
	}
	seen := 0
	for _, dir := range dirs {
		p, err := build.ImportDir(dir, 0)
		if err != nil {
			continue // a file, or a folder without Go
		}
		seen++
		name := kind(path.Join("pysock", filepath.ToSlash(dir)))
		may, known := allowed[name]
		if !known {
			t.Errorf("%s has no row in the table", name)
		}
		for _, imp := range p.Imports {
			own, ok := strings.CutPrefix(imp, module)
			if ok && !slices.Contains(may, kind(own)) {
				t.Errorf("%s imports %s", name, own)
			}
		}
	}
	if seen < 8 {
		t.Errorf("found only %d packages", seen)
	}
}
