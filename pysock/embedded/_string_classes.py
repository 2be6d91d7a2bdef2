"""string.Template and string.Formatter."""

import re
import sys

__name__ = 'string'
_py2 = sys.version_info[0] == 2


def _pattern_of(cls):
    """The regular expression of a Template class."""
    if 'pattern' in cls.__dict__:
        pattern = cls.pattern
    else:
        idpattern = cls.idpattern
        pattern = r'%s(?:(?P<escaped>%s)|(?P<named>%s)|{(?P<braced>%s)}|(?P<invalid>))' % (
            re.escape(cls.delimiter), re.escape(cls.delimiter),
            idpattern, getattr(cls, 'braceidpattern', None) or idpattern)
    return re.compile(pattern, getattr(cls, 'flags', re.IGNORECASE) | re.VERBOSE)


class _TemplateMetaclass(type):
    """Gives each Template class its pattern."""

    def __init__(cls, name, bases, dct):
        super(_TemplateMetaclass, cls).__init__(name, bases, dct)
        cls.pattern = _pattern_of(cls)


_Base = _TemplateMetaclass('_Base', (object,), {'delimiter': '$', 'idpattern': '[_a-z][_a-z0-9]*'})


class Template(_Base if _py2 else object):
    """A string with $names to be replaced: Template('$who').substitute(who=1)."""

    delimiter = '$'
    idpattern = r'[_a-z][_a-z0-9]*' if _py2 else r'(?a:[_a-z][_a-z0-9]*)'
    if not _py2:
        braceidpattern = None
        flags = re.IGNORECASE

        def __init_subclass__(cls, **kwargs):
            super().__init_subclass__(**kwargs)
            cls.pattern = _pattern_of(cls)

    def __init__(self, template):
        self.template = template

    def _invalid(self, mo):
        i = mo.start('invalid')
        lines = self.template[:i].splitlines(True)
        if not lines:
            colno = lineno = 1
        else:
            colno = i - len(''.join(lines[:-1]))
            lineno = len(lines)
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (lineno, colno))

    def substitute(*args, **kws):
        """Replace all names. Raises KeyError for one without a value and
        ValueError for what is no name."""
        self, mapping = _mapping('substitute', args, kws)

        def convert(mo):
            named = mo.group('named') or mo.group('braced')
            if named is not None:
                value = mapping[named]
                return '%s' % (value,) if _py2 else str(value)
            if mo.group('escaped') is not None:
                return self.delimiter
            if mo.group('invalid') is not None:
                self._invalid(mo)
            raise ValueError('Unrecognized named group in pattern', self.pattern)
        return self.pattern.sub(convert, self.template)

    def safe_substitute(*args, **kws):
        """Replace the names that have a value."""
        self, mapping = _mapping('safe_substitute', args, kws)

        def convert(mo):
            named = mo.group('named') or mo.group('braced')
            if named is not None:
                try:
                    value = mapping[named]
                    return '%s' % (value,) if _py2 else str(value)
                except KeyError:
                    return mo.group()
            if mo.group('escaped') is not None:
                return self.delimiter
            if mo.group('invalid') is not None:
                return mo.group()
            raise ValueError('Unrecognized named group in pattern', self.pattern)
        return self.pattern.sub(convert, self.template)

    if not _py2:
        def is_valid(self):
            """Whether substitute finds only names."""
            for mo in self.pattern.finditer(self.template):
                if mo.group('invalid') is not None:
                    return False
                if not any(mo.group(name) is not None for name in ('named', 'braced', 'escaped')):
                    raise ValueError('Unrecognized named group in pattern', self.pattern)
            return True

        def get_identifiers(self):
            """The names, in their order."""
            ids = []
            for mo in self.pattern.finditer(self.template):
                named = mo.group('named') or mo.group('braced')
                if named is not None and named not in ids:
                    ids.append(named)
                elif named is None and mo.group('invalid') is None and mo.group('escaped') is None:
                    raise ValueError('Unrecognized named group in pattern', self.pattern)
            return ids


if not _py2:
    Template.pattern = _pattern_of(Template)


class _Merged(object):
    """Two mappings: the first one goes before the second."""

    def __init__(self, first, second):
        self.first, self.second = first, second

    def __getitem__(self, key):
        try:
            return self.first[key]
        except KeyError:
            return self.second[key]


def _mapping(name, args, kws):
    if not args:
        raise TypeError("descriptor '%s' of 'Template' object needs an argument" % name)
    if len(args) > 2:
        if _py2:
            raise TypeError('Too many positional arguments')
        raise TypeError('Template.%s() takes from 1 to 2 positional arguments but %d were given' % (name, len(args)))
    if len(args) == 1:
        return args[0], kws
    return args[0], _Merged(kws, args[1]) if kws else args[1]


