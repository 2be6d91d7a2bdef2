package object

import (
	"slices"
	"strings"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// members are the attributes that CPython reads from a C struct, by type; it has other words
// for setting one of them than an attribute that is computed.
var members = map[syntax.Dialect]map[string]string{
	syntax.Python2: {
		"_sre.SRE_Match":     "endpos pos re string",
		"_sre.SRE_Pattern":   "flags groupindex groups pattern",
		"classmethod":        "__func__",
		"code":               "co_argcount co_cellvars co_code co_consts co_filename co_firstlineno co_flags co_freevars co_lnotab co_name co_names co_nlocals co_stacksize co_varnames",
		"file":               "encoding errors mode name",
		"frame":              "f_back f_builtins f_code f_globals f_lasti",
		"generator":          "gi_code gi_frame gi_running",
		"getset_descriptor":  "__name__ __objclass__",
		"instancemethod":     "__func__ __self__ im_class im_func im_self",
		"member_descriptor":  "__name__ __objclass__",
		"method-wrapper":     "__self__",
		"method_descriptor":  "__name__ __objclass__",
		"staticmethod":       "__func__",
		"super":              "__self__ __self_class__ __thisclass__",
		"traceback":          "tb_frame tb_lasti tb_lineno tb_next",
		"wrapper_descriptor": "__name__ __objclass__",
	},
	syntax.Python3: {
		"async_generator":    "ag_code ag_running",
		"code":               "co_argcount co_consts co_exceptiontable co_filename co_firstlineno co_flags co_kwonlyargcount co_linetable co_name co_names co_nlocals co_posonlyargcount co_qualname co_stacksize",
		"coroutine":          "cr_code cr_origin",
		"generator":          "gi_code",
		"getset_descriptor":  "__name__ __objclass__",
		"member_descriptor":  "__name__ __objclass__",
		"method":             "__func__ __self__",
		"method-wrapper":     "__self__",
		"method_descriptor":  "__name__ __objclass__",
		"re.Match":           "endpos pos re string",
		"re.Pattern":         "flags groups pattern",
		"super":              "__self__ __self_class__ __thisclass__",
		"traceback":          "tb_frame tb_lasti",
		"wrapper_descriptor": "__name__ __objclass__",
	},
}

// documented are the types that compute __doc__, though their classes have one.
var documented = strings.Fields(
	"builtin_function_or_method getset_descriptor instancemethod member_descriptor method method-wrapper method_descriptor wrapper_descriptor")

// ReadOnly is the error of v.name = x for an attribute that can't be set; x is nil for del.
func ReadOnly(d syntax.Dialect, v starlark.Value, name string, x starlark.Value) error {
	c := ClassOf(d, v)
	if name == "__class__" {
		return fixedClass(d, x)
	}
	if slices.Contains(strings.Fields(members[d][c.TypeName()]), name) {
		return readOnly2(d)
	}
	inClass := c.Lookup(name)
	g, computed := inClass.(*Getset)
	switch {
	case computed && g.Member:
		return readOnly2(d)
	case computed, name == "__doc__" && slices.Contains(documented, c.TypeName()):
	case inClass != nil:
		return AttributeError.Errorf("'%s' object attribute '%s' is read-only", c.TypeName(), name)
	default:
		own, ok := v.(starlark.HasAttrs)
		if _, isMethod := v.(*BoundMethod); !ok || isMethod { // a method has its function's too
			return noAttribute(c.TypeName(), name)
		}
		if x, err := own.Attr(name); x == nil || err != nil {
			return noAttribute(c.TypeName(), name)
		}
	}
	return AttributeError.Errorf("attribute '%s' of '%s' objects is not writable", name, c.TypeName())
}

// readOnly2 is the error of setting a member, which Python 2 has a TypeError for.
func readOnly2(d syntax.Dialect) error {
	if d == syntax.Python2 {
		return TypeError.Errorf("readonly attribute")
	}
	return AttributeError.Errorf("readonly attribute")
}

// fixedClass is the error for x.__class__ = c, or del x.__class__ where c is
// nil, of an x that has no other class.
func fixedClass(d syntax.Dialect, c starlark.Value) error {
	if c == nil {
		return TypeError.By("can't delete __class__ attribute", "can't delete __class__ attribute")
	}
	if k, ok := c.(*Class); !ok || k.OldStyle {
		return TypeError.By(
			sprintf("__class__ must be set to new-style class, not '%s' object", ClassOf(d, c).TypeName()),
			sprintf("__class__ must be set to a class, not '%s' object", ClassOf(d, c).TypeName()))
	}
	return TypeError.By("__class__ assignment: only for heap types",
		"__class__ assignment only supported for mutable types or ModuleType subclasses")
}
