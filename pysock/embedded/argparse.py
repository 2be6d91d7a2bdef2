"""The options and arguments of a command.

    parser = argparse.ArgumentParser(description='Add up.')
    parser.add_argument('numbers', nargs='+', type=int)
    parser.add_argument('-v', '--verbose', action='store_true')
    args = parser.parse_args()
"""

import os as _os
import re as _re
import sys as _sys

_py3 = _sys.version_info[0] == 3
_text = str if _py3 else basestring

__all__ = ['ArgumentParser', 'ArgumentError', 'ArgumentTypeError', 'FileType', 'HelpFormatter',
           'ArgumentDefaultsHelpFormatter', 'RawDescriptionHelpFormatter', 'RawTextHelpFormatter',
           'Namespace', 'Action', 'ONE_OR_MORE', 'OPTIONAL', 'PARSER', 'REMAINDER', 'SUPPRESS', 'ZERO_OR_MORE']
if _py3:
    __all__ += ['BooleanOptionalAction', 'MetavarTypeHelpFormatter']

SUPPRESS = '==SUPPRESS=='
OPTIONAL = '?'
ZERO_OR_MORE = '*'
ONE_OR_MORE = '+'
PARSER = 'A...'
REMAINDER = '...'
_UNRECOGNIZED_ARGS_ATTR = '_unrecognized_args'


class _AttributeHolder(object):
    """Shows its attributes."""

    def __repr__(self):
        args, star = [repr(a) for a in self._get_args()], {}
        for name, value in self._get_kwargs():
            if _re.match(r'[A-Za-z_]\w*\Z', name):
                args.append('%s=%r' % (name, value))
            else:
                star[name] = value
        if star:
            args.append('**%r' % star)
        return '%s(%s)' % (type(self).__name__, ', '.join(args))

    def _get_kwargs(self):
        items = self.__dict__.items()
        return list(items) if _py3 else sorted(items)

    def _get_args(self):
        return []


class Namespace(_AttributeHolder):
    """What parse_args() returns: an attribute for each argument."""

    def __init__(self, **kwargs):
        for name in kwargs:
            setattr(self, name, kwargs[name])

    def __eq__(self, other):
        if not isinstance(other, Namespace):
            return NotImplemented
        return vars(self) == vars(other)

    def __ne__(self, other):
        if not isinstance(other, Namespace):
            return NotImplemented
        return not self == other

    __hash__ = None

    def __contains__(self, key):
        return key in self.__dict__


class ArgumentError(Exception):
    """Something is wrong with an argument."""

    def __init__(self, argument, message):
        self.argument_name = _get_action_name(argument)
        self.message = message

    def __str__(self):
        if self.argument_name is None:
            return '%s' % (self.message,)
        return 'argument %s: %s' % (self.argument_name, self.message)


class ArgumentTypeError(Exception):
    """What a type raises to say more about a wrong value."""


def _get_action_name(argument):
    if argument is None:
        return None
    if argument.option_strings:
        return '/'.join(argument.option_strings)
    if argument.metavar not in (None, SUPPRESS):
        m = argument.metavar
        return m if isinstance(m, str) or not _py3 else ', '.join(m)
    if argument.dest not in (None, SUPPRESS):
        return argument.dest
    if getattr(argument, 'choices', None) and _py3:
        return '{' + ','.join(argument.choices) + '}'
    return None


# Help.

_whitespace = _re.compile(r'\s+', _re.ASCII if _py3 else 0)


