package help

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
)

// A Page is where a text is to be shown.
type Page struct {
	Dialect syntax.Dialect
	Width   int  // columns; 0 for 79
	Colour  bool // escape sequences may be used
}

const indent = "    "

// width is how many columns a line of text may take.
func (p Page) width() int {
	if p.Width <= 0 || p.Width > 79 {
		return 79
	}
	return max(p.Width, 20)
}

// The escape sequences of what stands out.
const (
	bold = "\x1b[1m"
	dim  = "\x1b[2m"
	cyan = "\x1b[36m"
	off  = "\x1b[0m"
)

func (p Page) paint(how, s string) string {
	if !p.Colour || s == "" {
		return s
	}
	return how + s + off
}

// Render returns the page of an entry. value is what the name is bound to, as
// repr shows it, or "" if that isn't known.
func (p Page) Render(e *Entry, value string) string {
	var b strings.Builder
	t := e.Target(p.Dialect)
	b.WriteString(p.paint(bold, e.Shown()))
	if kind := p.kind(t); kind != "" {
		between := "  "
		if width(e.Shown())+len(kind)+4 > p.width() {
			between = "\n" + indent
		}
		b.WriteString(between + p.paint(dim, "("+kind+")"))
	}
	b.WriteByte('\n')
	switch {
	case t != e:
		p.para(&b, indent, "Another name for "+t.Shown()+".")
	case value != "":
		fmt.Fprintf(&b, "%s= %s\n", indent, value)
	}
	for _, sig := range t.Signatures {
		p.signature(&b, sig)
	}
	b.WriteByte('\n')
	p.text(&b, indent, t.Text)
	if t.Level != "" || t.Value != "" {
		b.WriteByte('\n')
		if t.Level != "" {
			p.labelled(&b, "Level", t.Level)
		}
		if t.Value != "" {
			p.labelled(&b, "Value", t.Value)
		}
	}
	if t.Errors != "" && t.Errors != "None." {
		p.heading(&b, "Raises")
		for item := range strings.SplitSeq(t.Errors, "\n\n") {
			p.para(&b, indent, item)
		}
	}
	if len(t.Example) > 0 {
		head := "Example"
		switch {
		case t.Needs != "":
			head += " (needs " + t.Needs + ")"
		case t.Given == "tls":
			head += " (s is an encrypted connection, peer its other end, o an SSLObject)"
		}
		p.heading(&b, head)
		p.verbatim(&b, indent, p.Example(t))
	}
	p.more(&b, t)
	return b.String()
}

// kind says what an entry is.
func (p Page) kind(e *Entry) string {
	class := Exact(p.Dialect, e.Of)
	isClass := class != nil && strings.Contains(e.Of, ".")
	switch {
	case e.Name == e.Of && strings.Contains(e.Name, "."), !strings.Contains(e.Name, "."):
		return ""
	case isClass && len(e.Signatures) > 0:
		return "method of " + strings.TrimPrefix(e.Of, "builtins.")
	case isClass:
		return "attribute of " + strings.TrimPrefix(e.Of, "builtins.")
	case e.Level != "":
		return "option"
	}
	return ""
}

// more is what to read next.
func (p Page) more(b *strings.Builder, e *Entry) {
	var also []string
	for _, o := range FindAll(p.Dialect, e.Last()) {
		if o.Name != e.Name && len(also) < 4 && (o.Is == "" || o.Text != "") {
			also = append(also, o.Shown())
		}
	}
	if e.See == "" && len(also) == 0 {
		return
	}
	b.WriteByte('\n')
	if e.See != "" {
		p.labelled(b, "See", e.See)
	}
	if len(also) > 0 {
		p.labelled(b, "Also", strings.Join(also, ", "))
	}
}

func (p Page) heading(b *strings.Builder, s string) {
	fmt.Fprintf(b, "\n%s\n", p.paint(bold, s))
}

// labelled writes a word and what belongs to it.
func (p Page) labelled(b *strings.Builder, label, text string) {
	const in = "       "
	var para strings.Builder
	p.para(&para, in, text)
	fmt.Fprintf(b, "%s%s%s", p.paint(bold, label), in[len(label):], strings.TrimPrefix(para.String(), in))
}

// signature writes how something is called, broken at commas where it is long.
func (p Page) signature(b *strings.Builder, sig string) {
	sig = strings.Join(strings.Fields(sig), " ")
	hang := indent
	if i := strings.IndexByte(sig, '('); i >= 0 && i < 20 {
		hang += strings.Repeat(" ", i+1)
	}
	line := indent
	for i, part := range strings.SplitAfter(sig, ", ") {
		if i > 0 && len(line)+len(strings.TrimRight(part, " ")) > p.width() {
			fmt.Fprintln(b, p.paint(cyan, strings.TrimRight(line, " ")))
			line = hang
		}
		line += part
	}
	fmt.Fprintln(b, p.paint(cyan, line))
}

