"""Values of a text: literal_eval. The syntax tree itself isn't there."""

import sys

_py3 = sys.version_info[0] == 3

__all__ = ['literal_eval']

__absent__ = dict.fromkeys(('parse', 'dump', 'walk', 'NodeVisitor', 'NodeTransformer', 'unparse', 'AST'),
                           'programs are not kept as a tree that scripts see; literal_eval is there')


def literal_eval(node_or_string):
    """The value of a text that is made of numbers, strings, tuples, lists, dicts,
    sets, True, False and None alone. It raises ValueError or SyntaxError."""
    text = node_or_string
    if not isinstance(text, (str, bytes) if _py3 else basestring):
        raise ValueError('malformed node or string: %r' % (text,) if _py3 else 'malformed string')
    if isinstance(text, bytes) and _py3:
        text = text.decode()
    if _py3:
        text = text.lstrip(' \t')
    elif text[:1] in (' ', '\t'):
        raise IndentationError('unexpected indent', ('<unknown>', 1, 1, text))
    compile(text, '<unknown>', 'eval')  # which raises SyntaxError
    reader = _Reader(text)
    value = reader.value()
    if reader.peek() == ',':
        value = [value]
        while reader.take(',') and reader.peek():
            value.append(reader.value())
        value = tuple(value)
    if reader.peek():
        reader.wrong()
    return value


class _Reader(object):
    def __init__(self, text):
        import re
        self.tokens = []
        pattern = re.compile(r'''\s+|\#[^\n]*|\\\n
            |(?P<string>[bBuUrR]{0,2}(?:\'\'\'(?:[^\\]|\\[\s\S])*?\'\'\'|"""(?:[^\\]|\\[\s\S])*?"""
                |'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*"))
            |(?P<number>0[xXoObB][\da-fA-F_]+[lL]?|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?[jJlL]?)
            |(?P<name>[A-Za-z_]\w*)|(?P<op>.)''', re.VERBOSE)
        at = 0
        while at < len(text):
            m = pattern.match(text, at)
            at = m.end()
            if m.lastgroup:
                self.tokens.append((m.lastgroup, m.group()))
        self.at = 0

    def peek(self):
        return self.tokens[self.at][1] if self.at < len(self.tokens) else ''

    def wrong(self):
        raise ValueError('malformed node or string' if _py3 else 'malformed string')

    def take(self, op):
        if self.peek() == op:
            self.at += 1
            return True
        return False

    def expect(self, op):
        if not self.take(op):
            self.wrong()

    def value(self):
        left = self.signed()
        while self.peek() in ('+', '-'):  # 1 + 2j
            op = self.peek()
            self.at += 1
            right = self.signed()
            if not isinstance(right, complex) or not isinstance(left, (int, float)) and _py3:
                self.wrong()
            left = left + right if op == '+' else left - right
        return left

    def signed(self):
        sign = self.peek()
        if sign in ('+', '-'):
            self.at += 1
            v = self.signed()
            if not isinstance(v, (int, float, complex)) and (_py3 or not isinstance(v, long)) or isinstance(v, bool):
                self.wrong()
            return -v if sign == '-' else v
        return self.atom()

    def items(self, end):
        """The values up to a bracket."""
        values, comma = [], False
        while not self.take(end):
            values.append(self.value())
            comma = self.take(',')
            if not comma:
                self.expect(end)
                break
        return values, comma

    def atom(self):
        if self.at >= len(self.tokens):
            self.wrong()
        kind, text = self.tokens[self.at]
        self.at += 1
        if kind == 'string':
            value = eval(text, {'__builtins__': {}})
            while self.at < len(self.tokens) and self.tokens[self.at][0] == 'string':
                value += eval(self.tokens[self.at][1], {'__builtins__': {}})
                self.at += 1
            return value
        if kind == 'number':
            return eval(text, {'__builtins__': {}})
        if kind == 'name':
            if text in ('True', 'False', 'None'):
                return {'True': True, 'False': False, 'None': None}[text]
            if text == 'set' and _py3 and self.take('('):
                self.expect(')')
                return set()
            self.wrong()
        if text == '(':
            values, comma = self.items(')')
            return values[0] if len(values) == 1 and not comma else tuple(values)
        if text == '[':
            return self.items(']')[0]
        if text == '{':
            if self.take('}'):
                return {}
            first = self.value()
            if self.take(':'):
                d = {first: self.value()}
                while self.take(',') and self.peek() != '}':
                    key = self.value()
                    self.expect(':')
                    d[key] = self.value()
                self.expect('}')
                return d
            if not _py3:
                self.wrong()
            rest = []
            if self.take(','):
                rest = self.items('}')[0]
            else:
                self.expect('}')
            return set([first] + rest)
        self.wrong()
