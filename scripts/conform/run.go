//go:build unix

package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// A file is one of CPython's test files.
type file struct {
	name     string
	py       *python
	exe      string // CPython
	tests    string // CPython's folder
	dir      string // with the driver and the stand-ins
	excluded patterns
}

// An outcome is how a method ended: pass, fail with a traceback, skip with a
// reason.
type outcome struct{ word, text string }

// A report is what was said of a file.
type report struct {
	outcomes map[string]outcome
	order    []string // of the methods, as they came
	broken   string   // errors outside of methods
}

func (r *report) set(id string, o outcome) {
	if _, again := r.outcomes[id]; !again {
		r.order = append(r.order, id)
	}
	r.outcomes[id] = o
}

// run has an interpreter run the file. It starts anew behind each method that
// hangs or ends the process.
func (f *file) run(interpreter ...string) *report {
	r := &report{outcomes: make(map[string]outcome)}
	for {
		at, how := f.process(r, interpreter)
		if at == "" {
			if how != "" {
				r.broken += how
			}
			return r
		}
		r.set(at, outcome{"fail", how})
	}
}

// process runs the methods that haven't run yet, until the end of the file or
// of the process: then it returns the method that was running, and what
// happened.
func (f *file) process(r *report, interpreter []string) (at, how string) {
	dir, err := os.MkdirTemp(f.dir, "run")
	if err != nil {
		return "", err.Error()
	}
	defer os.RemoveAll(dir)
	if err := os.WriteFile(filepath.Join(dir, "skips.py"), f.skips(r), 0o666); err != nil {
		return "", err.Error()
	}
	var args []string
	args = append(args, interpreter[1:]...)
	args = append(args, filepath.Join(f.dir, "driver.py"), filepath.Join(f.dir, "standin"+f.py.major), f.tests, f.name, dir, *pattern)
	cmd := exec.Command(interpreter[0], args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "PYTHONIOENCODING=", "LC_ALL=C.UTF-8", "TZ=UTC", "PYTHONDONTWRITEBYTECODE=1")
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	var stderr tail
	cmd.Stderr = &stderr
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		return "", err.Error()
	}
	kill := func() { _ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	timer := time.AfterFunc(*limit, kill)
	done := false
	lines := bufio.NewReader(out)
	for {
		line, err := lines.ReadString('\n')
		if said, ok := strings.CutPrefix(line, "\x01"); ok {
			fields := strings.Split(strings.TrimSuffix(said, "\n"), "\t")
			for i, s := range fields {
				fields[i] = unescape(s)
			}
			fields = append(fields, "", "")
			switch fields[0] {
			case "start":
				at = fields[1]
				timer.Reset(*limit)
			case "broken":
				r.broken += fields[1]
			case "done":
				done = true
				timer.Reset(*limit) // for what runs at exit
			default:
				if _, known := r.outcomes[fields[1]]; !known { // else it was skipped as such
					r.set(fields[1], outcome{fields[0], fields[2]})
				}
				at = ""
			}
		}
		if err != nil {
			break
		}
	}
	hung := !timer.Stop()
	kill()
	err = cmd.Wait()
	switch {
	case done:
		return "", ""
	case hung:
		return at, fmt.Sprintf("still running after %v", *limit)
	}
	return at, fmt.Sprintf("the process ended: %v\n%s", err, stderr.text)
}

// skips is the module that tells the driver which methods not to run: those
// that have, and the excluded.
func (f *file) skips(r *report) []byte {
	var b strings.Builder
	b.WriteString("ran = {\n")
	for _, id := range r.order {
		fmt.Fprintf(&b, "    %+q: 1,\n", id)
	}
	b.WriteString("}\nexcluded = [\n")
	for _, x := range f.excluded {
		fmt.Fprintf(&b, "    (%+q, %+q),\n", x.pattern, x.reason)
	}
	b.WriteString("]\n")
	return []byte(b.String())
}

var escapes = strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\t`, "\t", `\r`, "\r")

func unescape(s string) string { return escapes.Replace(s) }

// A tail keeps the last of what is written to it.
type tail struct{ text []byte }

func (t *tail) Write(p []byte) (int, error) {
	t.text = append(t.text, p...)
	if n := len(t.text) - 4000; n > 0 {
		t.text = t.text[n:]
	}
	return len(p), nil
}
