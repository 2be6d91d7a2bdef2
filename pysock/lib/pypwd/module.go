//go:build unix

// Package pypwd is Python's modules pwd and grp: the users and groups in
// /etc/passwd and /etc/group. (passwd(5), group(5). Other sources that
// nsswitch.conf may name aren't asked.)
package pypwd

import (
	"os"
	"strconv"
	"strings"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A database is one of the two files.
type database struct {
	rt        *object.Runtime
	module    string
	file      string
	fields    int // in a line
	typ       *object.StructType
	entry     func(d *database, fields []string) (starlark.Value, bool)
	byID      string // the function's name, and that of its argument
	byIDArg   string
	idName    string // in the KeyError
	byName    string
	byNameArg string
	all       string
}

// New returns module pwd.
func New(rt *object.Runtime) *object.Module {
	d := &database{
		rt: rt, module: "pwd", file: "/etc/passwd", fields: 7, entry: user,
		byID: "getpwuid", byIDArg: "uid", idName: "uid", byName: "getpwnam", byNameArg: "name", all: "getpwall",
	}
	return d.new("The users of the system.", "struct_passwd", "pw_name", "pw_passwd", "pw_uid", "pw_gid", "pw_gecos", "pw_dir", "pw_shell")
}

// NewGroup returns module grp.
func NewGroup(rt *object.Runtime) *object.Module {
	d := &database{
		rt: rt, module: "grp", file: "/etc/group", fields: 4, entry: group,
		byID: "getgrgid", byIDArg: "id", idName: "gid", byName: "getgrnam", byNameArg: "name", all: "getgrall",
	}
	return d.new("The groups of the system.", "struct_group", "gr_name", "gr_passwd", "gr_gid", "gr_mem")
}

func (d *database) new(doc, class string, fields ...string) *object.Module {
	d.typ = object.NewStructType(d.rt, object.StructSpec{Module: d.module, Name: class, Fields: fields, Doc: doc})
	m := object.NewModule(d.rt, d.module, doc, []object.Def{
		{Name: d.byID, F: d.findID}, {Name: d.byName, F: d.findName}, {Name: d.all, F: d.list},
	})
	m.Set(class, d.typ.Class())
	return m
}

// text is what stands in the file.
func (d *database) text(s string) starlark.Value {
	if d.rt.Dialect != syntax.Python2 && !object.IsASCII(s) {
		if t, err := builtins.Decode(d.rt.Current(), []byte(s), "utf-8", "surrogateescape"); err == nil {
			return d.rt.Str(t)
		}
	}
	return d.rt.Str(s)
}

func user(d *database, f []string) (starlark.Value, bool) {
	uid, err := strconv.ParseUint(f[2], 10, 32)
	gid, err2 := strconv.ParseUint(f[3], 10, 32)
	if err != nil || err2 != nil {
		return nil, false
	}
	return d.typ.New(d.text(f[0]), d.text(f[1]), starlark.MakeUint64(uid), starlark.MakeUint64(gid), d.text(f[4]), d.text(f[5]), d.text(f[6])), true
}

func group(d *database, f []string) (starlark.Value, bool) {
	gid, err := strconv.ParseUint(f[2], 10, 32)
	if err != nil {
		return nil, false
	}
	members := []starlark.Value{}
	for name := range strings.SplitSeq(f[3], ",") {
		if name != "" {
			members = append(members, d.text(name))
		}
	}
	return d.typ.New(d.text(f[0]), d.text(f[1]), starlark.MakeUint64(gid), d.rt.List(members)), true
}

// each calls f for the lines of the file until it returns false.
func (d *database) each(f func(fields []string) bool) {
	data, err := os.ReadFile(d.file)
	if err != nil {
		return
	}
	for line := range strings.Lines(string(data)) {
		fields := strings.Split(strings.TrimRight(line, "\n"), ":")
		if len(fields) == d.fields && !strings.HasPrefix(line, "#") && !f(fields) {
			return
		}
	}
}

// find is the first entry whose field i is s, or nil.
func (d *database) find(i int, s string) (found starlark.Value) {
	d.each(func(fields []string) bool {
		if fields[i] == s {
			found, _ = d.entry(d, fields)
		}
		return found == nil
	})
	return found
}

// findID is getpwuid(uid), getgrgid(id). KeyError if there is none.
func (d *database) findID(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	var err error
	if d.module == "grp" && d.rt.Dialect != syntax.Python2 {
		err = object.Keywords(t, d.byID, args, kwargs, 1, d.byIDArg, &v)
	} else {
		err = object.OneArg(t, d.module, d.byID, args, kwargs, &v)
	}
	if err != nil {
		return nil, err
	}
	n, err := t.Int(v)
	if err != nil && !object.Is(err, object.OverflowError, d.rt.Dialect) {
		return nil, err
	}
	if err == nil && n == int64(uint32(n)) {
		if found := d.find(2, strconv.FormatInt(n, 10)); found != nil {
			return found, nil
		}
	}
	return nil, object.KeyError.New(d.rt.Str(d.byID + "(): " + d.idName + " not found: " + object.Str(d.rt.Dialect, v)))
}

// findName is getpwnam(name), getgrnam(name). KeyError if there is none.
func (d *database) findName(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var name string
	var err error
	if d.module == "grp" && d.rt.Dialect != syntax.Python2 {
		err = object.Keywords(t, d.byName, args, kwargs, 1, d.byNameArg, &name)
	} else {
		err = object.OneArg(t, d.module, d.byName, args, kwargs, &name)
	}
	if err != nil {
		return nil, err
	}
	if strings.IndexByte(name, 0) >= 0 {
		return nil, object.ValueError.Errorf("embedded null byte")
	}
	if found := d.find(0, name); found != nil {
		return found, nil
	}
	quoted := name
	if d.rt.Dialect != syntax.Python2 {
		quoted = d.rt.Repr(d.rt.Str(name))
	}
	return nil, object.KeyError.New(d.rt.Str(d.byName + "(): name not found: " + quoted))
}

// list is getpwall(), getgrall().
func (d *database) list(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	list := []starlark.Value{}
	d.each(func(fields []string) bool {
		if e, ok := d.entry(d, fields); ok {
			list = append(list, e)
		}
		return true
	})
	return d.rt.List(list), object.NoArgs(d.module, d.all, args, kwargs)
}
