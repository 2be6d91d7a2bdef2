package help

import (
	"cmp"
	"embed"
	"iter"
	"regexp"
	"slices"
	"strings"
	"sync"

	"example.com/pysock/pysock/syntax"
)

//go:embed texts/*.txt texts/topics/*.txt
var files embed.FS

// An Entry is what there is to say about one name, in one dialect.
type Entry struct {
	Name       string   // in full: "socket.socket.bind"
	Of         string   // the class that a method or attribute belongs to, the module of anything else
	Group      string   // the title of the group that it stands in
	Signatures []string // how it is called; none if it can't be
	Text       string   // paragraphs, an empty line between them
	Errors     string
	See        string   // man pages, RFCs, section of the library reference
	Needs      string   // what its example needs, "" if it runs anywhere
	Example    []string // lines, as doctest reads them
	Given      string   // what the example begins with: "tls" for a connection
	Value      string   // of a constant that is an option: what it is set to
	Level      string   // of such a constant: where it counts
	Row        bool     // it is from a table
	Base       string   // of a class: the one that it inherits from
	Members    string   // of a class of constants: the module that has them
	Is         string   // the name that this is another name for
}

// A Group is a heading in a module's file, with the names under it.
type Group struct {
	Title string
	Text  string   // what its names have in common, perhaps ""
	Names []string // as Entry.Name
}

// A texts is one file, as one dialect reads it.
type texts struct {
	entries map[string]*Entry
	names   []string // in the file's order
	groups  []Group
}

// modules are those that have a file, in the order in which a name without its
// module is looked for.
var modules = []string{"socket", "select", "ssl", "struct", "builtins", "errno", "time", "itertools", "keywords", "modules"}

// fileOf reads the texts about a module, once.
var fileOf = func() func(d syntax.Dialect, module string) *texts {
	type key struct {
		d      syntax.Dialect
		module string
	}
	read := make(map[key]*texts)
	var mu sync.Mutex
	return func(d syntax.Dialect, module string) *texts {
		if d != syntax.Python2 {
			d = syntax.Python3
		}
		mu.Lock()
		defer mu.Unlock()
		f := read[key{d, module}]
		if f == nil {
			src, _ := files.ReadFile("texts/" + module + ".txt") // no file: no entries
			f = parse(d, module, string(src))
			read[key{d, module}] = f
		}
		return f
	}
}()

// row is a line of a table: a name, its arguments, its value, the text.
var row = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^([A-Za-z_][\w.]*)(\(.*?\))?(?: \[(.*?)\])?:(?: (.*))?$`)
})

// another is a line of a table for a name that stands for one with a text.
var another = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(\w+) = ([\w.]+)$`) })

// fields are the words that begin a line which isn't text.
var fields = []string{"sig", "errors", "see", "needs", "given", "level", "value", "only", "base", "members", "same"}

// A parser reads one file.
type parser struct {
	d       syntax.Dialect
	module  string
	out     *texts
	group   Entry  // what the rows of the group share
	other   bool   // the group is the other dialect's
	cur     *Entry // the entry that lines are added to, or &group
	hidden  bool   // it is the other dialect's
	field   string // the one that a line with two spaces goes on with
	skipped bool   // an empty line came before
}

func parse(d syntax.Dialect, module, src string) *texts {
	p := &parser{d: d, module: module, out: &texts{entries: make(map[string]*Entry)}}
	p.cur = &p.group
	for line := range lines(d, src, renamedIn[module]) {
		if !strings.HasPrefix(line, "#") {
			p.line(line)
		}
	}
	p.finish()
	return p.out
}

// errorsOf2 are Python 2's classes for those that Python 3 picks by the errno,
// which the texts always give beside the class.
var errorsOf2 = strings.NewReplacer("ConnectionRefusedError", "socket.error", "ConnectionResetError", "socket.error",
	"ConnectionAbortedError", "socket.error", "BlockingIOError", "socket.error", "BrokenPipeError", "socket.error",
	"PermissionError", "socket.error", "InterruptedError", "socket.error", "TimeoutError", "socket.timeout", "OSError", "socket.error")

// renamedIn has the files in which these stand.
var renamedIn = map[string]*strings.Replacer{"socket": errorsOf2, "ssl": errorsOf2, "topics": errorsOf2}

// lines yields the lines of a file that are for one dialect.
func lines(d syntax.Dialect, src string, renamed *strings.Replacer) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.Lines(src) {
			line = strings.TrimSuffix(line, "\n")
			if d == syntax.Python2 && renamed != nil && !strings.HasPrefix(line, "2|") {
				line = renamed.Replace(line)
			}
			if of, rest, ok := strings.Cut(line, "|"); ok && (of == "2" || of == "3") {
				if (of == "2") != (d == syntax.Python2) {
					continue
				}
				line = rest
			}
			if !yield(line) {
				return
			}
		}
	}
}

