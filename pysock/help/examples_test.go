package help_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"example.com/pysock/pysock"
	"example.com/pysock/pysock/help"
	"example.com/pysock/pysock/syntax"
)

// runner is the script that runs examples, in either Python.
const runner = `
import doctest, sys, json
import socket, select, ssl, struct, os, time, threading
modules = dict((m.__name__, m) for m in (socket, select, ssl, struct, os, sys, time, threading))
for name, source in json.load(open(sys.argv[1])):
    source = str(source)
    test = doctest.DocTestParser().get_doctest(source, dict(modules), str(name), None, 0)
    doctest.DocTestRunner(verbose=False, optionflags=doctest.ELLIPSIS).run(test)
`

// examples are all that can be run, by name.
func examples(d syntax.Dialect) [][2]string {
	var list [][2]string
	page := help.Page{Dialect: d}
	for _, module := range help.Modules() {
		for _, name := range help.Names(d, module) {
			if e := help.Exact(d, name); e.Needs == "" && e.Is == "" && len(e.Example) > 0 {
				list = append(list, [2]string{name, strings.Join(page.Example(e), "\n") + "\n"})
			}
		}
	}
	for _, topic := range help.Topics() {
		list = append(list, [2]string{"topic " + topic.Name, page.Topic(topic)})
	}
	return list
}

// dialects are those that have texts of their own, with the command of CPython's.
var dialects = []struct {
	d       syntax.Dialect
	name    string
	command string
	version string
}{
	{syntax.Python3, "3", "python3.11", "3.11.7"},
	{syntax.Python2, "2", "python2.7", "2.7.18"},
}

// TestExamples runs what the texts show, by pysock, and by CPython where it is
// on the machine.
func TestExamples(t *testing.T) {
	for _, py := range dialects {
		list := examples(py.d)
		src, err := json.Marshal(list)
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		file, script := filepath.Join(dir, "examples.json"), filepath.Join(dir, "run.py")
		if err := os.WriteFile(file, src, 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(script, []byte(runner), 0o644); err != nil {
			t.Fatal(err)
		}
		t.Run("pysock"+py.name, func(t *testing.T) {
			var out, errs bytes.Buffer
			r := pysock.New(pysock.Config{Dialect: py.d, Args: []string{script, file}, Stdout: &out, Stderr: &errs})
			status := r.Report(r.RunFile(script))
			if status != 0 || out.Len() > 0 || errs.Len() > 0 {
				t.Errorf("status %d\n%s%s", status, &out, &errs)
			}
		})
		t.Run("cpython"+py.name, func(t *testing.T) {
			cmd := exec.Command(py.command, script, file)
			cmd.Env = append(os.Environ(), "PYENV_VERSION="+py.version)
			version := exec.Command(py.command, "--version")
			version.Env = cmd.Env
			if v, err := version.CombinedOutput(); err != nil || !strings.Contains(string(v), py.version) {
				t.Skip("no CPython " + py.version)
			}
			out, err := cmd.CombinedOutput()
			if err != nil || len(out) > 0 {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
	if testing.Verbose() {
		fmt.Println(len(examples(syntax.Python3)), "examples")
	}
}
