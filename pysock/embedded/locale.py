"""Formatting by the conventions of a country.

The locales are those that every system has, C (or POSIX) and C.UTF-8, and en_US.
setlocale(category, '') takes any that the environment names, so that a script
which asks for the user's own goes on; one that isn't among these keeps the
conventions of C.
"""

import os as _os
import re as _re
import sys as _sys
import warnings as _warnings

_py2 = _sys.version_info[0] == 2
_text = basestring if _py2 else str
_plain = str

__all__ = ['getlocale', 'getdefaultlocale', 'getpreferredencoding', 'Error', 'setlocale', 'resetlocale',
           'localeconv', 'strcoll', 'strxfrm', 'str', 'atof', 'atoi', 'format', 'format_string', 'currency',
           'normalize', 'LC_CTYPE', 'LC_COLLATE', 'LC_TIME', 'LC_MONETARY', 'LC_NUMERIC', 'LC_ALL',
           'CHAR_MAX', 'LC_MESSAGES']

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127

# The categories in the order in which setlocale(LC_ALL) names them.
_categories = ['LC_CTYPE', 'LC_NUMERIC', 'LC_TIME', 'LC_COLLATE', 'LC_MONETARY', 'LC_MESSAGES']
_more = ['LC_PAPER', 'LC_NAME', 'LC_ADDRESS', 'LC_TELEPHONE', 'LC_MEASUREMENT', 'LC_IDENTIFICATION']


class Error(Exception):
    """A locale that there isn't."""


Error.__module__ = 'locale'

_monetary_of_c = {
    'int_curr_symbol': '', 'currency_symbol': '', 'mon_decimal_point': '', 'mon_thousands_sep': '', 'mon_grouping': [],
    'positive_sign': '', 'negative_sign': '', 'int_frac_digits': CHAR_MAX, 'frac_digits': CHAR_MAX,
    'p_cs_precedes': CHAR_MAX, 'p_sep_by_space': CHAR_MAX, 'n_cs_precedes': CHAR_MAX, 'n_sep_by_space': CHAR_MAX,
    'p_sign_posn': CHAR_MAX, 'n_sign_posn': CHAR_MAX,
}
_monetary_of_us = {
    'int_curr_symbol': 'USD ', 'currency_symbol': '$', 'mon_decimal_point': '.', 'mon_thousands_sep': ',',
    'mon_grouping': [3, 3, 0], 'positive_sign': '', 'negative_sign': '-', 'int_frac_digits': 2, 'frac_digits': 2,
    'p_cs_precedes': 1, 'p_sep_by_space': 0, 'n_cs_precedes': 1, 'n_sep_by_space': 0,
    'p_sign_posn': 1, 'n_sign_posn': 1,
}
_numeric_of_c = {'decimal_point': '.', 'thousands_sep': '', 'grouping': []}
_numeric_of_us = {'decimal_point': '.', 'thousands_sep': ',', 'grouping': [3, 3, 0]}

_known = {'C': 'C', 'POSIX': 'C', 'c.utf8': 'C.UTF-8', 'en_us.utf8': 'en_US.UTF-8', 'en_us': 'en_US'}


def _wanted(category):
    """The locale that the environment names for a category."""
    for name in 'LC_ALL', category, 'LANG':
        value = _os.environ.get(name)
        if value:
            return value
    return 'C'


def _find(name):
    """The name of a locale that there is, as it was given; else Error."""
    if name in ('C', 'POSIX'):
        return 'C'
    if name.lower().replace('-', '') in _known:
        return name
    raise Error('unsupported locale setting')


_current = dict.fromkeys(_categories, 'C')
if not _py2:
    _current['LC_CTYPE'] = _wanted('LC_CTYPE')


def _all():
    names = [_current[c] for c in _categories]
    if names.count(names[0]) == len(names):
        return names[0]
    return ';'.join(['%s=%s' % (c, _current[c]) for c in _categories] + ['%s=C' % c for c in _more])