// text writes paragraphs; what is indented further stays as it is.
func (p Page) text(b *strings.Builder, in, s string) {
	for i, para := range strings.Split(s, "\n\n") {
		if i > 0 {
			b.WriteByte('\n')
		}
		if isVerbatim(para) {
			p.verbatim(b, in, strings.Split(para, "\n"))
		} else {
			p.para(b, in, para)
		}
	}
}

// isVerbatim reports whether the lines of a paragraph have to stay as they are:
// a table, a drawing, an example.
func isVerbatim(para string) bool {
	return strings.HasPrefix(para, " ") || strings.HasPrefix(para, ">>>") || strings.Contains(para, "\n ")
}

func (p Page) verbatim(b *strings.Builder, in string, lines []string) {
	for _, l := range lines {
		if strings.HasPrefix(strings.TrimLeft(l, " "), ">>>") {
			l = p.paint(cyan, l)
		}
		fmt.Fprintln(b, strings.TrimRight(in+l, " "))
	}
}

// para writes words into lines.
func (p Page) para(b *strings.Builder, in, s string) {
	line := in
	for _, w := range strings.Fields(s) {
		switch {
		case line == in:
			line += w
		case width(line)+1+width(w) > p.width():
			fmt.Fprintln(b, line)
			line = in + w
		default:
			line += " " + w
		}
	}
	if line != in {
		fmt.Fprintln(b, line)
	}
}

func width(s string) int { return len([]rune(s)) }