func (p *parser) line(line string) {
	switch {
	case strings.HasPrefix(line, "-- "):
		p.finish()
		p.group, p.other = Entry{Group: line[3:]}, false
		p.cur, p.field = &p.group, ""
		p.out.groups = append(p.out.groups, Group{Title: line[3:]})
		return
	case strings.HasPrefix(line, "== "):
		p.begin(line[3:])
		p.cur.Group = p.group.Group
		return
	case line == "":
		p.skipped, p.field = true, ""
		return
	}
	if p.cur == &p.group || p.cur.Row {
		if m := another().FindStringSubmatch(line); m != nil {
			p.begin(m[1])
			p.cur.Group, p.cur.Row, p.cur.Is = p.group.Group, true, m[2]
			return
		}
		if m := row().FindStringSubmatch(line); m != nil && !slices.Contains(fields, m[1]) {
			p.begin(m[1])
			e := p.cur
			name := e.Name
			*e = p.group
			e.Name, e.Row, e.Value, e.Text = name, true, cmp.Or(m[3], e.Value), m[4]
			e.Example = nil
			for _, l := range p.group.Example {
				e.Example = append(e.Example, strings.ReplaceAll(l, "NAME", m[1]))
			}
			if m[2] != "" {
				e.Signatures = []string{e.Last() + m[2]}
			}
			p.field = "text"
			return
		}
	}
	p.more(line)
}

// more adds a line to the entry.
func (p *parser) more(line string) {
	e := p.cur
	inside, indented := strings.CutPrefix(line, "  ")
	if e.Row && indented {
		line = inside
	}
	if name, rest, ok := strings.Cut(line, ": "); ok && slices.Contains(fields, name) {
		p.set(name, rest)
		p.skipped = false
		return
	}
	switch {
	case strings.HasPrefix(line, ">>>") && p.field != "example":
		e.Example, p.field = nil, "example" // not the group's
		fallthrough
	case p.field == "example":
		e.Example = append(e.Example, line)
	case p.field == "errors" && indented:
		e.Errors += "\n" + inside
	case p.field == "see" && indented:
		e.See += " " + inside
	case p.field == "sig" && indented:
		e.Signatures[len(e.Signatures)-1] += "\n" + line
	case e.Text == "":
		e.Text = line
	case p.skipped:
		e.Text += "\n\n" + line
	default:
		e.Text += "\n" + line
	}
	p.skipped = false
}

func (p *parser) set(name, value string) {
	e := p.cur
	p.field = name
	switch name {
	case "sig":
		e.Signatures = append(e.Signatures, value)
	case "errors":
		e.Errors = value
	case "see":
		e.See = value
	case "needs":
		e.Needs = value
	case "given":
		e.Given = value
	case "level":
		e.Level = value
	case "value":
		e.Value = value
	case "base":
		e.Base = value
	case "members":
		e.Members = value
	case "same":
		e.Is = value
	case "only":
		other := (value == "2") != (p.d == syntax.Python2)
		if p.hidden = p.hidden || other; e == &p.group {
			p.other = other
		}
	}
}

// begin starts the entry of a name.
func (p *parser) begin(name string) {
	p.finish()
	p.hidden, p.field = p.other, ""
	full := p.module + "." + name
	if name == p.module && len(p.out.groups) == 0 || p.module == "keywords" || p.module == "modules" {
		full = name // the module itself, or what has none
	}
	p.cur = &Entry{Name: full}
}

// finish puts the entry where it is found.
func (p *parser) finish() {
	e := p.cur
	p.skipped = false
	if e == &p.group {
		if n := len(p.out.groups); n > 0 && e.Text != "" {
			p.out.groups[n-1].Text = e.Text
		}
		return
	}
	if !p.hidden {
		e.Of = p.module
		if i := strings.LastIndexByte(e.Name, '.'); i > 0 {
			e.Of = e.Name[:i]
		}
		p.out.entries[e.Name] = e
		p.out.names = append(p.out.names, e.Name)
		if n := len(p.out.groups); n > 0 {
			g := &p.out.groups[n-1]
			g.Names = append(g.Names, e.Name)
		}
	}
	p.cur = &p.group
}

// A Topic is a page about something that is no name.
type Topic struct {
	Name    string
	Title   string
	Aliases []string
	Text    string
}

// topicNames are the pages, in the order in which one may read them.
var topicNames = []string{
	"start", "addresses", "ports", "tcp", "udp", "timeouts", "errors", "framing", "buffers", "halfclose", "byteorder",
	"dns", "options", "readiness", "threads", "descriptors", "unix", "ipv6", "multicast", "tls",
}

// topics reads the pages, once.
var topics = sync.OnceValue(func() []*Topic {
	var pages []*Topic
	for _, name := range topicNames {
		src, _ := files.ReadFile("texts/topics/" + name + ".txt")
		title, text, _ := strings.Cut(string(src), "\n")
		others, text, _ := strings.Cut(text, "\n")
		t := &Topic{Name: name, Title: title, Text: strings.Trim(text, "\n")}
		for a := range strings.SplitSeq(others, ",") {
			if a = strings.TrimSpace(a); a != "" {
				t.Aliases = append(t.Aliases, a)
			}
		}
		pages = append(pages, t)
	}
	return pages
})
