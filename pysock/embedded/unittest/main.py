"""unittest.main: the command line of a test script."""

import sys

from . import loader, runner
from .signals import installHandler

__unittest = True

_py2 = sys.version_info[0] == 2

# What argparse says in Python 3, and what Python 2 prints.
_EXAMPLES_2 = """\
  %(p)s                               - run default set of tests
  %(p)s MyTestSuite                   - run suite 'MyTestSuite'
  %(p)s MyTestCase.testSomething      - run MyTestCase.testSomething
  %(p)s MyTestCase                    - run all 'test*' test methods
                                               in MyTestCase
"""
_EXAMPLES_3 = """\
  %(p)s                           - run default set of tests
  %(p)s MyTestSuite               - run suite 'MyTestSuite'
  %(p)s MyTestCase.testSomething  - run MyTestCase.testSomething
  %(p)s MyTestCase                - run all 'test*' test methods
                                       in MyTestCase
"""
_COMMAND_EXAMPLES = """\
  %(p)s test_module               - run tests from test_module
  %(p)s module.TestClass          - run tests from module.TestClass
  %(p)s module.Class.test_method  - run specified test method
"""
_PATH_EXAMPLE = """\
  %(p)s path/to/test_file.py      - run tests from test_file.py
"""

# Options: letter, long name, help in Python 2, help in Python 3, the attribute
# that is False if the program doesn't have it.
_options = (
    ("h", "help", "Show this message", "show this help message and exit", None),
    ("v", "verbose", "Verbose output", "Verbose output", None),
    ("q", "quiet", "Minimal output", "Quiet output", None),
    ("", "locals", None, "Show local variables in tracebacks", None),
    ("f", "failfast", "Stop on first failure", "Stop on first fail or error", "failfast"),
    ("c", "catch", "Catch control-C and display results", "Catch Ctrl-C and display results so far", "catchbreak"),
    ("b", "buffer", "Buffer stdout and stderr during test runs", "Buffer stdout and stderr during tests", "buffer"),
)


class _UsageError(Exception):
    pass


def _convert_name(name):
    """The dotted name of the module in a file of the current folder."""
    if not name.lower().endswith(".py"):
        return name
    import os
    if not os.path.isfile(name):
        return name
    if os.path.isabs(name):
        relative = os.path.relpath(name, os.getcwd())
        if os.path.isabs(relative) or relative.startswith(os.pardir):
            return name
        name = relative
    return os.path.normpath(name)[:-3].replace("\\", ".").replace("/", ".")


def _convert_names(names):
    return [_convert_name(name) for name in names]


def _convert_select_pattern(pattern):
    return pattern if "*" in pattern else "*%s*" % pattern


