// Command fuzz runs generated programs under pysock and under CPython, and
// shows those that end differently, made as small as it can.
//
//	go run ./scripts/fuzz [-py 2|3] [-wild] [-for 1h] [-seed N] [-n COUNT] [-print]
//
// Programs make sense, but for some mistakes; wild ones make little. A seed
// makes the same program each time. What a program prints and the
// traceback it ends with are compared, but for what stands in the table
// overlooked. A program counts as different only if CPython does the same again
// in other processes, with other seeds for its hashes, and where no address is
// used twice and nothing is freed before the end. Programs are bounded:
// loops are short, functions call only those defined before them, and what
// grows is cut. One that takes CPython too long all the same is passed over.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"regexp"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"example.com/pysock/pysock"
)

var (
	dialect   = flag.String("py", "23", "the Pythons to compare with")
	duration  = flag.Duration("for", time.Minute, "how long to look")
	seed      = flag.Int64("seed", time.Now().Unix()*1000, "the first seed")
	count     = flag.Int64("n", 1<<60, "how many programs")
	finds     = flag.Int("finds", 10, "stop after so many differences")
	patience  = flag.Duration("patience", 30*time.Second, "how long to make one program small")
	list      = flag.Bool("list", false, "name the seeds that differ instead, each with the lines around the first that does")
	wildly    = flag.Bool("wild", false, "have programs try what comes to mind")
	printOnly = flag.Bool("print", false, "print the program of the seed")
	compared  = flag.String("compare", "", "compare this `file` instead, and make it small")
)

func main() {
	flag.Parse()
	status, err := run()
	if err != nil {
		fmt.Fprintln(os.Stderr, "fuzz:", err)
		os.Exit(2)
	}
	os.Exit(status)
}

func run() (status int, err error) {
	var found []*python
	for _, py := range pythons {
		if !strings.Contains(*dialect, py.major) {
			continue
		}
		if *printOnly {
			fmt.Print(generate(*seed, py.dialect, manner()))
			continue
		}
		if !py.find() {
			fmt.Printf("no Python %s on the machine\n", py.version)
			continue
		}
		defer py.remove()
		found = append(found, py)
	}
	if len(found) == 0 {
		return 0, nil
	}
	if *compared != "" {
		src, err := os.ReadFile(*compared)
		if err != nil {
			return 2, err
		}
		for _, py := range found {
			if differs, err := compare(py, string(src)); err != nil {
				return 2, err
			} else if differs != nil {
				status = 1
				show(py, 0, string(src))
			}
		}
		return status, nil
	}
	start, programs, differences, refused, slow := time.Now(), 0, 0, 0, 0
	differing, clean, longest := 0, 0, 0 // those shown already count too
	seen := make(map[string]bool)
	for s := *seed; s < *seed+*count && time.Since(start) < *duration && differences < *finds; s++ {
		for _, py := range found {
			src := generate(s, py.dialect, manner())
			differs, err := compare(py, src)
			if err != nil {
				return 2, err
			}
			programs++
			if compileError.MatchString(py.last.end) {
				refused++
			}
			if py.last == (outcome{}) {
				slow++
			}
			if differs == nil {
				clean++
				longest = max(longest, clean)
				continue
			}
			differing++
			clean = 0
			if seen[differs.gist()] {
				continue
			}
			seen[differs.gist()] = true
			differences++
			status = 1
			if *list {
				fmt.Printf("-py %s -seed %d\n%s", py.major, s, differs.around())
				continue
			}
			show(py, s, src)
		}
	}
	fmt.Printf("%d programs in %v, seeds from %d: %d differ, in %d ways, %d in a row don't; %d don't compile, %d are too slow\n",
		programs, time.Since(start).Round(time.Second), *seed, differing, differences, longest, refused, slow)
	return status, nil
}

// show prints a program that differs, made small, and how.
func show(py *python, seed int64, src string) {
	deadline := time.Now().Add(*patience)
	first, _ := compare(py, src)
	gist := ""
	if first != nil {
		gist = first.gist()
	}
	src = minimize(src, prelude(py.dialect), func(src string) bool {
		if time.Now().After(deadline) {
			return false
		}
		d, err := compareOnce(py, src)
		return err == nil && d != nil && d.gist() == gist
	})
	d, _ := compare(py, src)
	if d == nil {
		fmt.Printf("=== Python %s, seed %d: differs only sometimes\n", py.major, seed)
		return
	}
	fmt.Printf("=== Python %s, seed %d\n%s--- CPython\n%s--- pysock\n%s", py.major, seed, strings.TrimPrefix(src, prelude(py.dialect)), d.theirs, d.ours)
}

// An outcome is what a program printed, and the traceback it ended with.
type outcome struct{ out, end string }

func (o outcome) String() string { return o.out + o.end }

// A difference is a program's two outcomes.
type difference struct{ theirs, ours outcome }

// first is the first line of each that differs.
func (d *difference) first() (theirs, ours string) {
	x, y := strings.Split(d.theirs.String(), "\n"), strings.Split(d.ours.String(), "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return x[i], y[i]
		}
	}
	return "", ""
}

