"""Tables as text: comma-separated values, and their like."""

import re
import sys
from _collections import _static

_py3 = sys.version_info[0] == 3

__all__ = ['QUOTE_MINIMAL', 'QUOTE_ALL', 'QUOTE_NONNUMERIC', 'QUOTE_NONE', 'Error', 'Dialect', 'excel', 'excel_tab',
           'field_size_limit', 'reader', 'writer', 'register_dialect', 'get_dialect', 'list_dialects', 'Sniffer',
           'unregister_dialect', 'DictReader', 'DictWriter'] + (['unix_dialect'] if _py3 else [])

__version__ = '1.0'

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


class Error(Exception):
    pass


_limit = 128 * 1024
_text = str if _py3 else basestring


def field_size_limit(*args):
    """The longest field that may be read; set it, if an argument is given."""
    global _limit
    old = _limit
    if args:
        if not isinstance(args[0], int):
            raise TypeError('limit must be an integer')
        _limit = args[0]
    return old


class _Format(object):
    """The settings of a reader or writer."""

    names = ('delimiter', 'doublequote', 'escapechar', 'lineterminator', 'quotechar', 'quoting', 'skipinitialspace', 'strict')

    def __init__(self, dialect=None, **kwargs):
        if isinstance(dialect, _text):
            dialect = get_dialect(dialect)
        for name in kwargs:
            if name not in self.names:
                raise TypeError("'%s' is an invalid keyword argument for this function" % name)
        defaults = {'delimiter': ',', 'doublequote': True, 'escapechar': None, 'lineterminator': '\r\n', 'quotechar': '"',
                    'quoting': QUOTE_MINIMAL, 'skipinitialspace': False, 'strict': False}
        for name in self.names:
            value = kwargs.get(name, getattr(dialect, name, defaults[name]))
            setattr(self, name, value)
        for name in 'delimiter', 'escapechar', 'quotechar':
            value = getattr(self, name)
            if value is None and name != 'delimiter':
                continue
            if not isinstance(value, _text):
                raise TypeError('"%s" must be string%s, not %s' % (name, ' or None' if name != 'delimiter' and _py3 else '', type(value).__name__))
            if len(value) != 1 and not (value == '' and name != 'delimiter' and not _py3):
                raise TypeError('"%s" must be %s 1-character string' % (name, 'a' if _py3 else 'an'))
        if not isinstance(self.quoting, int):
            raise TypeError('"quoting" must be an integer')
        if not QUOTE_MINIMAL <= self.quoting <= QUOTE_NONE:
            raise TypeError('bad "quoting" value')
        if 'quotechar' in kwargs and kwargs['quotechar'] is None and 'quoting' not in kwargs:
            self.quoting = QUOTE_NONE
        if self.quoting != QUOTE_NONE and not self.quotechar:
            raise TypeError('quotechar must be set if quoting enabled')
        if not isinstance(self.lineterminator, _text):
            raise TypeError('"lineterminator" must be a string%s' % ('' if not _py3 else ', not %s' % type(self.lineterminator).__name__)
                            if self.lineterminator is not None else 'lineterminator must be set')
        for name in 'doublequote', 'skipinitialspace', 'strict':
            setattr(self, name, bool(getattr(self, name)))


class Dialect(object):
    """The settings of a kind of files: derive a class from it."""

    _name = ''
    _valid = False
    delimiter = quotechar = escapechar = doublequote = skipinitialspace = lineterminator = quoting = None

    def __init__(self):
        if self.__class__ != Dialect:
            self._valid = True
        try:
            if self.lineterminator is None:
                raise TypeError('lineterminator must be set')
            _Format(self)
        except TypeError as e:
            raise Error(str(e))


class excel(Dialect):
    """The files of Excel."""
    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\r\n'
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    """The files of Excel with tabs."""
    delimiter = '\t'


_dialects = {'excel': excel, 'excel-tab': excel_tab}

if _py3:
    class unix_dialect(Dialect):
        """Files as Unix has them."""
        delimiter = ','
        quotechar = '"'
        doublequote = True
        skipinitialspace = False
        lineterminator = '\n'
        quoting = QUOTE_ALL

    _dialects['unix'] = unix_dialect


def register_dialect(name, dialect=None, **fmtparams):
    """Give a dialect a name."""
    if not isinstance(name, _text):
        raise TypeError('dialect name must be a string' + ('' if _py3 else ' or unicode'))
    _dialects[name] = _Format(dialect, **fmtparams)


def unregister_dialect(name):
    """Forget the dialect of a name."""
    if name not in _dialects:
        raise Error('unknown dialect')
    del _dialects[name]


