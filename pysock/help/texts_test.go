package help

import (
	"strings"
	"testing"
)

// TestLines holds the files to 79 columns.
func TestLines(t *testing.T) {
	for _, folder := range []string{"texts", "texts/topics"} {
		list, err := files.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range list {
			if f.IsDir() {
				continue
			}
			src, err := files.ReadFile(folder + "/" + f.Name())
			if err != nil {
				t.Fatal(err)
			}
			for i, line := range strings.Split(string(src), "\n") {
				if n := width(strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(line, "2|"), "3|"), "\n")); n > 79 {
					t.Errorf("%s:%d: %d columns", f.Name(), i+1, n)
				}
				if strings.TrimRight(line, " \t") != line {
					t.Errorf("%s:%d: spaces at the end", f.Name(), i+1)
				}
			}
		}
	}
}
