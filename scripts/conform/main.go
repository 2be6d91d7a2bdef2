//go:build unix

// Command conform runs CPython's own tests of the language under pysock, from
// the folder test of the CPythons that are on the machine, and tells how many
// of the methods that pass in CPython pass in pysock too.
//
//	go run ./scripts/conform [-py 2|3] [-k TEXT] [-v] [FILE ...]
//
// Nothing of CPython's is copied: the test files and their helpers are read
// where they lie. Only test.support, which is about CPython's own test run, has
// a stand-in here (standin2, standin3), with which CPython runs too. Methods
// about CPython's inside don't run: excluded.txt says which, and why.
//
// A method that takes longer than -limit has failed, and so has one that ends
// the process; the rest of the file goes on. The exit status says whether the
// tests ran, not whether they passed.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

var (
	dialect = flag.String("py", "23", "the Pythons whose tests run")
	pattern = flag.String("k", "", "run only methods with this `text` in their names")
	verbose = flag.Bool("v", false, "show how methods failed")
	pysock  = flag.String("pysock", "", "the pysock to test, instead of building one")
	limit   = flag.Duration("limit", 20*time.Second, "how long a method may take")
	workers = flag.Int("j", 2, "how many files run side by side")
)

func main() {
	flag.Parse()
	if err := conform(flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "conform:", err)
		os.Exit(1)
	}
}

// conform runs the files, or all of the table, and prints a line for each.
func conform(files []string) error {
	tmp, err := os.MkdirTemp("", "conform")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	if err := os.CopyFS(filepath.Join(tmp, "conform"), standins); err != nil {
		return err
	}
	if *pysock == "" {
		*pysock = filepath.Join(tmp, "pysock")
		build := exec.Command("go", "build", "-o", *pysock, "example.com/pysock/cmd/pysock")
		build.Stderr = os.Stderr
		if err := build.Run(); err != nil {
			return err
		}
	}
	if *pysock, err = filepath.Abs(*pysock); err != nil {
		return err
	}
	for _, py := range pythons {
		if !strings.Contains(*dialect, py.major) {
			continue
		}
		exe, tests := py.find()
		if exe == "" {
			fmt.Printf("no Python %s on the machine: its tests don't run\n", py.version)
			continue
		}
		names := files
		if len(names) == 0 {
			names = py.files
		}
		excluded, err := exclusions(py.major)
		if err != nil {
			return err
		}
		fmt.Printf("%-28s %7s %7s %7s %8s %7s\n", "Python "+py.version, "passed", "failed", "skipped", "excluded", "share")
		var total count
		for _, c := range each(names, func(name string) count {
			name = strings.TrimSuffix(filepath.Base(name), ".py")
			out := excluded[name]
			file := &file{name: name, py: py, exe: exe, tests: tests, dir: filepath.Join(tmp, "conform"), excluded: out}
			return compare(file)
		}) {
			fmt.Print(c.notes)
			total.add(c)
		}
		total.name = "total"
		fmt.Println(total)
	}
	return nil
}

// each calls f for each name, some at the same time, and sends the results in
// the order of the names.
func each(names []string, f func(name string) count) func(yield func(int, count) bool) {
	results := make([]chan count, len(names))
	for i := range results {
		results[i] = make(chan count, 1)
	}
	var next int
	var mu sync.Mutex
	for range min(*workers, len(names)) {
		go func() {
			for {
				mu.Lock()
				i := next
				next++
				mu.Unlock()
				if i >= len(names) {
					return
				}
				results[i] <- f(names[i])
			}
		}()
	}
	return func(yield func(int, count) bool) {
		for i, r := range results {
			c := <-r
			fmt.Println(c)
			if !yield(i, c) {
				return
			}
		}
	}
}

// A count is a line of the table: what became of the methods that pass in
// CPython.
type count struct {
	name                              string
	passed, failed, skipped, excluded int
	reason                            string // why none ran
	notes                             string
}

func (c *count) add(d count) {
	c.passed += d.passed
	c.failed += d.failed
	c.skipped += d.skipped
	c.excluded += d.excluded
}

func (c count) String() string {
	share := "-"
	if all := c.passed + c.failed; all > 0 {
		share = fmt.Sprintf("%.1f %%", 100*float64(c.passed)/float64(all))
	}
	line := fmt.Sprintf("%-28s %7d %7d %7d %8d %7s", c.name, c.passed, c.failed, c.skipped, c.excluded, share)
	if c.reason != "" {
		line += "  " + c.reason
	}
	return line
}

// compare runs a file under both.
func compare(f *file) count {
	theirs := f.run(f.exe, "-B", "-s", "-W", "ignore")
	ours := f.run(*pysock, "-"+f.py.major)
	c := count{name: f.name}
	if len(theirs.outcomes) == 0 {
		c.reason = "CPython: " + lastLine(theirs.broken)
		return c
	}
	if len(ours.outcomes) == 0 {
		c.reason = lastLine(ours.broken)
	}
	var notes strings.Builder
	for _, id := range theirs.order {
		their, our := theirs.outcomes[id], ours.outcomes[id]
		_, out := f.excluded.match(id)
		switch {
		case out:
			c.excluded++
		case their.word != "pass" && our.word == "fail", our.word == "skip":
			c.skipped++
		case their.word != "pass":
			c.skipped++
		case our.word == "pass":
			c.passed++
		default:
			c.failed++
			text := our.text
			if our.word == "" {
				text = "did not run"
			}
			if *verbose {
				fmt.Fprintf(&notes, "--- %s %s.%s\n%s\n", f.py.major, f.name, id, strings.TrimRight(text, "\n"))
			} else if *pattern != "" || len(flag.Args()) > 0 {
				fmt.Fprintf(&notes, "    %s: %s\n", id, lastLine(text))
			}
		}
	}
	if *verbose && ours.broken != "" {
		fmt.Fprintf(&notes, "--- %s %s\n%s\n", f.py.major, f.name, ours.broken)
	}
	c.notes = notes.String()
	return c
}

// lastLine is the line of a traceback that names the exception.
func lastLine(text string) string {
	lines := slices.DeleteFunc(strings.Split(text, "\n"), func(s string) bool { return strings.TrimSpace(s) == "" })
	for i, line := range slices.Backward(lines) {
		if line[0] != ' ' && (i == 0 || strings.HasPrefix(lines[i-1], " ")) {
			return line
		}
	}
	return cmp.Or(strings.Join(lines, " "), "nothing ran")
}
