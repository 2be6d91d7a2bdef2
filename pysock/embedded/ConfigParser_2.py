"""Configuration files: sections of options.

RawConfigParser takes values as they stand; in those of ConfigParser and
SafeConfigParser %(name)s is another value of the section or of DEFAULT.
"""

import re
from collections import OrderedDict as _default_dict

from _configparser_common import Error, InterpolationError, InterpolationSyntaxError, NoOptionError, NoSectionError

__all__ = ["NoSectionError", "DuplicateSectionError", "NoOptionError", "InterpolationError", "InterpolationDepthError",
           "InterpolationSyntaxError", "ParsingError", "MissingSectionHeaderError", "ConfigParser", "SafeConfigParser",
           "RawConfigParser", "DEFAULTSECT", "MAX_INTERPOLATION_DEPTH"]

DEFAULTSECT = "DEFAULT"
MAX_INTERPOLATION_DEPTH = 10


# ---- errors

class DuplicateSectionError(Error):
    """A section is there already."""

    def __init__(self, section):
        Error.__init__(self, "Section %r already exists" % section)
        self.section = section
        self.args = (section,)


class InterpolationMissingOptionError(InterpolationError):
    """A value names an option that there isn't."""

    def __init__(self, option, section, rawval, reference):
        InterpolationError.__init__(self, option, section, (
            "Bad value substitution:\n\tsection: [%s]\n\toption : %s\n\tkey    : %s\n\trawval : %s\n"
            % (section, option, reference, rawval)))
        self.reference = reference
        self.args = (option, section, rawval, reference)


class InterpolationDepthError(InterpolationError):
    """Values name each other without end."""

    def __init__(self, option, section, rawval):
        InterpolationError.__init__(self, option, section, (
            "Value interpolation too deeply recursive:\n\tsection: [%s]\n\toption : %s\n\trawval : %s\n"
            % (section, option, rawval)))
        self.args = (option, section, rawval)


class ParsingError(Error):
    """Lines that can't be read."""

    def __init__(self, filename):
        Error.__init__(self, "File contains parsing errors: %s" % filename)
        self.filename = filename
        self.errors = []
        self.args = (filename,)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += "\n\t[line %2d]: %s" % (lineno, line)


class MissingSectionHeaderError(ParsingError):
    """An option stands before the first section."""

    def __init__(self, filename, lineno, line):
        Error.__init__(self, "File contains no section headers.\nfile: %s, line: %d\n%r" % (filename, lineno, line))
        self.filename, self.lineno, self.line = filename, lineno, line
        self.args = (filename, lineno, line)


# ---- parsers

