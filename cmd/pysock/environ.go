package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"example.com/pysock/pysock"
)

// environFlags are the variables that stand for flags: a number is the flag's
// value, other text that isn't empty stands for 1.
var environFlags = map[string]string{
	"PYTHONDEBUG":             "debug",
	"PYTHONDONTWRITEBYTECODE": "dont_write_bytecode",
	"PYTHONINSPECT":           "inspect",
	"PYTHONNOUSERSITE":        "no_user_site",
	"PYTHONOPTIMIZE":          "optimize",
	"PYTHONSAFEPATH":          "safe_path",
	"PYTHONVERBOSE":           "verbose",
}

// environ takes over what the environment says, where the command line doesn't
// say that it is to be ignored. See section "Environment variables" of Python's
// command line reference.
func (o *options) environ() error {
	if o.flags["ignore_environment"] != 0 {
		return nil
	}
	for name, flag := range environFlags {
		if v := os.Getenv(name); v != "" {
			o.flags[flag] = max(o.flags[flag], flagValue(v))
		}
	}
	if o.flags["inspect"] != 0 && pysock.IsTerminal(os.Stdin) {
		o.inspect = true
	}
	o.path = filepath.SplitList(os.Getenv("PYTHONPATH"))
	if v := os.Getenv("PYTHONWARNINGS"); v != "" {
		o.environWarnings = strings.Split(v, ",")
	}
	o.encoding, o.errors, _ = strings.Cut(os.Getenv("PYTHONIOENCODING"), ":")
	o.unbuffered = o.unbuffered || os.Getenv("PYTHONUNBUFFERED") != ""
	if v := os.Getenv("PYTHONHASHSEED"); v != "" && v != "random" {
		if _, err := strconv.ParseUint(v, 10, 32); err != nil {
			return fmt.Errorf(`Fatal Python error: config_init_hash_seed: PYTHONHASHSEED must be "random" or an integer in range [0; 4294967295]`)
		}
	}
	if _, given := o.flags["utf8_mode"]; !given {
		if v := os.Getenv("PYTHONUTF8"); v != "" && !o.setUTF8(v) {
			return fmt.Errorf("Fatal Python error: preconfig_init_utf8_mode: invalid PYTHONUTF8 environment variable value")
		}
	}
	return nil
}

// flagValue is the value that a variable gives a flag.
func flagValue(s string) int {
	if n, err := strconv.Atoi(s); err == nil && n >= 0 {
		return n
	}
	return 1
}

// option takes over an option -X. Those that change nothing here are accepted.
func (o *options) option(s string) error {
	name, value, given := strings.Cut(s, "=")
	if name == "utf8" && !o.setUTF8(value) && given {
		return fmt.Errorf("Fatal Python error: preconfig_init_utf8_mode: invalid -X utf8 option value")
	}
	return nil
}

// setUTF8 notes whether UTF-8 mode is on, which changes nothing but what
// sys.flags shows: all is UTF-8 in any case. It reports whether s is a value of it.
func (o *options) setUTF8(s string) bool {
	switch s {
	case "", "1":
		o.flags["utf8_mode"] = 1
	case "0":
		o.flags["utf8_mode"] = 0
	default:
		return false
	}
	return true
}