class HelpFormatter(object):
    """It lays out the help text."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            try:
                if _py3:
                    import shutil
                    width = shutil.get_terminal_size().columns
                else:
                    width = int(_os.environ['COLUMNS'])
            except (KeyError, ValueError, ImportError, AttributeError):
                width = 80
            width -= 2
        self._prog = prog
        self._indent_increment = indent_increment
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._width = width
        self._current_indent = 0
        self._action_max_length = 0
        self._sections = [[None, []]]  # [heading, [(function, arguments)]]

    def _indent(self):
        self._current_indent += self._indent_increment

    def _dedent(self):
        self._current_indent -= self._indent_increment

    def _add_item(self, func, args):
        self._sections[-1][1].append((func, args))

    def start_section(self, heading):
        self._indent()
        self._sections.append([heading, []])

    def end_section(self):
        heading, items = self._sections.pop()
        self._dedent()
        self._add_item(self._format_section, [heading, items])

    def _format_section(self, heading, items):
        self._indent()
        body = ''.join([s for s in (func(*args) for func, args in items) if s and s is not SUPPRESS])
        self._dedent()
        if not body:
            return ''
        title = ''
        if heading is not SUPPRESS and heading is not None:
            title = '%*s%s:\n' % (self._current_indent, '', heading)
        return '\n' + title + body + '\n'

    def add_text(self, text):
        if text is not SUPPRESS and text is not None:
            self._add_item(self._format_text, [text])

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._add_item(self._format_usage, (usage, actions, groups, prefix))

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        invocations = [len(self._format_action_invocation(action)) + self._current_indent]
        for sub in self._iter_indented_subactions(action):
            invocations.append(len(self._format_action_invocation(sub)) + self._current_indent)
        self._action_max_length = max([self._action_max_length] + invocations)
        self._add_item(self._format_action, [action])

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    def format_help(self):
        text = ''.join([s for s in (func(*args) for func, args in self._sections[0][1]) if s and s is not SUPPRESS])
        if text:
            text = _re.sub(r'\n\n\n+', '\n\n', text).strip('\n') + '\n'
        return text

    def _format_usage(self, usage, actions, groups, prefix):
        if prefix is None:
            prefix = 'usage: '
        if usage is not None:
            usage = usage % dict(prog=self._prog)
        elif not actions:
            usage = '%(prog)s' % dict(prog=self._prog)
        else:
            prog = '%(prog)s' % dict(prog=self._prog)
            optionals = [a for a in actions if a.option_strings]
            positionals = [a for a in actions if not a.option_strings]
            usage = ' '.join([prog] + self._usage_parts(optionals + positionals, groups))
            width = self._width - self._current_indent
            if len(prefix) + len(usage) > width:
                usage = self._wrap_usage(prog, self._usage_parts(optionals, groups),
                                         self._usage_parts(positionals, groups), prefix, width)
        return '%s%s\n\n' % (prefix, usage)

    def _wrap_usage(self, prog, optionals, positionals, prefix, width):
        def lines_of(parts, indent, first=None):
            lines, line = [], []
            length = (len(first) if first is not None else len(indent)) - 1
            for part in parts:
                if length + 1 + len(part) > width and line:
                    lines.append(indent + ' '.join(line))
                    line, length = [], len(indent) - 1
                line.append(part)
                length += len(part) + 1
            if line:
                lines.append(indent + ' '.join(line))
            if first is not None:
                lines[0] = lines[0][len(indent):]
            return lines

        if len(prefix) + len(prog) <= 0.75 * width:
            indent = ' ' * (len(prefix) + len(prog) + 1)
            if optionals:
                lines = lines_of([prog] + optionals, indent, prefix) + lines_of(positionals, indent)
            elif positionals:
                lines = lines_of([prog] + positionals, indent, prefix)
            else:
                lines = [prog]
        else:
            indent = ' ' * len(prefix)
            lines = lines_of(optionals + positionals, indent)
            if len(lines) > 1:
                lines = lines_of(optionals, indent) + lines_of(positionals, indent)
            lines = [prog] + lines
        return '\n'.join(lines)

    def _usage_parts(self, actions, groups):
        """The parts of the usage line that are not broken."""
        opening, closing, bars, grouped = {}, {}, set(), set()  # by index; a bar stands before what is there
        for group in groups:
            members = group._group_actions
            if not members:
                if _py3:
                    raise ValueError('empty group %s' % (group,))
                continue
            start = actions.index(members[0]) if members[0] in actions else -1
            end = start + len(members)
            if start < 0 or actions[start:end] != members:
                continue
            grouped.update(range(start, end))
            shown = len([a for a in members if a.help is not SUPPRESS])
            if shown:
                brackets = '()' if group.required else '[]'
                if shown > 1 or not group.required:
                    opening[start] = opening.get(start, '') + brackets[0]
                    closing[end - 1] = brackets[1] + closing.get(end - 1, '')
                bars.update(range(start + 1, end))
        pieces, brackets = [], ''
        for i, action in enumerate(actions):
            brackets += opening.get(i, '')
            part = self._usage_part(action, i in grouped)
            if action.help is SUPPRESS:
                bars.discard(i if i in bars else i + 1)
            elif part:
                if i in bars:
                    pieces.append('|')
                pieces.append(brackets + part)
                brackets = ''
            if pieces:
                pieces[-1] += closing.get(i, '')
        return _re.findall(r'\(.*?\)+(?=\s|$)|\[.*?\]+(?=\s|$)|\S+', ' '.join(pieces))

    def _usage_part(self, action, in_group):
        if action.help is SUPPRESS:
            return ''
        if not action.option_strings:
            default = self._get_default_metavar_for_positional(action)
            part = self._format_args(action, default)
            if in_group and part[:1] == '[' and part[-1:] == ']':
                part = part[1:-1]
            return part
        if action.nargs == 0:
            part = action.format_usage() if hasattr(action, 'format_usage') else '%s' % action.option_strings[0]
        else:
            default = self._get_default_metavar_for_optional(action)
            part = '%s %s' % (action.option_strings[0], self._format_args(action, default))
        if not action.required and not in_group:
            part = '[%s]' % part
        return part

    def _format_text(self, text):
        if '%(prog)' in text:
            text = text % dict(prog=self._prog)
        width = max(self._width - self._current_indent, 11)
        return self._fill_text(text, width, ' ' * self._current_indent) + '\n\n'

    def _format_action(self, action):
        help_position = min(self._action_max_length + 2, self._max_help_position)
        help_width = max(self._width - help_position, 11)
        action_width = help_position - self._current_indent - 2
        header = self._format_action_invocation(action)
        indent_first = 0
        if not action.help:
            line = '%*s%s\n' % (self._current_indent, '', header)
        elif len(header) <= action_width:
            line = '%*s%-*s  ' % (self._current_indent, '', action_width, header)
        else:
            line = '%*s%s\n' % (self._current_indent, '', header)
            indent_first = help_position
        parts = [line]
        if action.help and action.help.strip():
            text = self._expand_help(action)
            if text:
                lines = self._split_lines(text, help_width)
                parts.append('%*s%s\n' % (indent_first, '', lines[0]))
                for line in lines[1:]:
                    parts.append('%*s%s\n' % (help_position, '', line))
        elif not line.endswith('\n'):
            parts.append('\n')
        for sub in self._iter_indented_subactions(action):
            parts.append(self._format_action(sub))
        return ''.join(parts)

    def _format_action_invocation(self, action):
        if not action.option_strings:
            default = self._get_default_metavar_for_positional(action)
            return ' '.join(self._metavar_formatter(action, default)(1))
        if action.nargs == 0:
            return ', '.join(action.option_strings)
        args = self._format_args(action, self._get_default_metavar_for_optional(action))
        return ', '.join(['%s %s' % (s, args) for s in action.option_strings])

    def _metavar_formatter(self, action, default_metavar):
        if action.metavar is not None:
            result = action.metavar
        elif action.choices is not None:
            result = '{%s}' % ','.join([str(c) for c in action.choices])
        else:
            result = default_metavar

        def format(size):
            return result if isinstance(result, tuple) else (result,) * size
        return format

    def _format_args(self, action, default_metavar):
        get = self._metavar_formatter(action, default_metavar)
        if action.nargs is None:
            return '%s' % get(1)
        if action.nargs == OPTIONAL:
            return '[%s]' % get(1)
        if action.nargs == ZERO_OR_MORE:
            if not _py3:
                return '[%s [%s ...]]' % get(2)
            metavar = get(1)
            return '[%s [%s ...]]' % metavar if len(metavar) == 2 else '[%s ...]' % metavar
        if action.nargs == ONE_OR_MORE:
            return '%s [%s ...]' % get(2)
        if action.nargs == REMAINDER:
            return '...'
        if action.nargs == PARSER:
            return '%s ...' % get(1)
        if action.nargs == SUPPRESS:
            return ''
        if not isinstance(action.nargs, int) and _py3:
            raise ValueError('invalid nargs value')
        return ' '.join(['%s'] * action.nargs) % get(action.nargs)

    def _expand_help(self, action):
        params = dict(vars(action), prog=self._prog)
        for name in list(params):
            if params[name] is SUPPRESS:
                del params[name]
            elif hasattr(params[name], '__name__'):
                params[name] = params[name].__name__
        if params.get('choices') is not None:
            params['choices'] = ', '.join([str(c) for c in params['choices']])
        return self._get_help_string(action) % params

    def _iter_indented_subactions(self, action):
        get = getattr(action, '_get_subactions', None)
        if get is not None:
            self._indent()
            for sub in get():
                yield sub
            self._dedent()

    def _split_lines(self, text, width):
        import textwrap
        return textwrap.wrap(_whitespace.sub(' ', text).strip(), width)

    def _fill_text(self, text, width, indent):
        import textwrap
        return textwrap.fill(_whitespace.sub(' ', text).strip(), width, initial_indent=indent, subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest


class RawDescriptionHelpFormatter(HelpFormatter):
    """It keeps the lines of descriptions."""

    def _fill_text(self, text, width, indent):
        return ''.join([indent + line for line in text.splitlines(True)])


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """It keeps the lines of all help text."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """It adds default values to the help of arguments."""

    def _get_help_string(self, action):
        help = action.help
        if help is None:
            help = ''
        if '%(default)' not in help and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                help += ' (default: %(default)s)'
        return help


class MetavarTypeHelpFormatter(HelpFormatter):
    """It names arguments by their types."""

    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    _get_default_metavar_for_positional = _get_default_metavar_for_optional


if not _py3:
    del MetavarTypeHelpFormatter


# Actions: what an argument does.

class Action(_AttributeHolder):
    """What an argument does when it is met: a class that derives from it has
    __call__(parser, namespace, values, option_string)."""

    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None,
                 required=False, help=None, metavar=None):
        self.option_strings = option_strings
        self.dest = dest
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.help = help
        self.metavar = metavar

    def _get_kwargs(self):
        names = ['option_strings', 'dest', 'nargs', 'const', 'default', 'type', 'choices']
        if _py3:
            names.append('required')
        return [(name, getattr(self, name)) for name in names + ['help', 'metavar']]

    if _py3:
        def format_usage(self):
            return self.option_strings[0]

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError('.__call__() not defined')


class _StoreAction(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, **kwargs):
        if nargs == 0:
            raise ValueError('nargs for store actions must be != 0; if you have nothing to store, actions such as '
                             'store true or store const may be more appropriate' if _py3 else
                             'nargs for store actions must be > 0; if you have nothing to store, actions such as '
                             'store true or store const may be more appropriate')
        if const is not None and nargs != OPTIONAL:
            raise ValueError('nargs must be %r to supply const' % OPTIONAL)
        super(_StoreAction, self).__init__(option_strings, dest, nargs, const, **kwargs)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None):
        super(_StoreConstAction, self).__init__(option_strings, dest, 0, const, default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrueAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=False, required=False, help=None):
        super(_StoreTrueAction, self).__init__(option_strings, dest, True, default, required, help)


class _StoreFalseAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=True, required=False, help=None):
        super(_StoreFalseAction, self).__init__(option_strings, dest, False, default, required, help)


def _items(namespace, dest):
    items = getattr(namespace, dest, None)
    if items is None:
        return []
    return items[:] if type(items) is list else __import__('copy').copy(items)


class _AppendAction(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, **kwargs):
        if nargs == 0:
            raise ValueError('nargs for append actions must be != 0; if arg strings are not supplying the value to '
                             'append, the append const action may be more appropriate' if _py3 else
                             'nargs for append actions must be > 0; if arg strings are not supplying the value to '
                             'append, the append const action may be more appropriate')
        if const is not None and nargs != OPTIONAL:
            raise ValueError('nargs must be %r to supply const' % OPTIONAL)
        super(_AppendAction, self).__init__(option_strings, dest, nargs, const, **kwargs)

    def __call__(self, parser, namespace, values, option_string=None):
        items = _items(namespace, self.dest)
        items.append(values)
        setattr(namespace, self.dest, items)


class _ExtendAction(_AppendAction):
    def __call__(self, parser, namespace, values, option_string=None):
        items = _items(namespace, self.dest)
        items.extend(values)
        setattr(namespace, self.dest, items)


class _AppendConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None):
        super(_AppendConstAction, self).__init__(option_strings, dest, 0, const, default, required=required,
                                                 help=help, metavar=metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        items = _items(namespace, self.dest)
        items.append(self.const)
        setattr(namespace, self.dest, items)


class _CountAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None):
        super(_CountAction, self).__init__(option_strings, dest, 0, default=default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        count = getattr(namespace, self.dest, None)
        setattr(namespace, self.dest, (0 if count is None else count) + 1)


class _HelpAction(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None):
        super(_HelpAction, self).__init__(option_strings, dest, 0, default=default, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _VersionAction(Action):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS,
                 help="show program's version number and exit"):
        super(_VersionAction, self).__init__(option_strings, dest, 0, default=default, help=help)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        version = self.version
        if version is None:
            version = parser.version
        formatter = parser._get_formatter()
        formatter.add_text(version)
        if _py3:
            parser._print_message(formatter.format_help(), _sys.stdout)
            parser.exit()
        parser.exit(message=formatter.format_help())


class BooleanOptionalAction(Action):
    """--name and --no-name."""

    def __init__(self, option_strings, dest, default=None, type=None, choices=None, required=False, help=None,
                 metavar=None):
        both = []
        for s in option_strings:
            both.append(s)
            if s.startswith('--'):
                both.append('--no-' + s[2:])
        super(BooleanOptionalAction, self).__init__(both, dest, 0, default=default, type=type, choices=choices,
                                                    required=required, help=help, metavar=metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        if option_string in self.option_strings:
            setattr(namespace, self.dest, not option_string.startswith('--no-'))

    def format_usage(self):
        return ' | '.join(self.option_strings)


if not _py3:
    del BooleanOptionalAction


class _SubParsersAction(Action):
    """The argument that names a command with a parser of its own."""

    class _ChoicesPseudoAction(Action):
        def __init__(self, name, aliases, help):
            metavar = dest = name
            if aliases:
                metavar += ' (%s)' % ', '.join(aliases)
            super(_SubParsersAction._ChoicesPseudoAction, self).__init__([], dest, help=help, metavar=metavar)

    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prog_prefix = prog
        self._parser_class = parser_class
        from collections import OrderedDict
        self._name_parser_map = {} if _py3 else OrderedDict()
        self._choices_actions = []
        super(_SubParsersAction, self).__init__(option_strings, dest, PARSER, choices=self._name_parser_map,
                                                required=required, help=help, metavar=metavar)

    def add_parser(self, name, **kwargs):
        """The parser of a command."""
        if kwargs.get('prog') is None:
            kwargs['prog'] = '%s %s' % (self._prog_prefix, name)
        aliases = kwargs.pop('aliases', ()) if _py3 else ()
        if 'help' in kwargs:
            self._choices_actions.append(self._ChoicesPseudoAction(name, aliases, kwargs.pop('help')))
        if _py3:
            if name in self._name_parser_map:
                raise ArgumentError(self, 'conflicting subparser: %s' % name)
            for alias in aliases:
                if alias in self._name_parser_map:
                    raise ArgumentError(self, 'conflicting subparser alias: %s' % alias)
        parser = self._parser_class(**kwargs)
        for n in [name] + list(aliases):
            self._name_parser_map[n] = parser
        return parser

    def _get_subactions(self):
        return self._choices_actions

    def __call__(self, parser, namespace, values, option_string=None):
        name, rest = values[0], values[1:]
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        if name not in self._name_parser_map:
            raise ArgumentError(self, 'unknown parser %r (choices: %s)' % (name, ', '.join(self._name_parser_map)))
        sub, rest = self._name_parser_map[name].parse_known_args(rest, None)
        for key, value in vars(sub).items():
            setattr(namespace, key, value)
        if rest:
            vars(namespace).setdefault(_UNRECOGNIZED_ARGS_ATTR, [])
            getattr(namespace, _UNRECOGNIZED_ARGS_ATTR).extend(rest)


class FileType(object):
    """A type for arguments that name files: they are opened. '-' is the
    standard input or output."""

    def __init__(self, mode='r', bufsize=-1, encoding=None, errors=None):
        self._mode = mode
        self._bufsize = bufsize
        self._encoding = encoding
        self._errors = errors

    def __call__(self, string):
        if string == '-':
            if 'r' in self._mode:
                return _sys.stdin.buffer if 'b' in self._mode and _py3 else _sys.stdin
            if any(c in self._mode for c in 'wax'):
                return _sys.stdout.buffer if 'b' in self._mode and _py3 else _sys.stdout
            raise ValueError('argument "-" with mode %r' % self._mode)
        try:
            if _py3:
                return open(string, self._mode, self._bufsize, self._encoding, self._errors)
            return open(string, self._mode, self._bufsize)
        except (OSError, IOError) as e:
            raise ArgumentTypeError("can't open '%s': %s" % (string, e))

    def __repr__(self):
        args = [repr(a) for a in (self._mode, self._bufsize) if a != -1]
        args += ['%s=%r' % (k, v) for k, v in (('encoding', self._encoding), ('errors', self._errors)) if v is not None]
        return '%s(%s)' % (type(self).__name__, ', '.join(args))


# Parsers, and groups of arguments.

_actions = {None: _StoreAction, 'store': _StoreAction, 'store_const': _StoreConstAction,
            'store_true': _StoreTrueAction, 'store_false': _StoreFalseAction, 'append': _AppendAction,
            'append_const': _AppendConstAction, 'count': _CountAction, 'help': _HelpAction,
            'version': _VersionAction, 'parsers': _SubParsersAction}
if _py3:
    _actions['extend'] = _ExtendAction


class _ActionsContainer(object):
    def __init__(self, description, prefix_chars, argument_default, conflict_handler):
        self.description, self.prefix_chars = description, prefix_chars
        self.argument_default, self.conflict_handler = argument_default, conflict_handler
        self._get_handler()  # complains about a name that it doesn't know
        self._actions, self._action_groups, self._mutually_exclusive_groups = [], [], []
        self._option_string_actions, self._defaults = {}, {}
        self._has_negative_number_optionals = []
        self._negative_number_matcher = _re.compile(r'^-\d+$|^-\d*\.\d+$')
        self._registries = {}
        for name, cls in _actions.items():
            self.register('action', name, cls)

    def register(self, registry_name, value, object):
        self._registries.setdefault(registry_name, {})[value] = object

    def _registry_get(self, registry_name, value, default=None):
        try:
            return self._registries[registry_name].get(value, default)
        except (KeyError, TypeError):
            return default

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest, None)

    def add_argument(self, *args, **kwargs):
        """add_argument(name or flags..., action=, nargs=, const=, default=, type=,
        choices=, required=, help=, metavar=, dest=)"""
        positional = not args or len(args) == 1 and args[0][0] not in self.prefix_chars
        if positional and args and 'dest' in kwargs:
            raise ValueError('dest supplied twice for positional argument')
        kwargs = (self._get_positional_kwargs if positional else self._get_optional_kwargs)(*args, **kwargs)
        default = self._defaults.get(kwargs['dest'], self.argument_default)
        if default is not None or kwargs['dest'] in self._defaults:
            kwargs.setdefault('default', default)
        name = kwargs.pop('action', None)
        action_class = self._registry_get('action', name, name)
        if not callable(action_class):
            raise ValueError('unknown action "%s"' % (action_class,))
        action = action_class(**kwargs)
        convert = self._registry_get('type', action.type, action.type)
        if not (convert is None or callable(convert)):
            raise ValueError('%r is not callable' % (convert,))
        if convert is FileType:
            raise ValueError('%r is a FileType class object, instance of it must be passed' % (convert,))
        if hasattr(self, '_get_formatter'):
            try:
                self._get_formatter()._format_args(action, None)
            except TypeError:
                raise ValueError('length of metavar tuple does not match nargs')
        return self._add_action(action)

    def add_argument_group(self, *args, **kwargs):
        self._action_groups.append(_ArgumentGroup(self, *args, **kwargs))
        return self._action_groups[-1]

    def add_mutually_exclusive_group(self, **kwargs):
        self._mutually_exclusive_groups.append(_MutuallyExclusiveGroup(self, **kwargs))
        return self._mutually_exclusive_groups[-1]

    def _add_action(self, action):
        self._check_conflict(action)
        action.container = self
        self._actions.append(action)
        self._option_string_actions.update(dict.fromkeys(action.option_strings, action))
        negative = any(self._negative_number_matcher.match(s) for s in action.option_strings)
        if negative and not self._has_negative_number_optionals:
            self._has_negative_number_optionals.append(True)
        return action

    def _remove_action(self, action):
        self._actions.remove(action)

    def _add_container_actions(self, container):
        titles = {}
        for group in self._action_groups:
            if group.title in titles:
                raise ValueError('cannot merge actions - two groups are named %r' % group.title)
            titles[group.title] = group
        groups = {}
        for group in container._action_groups:
            if group.title not in titles:
                titles[group.title] = self.add_argument_group(
                    title=group.title, description=group.description, conflict_handler=group.conflict_handler)
            for action in group._group_actions:
                groups[id(action)] = titles[group.title]
        for group in container._mutually_exclusive_groups:
            mutex = self.add_mutually_exclusive_group(required=group.required)
            for action in group._group_actions:
                groups[id(action)] = mutex
        for action in container._actions:
            groups.get(id(action), self)._add_action(action)

    def _get_positional_kwargs(self, dest, **kwargs):
        if 'required' in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        if kwargs.get('nargs') not in (OPTIONAL, ZERO_OR_MORE) + ((REMAINDER, SUPPRESS, 0) if _py3 else ()):
            kwargs['required'] = True
        if kwargs.get('nargs') == ZERO_OR_MORE and 'default' not in kwargs:
            kwargs['required'] = True
        return dict(kwargs, dest=dest, option_strings=[])

    def _get_optional_kwargs(self, *args, **kwargs):
        long = []
        for s in args:
            if not s[0] in self.prefix_chars:
                raise ValueError('invalid option string %r: must start with a character %r' % (s, self.prefix_chars))
            if len(s) > 1 and s[0] in self.prefix_chars and s[1] in self.prefix_chars:
                long.append(s)
        dest = kwargs.pop('dest', None)
        if dest is None:
            dest = (long[0] if long else args[0]).lstrip(self.prefix_chars)
            if not dest:
                raise ValueError('dest= is required for options like %r' % args[0])
            dest = dest.replace('-', '_')
        return dict(kwargs, dest=dest, option_strings=list(args))

    def _get_handler(self):
        name = '_handle_conflict_%s' % self.conflict_handler
        try:
            return getattr(self, name)
        except AttributeError:
            raise ValueError('invalid conflict_resolution value: %r' % self.conflict_handler)

    def _check_conflict(self, action):
        conflicts = [(s, self._option_string_actions[s]) for s in action.option_strings if s in self._option_string_actions]
        if conflicts:
            self._get_handler()(action, conflicts)

    def _handle_conflict_error(self, action, conflicts):
        message = 'conflicting option string%s: %%s' % ('' if len(conflicts) == 1 else 's')
        if not _py3:
            message = 'conflicting option string(s): %s'
        raise ArgumentError(action, message % ', '.join([s for s, _ in conflicts]))

    def _handle_conflict_resolve(self, action, conflicts):
        for s, other in conflicts:
            other.option_strings.remove(s)
            self._option_string_actions.pop(s, None)
            if not other.option_strings:
                other.container._remove_action(other)


class _ArgumentGroup(_ActionsContainer):
    """Arguments that the help shows together."""

    def __init__(self, container, title=None, description=None, **kwargs):
        for name in 'conflict_handler', 'prefix_chars', 'argument_default':
            kwargs.setdefault(name, getattr(container, name))
        super(_ArgumentGroup, self).__init__(description, **kwargs)
        self.title, self._group_actions = title, []
        for name in ('_registries', '_actions', '_option_string_actions', '_defaults',
                     '_has_negative_number_optionals', '_mutually_exclusive_groups'):
            setattr(self, name, getattr(container, name))

    def _add_action(self, action):
        self._group_actions.append(super(_ArgumentGroup, self)._add_action(action))
        return action

    def _remove_action(self, action):
        for part in super(_ArgumentGroup, self)._remove_action, self._group_actions.remove:
            part(action)


class _MutuallyExclusiveGroup(_ArgumentGroup):
    """Arguments of which at most one may be there."""

    def __init__(self, container, required=False):
        super(_MutuallyExclusiveGroup, self).__init__(container)
        self.required = required
        self._container = container

    def _add_action(self, action):
        if action.required:
            raise ValueError('mutually exclusive arguments must be optional')
        action = self._container._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        self._container._remove_action(action)
        self._group_actions.remove(action)


class ArgumentParser(_AttributeHolder, _ActionsContainer):
    """ArgumentParser(prog=None, usage=None, description=None, epilog=None,
    parents=[], formatter_class=HelpFormatter, prefix_chars='-',
    fromfile_prefix_chars=None, argument_default=None, conflict_handler='error',
    add_help=True, allow_abbrev=True, exit_on_error=True)"""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, *args, **kwargs):
        names = ['parents', 'formatter_class', 'prefix_chars', 'fromfile_prefix_chars', 'argument_default',
                 'conflict_handler', 'add_help']
        names = names + ['allow_abbrev', 'exit_on_error'] if _py3 else ['version'] + names
        kwargs.update(zip(names, args))
        for name in kwargs:
            if name not in names:
                raise TypeError("%s__init__() got an unexpected keyword argument '%s'" % ('ArgumentParser.' if _py3 else '', name))
        get = kwargs.get
        super(ArgumentParser, self).__init__(description, get('prefix_chars', '-'), get('argument_default'),
                                             get('conflict_handler', 'error'))
        self.prog = _os.path.basename(_sys.argv[0]) if prog is None else prog
        self.usage = usage
        self.epilog = epilog
        self.version = get('version')
        self.formatter_class = get('formatter_class', HelpFormatter)
        self.fromfile_prefix_chars = get('fromfile_prefix_chars')
        self.add_help = get('add_help', True)
        self.allow_abbrev = get('allow_abbrev', True)
        self.exit_on_error = get('exit_on_error', True)
        self._positionals = self.add_argument_group('positional arguments')
        self._optionals = self.add_argument_group('options' if _py3 else 'optional arguments')
        self._subparsers = None
        self.register('type', None, lambda string: string)
        prefix = '-' if '-' in self.prefix_chars else self.prefix_chars[0]
        if self.add_help:
            self.add_argument(prefix + 'h', prefix * 2 + 'help', action='help', default=SUPPRESS,
                              help='show this help message and exit')
        if self.version:
            self.add_argument(prefix + 'v', prefix * 2 + 'version', action='version', default=SUPPRESS,
                              version=self.version, help="show program's version number and exit")
        for parent in get('parents', ()):
            self._add_container_actions(parent)
            self._defaults.update(getattr(parent, '_defaults', {}))

    def _get_kwargs(self):
        names = ['prog', 'usage', 'description']
        if not _py3:
            names.append('version')
        return [(name, getattr(self, name)) for name in names + ['formatter_class', 'conflict_handler', 'add_help']]

    def add_subparsers(self, **kwargs):
        """The argument that names a command."""
        if self._subparsers is not None:
            self.error('cannot have multiple subparser arguments')
        kwargs.setdefault('parser_class', type(self))
        if 'title' in kwargs or 'description' in kwargs:
            self._subparsers = self.add_argument_group(kwargs.pop('title', 'subcommands'), kwargs.pop('description', None))
        else:
            self._subparsers = self._positionals
        if kwargs.get('prog') is None:
            formatter = self._get_formatter()
            formatter.add_usage(self.usage, self._get_positional_actions(), self._mutually_exclusive_groups, '')
            kwargs['prog'] = formatter.format_help().strip()
        if not _py3:
            kwargs.setdefault('required', True)
        action = self._registry_get('action', kwargs.pop('action', 'parsers'))(option_strings=[], **kwargs)
        self._subparsers._add_action(action)
        return action

    def _add_action(self, action):
        if action.option_strings:
            self._optionals._add_action(action)
        else:
            self._positionals._add_action(action)
        return action

    def _get_optional_actions(self):
        return [a for a in self._actions if a.option_strings]

    def _get_positional_actions(self):
        return [a for a in self._actions if not a.option_strings]

    # Parsing.

    def parse_args(self, args=None, namespace=None):
        """The arguments, as attributes of a Namespace."""
        args, rest = self.parse_known_args(args, namespace)
        if rest:
            self.error('unrecognized arguments: %s' % ' '.join(rest))
        return args

    def parse_known_args(self, args=None, namespace=None):
        """The same, and a list of those that the parser doesn't know."""
        args = _sys.argv[1:] if args is None else list(args)
        if namespace is None:
            namespace = Namespace()
        defaults = [(action.dest, action.default) for action in self._actions
                    if action.dest is not SUPPRESS and action.default is not SUPPRESS]
        for dest, value in defaults + list(self._defaults.items()):
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        try:
            namespace, rest = self._parse_known_args(args, namespace)
        except ArgumentError as err:
            if not self.exit_on_error:
                raise
            self.error(str(err))
        # What the parsers of commands didn't know stands in the namespace.
        rest.extend(vars(namespace).pop(_UNRECOGNIZED_ARGS_ATTR, ()))
        return namespace, rest

    def _parse_known_args(self, strings, namespace):
        if self.fromfile_prefix_chars is not None:
            strings = self._read_args_from_files(strings)
        conflicts = {}
        for group in self._mutually_exclusive_groups:
            members = group._group_actions
            for i, action in enumerate(members):
                conflicts.setdefault(action, []).extend(members[:i] + members[i + 1:])

        # O for an option, A for another string, - for what ends the options
        options, pattern, only_args = {}, [], False
        for i, s in enumerate(strings):
            if only_args:
                pattern.append('A')
            elif s == '--':
                pattern.append('-')
                only_args = True
            else:
                found = self._parse_optional(s)
                if found is None:
                    pattern.append('A')
                else:
                    options[i] = found
                    pattern.append('O')
        pattern = ''.join(pattern)
        seen, seen_non_default = set(), set()

        def take(action, values, option_string=None):
            seen.add(action)
            values = self._get_values(action, values)
            if values is not action.default:
                seen_non_default.add(action)
                for other in conflicts.get(action, []):
                    if other in seen_non_default:
                        raise ArgumentError(action, 'not allowed with argument %s' % _get_action_name(other))
            if values is not SUPPRESS:
                action(self, namespace, values, option_string)

        extras, positionals = [], self._get_positional_actions()

        def consume_optional(start):
            action, option_string, explicit = options[start]
            taken = []
            while True:
                if action is None:
                    extras.append(strings[start])
                    return start + 1
                if explicit is not None:
                    count = self._match_argument(action, 'A')
                    chars = self.prefix_chars
                    if count == 0 and option_string[1] not in chars and explicit != '':
                        taken.append((action, [], option_string))  # -abc
                        option_string = option_string[0] + explicit[0]
                        explicit = explicit[1:] or None
                        if option_string not in self._option_string_actions:
                            raise ArgumentError(action, 'ignored explicit argument %r' % (
                                option_string[1:] + (explicit or '')))
                        action = self._option_string_actions[option_string]
                        if explicit and explicit[0] == '=':
                            explicit = explicit[1:]
                        continue
                    if count == 1:
                        taken.append((action, [explicit], option_string))
                        stop = start + 1
                        break
                    raise ArgumentError(action, 'ignored explicit argument %r' % explicit)
                first = start + 1
                count = self._match_argument(action, pattern[first:])
                stop = first + count
                taken.append((action, strings[first:stop], option_string))
                break
            for action, args, option_string in taken:
                take(action, args, option_string)
            return stop

        def consume_positionals(start):
            counts = self._match_arguments_partial(positionals, pattern[start:])
            for action, count in zip(positionals, counts):
                args = strings[start:start + count]
                start += count
                take(action, args)
            positionals[:] = positionals[len(counts):]
            return start

        i, last = 0, max(options) if options else -1
        while i <= last:
            following = min(k for k in options if k >= i)
            if i != following:
                after = consume_positionals(i)
                if after > i:
                    i = after
                    continue
            if i not in options:
                extras.extend(strings[i:following])
                i = following
            i = consume_optional(i)
        stop = consume_positionals(i)
        extras.extend(strings[stop:])

        if not _py3 and positionals:
            self.error('too few arguments')
        missing = []
        for action in self._actions:
            if action in seen:
                continue
            if action.required:
                if not _py3:
                    if action.option_strings:
                        self.error('argument %s is required' % _get_action_name(action))
                else:
                    missing.append(_get_action_name(action))
            elif (action.default is not None and isinstance(action.default, _text)
                  and hasattr(namespace, action.dest) and action.default is getattr(namespace, action.dest)):
                setattr(namespace, action.dest, self._get_value(action, action.default))
        if missing:
            self.error('the following arguments are required: %s' % ', '.join(missing))
        for group in self._mutually_exclusive_groups:
            if group.required and not any(a in seen_non_default for a in group._group_actions):
                names = [_get_action_name(a) for a in group._group_actions if a.help is not SUPPRESS]
                self.error('one of the arguments %s is required' % ' '.join(names))
        return namespace, extras

    def _read_args_from_files(self, strings):
        result = []
        for s in strings:
            if not s or s[0] not in self.fromfile_prefix_chars:
                result.append(s)
                continue
            try:
                f = open(s[1:])
                try:
                    args = []
                    for line in f.read().splitlines():
                        args.extend(self.convert_arg_line_to_args(line))
                    result.extend(self._read_args_from_files(args))
                finally:
                    f.close()
            except (OSError, IOError) as err:
                self.error(str(err))
        return result

    def convert_arg_line_to_args(self, arg_line):
        """The arguments in a line of a file: one."""
        return [arg_line]

    def _match_argument(self, action, pattern):
        match = _re.match(self._get_nargs_pattern(action), pattern)
        if match is None:
            errors = {None: 'expected one argument', OPTIONAL: 'expected at most one argument',
                      ONE_OR_MORE: 'expected at least one argument'}
            message = errors.get(action.nargs)
            if message is None:
                if _py3:
                    message = 'expected %s argument%s' % (action.nargs, '' if action.nargs == 1 else 's')
                else:
                    message = 'expected %s argument(s)' % action.nargs
            raise ArgumentError(action, message)
        return len(match.group(1))

    def _match_arguments_partial(self, actions, pattern):
        for i in range(len(actions), 0, -1):
            match = _re.match(''.join([self._get_nargs_pattern(a) for a in actions[:i]]), pattern)
            if match is not None:
                return [len(s) for s in match.groups()]
        return []

    def _parse_optional(self, s):
        """(action, option, explicit argument) if s is an option, else None."""
        if not s or s[0] not in self.prefix_chars:
            return None
        if s in self._option_string_actions:
            return self._option_string_actions[s], s, None
        if len(s) == 1:
            return None
        if '=' in s:
            option, explicit = s.split('=', 1)
            if option in self._option_string_actions:
                return self._option_string_actions[option], option, explicit
        found = self._get_option_tuples(s)
        if len(found) > 1:
            self.error('ambiguous option: %s could match %s' % (s, ', '.join([f[1] for f in found])))
        if found:
            return found[0]
        if self._negative_number_matcher.match(s) and not self._has_negative_number_optionals:
            return None
        if ' ' in s:
            return None
        return None, s, None

    def _get_option_tuples(self, s):
        """The options of which s is the beginning."""
        result, chars = [], self.prefix_chars
        if s[0] in chars and s[1] in chars:
            if self.allow_abbrev:
                prefix, explicit = s.split('=', 1) if '=' in s else (s, None)
                for option in self._option_string_actions:
                    if option.startswith(prefix):
                        result.append((self._option_string_actions[option], option, explicit))
        elif s[0] in chars and s[1] not in chars:
            short, explicit = s[:2], s[2:]
            for option in self._option_string_actions:
                if option == short:
                    result.append((self._option_string_actions[option], option, explicit))
                elif option.startswith(s):
                    result.append((self._option_string_actions[option], option, None))
        return result

    def _get_nargs_pattern(self, action):
        nargs = action.nargs
        if nargs is None:
            pattern = '(-*A-*)'
        elif nargs == OPTIONAL:
            pattern = '(-*A?-*)'
        elif nargs == ZERO_OR_MORE:
            pattern = '(-*[A-]*)'
        elif nargs == ONE_OR_MORE:
            pattern = '(-*A[A-]*)'
        elif nargs == REMAINDER:
            pattern = '([-AO]*)'
        elif nargs == PARSER:
            pattern = '(-*A[-AO]*)'
        elif nargs == SUPPRESS:
            pattern = '(-*-*)'
        else:
            pattern = '(-*%s-*)' % '-*'.join('A' * nargs)
        if action.option_strings:
            pattern = pattern.replace('-*', '').replace('-', '')
        return pattern

    def _get_values(self, action, strings):
        if action.nargs not in (PARSER, REMAINDER):
            try:
                strings.remove('--')
            except ValueError:
                pass
        if not strings and action.nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, _text):
                value = self._get_value(action, value)
                self._check_value(action, value)
        elif not strings and action.nargs == ZERO_OR_MORE and not action.option_strings:
            value = strings if action.default is None else action.default
            if action.default is not None or not _py3:
                self._check_value(action, value)
        elif len(strings) == 1 and action.nargs in (None, OPTIONAL):
            value = self._get_value(action, strings[0])
            self._check_value(action, value)
        elif action.nargs == REMAINDER:
            value = [self._get_value(action, v) for v in strings]
        elif action.nargs == PARSER:
            value = [self._get_value(action, v) for v in strings]
            self._check_value(action, value[0])
        elif action.nargs == SUPPRESS:
            value = SUPPRESS
        else:
            value = [self._get_value(action, v) for v in strings]
            for v in value:
                self._check_value(action, v)
        return value

    def _get_value(self, action, string):
        func = self._registry_get('type', action.type, action.type)
        if not callable(func):
            raise ArgumentError(action, '%r is not callable' % (func,))
        try:
            return func(string)
        except ArgumentTypeError as err:
            raise ArgumentError(action, str(err))
        except (TypeError, ValueError):
            name = getattr(action.type, '__name__', repr(action.type))
            raise ArgumentError(action, 'invalid %s value: %r' % (name, string))

    def _check_value(self, action, value):
        if action.choices is not None and value not in action.choices:
            raise ArgumentError(action, 'invalid choice: %r (choose from %s)' % (
                value, ', '.join(map(repr, action.choices))))

    def parse_intermixed_args(self, args=None, namespace=None):
        """parse_args(), where options may stand among the positional arguments."""
        args, rest = self.parse_known_intermixed_args(args, namespace)
        if rest:
            self.error('unrecognized arguments: %s' % ' '.join(rest))
        return args

    def parse_known_intermixed_args(self, args=None, namespace=None):
        """The same, and a list of those that the parser doesn't know."""
        positionals = self._get_positional_actions()
        bad = [a for a in positionals if a.nargs in (PARSER, REMAINDER)]
        if bad:
            raise TypeError('parse_intermixed_args: positional arg with nargs=%s' % bad[0].nargs)
        if any(a in positionals for g in self._mutually_exclusive_groups for a in g._group_actions):
            raise TypeError('parse_intermixed_args: positional in mutuallyExclusiveGroup')
        saved = [(a, a.nargs, a.default) for a in positionals]
        required = [(a, a.required) for a in self._get_optional_actions()]
        groups = [(g, g.required) for g in self._mutually_exclusive_groups]
        usage = self.usage
        try:
            if usage is None:
                self.usage = self.format_usage()[7:]
            for a in positionals:
                a.nargs = a.default = SUPPRESS
            namespace, rest = self.parse_known_args(args, namespace)
            for a, nargs, default in saved:
                a.nargs, a.default = nargs, default
                if getattr(namespace, a.dest, None) == SUPPRESS:
                    delattr(namespace, a.dest)
            for a, _ in required:
                a.required = False
            for g, _ in groups:
                g.required = False
            return self.parse_known_args(rest, namespace)
        finally:
            for a, nargs, default in saved:
                a.nargs, a.default = nargs, default
            for a, r in required:
                a.required = r
            for g, r in groups:
                g.required = r
            self.usage = usage

    if not _py3:
        del parse_intermixed_args, parse_known_intermixed_args

    # Help and messages.

    def format_usage(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return formatter.format_help()

    def format_help(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.start_section(group.title)
            formatter.add_text(group.description)
            formatter.add_arguments(group._group_actions)
            formatter.end_section()
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), _sys.stdout if file is None else file)

    def print_help(self, file=None):
        self._print_message(self.format_help(), _sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            (_sys.stderr if file is None else file).write(message)

    def exit(self, status=0, message=None):
        """End the program."""
        if message:
            self._print_message(message, _sys.stderr)
        _sys.exit(status)

    def error(self, message):
        """Say how the program is used and what is wrong, and end it with status 2."""
        self.print_usage(_sys.stderr)
        self.exit(2, '%s: error: %s\n' % (self.prog, message))
