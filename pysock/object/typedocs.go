package object

// typeDocs are the docstrings of built-in types that package help has no text
// about, each by its type's name.
var typeDocs = map[string]string{
	"Pattern": "A regular expression, as re.compile returns it.", "SRE_Pattern": "A regular expression, as re.compile returns it.",
	"Match": "What a regular expression has found.", "SRE_Match": "What a regular expression has found.",
	"itemgetter":         "Returns a function that gets the items named here from its operand.",
	"attrgetter":         "Returns a function that gets the attributes named here from its operand.",
	"methodcaller":       "Returns a function that calls the method named here of its operand.",
	"StringO":            "Text to write to and to read, in memory.",
	"StringI":            "Text to read, in memory.",
	"BytesIO":            "Bytes to write and to read, in memory.",
	"StringIO":           "Text to write and to read, in memory.",
	"FileIO":             "A file without a buffer.",
	"BufferedReader":     "A buffer for a file that is read.",
	"BufferedWriter":     "A buffer for a file that is written.",
	"BufferedRandom":     "A buffer for a file that is read and written in any place.",
	"BufferedRWPair":     "A buffer for each of two files, one to read and one to write.",
	"TextIOWrapper":      "Text read from and written to a file of bytes.",
	"code":               "What a function or a script is compiled to.",
	"function":           "A function that a script defines.",
	"module":             "A module, with its name and docstring.",
	"wrapper_descriptor": "A special method of a built-in type.",
	"method-wrapper":     "A special method of a built-in type, bound to an object.",
	"getset_descriptor":  "An attribute of a built-in type.",
	"tee":                "An iterator that shares what it walks over with others.",
	"_tee":               "An iterator that shares what it walks over with others.",
}
