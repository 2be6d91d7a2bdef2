package pysock_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"example.com/pysock/pysock"
	"example.com/pysock/pysock/syntax"
)

// The conformance suite: testdata/<construct>/<name>.py are scripts, and beside
// each is what CPython makes of it. A name that ends in _2 or _3 is for that
// Python alone; any other is run as both, with one recording (.out) or, where
// the Pythons differ, two (.out2 and .out3). A .in file is the script's input.
// Files that begin with _, and those in folders further down, are modules that
// scripts import. Folder detection leaves it to pysock to find out the dialect.
//
// A recording is the standard output, then what is on standard error, then the
// exit status. go test -update records it anew. Where CPython is on the machine
// it runs each script again, to see that the recording still holds; if
// PYSOCK_PYTHONS is set it must be there.
//
// A line "# ---" ends one script and begins the next in the same file: without
// try, each error needs a script of its own. They keep their line numbers, and
// their recordings follow each other.
//
// Comment lines in a script say that the two are not to be compared:
//
//	# differs: reason    pysock doesn't do yet, or never will, what CPython does;
//	                     the test fails the day it does
//	# own: reason        CPython can't run the script: -update records pysock
//	# site: reason       CPython needs its module site, which takes time to load
//	# needs: what        it is skipped where the machine doesn't have this: see needs
var update = flag.Bool("update", false, "record what CPython prints")

// limit is how long one script may take.
const limit = 20 * time.Second * slowness

// A python is one dialect, and the CPython that speaks it.
type python struct {
	dialect syntax.Dialect
	suffix  string
	names   []string // of the command
	version string   // of the specification
	find    func() string
}

var pythons = []*python{
	{dialect: syntax.Python2, suffix: "2", names: []string{"python2.7", "python2"}, version: "2.7.18"},
	{dialect: syntax.Python3, suffix: "3", names: []string{"python3.11", "python3"}, version: "3.11.7"},
}

func init() {
	for _, py := range pythons {
		py.find = sync.OnceValue(py.look)
	}
}

// look finds the interpreter's own file, behind pyenv's shims too; "" if there
// is none.
func (py *python) look() string {
	for _, name := range py.names {
		for _, env := range [][]string{nil, {"PYENV_VERSION=" + py.version}} {
			cmd := exec.Command(name, "-c", "import sys; print('%d.%d' % sys.version_info[:2] + ' ' + sys.executable)")
			cmd.Env = append(os.Environ(), env...)
			out, err := cmd.Output()
			version, exe, _ := strings.Cut(strings.TrimSpace(string(out)), " ")
			if err == nil && strings.HasPrefix(py.version, version+".") {
				return exe
			}
		}
	}
	return ""
}

// run has CPython run a script, with module site or without it.
func (py *python) run(t *testing.T, script, input string, site bool) string {
	said := py.runOnce(t, script, input, site)
	for range 2 {
		if !strings.HasSuffix(said, "-- exit -1\n") {
			break
		}
		said = py.runOnce(t, script, input, site) // CPython crashes now and then: in ssl, with threads
	}
	return said
}

func (py *python) runOnce(t *testing.T, script, input string, site bool) string {
	ctx, cancel := context.WithTimeout(t.Context(), limit)
	defer cancel()
	args := []string{"-W", "ignore", script}
	if !site {
		args = append([]string{"-S"}, args...) // it starts several times as fast
	}
	cmd := exec.CommandContext(ctx, py.find(), args...)
	cmd.Env = append(os.Environ(), "PYTHONDONTWRITEBYTECODE=1", "LC_ALL=C.UTF-8", "PYTHONPATH=", "PYTHONIOENCODING=")
	cmd.Stdin = strings.NewReader(input)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if _, exited := err.(*exec.ExitError); err != nil && !exited {
		t.Fatal(err)
	}
	return report(&stdout, &stderr, cmd.ProcessState.ExitCode())
}

// asCommand is set, to a dialect, in the environment of a test binary that is to
// run the script it is given instead of the tests: each script has a process of its
// own, as it has in CPython.
const asCommand = "PYSOCK_TEST_RUN"