class RawConfigParser:
    """Sections of options, whose values are taken as they stand."""

    _boolean_states = {"1": True, "yes": True, "true": True, "on": True, "0": False, "no": False, "false": False, "off": False}
    SECTCRE = re.compile(r"\[(?P<header>[^]]+)\]")
    OPTCRE = re.compile(r"(?P<option>[^:=\s][^:=]*)\s*(?P<vi>[:=])\s*(?P<value>.*)$")
    OPTCRE_NV = re.compile(r"(?P<option>[^:=\s][^:=]*)\s*(?:(?P<vi>[:=])\s*(?P<value>.*))?$")

    def __init__(self, defaults=None, dict_type=_default_dict, allow_no_value=False):
        self._dict = dict_type
        self._sections, self._defaults = dict_type(), dict_type()
        self._optcre = self.OPTCRE_NV if allow_no_value else self.OPTCRE
        for key, value in (defaults or {}).items():
            self._defaults[self.optionxform(key)] = value

    def defaults(self):
        """The options of DEFAULT."""
        return self._defaults

    def sections(self):
        """The names of all sections but DEFAULT."""
        return self._sections.keys()

    def add_section(self, section):
        """Adds a section; DuplicateSectionError, or ValueError for DEFAULT."""
        if section.lower() == "default":
            raise ValueError("Invalid section name: %s" % section)
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._sections[section] = self._dict()

    def has_section(self, section):
        """Whether there is such a section; DEFAULT isn't one."""
        return section in self._sections

    def options(self, section):
        """The names of a section's options, those of DEFAULT included."""
        if section not in self._sections:
            raise NoSectionError(section)
        opts = self._sections[section].copy()
        opts.update(self._defaults)
        opts.pop("__name__", None)
        return opts.keys()

    def read(self, filenames):
        """Reads those files that can be opened, and returns their names."""
        if isinstance(filenames, basestring):
            filenames = [filenames]
        read_ok = []
        for filename in filenames:
            try:
                fp = open(filename)
            except IOError:
                continue
            self._read(fp, filename)
            fp.close()
            read_ok.append(filename)
        return read_ok

    def readfp(self, fp, filename=None):
        """Reads a file that is open."""
        self._read(fp, filename if filename is not None else getattr(fp, "name", "<???>"))

    def get(self, section, option):
        """A value."""
        opt = self.optionxform(option)
        if section not in self._sections:
            if section != DEFAULTSECT:
                raise NoSectionError(section)
            if opt not in self._defaults:
                raise NoOptionError(option, section)
            return self._defaults[opt]
        for options in self._sections[section], self._defaults:
            if opt in options:
                return options[opt]
        raise NoOptionError(option, section)

    def items(self, section):
        """(name, value) of a section, DEFAULT included."""
        if section not in self._sections and section != DEFAULTSECT:
            raise NoSectionError(section)
        d = self._defaults.copy()
        d.update(self._sections.get(section, {}))
        d.pop("__name__", None)
        return d.items()

    def _get(self, section, conv, option):
        return conv(self.get(section, option))

    def getint(self, section, option):
        """The value as an int."""
        return self._get(section, int, option)

    def getfloat(self, section, option):
        """The value as a float."""
        return self._get(section, float, option)

    def getboolean(self, section, option):
        """The value as a bool: 1, yes, true, on or 0, no, false, off."""
        v = self.get(section, option)
        if v.lower() not in self._boolean_states:
            raise ValueError("Not a boolean: %s" % v)
        return self._boolean_states[v.lower()]

    def optionxform(self, optionstr):
        """How names of options are kept: in lower case. To be replaced by str
        where case matters."""
        return optionstr.lower()

    def has_option(self, section, option):
        """Whether a section, or DEFAULT, has such an option."""
        if not section or section == DEFAULTSECT:
            return self.optionxform(option) in self._defaults
        if section not in self._sections:
            return False
        option = self.optionxform(option)
        return option in self._sections[section] or option in self._defaults

    def _options_of(self, section):
        if not section or section == DEFAULTSECT:
            return self._defaults
        if section not in self._sections:
            raise NoSectionError(section)
        return self._sections[section]

    def set(self, section, option, value=None):
        """Sets an option."""
        self._options_of(section)[self.optionxform(option)] = value

    def write(self, fp):
        """Writes all of it; comments are lost."""
        for section, options in ([(DEFAULTSECT, self._defaults)] if self._defaults else []) + self._sections.items():
            fp.write("[%s]\n" % section)
            for key, value in options.items():
                if key == "__name__":
                    continue
                if value is not None or self._optcre == self.OPTCRE:
                    key = " = ".join((key, str(value).replace("\n", "\n\t")))
                fp.write("%s\n" % key)
            fp.write("\n")

    def remove_option(self, section, option):
        """Removes an option; returns whether it was there."""
        options, option = self._options_of(section), self.optionxform(option)
        existed = option in options
        if existed:
            del options[option]
        return existed

    def remove_section(self, section):
        """Removes a section; returns whether it was there."""
        return self._sections.pop(section, None) is not None

    def _read(self, fp, fpname):
        cursect = optname = error = None
        for lineno, line in enumerate(iter(fp.readline, ""), 1):
            if not line.strip() or line[0] in "#;":
                continue
            if line.split(None, 1)[0].lower() == "rem" and line[0] in "rR":
                continue
            if line[0].isspace() and cursect is not None and optname:
                value = line.strip()
                if value:
                    cursect[optname].append(value)
                continue
            header = self.SECTCRE.match(line)
            if header:
                name, optname = header.group("header"), None
                if name in self._sections:
                    cursect = self._sections[name]
                elif name == DEFAULTSECT:
                    cursect = self._defaults
                else:
                    cursect = self._sections[name] = self._dict()
                    cursect["__name__"] = name
                continue
            if cursect is None:
                raise MissingSectionHeaderError(fpname, lineno, line)
            m = self._optcre.match(line)
            if not m:
                error = error or ParsingError(fpname)
                error.append(lineno, repr(line))
                continue
            optname, vi, optval = m.group("option", "vi", "value")
            optname = self.optionxform(optname.rstrip())
            if optval is None:
                cursect[optname] = None
                continue
            i = optval.find(";")
            if vi in ("=", ":") and i > 0 and optval[i - 1].isspace():
                optval = optval[:i]
            optval = optval.strip()
            cursect[optname] = ["" if optval == '""' else optval]
        if error:
            raise error
        for options in [self._defaults] + self._sections.values():
            for name, value in options.items():
                if isinstance(value, list):
                    options[name] = "\n".join(value)