def setlocale(category, locale=None):
    """Set the locale of a category, or ask for it: setlocale(LC_ALL, '') sets
    that of the environment."""
    if locale and not isinstance(locale, _text):
        locale = normalize(_build(locale))
    if category not in range(7):
        raise Error('unsupported locale setting' if locale is not None else 'locale query failed')
    which = _categories if category == LC_ALL else [_categories[category]]
    if locale is not None:
        new = {}
        if '=' in locale:
            given = dict(part.split('=', 1) for part in locale.split(';') if '=' in part)
        else:
            given = dict.fromkeys(which, locale)
        for c in which:
            if c not in given:
                raise Error('unsupported locale setting')
            name = given[c]
            new[c] = _find(name) if name else _mine(_wanted(c))
        _current.update(new)
    return _all() if category == LC_ALL else _current[which[0]]


def _mine(name):
    return 'C' if name == 'POSIX' else name


def _american(category):
    return _current[category].lower().startswith('en_us')


def localeconv():
    """The conventions for numbers and for money, as a dict."""
    d = dict(_monetary_of_us if _american('LC_MONETARY') else _monetary_of_c)
    d.update(_numeric_of_us if _american('LC_NUMERIC') else _numeric_of_c)
    for name in 'grouping', 'mon_grouping':
        d[name] = list(d[name])
    for name in _override_localeconv:
        d[name] = _override_localeconv[name]
    return d


_override_localeconv = {}


def strcoll(string1, string2):
    """Compare two strings by the current LC_COLLATE: negative, 0 or positive."""
    for s in string1, string2:
        if not isinstance(s, _text):
            raise TypeError('strcoll() argument %d must be str, not %s' % (1 if s is string1 else 2, type(s).__name__))
        if not _py2 and '\0' in s:
            raise ValueError('embedded null character')
    return (string1 > string2) - (string1 < string2)


def strxfrm(string):
    """What compares like the string does by strcoll."""
    if not isinstance(string, _text):
        raise TypeError('strxfrm() argument 1 must be str, not ' + type(string).__name__)
    if not _py2 and '\0' in string:
        raise ValueError('embedded null character')
    return string


def getlocale(category=LC_CTYPE):
    """The locale of a category: (language, encoding)."""
    name = setlocale(category)
    if category == LC_ALL and ';' in name:
        raise TypeError('category LC_ALL is not supported')
    return _parse(name)


def getdefaultlocale(envvars=('LC_ALL', 'LC_CTYPE', 'LANG', 'LANGUAGE')):
    """The locale of the environment: (language, encoding)."""
    if _sys.version_info >= (3, 11):
        _warnings.warn("'locale.getdefaultlocale' is deprecated and slated for removal in Python 3.15. "
                       'Use setlocale(), getencoding() and getlocale() instead.', DeprecationWarning, stacklevel=2)
    return _default(envvars)


def _default(envvars=('LC_ALL', 'LC_CTYPE', 'LANG', 'LANGUAGE')):
    for name in envvars:
        value = _os.environ.get(name)
        if value:
            if name == 'LANGUAGE':
                value = value.split(':')[0]
            return _parse(value)
    return _parse('C')


def getpreferredencoding(do_setlocale=True):
    """The encoding of text files: always UTF-8."""
    return 'UTF-8'


def resetlocale(category=LC_ALL):
    """Set the locale of a category to that of the environment."""
    if _sys.version_info >= (3, 11):
        _warnings.warn('Use locale.setlocale(locale.LC_ALL, "") instead', DeprecationWarning, stacklevel=2)
    name = _build(_default())
    which = _categories if category == LC_ALL else [_categories[category]]
    for c in which:
        _current[c] = name


def _build(pair):
    """The name of a locale for (language, encoding)."""
    try:
        language, encoding = pair
    except (TypeError, ValueError):
        raise TypeError('Locale must be None, a string, or an iterable of two strings -- language code, encoding.')
    if language is None:
        language = 'C'
    return language if encoding is None else language + '.' + encoding


