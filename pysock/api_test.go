package pysock_test

import (
	"bytes"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"

	"example.com/pysock/pysock"
)

// TestAPI holds the modules of socket programs against CPython's: what
// testdata/modules/api/names.py prints there stands in names.out2 and names.out3. What is
// left out on purpose stands in names.left with the reason, and must be missing;
// with a name goes its value, and with a class what is in it.
func TestAPI(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the recording is Linux's")
	}
	for _, py := range pythons {
		t.Run("python"+py.suffix, func(t *testing.T) {
			script, out := "testdata/modules/api/names.py", "testdata/modules/api/names.out"+py.suffix
			if *update {
				exe := py.find()
				if exe == "" {
					t.Fatal("no CPython to ask")
				}
				b, err := exec.Command(exe, script).Output()
				if err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(out, b, 0o666); err != nil {
					t.Fatal(err)
				}
			}
			var stdout, stderr bytes.Buffer
			r := pysock.New(pysock.Config{Dialect: py.dialect, Stdout: &stdout, Stderr: &stderr})
			if r.Report(r.RunFile(script)) != 0 {
				t.Fatal(stderr.String())
			}
			want, err := os.ReadFile(out)
			if err != nil {
				t.Fatal(err)
			}
			left, err := os.ReadFile("testdata/modules/api/names.left")
			if err != nil {
				t.Fatal(err)
			}
			compareNames(t, labelled(string(want), ""), labelled(stdout.String(), ""), labelled(string(left), py.suffix))
		})
	}
}

func compareNames(t *testing.T, want, got, left map[string]map[string]bool) {
	for label, names := range want {
		for name := range names {
			module, class, _ := cutLast(label)
			missing, known := !got[label][name], left[label][name] || left[module][class]
			if constant, _, ok := strings.Cut(name, "="); ok {
				known = known || left[strings.TrimPrefix(label, "values of ")][constant]
			}
			switch {
			case missing && !known:
				t.Errorf("%s lacks %s", label, name)
			case !missing && left[label][name]:
				t.Errorf("%s has %s: take it out of names.left", label, name)
			}
		}
	}
}

// cutLast cuts "a.b.C" into a.b and C.
func cutLast(label string) (module, class string, ok bool) {
	i := strings.LastIndexByte(label, '.')
	if i < 0 {
		return label, "", false
	}
	return label[:i], label[i+1:], true
}

// labelled reads lines "label: name name ...". Lines that begin with # give a
// reason; those that begin with a 2 or a 3 are for one dialect.
func labelled(text, suffix string) map[string]map[string]bool {
	all := make(map[string]map[string]bool)
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if d, rest, _ := strings.Cut(line, " "); d == "2" || d == "3" {
			if d != suffix {
				continue
			}
			line = rest
		}
		label, names, ok := strings.Cut(line, ":")
		if !ok || line[0] == '#' {
			continue
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