// around is a few lines of each, around the first that differs.
func (d *difference) around() string {
	const before, after = 5, 4
	x, y := strings.SplitAfter(d.theirs.String(), "\n"), strings.SplitAfter(d.ours.String(), "\n")
	i := 0
	for i < len(x) && i < len(y) && x[i] == y[i] {
		i++
	}
	var b strings.Builder
	part := func(sign string, lines []string) {
		for _, line := range lines {
			b.WriteString(sign + strings.TrimSuffix(line, "\n") + "\n")
		}
	}
	part("   ", x[max(0, i-before):i])
	part(" C ", x[i:min(len(x), i+after)])
	part(" P ", y[i:min(len(y), i+after)])
	return b.String()
}

// gist tells differences apart: the first line that differs, without numbers.
func (d *difference) gist() string {
	x, y := d.first()
	return numbers.ReplaceAllString(x+"|"+y, "")
}

var (
	numbers      = regexp.MustCompile(`[0-9]+`)
	compileError = regexp.MustCompile(`(?m)^(SyntaxError|IndentationError|TabError)\b`)
)

// overlooked is what may differ, beside private attributes of the library's classes
// (is_private in prelude.py). Everything else is compared.
var overlooked = []struct {
	what   *regexp.Regexp
	with   string
	reason string
}{
	{what: regexp.MustCompile(`0x[0-9a-f]{6,}`), with: "0x...",
		reason: "where values lie"},
	{what: regexp.MustCompile(`(?m)^  File "(?:/[^"]*/lib/python|<embedded)[^"]*", line .*\n(?:^    .*\n)*`),
		reason: "the frames of modules: many of ours are written in Go and have none"},
	{what: regexp.MustCompile(`(?m)^Exception ignored in: <\w+ object .*\n(?:^Traceback .*\n(?:^  .*\n)*)?^\w.*\n`),
		reason: "when a generator or coroutine is closed that nothing refers to, and in whose frame"},
}

// compare runs a program under both; nil if they agree, or if CPython doesn't
// agree with itself.
func compare(py *python, src string) (*difference, error) {
	d, err := compareOnce(py, src)
	if d != nil && !py.certain(src, d) {
		d = nil
	}
	return d, err
}

func compareOnce(py *python, src string) (*difference, error) {
	theirs, ok, err := py.run(src)
	if err != nil || !ok {
		return nil, err
	}
	ours, stuck := interpret(py, src)
	if stuck { // or the machine has been busy
		ours, _ = interpret(py, src)
	}
	theirs.out, theirs.end = py.normalize(theirs.out), py.normalize(theirs.end)
	if ours == theirs || compileError.MatchString(ours.end) && compileError.MatchString(theirs.end) {
		return nil, nil // the words of syntax errors are tested with the parser
	}
	return &difference{theirs, ours}, nil
}

// certain reports whether it is the program that differs. It isn't if what
// CPython does hangs on how it hashes strings, or on where it puts things: if it
// ends otherwise in another process, or as ours does once nothing is freed early,
// no address used twice and each instruction run by itself, or in more than one way once
// addresses are in no order.
func (py *python) certain(src string, d *difference) bool {
	again := func() (o outcome, ok bool) {
		py.stop()
		o, ok, err := py.run(src)
		o.out, o.end = py.normalize(o.out), py.normalize(o.end)
		return o, err == nil && ok
	}
	const processes = 50 // a string may lie on the same side of 7 in seven of eight
	for range processes {
		if o, ok := again(); !ok || o != d.theirs {
			return false
		}
	}
	py.scatter = true
	defer func() {
		py.stop()
		py.scatter = false
	}()
	once, ok := again()
	if !ok {
		return true
	}
	for range 4 * processes { // an object may lie in all places but one of eight
		if o, _ := again(); o == d.ours || o != once {
			return false
		}
	}
	return true
}

func (py *python) normalize(s string) string {
	s = strings.ReplaceAll(s, here()+"/p.py", "p.py") // Python 3 shows a script's absolute path
	for _, o := range overlooked {
		s = o.what.ReplaceAllString(s, o.with)
	}
	return s
}

var here = sync.OnceValue(func() string {
	dir, err := os.Getwd()
	if err != nil {
		panic(err)
	}
	return dir
})

// interpret has pysock run a program. Stuck says that it took so long that it was stopped:
// CPython has had less time.
func interpret(py *python, src string) (o outcome, stuck bool) {
	var stdout, stderr bytes.Buffer
	defer func() {
		if r := recover(); r != nil {
			o = outcome{stdout.String(), fmt.Sprintf("panic: %v\n%s", r, debug.Stack())}
		}
	}()
	r := pysock.New(pysock.Config{
		Dialect: py.dialect, Args: []string{"p.py"}, Warnings: []string{"ignore"},
		Stdin: strings.NewReader(""), Stdout: &stdout, Stderr: &stderr,
	})
	timer := time.AfterFunc(time.Minute, r.Interrupt)
	r.Report(r.RunSource("p.py", []byte(src)))
	stuck = !timer.Stop()
	return outcome{py.normalize(stdout.String()), py.normalize(stderr.String())}, stuck
}

// manner is how programs are to be.
func manner() knobs {
	if *wildly {
		return wild
	}
	return careful
}
