// Go would hold two descriptors to watch the limits of its container.
//go:debug containermaxprocs=0

// Command pysock runs network programs written in Python 2, Python 3 or
// Starlark.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"strings"
	"syscall"

	"example.com/pysock/pysock"
	"example.com/pysock/pysock/syntax"
)

const help = `usage: pysock [option] ... [-c CODE | -m MODULE | FILE | -] [ARG] ...

Runs a network program written for Python 2 or Python 3, or a .star script.
Without a program, at a terminal, it holds an interactive session.

  -2, -3         read the program as Python 2 or 3; otherwise pysock finds out
  -c CODE        run CODE; all that follows goes to sys.argv
  -m MODULE      run a module; all that follows goes to sys.argv
  -W FILTER      what to do with warnings: action:message:category:module:line
  -E             ignore the environment: PYTHONPATH, PYTHONIOENCODING and so on
  -i             go on interactively afterwards
  -P             don't import from the folder of the script
  -I             both -E and -P
  -O, -OO        don't run assert statements; nor keep docstrings
  -u             hold back nothing of the output
  -q             begin an interactive session without a banner
  --with SCRIPT  run SCRIPT beside the program, started before it; repeatable
  --no-hints     no advice under the tracebacks of usual mistakes
  --check FILE   compile the files without running them; repeatable
  -V, --version  show the version
  -h, --help     show this text
  FILE           run the program in FILE
  -              run the program from standard input

Other options of Python's that change nothing here are accepted: -b -B -d -q
-R -s -S -X OPTION.
`

// idle are the options of Python's that change nothing here: no bytecode is
// written, and there is no module site.
const idle = "bdR"

func main() {
	collectSeldom()
	pysock.KeepLowDescriptors()
	// A broken pipe is an exception, BrokenPipeError. It isn't ignored, as those
	// programs that a script starts would then ignore it too.
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)
	os.Exit(run(os.Args[1:]))
}

// options are what the command line says.
type options struct {
	dialect  syntax.Dialect
	code     string
	hasCode  bool
	module   string
	warnings []string // the values of -W
	flags    map[string]int
	inspect  bool

	path             []string // PYTHONPATH
	environWarnings  []string // PYTHONWARNINGS
	encoding, errors string   // PYTHONIOENCODING
	unbuffered       bool

	quiet    bool
	beside   []string
	check    []string
	checking bool
	noHints  bool
	version  bool
	help     bool
	args     []string // the program and its arguments
}

// flags are the names in sys.flags of what options set.
var flags = map[rune][]string{
	'B': {"dont_write_bytecode"},
	'E': {"ignore_environment"},
	'I': {"isolated", "ignore_environment", "no_user_site", "safe_path"},
	'P': {"safe_path"},
	's': {"no_user_site"},
	'S': {"no_site"},
}

// errUsage is a command line that can't be understood.
type errUsage string

func (e errUsage) Error() string { return string(e) }

// parse reads the command line. Like Python's, it ends at the program's name or
// at -c CODE; short options may be joined.
func parse(args []string) (*options, error) {
	o := &options{flags: make(map[string]int)}
options:
	for len(args) > 0 {
		a := args[0]
		if a == "-" || !strings.HasPrefix(a, "-") {
			if !o.checking {
				break
			}
			o.check = append(o.check, a)
			args = args[1:]
			continue
		}
		args = args[1:]
		if name, isLong := strings.CutPrefix(a, "--"); isLong {
			if name == "" {
				break
			}
			name, value, given := strings.Cut(name, "=")
			switch name {
			case "with":
				if !given {
					if len(args) == 0 {
						return nil, errUsage("argument expected for the --with option")
					}
					value, args = args[0], args[1:]
				}
				o.beside = append(o.beside, value)
			case "check":
				o.checking = true
				if given {
					o.check = append(o.check, value)
				}
			case "no-hints":
				o.noHints = true
			case "version":
				o.version = true
			case "help":
				o.help = true
			default:
				return nil, errUsage("unknown option " + a)
			}
			continue
		}
		for i, c := range a[1:] {
			switch c {
			case '2':
				o.dialect = syntax.Python2
			case '3':
				o.dialect = syntax.Python3
			case 'i':
				o.inspect = true
			case 'u':
				o.unbuffered = true
			case 'q':
				o.quiet = true
			case 'V':
				o.version = true
			case 'h':
				o.help = true
			case 'O':
				o.flags["optimize"]++
			case 'B', 'E', 'I', 'P', 's', 'S':
				for _, name := range flags[c] {
					o.flags[name] = 1
				}
			case 'c', 'm', 'W', 'X':
				value := a[1+i+1:]
				if value == "" {
					if len(args) == 0 {
						return nil, errUsage(fmt.Sprintf("argument expected for the -%c option", c))
					}
					value, args = args[0], args[1:]
				}
				switch c {
				case 'W':
					o.warnings = append(o.warnings, value)
					continue options
				case 'X':
					if err := o.option(value); err != nil {
						return nil, err
					}
					continue options
				case 'm':
					o.module = value
				case 'c':
					o.code, o.hasCode = value, true
				}
				o.args = append([]string{"-" + string(c)}, args...)
				return o, nil
			default:
				if !strings.ContainsRune(idle, c) {
					return nil, errUsage(fmt.Sprintf("unknown option -%c", c))
				}
			}
		}
	}
	o.args = args
	return o, nil
}