def _parse(name):
    """(language, encoding) of a locale's name."""
    code = normalize(name)
    if '@' in code:
        code, modifier = code.split('@', 1)
        if modifier == 'euro' and '.' not in code:
            return code, 'iso-8859-15'
    if '.' in code:
        return tuple(code.split('.')[:2])
    if code == 'C':
        return None, None
    if code == 'UTF-8':
        return None, 'UTF-8'
    raise ValueError('unknown locale: ' + name)


# The encodings of the time before UTF-8, by language.
_encodings = {
    'ISO8859-2': 'bs cs hr hu pl ro sk sl sq', 'ISO8859-5': 'mk', 'ISO8859-6': 'ar', 'ISO8859-7': 'el',
    'ISO8859-8': 'he iw', 'ISO8859-9': 'tr', 'ISO8859-13': 'lt lv', 'CP1251': 'bg be', 'KOI8-U': 'uk',
    'UTF-8': 'ru sr hi bn vi zh_SG', 'eucJP': 'ja', 'eucKR': 'ko', 'gb2312': 'zh_CN zh', 'big5': 'zh_TW zh_HK',
}
_countries = {
    'en': 'US', 'cs': 'CZ', 'da': 'DK', 'ja': 'JP', 'ko': 'KR', 'zh': 'CN', 'el': 'GR', 'sv': 'SE', 'he': 'IL', 'iw': 'IL',
    'sl': 'SI', 'sq': 'AL', 'et': 'EE', 'uk': 'UA', 'be': 'BY', 'hi': 'IN', 'bn': 'BD', 'vi': 'VN', 'sr': 'RS', 'ar': 'AA', 'nb': 'NO', 'nn': 'NO',
}
_spellings = {
    'utf8': 'UTF-8', 'iso88591': 'ISO8859-1', 'iso885915': 'ISO8859-15', 'ascii': 'ISO8859-1', 'eucjp': 'eucJP', 'euckr': 'eucKR',
    'koi8r': 'KOI8-R', 'koi8u': 'KOI8-U', 'sjis': 'SJIS', 'shiftjis': 'SJIS', 'latin1': 'ISO8859-1', 'en': 'ISO8859-1',
}


def normalize(localename):
    """The full name of a locale: language, country and encoding."""
    code = localename.lower()
    if ':' in code:
        code = code.replace(':', '.')
    code, at, modifier = code.partition('@')
    code, dot, encoding = code.partition('.')
    if code in ('c', 'posix'):
        if not dot:
            return 'C' if not at else localename
        code = 'en_us'
        if encoding.replace('-', '').replace('_', '') not in ('utf8', 'iso88591', 'en'):
            return 'C'
    if not code:
        return localename
    language, under, country = code.partition('_')
    if not _re.match('[a-z]{2,3}$', language) or under and not _re.match('[a-z]{2}$', country):
        return localename
    country = country.upper() or _countries.get(language, language.upper())
    name = language + '_' + country
    if dot:
        key = encoding.replace('-', '').replace('_', '')
        iso = _re.match(r'iso8859(\d+)$', key)
        enc = _spellings.get(key) or (iso and 'ISO8859-' + iso.group(1)) or encoding
        return name + '.' + enc + (at and '@' + modifier)
    if modifier == 'euro':
        return name + '.ISO8859-15'
    for enc, languages in _encodings.items():
        languages = languages.split()
        if name in languages or language in languages and not (language == 'zh' and country != 'CN'):
            return name + '.' + enc + (at and '@' + modifier)
    return name + '.ISO8859-1' + (at and '@' + modifier)


_spec = _re.compile(r'%(?:\((?P<key>.*?)\))?(?P<modifiers>[-#0-9 +*.hlL]*?)[eEfFgGdiouxXcrs%]')


def _intervals(grouping):
    """The sizes of groups of digits, from the right, without end if need be."""
    size = None
    for n in grouping:
        if n == CHAR_MAX:
            return
        if n == 0:
            if size is None:
                raise ValueError('invalid grouping')
            break
        size = n
        yield n
    else:
        if grouping:
            return
    while size is not None:
        yield size


