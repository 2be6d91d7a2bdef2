package builtins_test

import (
	"bytes"
	"os"
	"os/exec"
	"strings"
	"testing"

	"example.com/pysock/pysock"
)

// TestNames holds the names of everything built in against CPython's: what
// testdata/names.py prints there stands in names.out2 and names.out3. What is
// left out on purpose stands in names.left with the reason, and must be missing.
func TestNames(t *testing.T) {
	src, err := os.ReadFile("testdata/names.py")
	if err != nil {
		t.Fatal(err)
	}
	for _, py := range pythons {
		t.Run(py.suffix, func(t *testing.T) {
			out := "testdata/names.out" + py.suffix
			if *update {
				cmd := exec.Command(py.command, "testdata/names.py")
				cmd.Env = append(os.Environ(), "PYENV_VERSION="+py.version)
				b, err := cmd.Output()
				if err != nil {
					t.Fatalf("%s: %v", py.command, err)
				}
				if err := os.WriteFile(out, b, 0o666); err != nil {
					t.Fatal(err)
				}
			}
			var stdout, stderr bytes.Buffer
			r := pysock.New(pysock.Config{Dialect: py.dialect, Stdout: &stdout, Stderr: &stderr})
			if r.Report(r.RunSource("names.py", src)) != 0 {
				t.Fatal(stderr.String())
			}
			got := parseNames(t, stdout.String())
			left := leftOut(t, py.suffix)
			recorded, err := os.ReadFile(out)
			if err != nil {
				t.Fatal(err)
			}
			for label, names := range parseNames(t, string(recorded)) {
				for name := range names {
					switch missing, known := !got[label][name], left[label][name] || left["*"][name]; {
					case missing && !known:
						t.Errorf("%s lacks %s", label, name)
					case !missing && left[label][name]:
						t.Errorf("%s has %s: take it out of names.left", label, name)
					}
				}
				for name := range got[label] {
					if name[0] == '-' && !names[name] && !left[label][name[1:]] && !left["*"][name[1:]] {
						t.Errorf("%s lacks object's %s", label, name[1:])
					}
				}
			}
		})
	}
}

// parseNames reads lines "label: name name ...".
func parseNames(t *testing.T, text string) map[string]map[string]bool {
	all := make(map[string]map[string]bool)
	for line := range strings.Lines(text) {
		label, names, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			t.Fatalf("no label: %s", line)
		}
		if all[label] == nil {
			all[label] = make(map[string]bool)
		}
		for _, name := range strings.Fields(names) {
			all[label][name] = true
		}
	}
	return all
}

// leftOut reads names.left: a block of lines "label: names" follows the line
// "# reason" that holds for it; "2 label:" and "3 label:" are for one dialect,
// and the label * is for all.
func leftOut(t *testing.T, suffix string) map[string]map[string]bool {
	src, err := os.ReadFile("testdata/names.left")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for line := range strings.Lines(string(src)) {
		d, rest, _ := strings.Cut(line, " ")
		switch {
		case d == "#" || line == "\n":
		case d == suffix:
			b.WriteString(rest)
		case d != "2" && d != "3":
			b.WriteString(line)
		}
	}
	return parseNames(t, b.String())
}