def _parse(s):
    """Split a format string: (literal, field, spec, conversion) each."""
    literal = []
    i, n = 0, len(s)
    while i < n:
        c = s[i]
        if c not in '{}':
            literal.append(c)
            i += 1
        elif i + 1 < n and s[i + 1] == c:
            yield ''.join(literal) + c, None, None, None
            literal = []
            i += 2
        elif c == '}':
            raise ValueError("Single '}' encountered in format string")
        else:
            depth, j = 1, i + 1
            while j < n and depth:
                depth += {'{': 1, '}': -1}.get(s[j], 0)
                j += 1
            if depth:
                raise ValueError("Single '{' encountered in format string" if i + 1 == n else
                                 ("unmatched '{' in format" if _py2 else "expected '}' before end of string"))
            yield (''.join(literal),) + _field(s[i + 1:j - 1])
            literal = []
            i = j
    if literal:
        yield ''.join(literal), None, None, None


def _field(field):
    """Split name!conversion:spec."""
    depth = 0
    for i, c in enumerate(field):
        depth += {'[': 1, ']': -1}.get(c, 0)
        if depth > 0:
            continue
        if c == ':':
            return field[:i], field[i + 1:], None
        if c == '!':
            rest = field[i + 1:]
            if not rest:
                raise ValueError("end of format while looking for conversion specifier" if _py2 else
                                 "unmatched '{' in format spec")
            if len(rest) > 1 and rest[1] != ':':
                raise ValueError("expected ':' after conversion specifier" if not _py2 else
                                 "expected ':' after format specifier")
            return field[:i], rest[2:], rest[0]
    return field, '', None


_part = re.compile(r'\.([^.\[]*)|\[([^\]]*)\]')


def _split(name):
    """Split a field name: the first part, and (is attribute, name) of the rest."""
    i = min([k for k in (name.find('.'), name.find('[')) if k >= 0] or [len(name)])
    first, rest = name[:i], []
    while i < len(name):
        mo = _part.match(name, i)
        if mo is None:
            raise ValueError("Missing ']' in format string" if name[i] == '[' else
                             "Only '.' or '[' may follow ']' in format field specifier")
        attr, item = mo.groups()
        if not (attr or item):
            raise ValueError('Empty attribute in format string')
        rest.append((attr is not None, attr if attr is not None else int(item) if item.isdigit() else item))
        i = mo.end()
    return int(first) if first.isdigit() else first, rest


class Formatter(object):
    """str.format with steps that a class may redefine."""

    def format(*args, **kwargs):
        """Format a string with arguments."""
        if not args:
            raise TypeError("descriptor 'format' of 'Formatter' object needs an argument")
        if len(args) < 2:
            if not _py2:
                raise TypeError("Formatter.format() missing 1 required positional argument: 'format_string'")
            if 'format_string' not in kwargs:
                raise TypeError("format() missing 1 required positional argument: 'format_string'")
            return args[0].vformat(kwargs.pop('format_string'), (), kwargs)
        return args[0].vformat(args[1], args[2:], kwargs)

    def vformat(self, format_string, args, kwargs):
        """format, with the arguments in a sequence and a mapping."""
        used_args = set()
        result = self._vformat(format_string, args, kwargs, used_args, 2)
        if isinstance(result, tuple):
            result = result[0]
        self.check_unused_args(used_args, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError('Max string recursion exceeded')
        result = []
        for literal, field, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if field is None:
                continue
            if not _py2:
                if field == '':
                    if auto_arg_index is False:
                        raise ValueError('cannot switch from manual field specification '
                                         'to automatic field numbering')
                    field = str(auto_arg_index)
                    auto_arg_index += 1
                elif field.isdigit():
                    if auto_arg_index:
                        raise ValueError('cannot switch from manual field specification '
                                         'to automatic field numbering')
                    auto_arg_index = False
            obj, used = self.get_field(field, args, kwargs)
            used_args.add(used)
            obj = self.convert_field(obj, conversion)
            spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index)
            result.append(self.format_field(obj, spec))
        return ''.join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        """The argument of a number or a name."""
        return args[key] if isinstance(key, (int, long) if _py2 else int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        """For classes that want to complain."""

    def format_field(self, value, format_spec):
        """One value by its specification."""
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        """What !r and its like make of a value."""
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a' and not _py2:
            return ascii(value)
        raise ValueError("Unknown conversion specifier {0!s}".format(conversion))

    def parse(self, format_string):
        """The parts of a format string: (literal, field, spec, conversion)."""
        return _parse(format_string)

    def get_field(self, field_name, args, kwargs):
        """The value that a field names, and which argument it is of."""
        first, rest = _split(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attr, name in rest:
            obj = getattr(obj, name) if is_attr else obj[name]
        return obj, first