def _group(s, monetary=False):
    """Put separators between the digits of a number, and say how many characters that took."""
    conv = localeconv()
    sep = conv['mon_thousands_sep' if monetary else 'thousands_sep']
    grouping = conv['mon_grouping' if monetary else 'grouping']
    if not grouping:
        return s, 0
    head, digits, tail = _re.match(r'(.*?)(\d*)(\s*)$', s, _re.S).groups()
    if not digits:
        return s, 0
    parts = []
    for n in _intervals(grouping):
        if len(digits) <= n:
            break
        parts.append(digits[-n:])
        digits = digits[:-n]
    parts.append(digits)
    return head + sep.join(reversed(parts)) + tail, len(sep) * (len(parts) - 1)


def _unpad(s, n):
    """Take away up to n blanks of a field that separators made too wide."""
    left = len(s) - len(s.lstrip(' '))
    cut = min(left, n)
    s, n = s[cut:], n - cut
    right = len(s) - len(s.rstrip(' '))
    return s[:len(s) - min(right, n)] if min(right, n) else s


def _localized(s, grouping=False, monetary=False):
    whole, dot, fraction = s.partition('.')
    width = 0
    if grouping:
        whole, width = _group(whole, monetary)
    if dot:
        dot = localeconv()['mon_decimal_point' if monetary else 'decimal_point']
    s = whole + dot + fraction
    return _unpad(s, width) if width else s


def _formatted(percent, value, grouping, monetary, additional=()):
    s = percent % ((value,) + tuple(additional)) if additional else percent % value
    if percent[-1] in 'eEfFgGdiu':
        s = _localized(s, grouping, monetary)
    return s


def format_string(f, val, grouping=False, monetary=False):
    """f % val with numbers formatted by the locale."""
    specs = list(_spec.finditer(f))
    if isinstance(val, dict) or hasattr(val, 'keys'):
        values = ['%' if m.group()[-1] == '%' else _formatted(m.group(), val, grouping, monetary) for m in specs]
    else:
        if not isinstance(val, tuple):
            val = (val,)
        values, i = [], 0
        for m in specs:
            if m.group()[-1] == '%':
                values.append('%')
                continue
            stars = m.group('modifiers').count('*')
            values.append(_formatted(m.group(), val[i], grouping, monetary, val[i + 1:i + 1 + stars]))
            i += 1 + stars
    return _spec.sub('%s', f) % tuple(values)


def format(percent, value, grouping=False, monetary=False, *additional):
    """percent % value for one number, formatted by the locale."""
    if not _py2:
        _warnings.warn("This method will be removed in a future version of Python. Use 'locale.format_string()' instead.",
                       DeprecationWarning, stacklevel=2)
    m = _spec.match(percent)
    if m is None or len(m.group()) != len(percent):
        raise ValueError('format() must be given exactly one %%char format specifier, %s not valid' % repr(percent))
    return _formatted(percent, value, grouping, monetary, additional)


def currency(val, symbol=True, grouping=False, international=False):
    """A sum of money by the current LC_MONETARY."""
    conv = localeconv()
    digits = conv['int_frac_digits' if international else 'frac_digits']
    if digits == 127:
        raise ValueError("Currency formatting is not possible using the 'C' locale.")
    number = _localized('%.*f' % (digits, abs(val)), grouping, monetary=True)
    which = 'n' if val < 0 else 'p'
    sign = conv['negative_sign' if val < 0 else 'positive_sign']
    position = conv[which + '_sign_posn']
    if position == 3:
        number = sign + number
    elif position == 4:
        number += sign
    if symbol:
        unit = conv['int_curr_symbol' if international else 'currency_symbol']
        gap = ' ' if conv[which + '_sep_by_space'] else ''
        if conv[which + '_cs_precedes']:
            number = unit + gap + number
        elif international and not _py2 and unit.endswith(' '):
            number += gap + unit[:-1]
        else:
            number += gap + unit
    if position == 0:
        return '(' + number + ')'
    if position == 2:
        return number + sign
    return number if position in (3, 4) else sign + number