func TestMain(m *testing.M) {
	d, err := strconv.Atoi(os.Getenv(asCommand))
	if err != nil {
		os.Exit(m.Run())
	}
	os.Unsetenv(asCommand)
	before := present()
	r := pysock.New(pysock.Config{
		Warnings: []string{"ignore"},
		Dialect:  syntax.Dialect(d), Args: os.Args[1:],
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
	})
	status := r.Report(r.RunFile(os.Args[1]))
	if !r.Close() {
		fmt.Fprintln(os.Stderr, "threads are held up")
	}
	if left := before.left(); left != "" {
		fmt.Fprintf(os.Stderr, "left behind:\n%s", left)
	}
	os.Exit(status)
}

// interpret has pysock run a script.
func interpret(t *testing.T, script, input string, d syntax.Dialect) string {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, exe, script)
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = limit
	cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%d", asCommand, d))
	if raced {
		cmd.Env = append(cmd.Env, "SLOWED=1")
	}
	cmd.Stdin = strings.NewReader(input)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err = cmd.Run()
	if ctx.Err() != nil {
		t.Fatalf("still running after %v:\n%s%s", limit, &stdout, &stderr)
	}
	if _, exited := err.(*exec.ExitError); err != nil && !exited {
		t.Fatal(err)
	}
	return report(&stdout, &stderr, cmd.ProcessState.ExitCode())
}

var (
	folders   = regexp.MustCompile(`(File "|[ '(])/[^"'\s]*/([^/"'\s]+\.(?:py|star))\b`)
	addresses = regexp.MustCompile(`\b0x[0-9a-f]{6,}`)
)

// report is what is recorded of a run: without the machine's folders and
// addresses.
func report(stdout, stderr *bytes.Buffer, status int) string {
	var b strings.Builder
	b.Write(stdout.Bytes())
	if n := stdout.Len(); n > 0 && stdout.Bytes()[n-1] != '\n' {
		b.WriteString("-- no newline\n")
	}
	if stderr.Len() > 0 {
		fmt.Fprintf(&b, "-- stderr\n%s", stderr)
	}
	fmt.Fprintf(&b, "-- exit %d\n", status)
	s := folders.ReplaceAllString(b.String(), "${1}${2}")
	return addresses.ReplaceAllString(s, "0x...")
}

// note returns what a comment line of a script says about it.
func note(src []byte, word string) (reason string, ok bool) {
	m := regexp.MustCompile(`(?m)^# ` + word + `: (.*?)\r?$`).FindSubmatch(src)
	if m == nil {
		return "", false
	}
	return string(m[1]), true
}

// needs are what a script may need that not every machine has, or not every
// user.
var needs = map[string]func() bool{
	"raw sockets": func() bool { return canOpen(syscall.SOCK_RAW, udp) },
	"UDP-Lite":    func() bool { return canOpen(syscall.SOCK_DGRAM, udpLite) },
	"Linux":       func() bool { return runtime.GOOS == "linux" },
}

// Protocols, by their numbers.
const (
	udp     = 17
	udpLite = 136
)

// threaded are the folders whose scripts have threads, or what works like them.
var threaded = []string{"files", "generators", "signals", "sockets", "ssl", "subprocess", "threads"}

func TestConformance(t *testing.T) {
	scripts, err := filepath.Glob("testdata/*/*.py")
	if err != nil || len(scripts) == 0 {
		t.Fatal("no scripts", err)
	}
	for _, path := range scripts {
		name := strings.TrimSuffix(filepath.Base(path), ".py")
		if name[0] == '_' || raced && !slices.Contains(threaded, filepath.Base(filepath.Dir(path))) {
			continue
		}
		t.Run(filepath.Base(filepath.Dir(path))+"/"+name, func(t *testing.T) {
			t.Chdir(filepath.Dir(path))
			conform(t, name)
		})
	}
}