// bytesPrefix is the b of bytes in a result.
var bytesPrefix = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\bb(['"])`) })

// Example returns the lines of the example of an entry, with results as the
// dialect prints them.
func (p Page) Example(e *Entry) []string { return Results(p.Dialect, e.Example) }

// Results returns lines of a session with results as a dialect prints them.
func Results(d syntax.Dialect, lines []string) []string {
	if d != syntax.Python2 {
		return lines
	}
	lines = slices.Clone(lines)
	for i, l := range lines {
		if t := strings.TrimLeft(l, " "); !strings.HasPrefix(t, ">>>") && !strings.HasPrefix(t, "...") {
			lines[i] = bytesPrefix().ReplaceAllString(l, "$1")
		}
	}
	return lines
}

// Topic returns the page of a topic.
func (p Page) Topic(t *Topic) string {
	var b strings.Builder
	b.WriteString(p.paint(bold, t.Title) + "\n\n")
	var body []string
	for line := range lines(p.Dialect, t.Text, renamedIn["topics"]) {
		body = append(body, line)
	}
	paras := strings.Split(strings.Join(body, "\n"), "\n\n")
	for i, para := range paras {
		if i > 0 {
			b.WriteByte('\n')
		}
		first, _, _ := strings.Cut(para, "\n")
		switch {
		case first == para && !strings.HasPrefix(para, " ") && len(para) < 60 && !strings.ContainsAny(para[len(para)-1:], ".:)?") && !strings.HasPrefix(para, ">>>"):
			b.WriteString(p.paint(bold, para) + "\n") // a heading
		case isVerbatim(para):
			p.verbatim(&b, "", Results(p.Dialect, strings.Split(para, "\n")))
		default:
			p.para(&b, "", para)
		}
	}
	return b.String()
}

// TopicList returns the page that names all topics.
func (p Page) TopicList() string {
	var b strings.Builder
	b.WriteString(p.paint(bold, "Topics") + "\n\n")
	wide := 0
	for _, t := range Topics() {
		wide = max(wide, len(t.Name))
	}
	for _, t := range Topics() {
		p.item(&b, wide, t.Name, t.Title)
	}
	b.WriteByte('\n')
	p.para(&b, "", `Each is a page: help("addresses"). The modules have theirs too: help("socket"), `+
		`help("select"), help("ssl"), help("struct"); and so have help("keywords") and help("builtins").`)
	return b.String()
}

// item writes a name and a text in two columns.
func (p Page) item(b *strings.Builder, wide int, name, text string) {
	in := "  " + strings.Repeat(" ", wide+2)
	if len(in) > p.width()/2 {
		in = indent + "  "
	}
	var para strings.Builder
	p.para(&para, in, text)
	s := para.String()
	label := "  " + name
	switch {
	case s == "":
		s = "\n"
	case len(label) < len(in):
		s = strings.Repeat(" ", len(in)-len(label)) + s[len(in):]
	default:
		s = "\n" + s
	}
	b.WriteString(strings.Replace(label, name, p.paint(bold, name), 1) + s)
}

// Module returns the page of a module: what it is for, then its names in groups.
func (p Page) Module(module string) string {
	var b strings.Builder
	f := fileOf(p.Dialect, module)
	if e := f.entries[module]; e != nil {
		b.WriteString(p.paint(bold, module) + "\n\n")
		p.text(&b, "", e.Text)
		if len(e.Example) > 0 {
			b.WriteByte('\n')
			p.verbatim(&b, "", p.Example(e))
		}
		if e.See != "" {
			b.WriteByte('\n')
			p.para(&b, "", "See "+e.See)
		}
	}
	for _, g := range f.groups {
		p.groupNames(&b, f, g)
	}
	b.WriteByte('\n')
	if module != "builtins" && module != "keywords" {
		p.para(&b, "", fmt.Sprintf(`help("%s.NAME") tells of one of them.`, module))
	}
	return b.String()
}

// groupNames writes the title of a group and its names.
func (p Page) groupNames(b *strings.Builder, f *texts, g Group) {
	var names []string
	for _, n := range g.Names {
		if n == f.entries[n].Of || !strings.Contains(n, ".") && f.entries[n].Of == n {
			continue // the module itself
		}
		_, short, _ := strings.Cut(n, ".")
		names = append(names, cmpName(short, n))
	}
	if len(names) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%s\n", p.paint(bold, g.Title))
	p.para(b, indent, strings.Join(names, " "))
}

func cmpName(short, full string) string {
	if short == "" {
		return full
	}
	return short
}

// Group returns the page of a group: each of its names with its text.
func (p Page) Group(module string, g Group) string {
	var b strings.Builder
	f := fileOf(p.Dialect, module)
	b.WriteString(p.paint(bold, g.Title) + "\n")
	if g.Text != "" {
		b.WriteByte('\n')
		p.text(&b, "", g.Text)
	}
	b.WriteByte('\n')
	for _, n := range g.Names {
		e := f.entries[n].Target(p.Dialect)
		name := strings.TrimPrefix(n, module+".")
		if len(e.Signatures) > 0 {
			name = e.Signatures[0]
		}
		p.item(&b, 18, name, firstSentence(e.Text))
	}
	return b.String()
}

// firstSentence is the first sentence of a text.
func firstSentence(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	for i := range len(s) {
		if s[i] == '.' && i > 20 && (i+1 == len(s) || s[i+1] == ' ') && !strings.HasSuffix(s[:i], "e.g") && !strings.HasSuffix(s[:i], "i.e") {
			return s[:i+1]
		}
	}
	return s
}

// Class returns the page of a class: its entry, then its methods in one line each.
func (p Page) Class(e *Entry, value string) string {
	var b strings.Builder
	b.WriteString(p.Render(e, value))
	t := e.Target(p.Dialect)
	shown := make(map[string]bool)
	for c := t; c != nil; c = Exact(p.Dialect, c.Base) {
		module, _, _ := strings.Cut(c.Name, ".")
		head := "Methods and attributes"
		if c != t {
			head = "From " + c.Shown()
		}
		first := true
		for _, n := range fileOf(p.Dialect, module).names {
			m := fileOf(p.Dialect, module).entries[n]
			if m.Of != c.Name || shown[m.Last()] || n == c.Name {
				continue
			}
			shown[m.Last()] = true
			if first {
				fmt.Fprintf(&b, "\n%s\n", p.paint(bold, head))
				first = false
			}
			name := m.Last()
			if len(m.Signatures) > 0 {
				name = m.Signatures[0]
			}
			p.item(&b, 18, name, firstSentence(m.Target(p.Dialect).Text))
		}
		if c.Base == "" {
			break
		}
	}
	return b.String()
}

// Doc is what __doc__ answers for a name in a module: how it is called, then the
// text; "" if there is none.
func Doc(d syntax.Dialect, module, name string) string {
	module = home(module)
	if !slices.Contains(modules, module) || strings.Contains(name, "__") {
		return ""
	}
	class, rest, _ := strings.Cut(name, ".")
	e := Exact(d, strings.TrimSuffix(module+"."+publicName(class)+"."+rest, "."))
	if e == nil {
		return ""
	}
	e = e.Target(d)
	p, b := Page{Dialect: d, Width: 76}, new(strings.Builder)
	for _, sig := range e.Signatures {
		b.WriteString(strings.Join(strings.Fields(sig), " ") + "\n")
	}
	if len(e.Signatures) > 0 {
		b.WriteByte('\n')
	}
	p.text(b, "", e.Text)
	return strings.TrimSuffix(b.String(), "\n")
}

func init() { object.Documentation = Doc }

// Guide returns what help() tells.
func (p Page) Guide() string {
	var b strings.Builder
	b.WriteString(p.paint(bold, "Help") + "\n\n")
	rows := [][2]string{
		{`help("start")`, "first steps with sockets"},
		{`help("topics")`, "pages on addresses, TCP and UDP, timeouts, byte order, errors and more"},
		{`help("socket")`, "a module: what it is for, and all its names"},
		{`help("socket.bind")`, "a function, a method, a constant; \"bind\" will do"},
		{`help("SO_*")`, "a family of constants"},
		{`help(x)`, "any object: a socket, a function or class of yours, a module"},
		{`help("keywords")`, "the language: for, while, def, class, try, with"},
		{`help("builtins")`, "print, len, open and the other built-in functions"},
		{`help("modules")`, "what can be imported"},
	}
	for _, r := range rows {
		p.item(&b, 20, r[0], r[1])
	}
	return b.String()
}
