package help_test

import (
	"bytes"
	"encoding/json"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"

	"example.com/pysock/pysock"
	"example.com/pysock/pysock/help"
	"example.com/pysock/pysock/lib"
	"example.com/pysock/pysock/syntax"
)

// lister prints the public names of the four modules, and of their classes what
// these don't inherit from classes of other modules.
const lister = `
import json, sys
import socket, select, ssl, struct
found = []
def kind(value):
    return "class" if isinstance(value, type) else "call" if callable(value) else "value"
for module in (socket, select, ssl, struct):
    for name in dir(module):
        if name.startswith("_"):
            continue
        value = getattr(module, name)
        full = module.__name__ + "." + name
        found.append((full, kind(value)))
        if not isinstance(value, type) or not value.__module__.lstrip("_") in ("socket", "select", "ssl", "struct", "builtin__"):
            continue
        for attribute in dir(value):
            owners = [k for k in value.__mro__ if attribute in vars(k)]
            if attribute.startswith("_") or not owners or owners[0].__module__ in ("builtins", "io", "_io", "exceptions") or owners[0] in (int, tuple, object):
                continue
            if owners[0].__module__ == "__builtin__" and owners[0] is not value:
                continue
            found.append((full + "." + attribute, kind(getattr(value, attribute))))
found += [("select.poll." + n, "call") for n in dir(select.poll()) if not n.startswith("_")]
sys.stdout.write(json.dumps(found))
`

// names runs a script that prints pairs of strings.
func names(t *testing.T, d syntax.Dialect, script string) [][2]string {
	t.Helper()
	var out, errs bytes.Buffer
	r := pysock.New(pysock.Config{Dialect: d, Stdout: &out, Stderr: &errs})
	if status := r.Report(r.RunSource("names.py", []byte(script))); status != 0 {
		t.Fatalf("status %d: %s", status, &errs)
	}
	var found [][2]string
	if err := json.Unmarshal(out.Bytes(), &found); err != nil {
		t.Fatal(err)
	}
	return found
}

// TestNames holds the texts and the modules together: every public name has one,
// and no text is about a name that isn't there.
func TestNames(t *testing.T) {
	for _, py := range dialects {
		t.Run(py.name, func(t *testing.T) {
			found := names(t, py.d, lister)
			if len(found) < 300 {
				t.Fatalf("found only %d names", len(found))
			}
			have := make(map[string]bool)
			for _, f := range found {
				name, kind := f[0], f[1]
				have[name] = true
				e := help.Exact(py.d, name)
				if e == nil {
					t.Errorf("%s has no text", name)
					continue
				}
				if target := e.Target(py.d); kind == "call" && len(target.Signatures) == 0 && target.Of != target.Name && !strings.Contains(name, "_class") {
					t.Errorf("%s can be called and has no signature", name)
				}
			}
			for _, module := range []string{"socket", "select", "ssl", "struct"} {
				for _, name := range help.Names(py.d, module) {
					e := help.Exact(py.d, name)
					if name != module && !have[name] && !(e.Row && runtime.GOOS != "linux") {
						t.Errorf("%s isn't there", name)
					}
				}
			}
		})
	}
}

// TestComplete holds each text to what it must say.
func TestComplete(t *testing.T) {
	for _, py := range dialects {
		texts := make(map[string]string)
		for _, module := range help.Modules() {
			for _, name := range help.Names(py.d, module) {
				e := help.Exact(py.d, name)
				if e.Is != "" && help.Exact(py.d, e.Is) == nil {
					t.Errorf("%s is another name for %s, which has no text", name, e.Is)
				}
				if e.Is != "" && e.Text == "" {
					continue
				}
				if other := texts[e.Text]; other != "" && other != name {
					t.Errorf("%s and %s have the same text", other, name)
				}
				texts[e.Text] = name
				if len(strings.Fields(e.Text)) < 2 || !strings.ContainsAny(e.Text[len(e.Text)-1:], ".:?)") {
					t.Errorf("%s says too little: %q", name, e.Text)
				}
				if !slices.Contains([]string{"socket", "select", "ssl", "struct"}, module) || name == module {
					continue
				}
				if e.See == "" {
					t.Errorf("%s doesn't say where the facts stand", name)
				}
				if len(e.Example) == 0 {
					t.Errorf("%s has no example", name)
				}
				if !e.Row && e.Errors == "" && e.Is == "" {
					t.Errorf("%s doesn't say what it raises", name)
				}
			}
		}
	}
}

