package help

import (
	"slices"
	"strings"

	"example.com/pysock/pysock/syntax"
)

// Find returns the entry of a name: "socket.socket.bind", or shorter where that
// names one thing before others, "socket.bind" or "bind".
func Find(d syntax.Dialect, name string) (Entry, bool) {
	if all := FindAll(d, name); len(all) > 0 {
		return *all[0], true
	}
	return Entry{}, false
}

// FindAll returns what a name may mean, the likeliest first.
func FindAll(d syntax.Dialect, name string) []*Entry {
	name = strings.TrimSuffix(strings.TrimSpace(name), "()")
	if name == "" {
		return nil
	}
	var all []*Entry
	add := func(e *Entry) {
		if e != nil && !slices.Contains(all, e) {
			all = append(all, e)
		}
	}
	add(Exact(d, name))
	module, rest, dotted := strings.Cut(name, ".")
	if dotted && slices.Contains(modules, module) {
		add(Exact(d, module+"."+module+"."+rest)) // of the class that is called as the module
		bySuffix(d, module, rest, add)
		return all
	}
	for _, m := range modules {
		add(Exact(d, m+"."+name))
	}
	for _, m := range modules {
		bySuffix(d, m, name, add)
	}
	return all
}

// bySuffix finds the entries of a module that end in a name.
func bySuffix(d syntax.Dialect, module, name string, add func(*Entry)) {
	f := fileOf(d, module)
	for _, n := range f.names {
		if strings.HasSuffix(n, "."+name) {
			if e := f.entries[n]; e.Is == "" || e.Text != "" {
				add(e)
			}
		}
	}
}

// Exact returns the entry of a full name, or nil: that of the class itself, or of
// one that it inherits from.
func Exact(d syntax.Dialect, name string) *Entry {
	return exact(d, name, 8) // more would go in circles
}

func exact(d syntax.Dialect, name string, depth int) *Entry {
	if depth == 0 {
		return nil
	}
	module, _, _ := strings.Cut(name, ".")
	if e := fileOf(d, module).entries[name]; e != nil {
		return e
	}
	for _, m := range []string{"keywords", "modules"} {
		if e := fileOf(d, m).entries[name]; e != nil {
			return e
		}
	}
	if module == name {
		return nil
	}
	i := strings.LastIndexByte(name, '.')
	of := exact(d, name[:i], depth-1)
	switch {
	case of == nil:
	case of.Is != "":
		return exact(d, of.Is+name[i:], depth-1)
	case of.Members != "":
		if e := exact(d, of.Members+name[i:], depth-1); e != nil {
			return e
		}
	}
	if of == nil || of.Base == "" {
		return nil
	}
	return exact(d, of.Base+name[i:], depth-1)
}

// Target returns the entry that e is another name for, or e.
func (e *Entry) Target(d syntax.Dialect) *Entry {
	if e.Is != "" && e.Text == "" {
		if t := Exact(d, e.Is); t != nil {
			return t
		}
	}
	return e
}

// Short returns the shortest way to name what has a full name, as far as that
// stays readable: "SO_LINGER", "socket.bind", "str.split".
func Short(d syntax.Dialect, name string) string {
	e := Exact(d, name)
	if e == nil {
		return name
	}
	module, rest, _ := strings.Cut(e.Name, ".")
	shorter := []string{e.Last()}
	if module != "builtins" && module != "errno" && !e.Row {
		shorter = []string{module + "." + e.Last()}
	}
	if module == "builtins" {
		shorter = []string{rest}
	}
	for _, n := range shorter {
		if all := FindAll(d, n); len(all) > 0 && all[0] == e {
			return n
		}
	}
	return e.Name
}

// Shown is the name as pages show it.
func (e *Entry) Shown() string { return strings.TrimPrefix(e.Name, "builtins.") }

// Last is the last part of the name.
func (e *Entry) Last() string { return e.Name[strings.LastIndexByte(e.Name, '.')+1:] }

// Groups returns the headings of a module's file.
func Groups(d syntax.Dialect, module string) []Group { return fileOf(d, module).groups }

// GroupOf finds a group by its title, or by what its names begin with: "SO_*".
func GroupOf(d syntax.Dialect, name string) (module string, g Group, ok bool) {
	prefix, star := strings.CutSuffix(name, "*")
	for _, m := range modules {
		own, _ := strings.CutPrefix(prefix, m+".")
		for _, g := range Groups(d, m) {
			if len(g.Names) == 0 {
				continue
			}
			if strings.EqualFold(g.Title, name) || star && own != "" && strings.HasPrefix(g.Names[0], m+"."+own) {
				return m, g, true
			}
		}
	}
	return "", Group{}, false
}

// FindTopic returns the page of a topic, by its name or another one for it.
func FindTopic(name string) (*Topic, bool) {
	name = strings.ToLower(strings.TrimSpace(name))
	for _, t := range topics() {
		if t.Name == name || slices.Contains(t.Aliases, name) {
			return t, true
		}
	}
	return nil, false
}

// Topics returns the pages in the order in which one may read them.
func Topics() []*Topic { return topics() }

// Names returns the full names of all entries of a module.
func Names(d syntax.Dialect, module string) []string { return fileOf(d, module).names }

// Nearest returns the names that look like one that there is no text for: up to
// three, the most alike first.
func Nearest(d syntax.Dialect, name string) []string {
	type candidate struct {
		name string
		far  int
	}
	var found []candidate
	seen := make(map[string]bool)
	lower := strings.ToLower(name)
	try := func(shown string, as ...string) {
		best := -1
		for _, a := range as {
			if n := distance(lower, strings.ToLower(a)); best < 0 || n < best {
				best = n
			}
		}
		if most := 1 + len(name)/5; best <= most && !seen[shown] {
			seen[shown] = true
			found = append(found, candidate{shown, best})
		}
	}
	for _, m := range modules {
		for _, n := range Names(d, m) {
			e := fileOf(d, m).entries[n]
			if e.Is != "" {
				continue
			}
			try(e.Name, e.Shown(), m+"."+e.Last(), e.Last())
		}
	}
	for _, t := range Topics() {
		try(t.Name, append(t.Aliases, t.Name)...)
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return a.far - b.far })
	var names []string
	for _, c := range found[:min(3, len(found))] {
		names = append(names, c.name)
	}
	return names
}

// distance is how many letters must be put in, left out, changed or swapped with
// the next one to make b of a.
func distance(a, b string) int {
	if d := len(a) - len(b); d > 3 || d < -3 {
		return len(a) + len(b)
	}
	before, last, next := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range len(a) {
		next[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			next[j+1] = min(last[j]+cost, last[j+1]+1, next[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, last, next = last, next, before
	}
	return last[len(b)]
}

// Modules returns the modules that have texts, in the order in which a name
// without its module is looked for.
func Modules() []string { return modules }