def get_dialect(name):
    """The dialect of a name."""
    if name not in _dialects:
        raise Error('unknown dialect')
    d = _dialects[name]
    return d if isinstance(d, _Format) else _Format(d)


def list_dialects():
    """The names of dialects."""
    return list(_dialects)


class _Reader(object):
    """It makes lists of lines."""

    __slots__ = 'dialect', 'line_num', '_lines'

    def __init__(self, csvfile, dialect='excel', **fmtparams):
        self.dialect = _Format(dialect, **fmtparams)
        self.line_num = 0
        self._lines = iter(csvfile)

    def __iter__(self):
        return self

    def __next__(self):
        d = self.dialect
        fields, field, state, numeric = [], [], 'start', False
        delimiter, quote, escape = d.delimiter, d.quotechar, d.escapechar
        quoting = d.quoting != QUOTE_NONE

        def save():
            s = ''.join(field)
            if len(s) > _limit:
                raise Error('field larger than field limit (%d)' % _limit)
            fields.append(float(s) if numeric else s)
            del field[:]

        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if field or state == 'quoted' or fields and state != 'start':
                    if d.strict:
                        raise Error('unexpected end of data')
                    save()
                    return fields
                raise
            if not isinstance(line, _text):
                if not _py3:
                    raise TypeError('expected string or Unicode object, %s found' % type(line).__name__)
                raise Error('iterator should return strings, not %s (the file should be opened in text mode)' % type(line).__name__)
            self.line_num += 1
            if not _py3 and '\0' in line:
                raise Error('line contains NULL byte')
            n = len(line)
            i = 0
            while i <= n:
                c = line[i] if i < n else ''  # '' is the end of the line
                i += 1
                if state == 'start':  # of the record
                    if c == '':
                        break
                    if c in '\r\n':
                        state = 'eat'
                        continue
                    state = 'field'
                if state == 'field':  # its start
                    numeric = d.quoting == QUOTE_NONNUMERIC
                    if c == '' or c in '\r\n':
                        numeric = False if not field else numeric
                        save()
                        state = 'start' if c == '' else 'eat'
                    elif c == quote and quoting:
                        numeric = False
                        state = 'quoted'
                    elif c == escape:
                        state = 'escaped'
                    elif c == ' ' and d.skipinitialspace:
                        pass
                    elif c == delimiter:
                        numeric = False
                        save()
                    else:
                        field.append(c)
                        state = 'in'
                elif state == 'escaped':
                    field.append(c or '\n')
                    state = 'in'
                elif state == 'in':
                    if c == '' or c in '\r\n':
                        save()
                        state = 'start' if c == '' else 'eat'
                    elif c == escape:
                        state = 'escaped'
                    elif c == delimiter:
                        save()
                        state = 'field'
                    else:
                        field.append(c)
                elif state == 'quoted':
                    if c == '':
                        pass
                    elif c == escape:
                        state = 'escaped in quotes'
                    elif c == quote and quoting:
                        state = 'quote in quotes' if d.doublequote else 'in'
                    else:
                        field.append(c)
                elif state == 'escaped in quotes':
                    field.append(c or '\n')
                    state = 'quoted'
                elif state == 'quote in quotes':
                    if c == quote and quoting:
                        field.append(c)
                        state = 'quoted'
                    elif c == delimiter:
                        save()
                        state = 'field'
                    elif c == '' or c in '\r\n':
                        save()
                        state = 'start' if c == '' else 'eat'
                    elif d.strict:
                        raise Error("'%s' expected after '%s'" % (delimiter, quote))
                    else:
                        field.append(c)
                        state = 'in'
                elif state == 'eat':  # what is left of the line's end
                    if c == '':
                        state = 'start'
                    elif c not in '\r\n':
                        raise Error('new-line character seen in unquoted field - do you need to open the file '
                                    'in universal-newline mode?')
            if state == 'start':
                return fields

    next = __next__


