package syntax

import (
	"bufio"
	"bytes"
	"crypto/md5"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"time"
)

// A cpython is a real interpreter to compare with.
type cpython struct {
	exe string
	env []string
	lib string // its library's directory
}

// findPython looks for an interpreter of the given version, also behind pyenv.
func findPython(t *testing.T, version string, names ...string) *cpython {
	t.Helper()
	for _, name := range names {
		exe, err := exec.LookPath(name)
		if err != nil {
			continue
		}
		full := map[string]string{"2.7": "2.7.18", "3.11": "3.11.7"}[version]
		for _, env := range [][]string{os.Environ(), append(os.Environ(), "PYENV_VERSION="+full)} {
			cmd := exec.Command(exe, "-c", "import os, sys; print('%d.%d' % sys.version_info[:2]); print(os.path.dirname(os.__file__))")
			cmd.Env = env
			out, err := cmd.Output()
			lines := strings.Split(strings.TrimSpace(string(out)), "\n")
			if err == nil && len(lines) == 2 && strings.TrimSpace(lines[0]) == version {
				return &cpython{exe, env, strings.TrimSpace(lines[1])}
			}
		}
	}
	t.Skipf("no Python %s found", version)
	return nil
}

func (py *cpython) run(t *testing.T, stdin string, args ...string) []byte {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), py.exe, args...)
	cmd.Env = append(py.env, "PYTHONIOENCODING=utf-8")
	cmd.Stdin = strings.NewReader(stdin)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", py.exe, args, err, stderr.Bytes())
	}
	return out
}

// A verdict is what CPython says about a file.
type verdict struct {
	Path   string
	OK     bool
	Line   int32
	Msg    string
	Digest string
}

// knownDifferences are files of CPython's libraries that are read differently,
// with the reason, by the end of their path.
var knownDifferences = map[string]string{}

func TestLibrary3(t *testing.T) {
	testLibrary(t, findPython(t, "3.11", "python3.11", "python3"), Python3)
}

func TestLibrary2(t *testing.T) {
	testLibrary(t, findPython(t, "2.7", "python2.7", "python2"), Python2)
}

// testLibrary reads all of CPython's own library, and compares what is accepted,
// where errors are, and the trees.
func testLibrary(t *testing.T, py *cpython, d Dialect) {
	if testing.Short() {
		t.Skip("reads thousands of files")
	}
	var paths []string
	filepath.WalkDir(py.lib, func(path string, e fs.DirEntry, err error) error {
		if err == nil && e.IsDir() && e.Name() == "site-packages" {
			return fs.SkipDir
		}
		if err == nil && !e.IsDir() && strings.HasSuffix(path, ".py") {
			paths = append(paths, path)
		}
		return nil
	})
	names := charNameTable(t, py)
	out := py.run(t, strings.Join(paths, "\n")+"\n", filepath.Join("testdata", "astdump.py"))
	var accepted, rejected, equal, known, bad int
	var spent time.Duration
	var size int
	in := bufio.NewScanner(bytes.NewReader(out))
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		var v verdict
		if err := json.Unmarshal(in.Bytes(), &v); err != nil {
			t.Fatal(err)
		}
		src, err := os.ReadFile(v.Path)
		if err != nil {
			continue
		}
		start := time.Now()
		f, err := Parse(v.Path, src, Options{Dialect: d, CharName: names, Charset: charmaps})
		spent += time.Since(start)
		size += len(src)
		name, _ := filepath.Rel(py.lib, v.Path)
		problem := ""
		switch {
		case err != nil && v.OK:
			problem = "rejected, but CPython accepts it: " + err.Error()
		case err == nil && !v.OK:
			problem = "accepted, but CPython says: " + v.Msg
		case err != nil:
			if e := err.(*Error); e.Start.Line != v.Line && v.Line != 0 {
				problem = err.Error() + "; CPython: line " + string(rune('0'+v.Line)) + ": " + v.Msg
			}
			rejected++
		default:
			accepted++
			sum := md5.Sum([]byte(dumpTree(f)))
			if v.Digest == hex.EncodeToString(sum[:]) {
				equal++
			} else if v.Digest != "" {
				problem = "the tree differs: " + firstDifference(dumpTree(f), string(py.run(t, "", filepath.Join("testdata", "astdump.py"), v.Path)))
			}
			if problem == "" {
				problem = roundTrip(f)
			}
		}
		reason, isKnown := knownDifferences[d.String()+": "+filepath.ToSlash(name)]
		switch {
		case problem == "" && isKnown:
			t.Errorf("%s: now agrees with CPython; it was listed as: %s", name, reason)
		case problem != "" && isKnown:
			known++
		case problem != "":
			if bad++; bad < 40 {
				t.Errorf("%s: %s", name, problem)
			}
		}
	}
	t.Logf("%d files: %d accepted by both (%d trees equal), %d rejected by both, %d known differences, %d others; %.1f MB/s",
		len(paths), accepted, equal, rejected, known, bad, float64(size)/1e6/spent.Seconds())
}