func run(args []string) int {
	o, err := parse(args)
	if err == nil {
		err = o.environ()
	}
	var usage errUsage
	switch {
	case err != nil && !errors.As(err, &usage):
		fmt.Fprintln(os.Stderr, err)
		return 1
	case err != nil:
		fmt.Fprintf(os.Stderr, "%v\nusage: pysock [option] ... [-c CODE | -m MODULE | FILE | -] [ARG] ...\nTry `pysock -h' for more information.\n", err)
		return 2
	case o.help:
		fmt.Print(help)
		return 0
	case o.version:
		fmt.Println("pysock", version())
		return 0
	case o.checking:
		return check(o)
	}
	main, err := program(o)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	exe, _ := os.Executable()
	g := &pysock.Group{
		Config: pysock.Config{
			Dialect: o.dialect, Args: o.args, Executable: exe, Warnings: o.warnings,
			EnvironWarnings: o.environWarnings,
			Path:            o.path, Flags: o.flags,
			Encoding: o.encoding, Errors: o.errors, Unbuffered: o.unbuffered,
			OwnsProcess: true,
			Hints:       !o.noHints && pysock.IsTerminal(os.Stderr),
			Stdin:       os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		},
		Beside: o.beside,
		Colour: pysock.Terminal(os.Stdout),
	}
	interrupts := make(chan os.Signal, 1)
	signal.Notify(interrupts, os.Interrupt)
	go func() {
		for range interrupts {
			g.Interrupt()
		}
	}()
	if o.interactive() {
		hold(g, &main, o)
	}
	return g.Run(main)
}

// program is the script that the command line names.
func program(o *options) (pysock.Script, error) {
	if o.module != "" {
		return pysock.Script{Path: o.module, Module: o.module}, nil
	}
	if o.hasCode {
		return pysock.Script{Path: "<string>", Source: []byte(o.code + "\n")}, nil
	}
	if len(o.args) > 0 && o.args[0] != "-" {
		return pysock.Script{Path: o.args[0]}, nil
	}
	if len(o.args) == 0 {
		o.args = []string{""}
	}
	if o.interactive() { // the session reads it
		return pysock.Script{}, nil
	}
	src, err := io.ReadAll(os.Stdin)
	if err != nil {
		return pysock.Script{}, fmt.Errorf("pysock: %w", err)
	}
	if src == nil {
		src = []byte{}
	}
	return pysock.Script{Path: "<stdin>", Source: src}, nil
}

// check compiles files and reports what is wrong with them.
func check(o *options) int {
	files := append(o.check, o.args...)
	status := 0
	for _, path := range files {
		r := pysock.New(pysock.Config{Dialect: o.dialect, Stderr: os.Stderr})
		if err := r.Check(path); err != nil {
			r.Report(err)
			status = 1
		}
	}
	if len(files) == 0 {
		fmt.Fprintln(os.Stderr, "argument expected for the --check option")
		return 2
	}
	return status
}

// version is the release, and what it stands on.
func version() string {
	return release() + " (Python 2.7, Python 3.11; " + runtime.Version() + ")"
}

// release is the module's version.
func release() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}
