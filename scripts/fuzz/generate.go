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

// A generator writes one program. Expressions are made to be of some kind, but
// not always: what Python says of wrong operands is compared too.
type generator struct {
	*rand.Rand
	py2    bool
	b      strings.Builder
	indent int
	names  int // how many were made
	scopes []*scope
	funcs  []function
	exprs  int // how deep in an expression
}

// A scope is the module, or a function.
type scope struct {
	function  bool
	class     bool
	generates bool
	async     bool
	loops     int // around what is written
	finally   int
	kinds     map[string]kind
	order     []string
}

// A function can be called with so many arguments.
type function struct {
	name       string
	min, max   int
	keyword    string // the name of the first parameter
	class, gen bool
}

// A kind is what an expression is likely to be.
type kind int

const (
	anyKind kind = iota
	intKind
	floatKind
	strKind
	boolKind
	listKind
	tupleKind
	dictKind
	setKind
	noneKind
	bytesKind
	longKind
	kinds
)

func generate(seed int64, d syntax.Dialect) string {
	g := &generator{Rand: rand.New(rand.NewSource(seed)), py2: d == syntax.Python2}
	g.push(&scope{})
	g.b.WriteString(prelude(d))
	size := []int{1, 2, 3, 12}[g.Intn(4)] // small programs are quick to understand, large ones to find much
	for range size {
		if g.Intn(3) == 0 {
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
	return g.b.String()
}

func (g *generator) push(s *scope) {
	s.kinds = make(map[string]kind)
	g.scopes = append(g.scopes, s)
}

func (g *generator) pop() { g.scopes = g.scopes[:len(g.scopes)-1] }

func (g *generator) scope() *scope { return g.scopes[len(g.scopes)-1] }

func (g *generator) line(format string, args ...any) {
	g.b.WriteString(strings.Repeat(" ", g.indent))
	fmt.Fprintf(&g.b, format, args...)
	g.b.WriteByte('\n')
}

// one calls one of the functions.
func one[T any](g *generator, fs ...func() T) T { return fs[g.Intn(len(fs))]() }

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

func (g *generator) kind() kind { return 1 + kind(g.Intn(int(kinds)-1)) }

// target is a variable of the current scope that is about to be assigned.
func (g *generator) target(k kind) string {
	name := g.targetName()
	g.declare(name, k)
	return name
}

func (g *generator) targetName() string {
	if g.scope().function {
		return g.of("x y z a")
	}
	return g.of("a b c d")
}

func (g *generator) declare(name string, k kind) {
	s := g.scope()
	if _, ok := s.kinds[name]; !ok {
		s.order = append(s.order, name)
	}
	s.kinds[name] = k
}

// variable is a variable that seems to be of that kind, or "".
func (g *generator) variable(k kind) string {
	var fit []string
	for i := len(g.scopes) - 1; i >= 0; i-- {
		s := g.scopes[i]
		for _, name := range s.order {
			if k == anyKind || s.kinds[name] == k {
				fit = append(fit, name)
			}
		}
	}
	if len(fit) == 0 {
		return ""
	}
	return fit[g.Intn(len(fit))]
}
