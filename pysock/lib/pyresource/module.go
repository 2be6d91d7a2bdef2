//go:build unix

// Package pyresource is Python's module resource: the limits of the process and
// what it has used (getrlimit(2), getrusage(2)).
package pyresource

import (
	"math"
	"os"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// usageFields are those of a struct_rusage, in order.
var usageFields = []string{
	"ru_utime", "ru_stime", "ru_maxrss", "ru_ixrss", "ru_idrss", "ru_isrss", "ru_minflt", "ru_majflt", "ru_nswap",
	"ru_inblock", "ru_oublock", "ru_msgsnd", "ru_msgrcv", "ru_nsignals", "ru_nvcsw", "ru_nivcsw",
}

// New returns the module.
func New(rt *object.Runtime) *object.Module {
	usage := object.NewStructType(rt, object.StructSpec{
		Module: "resource", Name: "struct_rusage", Fields: usageFields, Doc: "What a process has used.",
	})
	m := object.NewModule(rt, "resource", "The limits of the process, and what it has used.", []object.Def{
		{Name: "getrlimit", F: getrlimit},
		{Name: "setrlimit", F: setrlimit},
		{Name: "getpagesize", F: getpagesize},
		{Name: "getrusage", F: func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return getrusage(t, usage, args, kwargs)
		}},
	})
	for _, table := range []map[string]int64{constants, platformConstants} {
		for name, n := range table {
			m.Set(name, starlark.MakeInt64(n))
		}
	}
	m.Set("RLIM_INFINITY", starlark.MakeInt(-1))
	m.Set("struct_rusage", usage.Class())
	c := object.OSError.Class(rt.Dialect)
	if rt.Dialect == syntax.Python2 {
		c = errorKind.Class(rt.Dialect)
	}
	m.Set("error", c)
	return m
}

// errorKind is Python 2's resource.error; in Python 3 it is OSError.
var errorKind = object.NewKind("resource", "error", object.Exc, object.OSError)

func fail(t *object.Thread, err error) error {
	errno, ok := err.(unix.Errno)
	switch {
	case !ok:
		return err
	case t.RT.Dialect == syntax.Python2:
		return errorKind.New(starlark.MakeInt(int(errno)), t.RT.Str(object.Strerror(errno)))
	}
	return object.OSErrno(object.OSError, errno, nil)
}

// limit is a limit as Python has it: RLIM_INFINITY is -1.
func limit(n uint64) starlark.Value {
	if n == unix.RLIM_INFINITY || n > math.MaxInt64 {
		return starlark.MakeInt(-1)
	}
	return starlark.MakeUint64(n)
}

// getrlimit is getrlimit(resource) -> (soft, hard). ValueError for a resource
// there isn't.
func getrlimit(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var which int
	if err := object.OneArg(t, "resource", "getrlimit", args, kwargs, &which); err != nil {
		return nil, err
	}
	var l unix.Rlimit
	if err := valid(which); err != nil {
		return nil, err
	}
	if err := unix.Getrlimit(which, &l); err != nil {
		return nil, fail(t, err)
	}
	return starlark.Tuple{limit(l.Cur), limit(l.Max)}, nil
}

func valid(which int) error {
	var l unix.Rlimit
	if which < 0 || unix.Getrlimit(which, &l) == unix.EINVAL {
		return object.ValueError.Errorf("invalid resource specified")
	}
	return nil
}

// setrlimit is setrlimit(resource, (soft, hard)). ValueError for limits that
// can't be, or may not be, set.
func setrlimit(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var which int
	var limits starlark.Value
	if err := object.Positional(t, "setrlimit", args, kwargs, 2, &which, &limits); err != nil {
		return nil, err
	}
	if err := valid(which); err != nil {
		return nil, err
	}
	elems, err := object.Elements(t, limits)
	if err != nil {
		return nil, err
	}
	if len(elems) != 2 {
		return nil, object.ValueError.Errorf("expected a tuple of 2 integers")
	}
	var n [2]uint64
	for i, v := range elems {
		k, err := t.Int(v)
		if err != nil {
			return nil, err
		}
		if n[i] = uint64(k); k < 0 {
			n[i] = unix.RLIM_INFINITY
		}
	}
	switch err := unix.Setrlimit(which, &unix.Rlimit{Cur: n[0], Max: n[1]}); err {
	case unix.EINVAL:
		return nil, object.ValueError.Errorf("current limit exceeds maximum limit")
	case unix.EPERM:
		return nil, object.ValueError.Errorf("not allowed to raise maximum limit")
	default:
		return starlark.None, fail(t, err)
	}
}

// getpagesize is getpagesize() -> bytes.
func getpagesize(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return starlark.MakeInt(os.Getpagesize()), object.NoArgs("resource", "getpagesize", args, kwargs)
}

// getrusage is getrusage(who) -> struct_rusage. ValueError for one that isn't
// RUSAGE_SELF and its like.
func getrusage(t *object.Thread, typ *object.StructType, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var who int
	if err := object.OneArg(t, "resource", "getrusage", args, kwargs, &who); err != nil {
		return nil, err
	}
	var u unix.Rusage
	if err := unix.Getrusage(who, &u); err == unix.EINVAL {
		return nil, object.ValueError.Errorf("invalid who parameter")
	} else if err != nil {
		return nil, fail(t, err)
	}
	values := []starlark.Value{starlark.Float(float64(u.Utime.Nano()) / 1e9), starlark.Float(float64(u.Stime.Nano()) / 1e9)}
	for _, n := range []int64{
		int64(u.Maxrss), int64(u.Ixrss), int64(u.Idrss), int64(u.Isrss), int64(u.Minflt), int64(u.Majflt), int64(u.Nswap),
		int64(u.Inblock), int64(u.Oublock), int64(u.Msgsnd), int64(u.Msgrcv), int64(u.Nsignals), int64(u.Nvcsw), int64(u.Nivcsw),
	} {
		values = append(values, starlark.MakeInt64(n))
	}
	return typ.New(values...), nil
}