class _Vars(object):
    """What the names in a value are looked up in."""

    def __init__(self, *maps):
        self.maps = maps

    def __getitem__(self, key):
        for m in self.maps:
            if key in m:
                return m[key]
        raise KeyError(key)

    def __contains__(self, key):
        return any(key in m for m in self.maps)

    def keys(self):
        names = []
        for m in reversed(self.maps):
            names += [k for k in m.keys() if k not in names]
        return names


class ConfigParser(RawConfigParser):
    """A parser in whose values %(name)s is replaced by the operator %."""

    def _vars(self, section, vars):
        own = {}
        if section in self._sections:
            own = self._sections[section]
        elif section != DEFAULTSECT:
            raise NoSectionError(section)
        given = dict((self.optionxform(k), v) for k, v in (vars or {}).items())
        return _Vars(given, own, self._defaults)

    def get(self, section, option, raw=False, vars=None):
        """A value; vars comes before the section."""
        d = self._vars(section, vars)
        option = self.optionxform(option)
        if option not in d:
            raise NoOptionError(option, section)
        value = d[option]
        return value if raw or value is None else self._interpolate(section, option, value, d)

    def items(self, section, raw=False, vars=None):
        """(name, value) of a section, DEFAULT and vars included."""
        d = self._vars(section, vars)
        options = [o for o in d.keys() if o != "__name__"]
        return [(o, d[o] if raw or d[o] is None else self._interpolate(section, o, d[o], d)) for o in options]

    _KEYCRE = re.compile(r"%\(([^)]*)\)s|.")

    def _interpolate(self, section, option, rawval, vars):
        value, depth = rawval, MAX_INTERPOLATION_DEPTH
        while depth and value and "%(" in value:
            depth -= 1
            value = self._KEYCRE.sub(self._interpolation_replace, value)
            try:
                value = value % vars
            except KeyError as e:
                raise InterpolationMissingOptionError(option, section, rawval, e.args[0])
        if value and "%(" in value:
            raise InterpolationDepthError(option, section, rawval)
        return value

    def _interpolation_replace(self, match):
        s = match.group(1)
        return match.group() if s is None else "%%(%s)s" % self.optionxform(s)


class SafeConfigParser(ConfigParser):
    """A parser in whose values %(name)s is another value and %% a per cent
    sign; only text is set."""

    _interpvar_re = re.compile(r"%\(([^)]+)\)s")

    def _interpolate(self, section, option, rawval, vars):
        return self._expanded(option, rawval, section, vars, 1)

    def _expanded(self, option, rest, section, map, depth):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, rest)
        out = []
        while rest:
            before, mark, after = rest.partition("%")
            out.append(before)
            if not mark:
                break
            if after[:1] == "%":
                out.append("%")
                rest = after[1:]
                continue
            if after[:1] != "(":
                raise InterpolationSyntaxError(option, section, "'%%' must be followed by '%%' or '(', found: %r" % (mark + after,))
            m = self._interpvar_re.match(mark + after)
            if m is None:
                raise InterpolationSyntaxError(option, section, "bad interpolation variable reference %r" % (mark + after))
            name = self.optionxform(m.group(1))
            rest = (mark + after)[m.end():]
            if name not in map:
                raise InterpolationMissingOptionError(option, section, rest, name)
            value = map[name]
            out.append(self._expanded(option, value, section, map, depth + 1) if "%" in value else value)
        return "".join(out)

    def set(self, section, option, value=None):
        """Sets an option, to text only."""
        if self._optcre is self.OPTCRE or value:
            if not isinstance(value, basestring):
                raise TypeError("option values must be strings")
        if value is not None:
            rest = self._interpvar_re.sub("", value.replace("%%", ""))
            if "%" in rest:
                raise ValueError("invalid interpolation syntax in %r at position %d" % (value, rest.find("%")))
        ConfigParser.set(self, section, option, value)
