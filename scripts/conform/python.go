//go:build unix

package main

import (
	"embed"
	"fmt"
	"os"
	"os/exec"
	"path"
	"strings"
)

//go:embed driver.py all:standin2 all:standin3
var standins embed.FS

//go:embed excluded.txt
var excludedText string

// A python is a CPython, and those of its test files that are about the
// language.
type python struct {
	major   string
	version string   // of the specification
	names   []string // of the command
	files   []string
}

var pythons = []*python{
	{major: "3", version: "3.11.7", names: []string{"python3.11", "python3"}, files: strings.Fields(`
		test_grammar test_exceptions test_scope test_class test_descr test_generators test_with test_unpack
		test_unpack_ex test_augassign test_compare test_contains test_decorators test_dict test_list test_tuple
		test_set test_string test_format test_fstring test_bytes test_int test_float test_slice test_sort
		test_iter test_enumerate test_keywordonlyarg test_positional_only_arg test_patma test_raise
		test_richcmp test_super test_property test_userdict test_io test_copy
		test_builtin test_index test_bool test_complex test_long test_range test_unicode test_syntax test_exception_group
		test_except_star test_named_expressions test_yield_from test_funcattrs test_dictviews test_genexps test_isinstance
		test_types test_functools test_itertools test_operator test_collections test_ordered_dict test_defaultdict test_deque
		test_enum test_contextlib test_dataclasses test_traceback test_weakref test_abc test_heapq test_bisect test_pprint
		test_locale test_logging test_unittest test_inspect test_warnings test_pathlib test_fractions test_statistics test_configparser
		test_struct test_array test_random test_binascii test_base64 test_json test_hashlib test_hmac datetimetester
		test_argparse test_memoryview test_shlex test_ipaddress
		test_socket test_timeout test_select test_poll test_epoll test_selectors
		test_thread test_threading test_threading_local test_threadsignals test_queue test_sched test_signal test_atexit`)},
	{major: "2", version: "2.7.18", names: []string{"python2.7", "python2"}, files: strings.Fields(`
		test_grammar test_exceptions test_scope test_class test_descr test_generators test_genexps test_with
		test_unpack test_augassign test_compare test_contains test_decorators test_dict test_list test_tuple
		test_set test_string test_str test_unicode test_format test_bytes test_int test_long test_float test_slice
		test_sort test_iter test_enumerate test_richcmp test_property test_userdict test_io test_file
		test_struct test_array test_random test_binascii test_base64 test_json test_hashlib test_hmac test_datetime
		test_memoryview test_shlex test_glob
		test_builtin test_index test_complex test_syntax test_funcattrs test_dictviews test_isinstance test_functools
		test_itertools test_operator test_ordered_dict test_defaultdict test_deque test_traceback test_weakref test_abc
		test_heapq test_bisect test_pprint test_locale test_unittest test_inspect test_warnings test_types test_collections
		test_fractions test_sets test_cfgparser
		test_file2k test_xrange test_bool test_copy test_socket test_timeout test_select test_poll test_epoll
		test_thread test_threading test_threading_local test_threadsignals test_queue
		test_signal test_atexit test_dummy_thread test_dummy_threading`)},
}

// find finds the interpreter's own file, behind pyenv's shims too, and its
// folder of tests; "" if there is none.
func (py *python) find() (exe, tests string) {
	const ask = "import sys, test; print('%d.%d' % sys.version_info[:2]); print(sys.executable); print(test.__path__[0])"
	for _, name := range py.names {
		for _, env := range [][]string{nil, {"PYENV_VERSION=" + py.version}} {
			cmd := exec.Command(name, "-s", "-E", "-c", ask)
			cmd.Env = append(os.Environ(), env...)
			out, err := cmd.Output()
			said := strings.Split(string(out), "\n")
			if err == nil && len(said) > 2 && strings.HasPrefix(py.version, said[0]+".") {
				return said[1], said[2]
			}
		}
	}
	return "", ""
}

// An exclusion is a method that doesn't count, or a pattern of such as
// path.Match takes, and the reason.
type exclusion struct{ pattern, reason string }

type patterns []exclusion

func (p patterns) match(id string) (reason string, ok bool) {
	for _, x := range p {
		if ok, _ := path.Match(x.pattern, id); ok {
			return x.reason, true
		}
	}
	return "", false
}

// exclusions reads the table of methods about the inside of CPython: a line
// "# reason" stands above its methods, each written as Pythons file pattern.
func exclusions(major string) (map[string]patterns, error) {
	all := make(map[string]patterns)
	reason := ""
	for line := range strings.Lines(excludedText) {
		line = strings.TrimSpace(line)
		if text, ok := strings.CutPrefix(line, "#"); ok {
			reason = strings.TrimSpace(text)
			continue
		}
		if line == "" {
			continue
		}
		f := strings.Fields(line)
		if len(f) != 3 || reason == "" {
			return nil, fmt.Errorf("excluded.txt: %q isn't PYTHONS FILE PATTERN under a reason", line)
		}
		if _, err := path.Match(f[2], ""); err != nil {
			return nil, fmt.Errorf("excluded.txt: %q: %w", line, err)
		}
		if strings.Contains(f[0], major) {
			all[f[1]] = append(all[f[1]], exclusion{f[2], reason})
		}
	}
	return all, nil
}