class _Writer(object):
    """It writes lists as lines."""

    __slots__ = 'dialect', '_write'

    def __init__(self, csvfile, dialect='excel', **fmtparams):
        self.dialect = _Format(dialect, **fmtparams)
        if not callable(getattr(csvfile, 'write', None)):
            raise TypeError('argument 1 must have a "write" method')
        self._write = csvfile.write

    def _field(self, value, alone):
        d = self.dialect
        number = isinstance(value, (int, float)) or not _py3 and isinstance(value, long)
        if value is None:
            s = ''
        elif isinstance(value, _text):
            s = value
        elif isinstance(value, float) and not _py3:
            s = repr(value)
        else:
            s = str(value)
        quote = d.quoting == QUOTE_ALL or d.quoting == QUOTE_NONNUMERIC and not number
        out = []
        special = d.delimiter + (d.escapechar or '') + (d.quotechar or '') + d.lineterminator + '\r\n'
        for c in s:
            if c not in special:
                out.append(c)
                continue
            escape = False
            if d.quoting == QUOTE_NONE:
                escape = True
            else:
                if c == d.quotechar:
                    if d.doublequote:
                        out.append(c)
                    else:
                        escape = True
                elif c == d.escapechar:
                    escape = True
                if not escape:
                    quote = True
            if escape:
                if not d.escapechar:
                    raise Error('need to escape, but no escapechar set')
                out.append(d.escapechar)
            out.append(c)
        if not s and alone:
            if d.quoting == QUOTE_NONE:
                raise Error('single empty field record must be quoted')
            quote = True
        s = ''.join(out)
        return d.quotechar + s + d.quotechar if quote else s

    def writerow(self, row):
        """Write a line."""
        try:
            row = list(row)
        except TypeError:
            if _py3:
                raise Error('iterable expected, not %s' % type(row).__name__)
            raise Error('sequence expected')
        line = self.dialect.delimiter.join([self._field(v, len(row) == 1) for v in row]) + self.dialect.lineterminator
        return self._write(line)

    def writerows(self, rows):
        """Write lines."""
        for row in rows:
            self.writerow(row)


_static(_Reader, '_csv.reader')
_static(_Writer, '_csv.writer')


def reader(csvfile, dialect='excel', **fmtparams):
    """The lines of a file, or of anything that gives lines, as lists."""
    return _Reader(csvfile, dialect, **fmtparams)


def writer(csvfile, dialect='excel', **fmtparams):
    """What writes lists to a file."""
    return _Writer(csvfile, dialect, **fmtparams)


class DictReader(object):
    """The lines of a file as dicts. The names are in the first line, unless
    they are given."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args, **kwds):
        self.reader, self.dialect = reader(f, dialect, *args, **kwds), dialect
        self._fieldnames, self.line_num = fieldnames, 0
        self.restkey, self.restval = restkey, restval

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if not self.line_num:
            self.fieldnames  # the first line may have them
        row = []
        while row == []:
            row = next(self.reader)
        names = self.fieldnames
        found = dict(zip(names, row))
        if len(row) > len(names):
            found[self.restkey] = row[len(names):]
        found.update(dict.fromkeys(names[len(row):], self.restval))
        return found

    next = __next__


class DictWriter(object):
    """It writes dicts as lines."""

    def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *args, **kwds):
        self.fieldnames = fieldnames
        self.restval = restval
        if extrasaction.lower() not in ('raise', 'ignore'):
            raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        """Write the names."""
        return self.writer.writerow(self.fieldnames) if _py3 else self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        if self.extrasaction == 'raise':
            wrong = [k for k in rowdict if k not in self.fieldnames]
            if wrong:
                raise ValueError('dict contains fields not in fieldnames: ' + ', '.join([repr(x) for x in wrong]))
        return [rowdict.get(key, self.restval) for key in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows([self._row(d) for d in rowdicts])


class Sniffer(object):
    """It finds out the dialect of a sample."""

    def __init__(self):
        self.preferred = [',', '\t', ';', ' ', ':']

    def sniff(self, sample, delimiters=None):
        """A class of settings."""
        lines = [line for line in sample.splitlines() if line]
        quote = '"' if sample.count('"') >= sample.count("'") else "'"
        bare = [re.sub(quote + '.*?' + quote, '', line) for line in lines]
        best = None
        for c in delimiters or self.preferred + ['|']:
            counts = [line.count(c) for line in bare]
            if counts and counts[0] and counts.count(counts[0]) >= 0.9 * len(counts):
                best = c
                break
        if best is None:
            raise Error('Could not determine delimiter')

        class dialect(Dialect):
            _name = 'sniffed'
            lineterminator = '\r\n'
            quoting = QUOTE_MINIMAL
        dialect.delimiter = best
        dialect.quotechar = quote
        dialect.doublequote = quote * 2 in sample
        dialect.skipinitialspace = all(best + ' ' in line for line in bare)
        return dialect

    def has_header(self, sample):
        """Whether the first line looks unlike the others."""
        from itertools import islice
        rows = list(islice(reader(sample.splitlines(), self.sniff(sample)), 21))
        header, votes = rows[0], 0
        for i, name in enumerate(header):
            column = [r[i] for r in rows[1:] if len(r) == len(header)]
            try:
                [complex(v) for v in column]
                kind = True
            except ValueError:
                kind = False
            if kind and column:
                try:
                    complex(name)
                    votes -= 1
                except ValueError:
                    votes += 1
            elif column and len(set(map(len, column))) == 1:
                votes += 1 if len(name) != len(column[0]) else -1
        return votes > 0