def str(val):
    """A float as str() has it, by the locale."""
    return _formatted('%.12g', val, False, False)


def delocalize(string):
    """A number as the locale writes it, for float()."""
    conv = localeconv()
    if conv['thousands_sep']:
        string = string.replace(conv['thousands_sep'], '')
    if conv['decimal_point']:
        string = string.replace(conv['decimal_point'], '.')
    return string


def atof(string, func=float):
    """The number that a string is in the locale."""
    return func(delocalize(string))


def atoi(string):
    """The integer that a string is in the locale."""
    return int(delocalize(string))


if not _py2:
    __all__ += ['getencoding']

    def getencoding():
        """The encoding of the locale: always UTF-8."""
        return 'UTF-8'

    def localize(string, grouping=False, monetary=False):
        """A number that is formatted for C, by the locale."""
        return _localized(string, grouping, monetary)
else:
    del delocalize

    def atof(string, func=float):
        """The number that a string is in the locale."""
        conv = localeconv()
        for name, plain in ('thousands_sep', ''), ('decimal_point', '.'):
            if conv[name]:
                string = string.replace(conv[name], plain)
        return func(string)

    def atoi(string):
        """The integer that a string is in the locale."""
        return atof(string, int)


# What nl_langinfo tells, by the number of what is asked.
_info = {14: 'UTF-8', 65536: '.', 65537: '', 262159: '-', 327680: '^[yY]', 327681: '^[nN]'}
CODESET, RADIXCHAR, THOUSEP, CRNCYSTR, YESEXPR, NOEXPR = 14, 65536, 65537, 262159, 327680, 327681


def _number(first, names, values):
    for i, (name, value) in enumerate(zip(names, values)):
        globals()[name] = first + i
        _info[first + i] = value


_days = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split()
_months = 'January February March April May June July August September October November December'.split()
_number(131072, ['ABDAY_%d' % i for i in range(1, 8)], [d[:3] for d in _days])
_number(131079, ['DAY_%d' % i for i in range(1, 8)], _days)
_number(131086, ['ABMON_%d' % i for i in range(1, 13)], [m[:3] for m in _months])
_number(131098, ['MON_%d' % i for i in range(1, 13)], _months)
_number(131110, ['AM_STR', 'PM_STR', 'D_T_FMT', 'D_FMT', 'T_FMT', 'T_FMT_AMPM', 'ERA'],
        ['AM', 'PM', '%a %b %e %H:%M:%S %Y', '%m/%d/%y', '%H:%M:%S', '%I:%M:%S %p', ''])
_number(131118, ['ERA_D_FMT', 'ALT_DIGITS', 'ERA_D_T_FMT', 'ERA_T_FMT'], [''] * 4)


def nl_langinfo(key):
    """What the locale says of a key: DAY_1, D_FMT, CODESET and their like."""
    if key not in _info:
        raise ValueError('unsupported langinfo constant')
    if _american('LC_NUMERIC') and key == THOUSEP:
        return ','
    if _american('LC_MONETARY') and key == CRNCYSTR:
        return '-$'
    return _info[key]


def gettext(msg):
    """The translation of a message: there are no catalogues, so itself."""
    return msg


def dgettext(domain, msg):
    """gettext in a domain."""
    return msg


def dcgettext(domain, msg, category):
    """gettext in a domain and category."""
    return msg


_domains = {'': 'messages'}


def textdomain(domain):
    """Set the domain of messages, unless it is None, and return it."""
    if domain is not None:
        _domains[''] = domain or 'messages'
    return _domains['']


def bindtextdomain(domain, dir):
    """Set the folder of a domain's catalogues, unless it is None, and return it."""
    if not domain:
        raise Error('domain must be a non-empty string')
    if dir is not None:
        _domains[domain] = dir
    return _domains.get(domain, '/usr/share/locale')


def bind_textdomain_codeset(domain, codeset):
    """Set the encoding of a domain's messages, unless it is None, and return it."""
    if codeset is not None:
        _domains[domain, 'codeset'] = codeset
    return _domains.get((domain, 'codeset'))