// charmaps knows the encodings of CPython's own files.
func charmaps(name string) *Charset {
	table := map[string]*charmap.Charmap{"koi8-r": charmap.KOI8R, "cp1252": charmap.Windows1252, "cp1251": charmap.Windows1251, "iso-8859-15": charmap.ISO8859_15}[name]
	if table == nil {
		return nil
	}
	return &Charset{
		Name: name,
		Decode: func(src []byte) (string, int, string) {
			text, _ := table.NewDecoder().Bytes(src)
			return string(text), -1, ""
		},
		Encode: func(text string) string {
			b, _ := table.NewEncoder().Bytes([]byte(text))
			return string(b)
		},
	}
}

// charNameTable returns CPython's own names of characters.
func charNameTable(t *testing.T, py *cpython) func(string) (rune, bool) {
	const script = `
import json, unicodedata
try:
    chr = unichr
except NameError:
    pass
print(json.dumps({unicodedata.name(chr(i), "?"): i for i in range(0x20000)}))
`
	table := map[string]rune{}
	if err := json.Unmarshal(py.run(t, "", "-c", script), &table); err != nil {
		t.Fatal(err)
	}
	return func(name string) (rune, bool) {
		r, ok := table[name]
		return r, ok
	}
}

// firstDifference shows where two dumps part.
func firstDifference(got, want string) string {
	g, w := strings.Fields(got), strings.Fields(want)
	for _, words := range [][]string{g, w} {
		for i, s := range words {
			if len(s) > 200 {
				words[i] = s[:100] + "..." + s[len(s)-97:]
			}
		}
	}
	for i := range g {
		if i >= len(w) || g[i] != w[i] {
			lo := max(0, i-8)
			return "\n  got  " + strings.Join(g[lo:min(len(g), i+12)], " ") +
				"\n  want " + strings.Join(w[min(lo, len(w)):min(len(w), i+12)], " ")
		}
	}
	return "one is longer"
}

// roundTrip prints a tree, parses that, and says what changed.
func roundTrip(f *File) string {
	text := Format(f)
	g, err := Parse(f.Path, []byte(text), Options{Dialect: f.Dialect})
	if err != nil {
		e := err.(*Error)
		return "printed form is wrong: " + err.Error() + ": " + e.Line
	}
	a, b := dumpShape(f), dumpShape(g)
	if a != b {
		return "printed form has another tree: " + firstDifference(b, a)
	}
	return ""
}

// dumpShape returns a dump without positions.
func dumpShape(f *File) string {
	words := strings.Fields(dumpTree(f))
	n := 0
	for _, w := range words {
		if w[0] != '@' {
			words[n] = w
			n++
		}
	}
	return strings.Join(words[:n], " ")
}