// conform checks one script of the current folder.
func conform(t *testing.T, name string) {
	script := name + ".py"
	src, err := os.ReadFile(script)
	if err != nil {
		t.Fatal(err)
	}
	if what, ok := note(src, "needs"); ok && !needs[what]() {
		t.Skip("needs " + what)
	}
	input, _ := os.ReadFile(name + ".in")
	reason, differs := note(src, "differs")
	_, own := note(src, "own")
	_, site := note(src, "site")
	parts := split(t, script, src)
	detect := false
	if dir, err := os.Getwd(); err == nil {
		detect = filepath.Base(dir) == "detection"
	}
	var recordings [2]string
	for i, py := range pythons {
		if strings.HasSuffix(name, "_"+pythons[1-i].suffix) {
			continue
		}
		d := py.dialect
		if detect {
			d = syntax.Auto
		}
		got := each(parts, func(script string) string { return interpret(t, script, string(input), d) })
		want, recorded := recording(name, py.suffix)
		if own {
			recordings[i] = got
			if !*update && got != want {
				t.Errorf("as Python %s: + got, - want\n%s", py.suffix, diff(got, want))
			}
			continue
		}
		if py.present(t) {
			again := each(parts, func(script string) string { return py.run(t, script, string(input), site) })
			recordings[i] = again
			if !*update && again != want {
				t.Errorf("CPython %s has changed its mind: + it prints, - recorded is\n%s", py.version, diff(again, want))
			}
			if *update {
				want, recorded = again, true
			}
		} else {
			recordings[i] = want
		}
		switch {
		case !recorded:
			t.Errorf("nothing is recorded for Python %s: go test -update", py.suffix)
		case differs && got == want:
			t.Errorf("as Python %s: no longer differs (%s): remove the mark", py.suffix, reason)
		case !differs && got != want:
			t.Errorf("as Python %s: + got, - want\n%s", py.suffix, diff(got, want))
		}
	}
	if *update {
		record(t, name, recordings)
	}
}

// split returns the files of the scripts that are in one file.
func split(t *testing.T, script string, src []byte) []string {
	const mark = "\n# ---\n"
	parts := strings.Split(string(src), mark)
	if len(parts) == 1 {
		return []string{script}
	}
	var files []string
	line := 0
	for i, part := range parts {
		dir := filepath.Join(t.TempDir(), fmt.Sprint(i))
		file := filepath.Join(dir, script)
		if err := os.Mkdir(dir, 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(strings.Repeat("\n", line)+part+"\n"), 0o666); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
		line += strings.Count(part+mark, "\n")
	}
	return files
}

// each joins the reports on scripts.
func each(scripts []string, run func(script string) string) string {
	var b strings.Builder
	for _, s := range scripts {
		b.WriteString(run(s))
	}
	return b.String()
}

// present reports whether CPython is to confirm the recordings.
func (py *python) present(t *testing.T) bool {
	if testing.Short() {
		return false
	}
	found := py.find() != ""
	if !found && os.Getenv("PYSOCK_PYTHONS") != "" {
		t.Fatalf("no Python %s", py.version)
	}
	return found
}

// recording reads what is recorded of a script for one Python.
func recording(name, suffix string) (string, bool) {
	for _, ext := range []string{".out" + suffix, ".out"} {
		if b, err := os.ReadFile(name + ext); err == nil {
			return string(b), true
		}
	}
	return "", false
}

// record writes the recordings of a script: one, if the Pythons agree.
func record(t *testing.T, name string, recordings [2]string) {
	files := map[string]string{".out": "", ".out2": "", ".out3": ""}
	switch two, three := recordings[0], recordings[1]; {
	case two == three, two == "", three == "":
		files[".out"] = two
		if two == "" {
			files[".out"] = three
		}
	default:
		files[".out2"], files[".out3"] = two, three
	}
	for ext, text := range files {
		file := name + ext
		if text == "" {
			os.Remove(file)
		} else if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Error(err)
		}
	}
}

// TestStarConformance runs the .star files, whose recordings were written by
// hand.
func TestStarConformance(t *testing.T) {
	scripts, _ := filepath.Glob("testdata/*/*.star")
	for _, path := range scripts {
		name := strings.TrimSuffix(filepath.Base(path), ".star")
		t.Run(filepath.Base(filepath.Dir(path))+"/"+name, func(t *testing.T) {
			t.Chdir(filepath.Dir(path))
			want, err := os.ReadFile(name + ".star.out")
			if err != nil {
				t.Fatal(err)
			}
			if got := interpret(t, name+".star", "", syntax.Auto); got != string(want) {
				t.Errorf("+ got, - want\n%s", diff(got, string(want)))
			}
		})
	}
}
