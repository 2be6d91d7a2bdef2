package pyos

import (
	"example.com/pysock/pysock/posix"
	"os"

	"example.com/pysock/pysock/file"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// entries reads a folder in the system's own order.
func (c call) entries(p *path) ([]os.DirEntry, error) {
	var f *os.File
	var err error
	if p.fd >= 0 {
		if f, err = posix.OpenFolder(p.fd); err != nil {
			return nil, c.fail(err, p.v)
		}
	} else if f, err = os.Open(p.s); err != nil {
		return nil, c.failName(err, p)
	}
	defer f.Close()
	list, err := f.ReadDir(-1)
	return list, c.failName(err, p)
}

// failName is fail for an error of package os.
func (c call) failName(err error, p *path) error {
	if err == nil {
		return nil
	}
	v := p.v
	if v == nil || v == starlark.None {
		v = c.rt.Str(".")
	}
	return object.OSFail(object.OSError, err, v)
}

// listdir is listdir(path='.') -> list of str, or of bytes for bytes.
func (c call) listdir() (starlark.Value, error) {
	p := c.pathOrFD()
	p.orNil, p.s = true, "."
	least := 0
	if c.py2() {
		least = 1
	}
	if err := c.named(least, 1, 1, "path", p); err != nil {
		return nil, err
	}
	list, err := c.entries(p)
	if err != nil {
		return nil, err
	}
	names := make([]starlark.Value, len(list))
	for i, e := range list {
		if names[i], err = c.like(p, e.Name()); err != nil {
			return nil, err
		}
	}
	return c.rt.List(names), nil
}

// An entry is a DirEntry: name, path, and what is known of the file.
type entry struct {
	m          *module
	dir        *path
	name, path starlark.Value
	full       string
	mode       uint32            // the type, of lstat
	stat       [2]starlark.Value // as lstat and stat found it
}

var (
	_ object.Typed  = (*entry)(nil)
	_ object.Reprer = (*entry)(nil)
)

// scandir is scandir(path='.') -> an iterator over DirEntry, which is a context
// manager as well.
func (c call) scandir() (starlark.Value, error) {
	p := c.pathOrFD()
	p.orNil, p.s = true, "."
	if err := c.named(0, 1, 1, "path", p); err != nil {
		return nil, err
	}
	list, err := c.entries(p)
	if err != nil {
		return nil, err
	}
	values := make([]starlark.Value, len(list))
	for i, d := range list {
		e := &entry{m: c.module, dir: p, mode: typeBits(d.Type())}
		if e.name, err = c.like(p, d.Name()); err != nil {
			return nil, err
		}
		e.full = d.Name()
		e.path = e.name
		if p.fd < 0 {
			prefix := p.s
			if prefix != "" && prefix[len(prefix)-1] != '/' {
				prefix += "/"
			}
			e.full = prefix + d.Name()
			if e.path, err = c.like(p, e.full); err != nil {
				return nil, err
			}
		}
		values[i] = e
	}
	return object.NewIterator(c.scanClass, object.NewList(values).Iterate()), nil
}

// typeBits gives a file's type as stat does.
func typeBits(m os.FileMode) uint32 {
	switch {
	case m&os.ModeDir != 0:
		return posix.S_IFDIR
	case m&os.ModeSymlink != 0:
		return posix.S_IFLNK
	case m&os.ModeNamedPipe != 0:
		return posix.S_IFIFO
	case m&os.ModeSocket != 0:
		return posix.S_IFSOCK
	case m&os.ModeCharDevice != 0:
		return posix.S_IFCHR
	case m&os.ModeDevice != 0:
		return posix.S_IFBLK
	}
	return posix.S_IFREG
}

// newScandirTypes makes the types of scandir's iterator and of DirEntry.
func (m *module) newScandirTypes() {
	ts := object.TypesOf(m.rt.Dialect)
	m.scanClass = object.NewClass("posix", "ScandirIterator", ts.Object)
	m.scanClass.Static = true
	m.scanClass.Seal()
	m.scanClass.Lazy = func(c *object.Class) {
		c.Methods = map[string]object.Method{
			"close": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
				self.(*object.Iterator).Close()
				return starlark.None, object.NoArgs("ScandirIterator", "close", args, kwargs)
			},
			"__exit__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
				self.(*object.Iterator).Close()
				return starlark.None, nil
			},
		}
		for name, f := range ts.ByName["reversed"].Methods {
			c.Methods[name] = f
		}
		c.Methods["__enter__"] = func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return self, object.NoArgs("ScandirIterator", "__enter__", args, kwargs)
		}
	}
	c := object.NewClass("posix", "DirEntry", ts.Object)
	c.Static = true
	c.Seal()
	c.Doc = "A file that scandir() found, and what is known of it."
	c.Getters = map[string]func(starlark.Value) (starlark.Value, error){
		"name": func(self starlark.Value) (starlark.Value, error) { return self.(*entry).name, nil },
		"path": func(self starlark.Value) (starlark.Value, error) { return self.(*entry).path, nil },
	}
	c.Attrs = map[string]starlark.Value{"__class_getitem__": object.ClassGetItem(c)}
	c.Methods = map[string]object.Method{
		"is_dir":     isType("is_dir", posix.S_IFDIR),
		"is_file":    isType("is_file", posix.S_IFREG),
		"is_symlink": entrySymlink,
		"stat":       entryStat,
		"inode":      entryInode,
		"__fspath__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return self.(*entry).path, object.NoArgs("DirEntry", "__fspath__", args, kwargs)
		},
	}
	m.entryClass = c
}

