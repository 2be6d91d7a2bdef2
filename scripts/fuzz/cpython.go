package main

import (
	"bufio"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"

	"example.com/pysock/pysock/syntax"
)

//go:embed driver.py
var driver string

// A python is a CPython, and the process of it that runs programs.
type python struct {
	dialect syntax.Dialect
	major   string
	version string
	names   []string
	exe     string

	scatter bool // objects are to lie anywhere
	starts  int
	dir     string // where it keeps the program
	cmd     *exec.Cmd
	in      io.WriteCloser
	out     *bufio.Reader

	last outcome // nothing if there was none
}

var pythons = []*python{
	{dialect: syntax.Python2, major: "2", version: "2.7.18", names: []string{"python2.7", "python2"}},
	{dialect: syntax.Python3, major: "3", version: "3.11.7", names: []string{"python3.11", "python3"}},
}

// find finds the interpreter's own file, behind pyenv's shims too.
func (py *python) find() bool {
	for _, name := range py.names {
		for _, env := range [][]string{nil, {"PYENV_VERSION=" + py.version}} {
			cmd := exec.Command(name, "-c", "import sys; print('%d.%d' % sys.version_info[:2] + ' ' + sys.executable)")
			cmd.Env = append(os.Environ(), env...)
			out, err := cmd.Output()
			version, exe, _ := strings.Cut(strings.TrimSpace(string(out)), " ")
			if err == nil && strings.HasPrefix(py.version, version+".") {
				py.exe = exe
				return true
			}
		}
	}
	return false
}

func (py *python) start() (err error) {
	if py.dir == "" {
		if py.dir, err = os.MkdirTemp("", "fuzz"); err != nil {
			return err
		}
	}
	py.cmd = exec.Command(py.exe, "-B", "-W", "ignore", "-c", driver)
	if py.scatter {
		py.cmd.Args = append(py.cmd.Args, "scatter")
	}
	py.cmd.Dir = py.dir
	py.cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "PYTHONPATH=", "PYTHONIOENCODING=utf-8", fmt.Sprintf("PYTHONHASHSEED=%d", py.starts))
	if py.dialect == syntax.Python3 {
		py.starts++ // Python 2's strings hash to the same each time
	}
	py.cmd.Stderr = os.Stderr
	if py.in, err = py.cmd.StdinPipe(); err != nil {
		return err
	}
	out, err := py.cmd.StdoutPipe()
	if err != nil {
		return err
	}
	py.out = bufio.NewReader(out)
	return py.cmd.Start()
}

func (py *python) stop() {
	if py.cmd != nil {
		py.in.Close()
		_ = py.cmd.Process.Kill()
		_ = py.cmd.Wait()
		py.cmd = nil
	}
}

// remove ends the process and removes what it kept.
func (py *python) remove() {
	py.stop()
	if py.dir != "" {
		_ = os.RemoveAll(py.dir)
	}
}

// stuckAfter is how long a program may take by the clock.
const stuckAfter = 20 * time.Second

// run returns what a program prints, and the traceback it ends with. It is not
// ok if the program took too long, or took the process down.
func (py *python) run(src string) (o outcome, ok bool, err error) {
	defer func() { py.last = o }()
	if py.cmd == nil {
		if err := py.start(); err != nil {
			return outcome{}, false, err
		}
	}
	// The driver gives up by itself, but not in the midst of C code.
	process := py.cmd.Process
	defer time.AfterFunc(stuckAfter, func() { _ = process.Kill() }).Stop()
	line, err := json.Marshal(src)
	if err != nil {
		return outcome{}, false, err
	}
	if _, err = py.in.Write(append(line, '\n')); err == nil {
		line, err = py.out.ReadBytes('\n')
	}
	var answer []string
	if err == nil {
		err = json.Unmarshal(line, &answer)
	}
	if err != nil {
		py.stop()
		return outcome{}, false, nil
	}
	if answer == nil {
		return outcome{}, false, nil
	}
	if py.dialect == syntax.Python2 {
		for i, s := range answer {
			answer[i] = string(latin1(s))
		}
	}
	return outcome{answer[0], answer[1]}, true, nil
}

// latin1 are the bytes that a text's characters stand for.
func latin1(s string) (b []byte) {
	for _, r := range s {
		b = append(b, byte(r))
	}
	return b
}
