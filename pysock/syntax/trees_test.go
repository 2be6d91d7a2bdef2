package syntax

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestTrees compares the trees of testdata/trees.txt: a dialect, a source and,
// after "=>", its tree, a line a statement.
func TestTrees(t *testing.T) {
	file := filepath.Join("testdata", "trees.txt")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, chunk := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n---\n") {
		text, want, _ := strings.Cut(chunk, "\n=>\n")
		version, src, _ := strings.Cut(text, "\n")
		d := map[string]Dialect{"2": Python2, "3": Python3}[version]
		f, err := Parse("f", []byte(src), Options{Dialect: d})
		if err != nil {
			t.Errorf("%s: %v", src, err)
			continue
		}
		var lines []string
		for _, s := range f.Body {
			lines = append(lines, readable(dumpShape(&File{Dialect: d, Body: []Stmt{s}})))
		}
		got := strings.Join(lines, "\n")
		if got != want && !*update {
			t.Errorf("%s\n got %s\nwant %s", src, got, want)
		}
		if msg := roundTrip(f); msg != "" {
			t.Errorf("%s: %s", src, msg)
		}
		out = append(out, text+"\n=>\n"+got)
	}
	if *update {
		os.WriteFile(file, []byte(strings.Join(out, "\n---\n")+"\n"), 0o666)
	}
}

// readable takes the module and superfluous spaces off a dump.
func readable(dump string) string {
	dump = strings.TrimSuffix(strings.TrimPrefix(dump, "(Module [ "), " ] )")
	return strings.NewReplacer("[ ]", "[]", "( ", "(", " )", ")", "[ ", "[", " ]", "]").Replace(dump)
}