// TestBuiltins holds the texts about built-in names to what there is.
func TestBuiltins(t *testing.T) {
	const lister = `
import json, sys
b = __import__("builtins" if sys.version_info[0] > 2 else "__builtin__")
found = []
for name in dir(b):
    if name.startswith("_"):
        continue
    found.append((name, ""))
    value = getattr(b, name)
    if isinstance(value, type) and value.__name__ == name and name in (
            "str", "bytes", "unicode", "bytearray", "list", "dict", "tuple", "set", "frozenset", "int", "long", "float",
            "complex", "bool", "file", "OSError", "IOError"):
        for attribute in dir(value):
            if not attribute.startswith("_") and attribute not in ("args", "with_traceback", "add_note", "message"):
                found.append((name + "." + attribute, ""))
sys.stdout.write(json.dumps(found))
`
	for _, py := range dialects {
		have := make(map[string]bool)
		for _, f := range names(t, py.d, lister) {
			have["builtins."+f[0]] = true
			if help.Exact(py.d, "builtins."+f[0]) == nil {
				t.Errorf("Python %s: %s has no text", py.name, f[0])
			}
		}
		for _, name := range help.Names(py.d, "builtins") {
			if !have[name] && name != "builtins" && !strings.HasPrefix(name, "builtins.range.") && name != "builtins.print" {
				t.Errorf("Python %s: %s isn't there", py.name, name)
			}
		}
	}
}

// TestOthers holds the texts about other modules to their names.
func TestOthers(t *testing.T) {
	for _, module := range []string{"errno", "time"} {
		script := "import " + module + `, json, sys
sys.stdout.write(json.dumps([(n, "") for n in dir(` + module + `) if not n.startswith("_")]))
`
		for _, py := range dialects {
			have := make(map[string]bool)
			for _, f := range names(t, py.d, script) {
				have[module+"."+f[0]] = true
				if module == "time" && help.Exact(py.d, module+"."+f[0]) == nil {
					t.Errorf("Python %s: %s.%s has no text", py.name, module, f[0])
				}
			}
			for _, name := range help.Names(py.d, module) {
				if !have[name] && name != module && runtime.GOOS == "linux" { // others have fewer
					t.Errorf("Python %s: %s isn't there", py.name, name)
				}
			}
		}
	}
}

// TestKeywords holds the texts about keywords to those of the language.
func TestKeywords(t *testing.T) {
	const lister = `
import json, keyword, sys
sys.stdout.write(json.dumps([(n, "") for n in keyword.kwlist + list(getattr(keyword, "softkwlist", ()))]))
`
	for _, py := range dialects {
		have := make(map[string]bool)
		for _, f := range names(t, py.d, lister) {
			have[f[0]] = true
			if e := help.Exact(py.d, f[0]); e == nil && f[0] != "_" && help.Exact(py.d, "builtins."+f[0]) == nil {
				t.Errorf("Python %s: %s has no text", py.name, f[0])
			}
		}
		for _, name := range help.Names(py.d, "keywords") {
			if !have[name] {
				t.Errorf("Python %s: %s isn't a keyword", py.name, name)
			}
		}
	}
}

// TestModules imports every module that help("modules") lists, and finds every
// module that there is in it.
func TestModules(t *testing.T) {
	for _, py := range dialects {
		list := help.Names(py.d, "modules")
		var src strings.Builder
		src.WriteString("import json, sys, warnings\nwarnings.simplefilter('ignore')\nmissing = []\n")
		for _, name := range list {
			src.WriteString("try: import " + name + "\nexcept ImportError as e: missing.append(('" + name + "', str(e)))\n")
		}
		src.WriteString("sys.stdout.write(json.dumps(missing))\n")
		for _, missing := range names(t, py.d, src.String()) {
			t.Errorf("Python %s: %s", py.name, missing)
		}
		all := lib.Names(py.d)
		entries, err := os.ReadDir("../embedded")
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			name := strings.TrimSuffix(e.Name(), ".py")
			for dialect, suffix := range map[syntax.Dialect]string{syntax.Python2: "_2", syntax.Python3: "_3"} {
				if stem, ok := strings.CutSuffix(name, suffix); ok && e.Name() != name {
					if name = stem; dialect != py.d {
						name = "_"
					}
				}
			}
			if (strings.HasSuffix(e.Name(), ".py") || e.IsDir()) && name != "concurrent" && name != "collections_2" {
				all = append(all, name)
			}
		}
		for _, name := range all {
			if !strings.HasPrefix(name, "_") && help.Exact(py.d, name) == nil {
				t.Errorf("Python %s: module %s has no text", py.name, name)
			}
		}
	}
}
