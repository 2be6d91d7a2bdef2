package main

import (
	_ "embed"
	"fmt"
	"math/rand"
	"strings"

	"example.com/pysock/pysock/syntax"
)

// prelude2 begins each program: what it prints with, which must not tell of the
// order of sets, nor of addresses.
//
//go:embed prelude.py
var prelude2 string

//go:embed prelude3.py
var prelude3 string

// prelude is that of a dialect.
func prelude(d syntax.Dialect) string {
	if d == syntax.Python3 {
		return prelude2 + prelude3
	}
	return prelude2
}

// knobs say how much sense programs make.
type knobs struct {
	slip  int   // one place in so many holds a mistake
	risky int   // one construct in so many may fail, though all in it has the right kind
	loose bool  // variables are of changing kinds, and are used where they may not be assigned
	lines []int // how long programs are, about
}

// Careful programs do what programs do, to the end: what is used has been
// assigned, operators and functions get what they take. Now and then there is a
// mistake, of the sort people make, mostly in a try statement.
var careful = knobs{slip: 80, risky: 60, lines: []int{20, 40, 70, 110}}

// Wild programs try what comes to mind on what lies about; so most of what they
// compare is how Python refuses.
var wild = knobs{slip: 16, risky: 2, loose: true, lines: []int{2, 5, 10, 70}}

// A generator writes one program. Expressions are made to be of some kind, but
// for the mistakes.
type generator struct {
	*rand.Rand
	knobs
	py2     bool
	b       *strings.Builder
	indent  int
	names   int // how many were made
	slips   int // how many mistakes may show where this is
	scopes  []*scope
	funcs   []*function
	classes []*class
	exprs   int // how deep in an expression
	waits   int // where await can't stand
}

// A scope is the module, a function, a class, or a comprehension.
type scope struct {
	function  bool
	class     bool
	generates bool
	async     bool
	loops     int // around what is written
	finally   int
	guarded   int // statements around that have something to say when a generator is closed
	returns   kind
	kinds     map[string]kind
	order     []string
	foreign   map[string]bool // are global or nonlocal
}

func generate(seed int64, d syntax.Dialect, k knobs) string {
	g := &generator{Rand: rand.New(rand.NewSource(seed)), knobs: k, py2: d == syntax.Python2, b: new(strings.Builder)}
	g.push(&scope{})
	size := k.lines[g.Intn(len(k.lines))] // small programs are quick to understand, large ones find much
	for strings.Count(g.b.String(), "\n") < size {
		if !g.loose || g.Intn(3) == 0 {
			g.statement(0)
			continue
		}
		g.line("try:")
		g.indent++
		g.statement(0)
		g.indent--
		g.line("except Exception as e: show(e)")
	}
	g.line("show(%s)", strings.Join(g.scopes[0].order, ", "))
	body := g.b.String()
	return prelude(d) + imports(body) + body
}

// imports are those that a program needs.
func imports(body string) string {
	var b strings.Builder
	for _, name := range []string{"collections", "functools", "itertools", "json", "math", "operator", "re", "string", "struct"} {
		if strings.Contains(body, name+".") {
			fmt.Fprintf(&b, "import %s\n", name)
		}
	}
	if strings.Contains(body, "reduce(") {
		b.WriteString("from functools import reduce\n")
	}
	if strings.Contains(body, "manage(") || strings.Contains(body, "contextlib.") {
		b.WriteString(managing)
	}
	return b.String()
}

// managing defines a context manager.
const managing = `import contextlib
@contextlib.contextmanager
def manage(x, swallow=False):
    show('in', x)
    try:
        yield x
    except Exception as e:
        show('caught', e)
        if not swallow: raise
    finally:
        show('out', x)
`

// slip reports, now and then, that there is to be a mistake.
func (g *generator) slip() bool {
	if g.Intn(g.knobs.slip) > 0 {
		return false
	}
	g.slips++
	return true
}

// risk reports, now and then, that something may be chosen that can fail.
func (g *generator) risk() bool {
	if g.Intn(g.risky) > 0 {
		return false
	}
	g.slips++
	return true
}

func (g *generator) push(s *scope) {
	s.kinds = make(map[string]kind)
	g.scopes = append(g.scopes, s)
}

func (g *generator) pop() { g.scopes = g.scopes[:len(g.scopes)-1] }

func (g *generator) scope() *scope { return g.scopes[len(g.scopes)-1] }

// inside runs f; what it defines is known there only, as it need not happen.
func (g *generator) inside(f func()) {
	if g.loose {
		f()
		return
	}
	s := g.scope()
	names, funcs, classes := len(s.order), len(g.funcs), len(g.classes)
	f()
	for _, name := range s.order[min(names, len(s.order)):] {
		delete(s.kinds, name)
	}
	s.order = s.order[:min(names, len(s.order))]
	g.funcs, g.classes = g.funcs[:funcs], g.classes[:classes]
}

func (g *generator) line(format string, args ...any) {
	g.b.WriteString(strings.Repeat(" ", g.indent))
	fmt.Fprintf(g.b, format, args...)
	g.b.WriteByte('\n')
}

// apart returns what f writes.
func (g *generator) apart(f func()) string {
	b := g.b
	defer func() { g.b = b }()
	g.b = new(strings.Builder)
	f()
	return g.b.String()
}

// of returns one of the texts between the spaces, where § stands for a space
// and ø for nothing.
func (g *generator) of(texts string) string {
	f := strings.Fields(texts)
	return strings.NewReplacer("§", " ", "ø", "").Replace(f[g.Intn(len(f))])
}

func (g *generator) fresh(prefix string) string {
	g.names++
	return fmt.Sprintf("%s%d", prefix, g.names)
}

// target is a variable of the current scope that is about to be assigned. Call
// it when the value is written, and declare it when it is assigned.
func (g *generator) target(k kind) string {
	if g.loose {
		if g.scope().function {
			return g.of("x y z a")
		}
		return g.of("a b c d")
	}
	if v := g.own(k); v != "" && g.Intn(2) == 0 {
		return v
	}
	return g.fresh(k.prefix())
}

func (g *generator) declare(name string, k kind) {
	if strings.Contains(name, ".") {
		return
	}
	s := g.scope()
	if _, ok := s.kinds[name]; !ok {
		s.order = append(s.order, name)
	}
	s.kinds[name] = k
}

// own is a variable of the current scope that is of that kind, or "".
func (g *generator) own(k kind) string {
	s := g.scope()
	return g.choose(func(fit func(string)) {
		for _, name := range s.order {
			if k == anyKind || s.kinds[name] == k {
				fit(name)
			}
		}
	})
}

// variable is a variable that is of that kind, or "".
func (g *generator) variable(k kind) string {
	return g.choose(func(fit func(string)) {
		for i, s := range g.scopes {
			if s.class && i < len(g.scopes)-1 && !g.loose {
				continue
			}
			for _, name := range s.order {
				if k == anyKind || s.kinds[name] == k {
					fit(name)
				}
			}
		}
	})
}

// choose returns one of those that fit, or "".
func (g *generator) choose(f func(fit func(string))) string {
	var all []string
	f(func(s string) { all = append(all, s) })
	if len(all) == 0 {
		return ""
	}
	return all[g.Intn(len(all))]
}