// follow takes follow_symlinks, which all of DirEntry's questions have.
func follow(t *object.Thread, name string, args starlark.Tuple, kwargs []starlark.Tuple) (bool, error) {
	yes := true
	if len(args) > 0 {
		return false, object.TypeError.Errorf("%s() takes exactly 0 positional arguments (%d given)", name, len(args))
	}
	return yes, object.Keywords(t, name, args, kwargs, 0, "follow_symlinks", &yes)
}

// isType is is_dir(*, follow_symlinks=True) and is_file.
func isType(name string, kind uint32) object.Method {
	return func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		follow, err := follow(t, name, args, kwargs)
		if err != nil {
			return nil, err
		}
		e := self.(*entry)
		if e.mode != posix.S_IFLNK || !follow {
			return t.RT.Bool(e.mode == kind), nil
		}
		var st posix.Stat
		switch err := e.read(&st, true); err {
		case nil:
			return t.RT.Bool(uint32(st.Mode)&posix.S_IFMT == kind), nil
		case posix.ENOENT:
			return t.RT.Bool(false), nil
		default:
			return nil, object.OSFail(object.OSError, err, e.path)
		}
	}
}

func (e *entry) read(st *posix.Stat, follow bool) error {
	dir := here
	if e.dir.fd >= 0 {
		dir = folder(e.dir.fd)
	}
	return statAt(dir, e.full, st, follow)
}

// entrySymlink is is_symlink().
func entrySymlink(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return t.RT.Bool(self.(*entry).mode == posix.S_IFLNK), object.NoArgs("DirEntry", "is_symlink", args, kwargs)
}

// entryStat is stat(*, follow_symlinks=True), which asks the system once.
func entryStat(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	follow, err := follow(t, "stat", args, kwargs)
	if err != nil {
		return nil, err
	}
	e, i := self.(*entry), 0
	if follow {
		i = 1
	}
	if e.stat[i] == nil {
		var st posix.Stat
		file.FlushSame(t.RT, e.full, false)
		if err := e.read(&st, follow); err != nil {
			return nil, object.OSFail(object.OSError, err, e.path)
		}
		e.stat[i] = e.m.result(&st)
	}
	return e.stat[i], nil
}

// entryInode is inode().
func entryInode(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	e := self.(*entry)
	if err := object.NoArgs("DirEntry", "inode", args, kwargs); err != nil {
		return nil, err
	}
	var st posix.Stat
	if err := e.read(&st, false); err != nil {
		return nil, object.OSFail(object.OSError, err, e.path)
	}
	return starlark.MakeUint64(uint64(st.Ino)), nil
}

func (e *entry) Class() *object.Class                     { return e.m.entryClass }
func (e *entry) Attr(name string) (starlark.Value, error) { return object.BindAttr(e, name) }
func (e *entry) AttrNames() []string                      { return e.m.entryClass.AttrNames() }
func (e *entry) String() string                           { return e.Repr(e.m.rt.Dialect) }
func (e *entry) Type() string                             { return "posix.DirEntry" }
func (e *entry) Freeze()                                  {}
func (e *entry) Truth() starlark.Bool                     { return true }
func (e *entry) Hash() (uint32, error)                    { return starlark.String(e.full).Hash() }

// Repr shows the name.
func (e *entry) Repr(syntax.Dialect) string { return "<DirEntry " + e.m.rt.Repr(e.name) + ">" }

// Special returns the method that makes an entry a name of a file.
func (e *entry) Special(name string) starlark.Value {
	if name != "__fspath__" {
		return nil
	}
	v, err := e.Attr(name)
	if err != nil {
		return nil
	}
	return v
}