class TestProgram(object):
    """Runs the tests that a command line names, those of a module by default."""

    module = None
    verbosity = 1
    failfast = catchbreak = buffer = progName = warnings = testNamePatterns = None
    tb_locals = False
    _command = False
    _discovery_parser = None

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None,
                 testLoader=loader.defaultTestLoader, exit=True, verbosity=1, failfast=None,
                 catchbreak=None, buffer=None, warnings=None, **kwargs):
        self.tb_locals = kwargs.pop("tb_locals", False)
        if kwargs:
            raise TypeError("TestProgram.__init__() got an unexpected keyword argument '%s'" % sorted(kwargs)[0])
        if isinstance(module, str):
            self.module = __import__(module)
            for part in module.split(".")[1:]:
                self.module = getattr(self.module, part)
        else:
            self.module = module
        argv = sys.argv if argv is None else argv
        self.testLoader, self.testRunner, self.defaultTest = testLoader, testRunner, defaultTest
        self.verbosity, self.buffer, self.exit = verbosity, buffer, exit
        self.failfast, self.catchbreak = failfast, catchbreak
        if warnings is None and not getattr(sys, "warnoptions", None) and not _py2:
            warnings = "default"
        self.warnings = warnings
        self.progName = argv[0].replace("\\", "/").split("/")[-1]
        self.parseArgs(argv)
        self.runTests()

    # ---- usage

    def _has(self, attr):
        return attr is None or getattr(self, attr) is None

    def usageExit(self, msg=None):
        """Prints how to call the program, and ends it."""
        if _py2:
            if msg:
                print(msg)
            print(self._usage2())
        else:
            if msg:
                print(msg)
            self._print_help()
        sys.exit(2)

    def _usage2(self):
        lines = ["Usage: %s [options] %s" % (self.progName, "[tests]" if self._command else "[test] [...]"), "", "Options:"]
        for letter, long, text, _, attr in _options:
            if text and (attr is None or getattr(self, attr) is not False):
                lines.append("  -%s, --%-11s%s" % (letter, long, text))
        examples = _COMMAND_EXAMPLES if self._command else _EXAMPLES_2
        lines += ["", "Examples:", examples % {"p": self.progName}]
        if not self._command:
            return "\n".join(lines)
        lines += ["[tests] can be a list of any number of test modules, classes and test", "methods.", "",
                  "Alternative Usage: %s discover [options]" % self.progName, "", "Options:",
                  "  -v, --verbose    Verbose output"]
        for letter, long, text, _, attr in _options[4:]:
            if getattr(self, attr) is not False:
                lines.append("  -%s, --%-11s%s" % (letter, long, text))
        lines += ["  -s directory     Directory to start discovery ('.' default)",
                  "  -p pattern       Pattern to match test files ('test*.py' default)",
                  "  -t directory     Top level directory of project (default to",
                  "                   start directory)", "",
                  "For test discovery all test modules must be importable from the top",
                  "level directory of the project.", ""]
        return "\n".join(lines)

    def _flags(self):
        return [o for o in _options if o[1] != "help" and self._has(o[4])]

    def _synopsis(self, options=(), names=()):
        """The usage line, wrapped as argparse does."""
        parts = ["[-h]"]
        for letter, long, _, _, _ in self._flags():
            parts.append("[-%s]" % letter if letter else "[--%s]" % long)
        start = "usage: %s" % self.progName
        parts += ["[-k TESTNAMEPATTERNS]"] + list(options)
        whole = " ".join([start] + parts + list(names))
        if len(whole) <= 78:
            return whole
        lines, line = [], start
        for part in parts:
            if len(line) + 1 + len(part) > 78:
                lines.append(line)
                line = " " * len(start)
            line += " " + part
        lines.append(line)
        if names:
            lines.append(" " * len(start) + " " + " ".join(names))
        return "\n".join(lines)

    def _help(self, synopsis, positional, extra):
        """Usage and options; an extra option is (flags, lines of help)."""
        lines = [synopsis, ""]
        if positional:
            lines += ["positional arguments:"] + positional + [""]
        lines.append("options:")
        flags = [("-h, --help", [_options[0][3]])]
        for letter, long, _, text, _ in self._flags():
            flags.append((("-%s, --%s" % (letter, long)) if letter else "--%s" % long, [text]))
        flags.append(("-k TESTNAMEPATTERNS", ["Only run tests which match the given substring"]))
        flags += extra
        column = min(24, max([len(f) for f, _ in flags]) + 4)
        for flag, text in flags:
            line = "  " + flag
            if len(line) > column - 2:
                lines.append(line)
                line = ""
            for t in text:
                lines.append(line.ljust(column) + t)
                line = ""
        return "\n".join(lines) + "\n"

    def _print_help(self):
        print(self._help(self._synopsis(names=["[tests ...]"]),
                         ["  tests                a list of any number of test modules, classes and test",
                          "                       methods."], []))
        if self._command:
            print("Examples:\n" + (_COMMAND_EXAMPLES + _PATH_EXAMPLE) % {"p": self.progName})
            self._print_discovery_help()
        else:
            print("Examples:\n" + _EXAMPLES_3 % {"p": self.progName})

    def _print_discovery_help(self):
        name = self.progName
        self.progName = "%s discover" % name
        print(self._help(self._synopsis(["[-s START]", "[-p PATTERN]", "[-t TOP]"]), [], [
            ("-s START, --start-directory START", ["Directory to start discovery ('.' default)"]),
            ("-p PATTERN, --pattern PATTERN", ["Pattern to match tests ('test*.py' default)"]),
            ("-t TOP, --top-level-directory TOP", ["Top level directory of project (defaults to start", "directory)"]),
        ]) + "\nFor test discovery all test modules must be importable from the top level\n"
             "directory of the project.")
        self.progName = name

    # ---- arguments

    def parseArgs(self, argv):
        """Reads the command line and makes the tests."""
        try:
            if self._command or _py2 or self.module is None:
                if len(argv) > 1 and argv[1].lower() == "discover":
                    self._do_discovery(argv[2:])
                    return
            names = self._parse(argv[1:])
            if not _py2 and self.module is None and not names:
                self._do_discovery([])
                return
        except _UsageError as e:
            if _py2:
                self.usageExit(e)
            sys.stderr.write("%s\n%s: error: %s\n" % (self._synopsis(names=["[tests ...]"]), self.progName, e))
            sys.exit(2)
        if names:
            self.testNames = names if _py2 else _convert_names(names)
            if self._command:
                self.module = None
        elif self.defaultTest is None:
            self.testNames = None
        elif isinstance(self.defaultTest, str):
            self.testNames = (self.defaultTest,)
        else:
            self.testNames = list(self.defaultTest)
        self.createTests()

    def _parse(self, args, extra=()):
        """Takes the options out of args; returns what is left. Extra ones are
        (letter, long name, attribute)."""
        import getopt
        known = [o for o in _options if o[1] != "locals"] if _py2 else [_options[0]] + self._flags()
        short = "".join([o[0] for o in known]) + "".join([e[0] + ":" for e in extra])
        long = [o[1] for o in known] + [e[1] + "=" for e in extra if e[1]]
        if _py2:
            short += "H"
        else:
            short += "k:"
        try:
            options, rest = getopt.getopt(args, short, long)
            names = []
            while rest and not _py2:  # options may follow names
                names.append(rest[0])
                more, rest = getopt.getopt(rest[1:], short, long)
                options += more
            rest = names or rest
        except getopt.error as e:
            raise _UsageError(_unrecognized(args, e))
        for opt, value in options:
            name = opt.lstrip("-")
            for letter, full, _, _, attr in _options:
                if name in (letter, full) or name == "H" and letter == "h":
                    self._set(full, attr)
            if name == "k":
                self.testNamePatterns = (self.testNamePatterns or []) + [_convert_select_pattern(value)]
            for letter, full, attr in extra:
                if name in (letter, full):
                    setattr(self, attr, value)
        if not _py2:
            self._settle()
        return rest

    def _settle(self):
        """What nobody has asked for is off."""
        for attr in "failfast", "catchbreak", "buffer":
            if getattr(self, attr) is None:
                setattr(self, attr, False)

    def _set(self, option, attr):
        if option == "help":
            if _py2:
                self.usageExit()
            self._print_help()
            sys.exit(0)
        elif option == "quiet":
            self.verbosity = 0
        elif option == "verbose":
            self.verbosity = 2
        elif option == "locals":
            self.tb_locals = True
        elif getattr(self, attr) is None:
            setattr(self, attr, True)

    def createTests(self, from_discovery=False, Loader=None):
        """Makes self.test."""
        if self.testNamePatterns:
            self.testLoader.testNamePatterns = self.testNamePatterns
        if from_discovery:
            finder = self.testLoader if Loader is None else Loader()
            self.test = finder.discover(self.start, self.pattern, self.top)
        elif self.testNames is None:
            self.test = self.testLoader.loadTestsFromModule(self.module)
        else:
            self.test = self.testLoader.loadTestsFromNames(self.testNames, self.module)

    def _do_discovery(self, argv, Loader=None):
        self.start, self.pattern, self.top = ".", "test*.py", None
        if argv is not None:
            rest = self._parse(argv, (("s", "start-directory" if not _py2 else "", "start"),
                                      ("p", "pattern" if not _py2 else "", "pattern"),
                                      ("t", "top-level-directory" if not _py2 else "", "top")))
            if len(rest) > 3:
                self.usageExit()
            for attr, value in zip(("start", "pattern", "top"), rest):
                setattr(self, attr, value)
        self._settle()
        self.createTests(from_discovery=True, Loader=Loader)

    # ---- running

    def runTests(self):
        """Runs self.test, and ends the program if it is to."""
        if self.catchbreak:
            installHandler()
        if self.testRunner is None:
            self.testRunner = runner.TextTestRunner
        run = self._runner() if isinstance(self.testRunner, type) else self.testRunner
        self.result = run.run(self.test)
        if self.exit:
            sys.exit(not self.result.wasSuccessful())

    def _runner(self):
        """Makes a runner of its class, which may be an older one's."""
        options = {"verbosity": self.verbosity, "failfast": self.failfast, "buffer": self.buffer}
        newer = {} if _py2 else {"warnings": self.warnings}
        newest = {} if _py2 else {"tb_locals": self.tb_locals}
        try:
            try:
                return self.testRunner(**dict(options, **dict(newer, **newest)))
            except TypeError:
                return self.testRunner(**dict(options, **newer))
        except TypeError:
            return self.testRunner()


def _unrecognized(args, error):
    if _py2:
        return str(error)
    if getattr(error, "msg", "").endswith("requires argument"):
        return "argument -%s: expected one argument" % error.opt
    return "unrecognized arguments: %s" % (" ".join(a for a in args if a.startswith("-") and error.opt in a))


def _as_command(program):
    """Makes it the program of python -m unittest."""
    program._command = True


main = TestProgram
