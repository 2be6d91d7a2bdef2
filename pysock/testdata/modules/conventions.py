# Module locale, as far as the locales of every system go.
from __future__ import print_function
import locale


def show(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except (Exception, locale.Error) as e:
        print(type(e).__name__, e)


show(locale.setlocale, locale.LC_ALL, 'C')
show(locale.setlocale, locale.LC_ALL)
show(locale.getlocale)
show(locale.setlocale, locale.LC_ALL, '')
show(locale.getlocale)
show(locale.setlocale, locale.LC_NUMERIC, 'C')
show(locale.getlocale, locale.LC_NUMERIC)
show(locale.setlocale, locale.LC_ALL, ('en_XX', 'nothing'))
show(locale.setlocale, locale.LC_ALL, 'xx_YY.nothing')
show(locale.setlocale, 99, 'C')
print(sorted(locale.localeconv().items()))
show(locale.format_string, '%d and %.2f%%', (1234567, 2.5), grouping=True)
show(locale.format_string, '%(a)s %(b)5d|', {'a': 'x', 'b': 42})
show(locale.format_string, '%*d|%-6d|', (5, 1, 2), True)
show(locale.currency, 12)
show(locale.atof, '1234.5')
show(locale.atoi, '1234')
show(locale.str, 3.14159265358979)
show(locale.strcoll, 'a', 'b')
print(sorted(['b', 'A', 'c'], key=locale.strxfrm))
show(locale.getpreferredencoding)
for name in 'de', 'de_DE', 'en_US.utf8', 'fr_FR@euro', 'C', 'posix', 'ja_JP.eucjp', 'pl_PL.iso88592':
    show(locale.normalize, name)
locale._override_localeconv = {'thousands_sep': "'", 'grouping': [3, 0], 'decimal_point': ','}
locale._override_localeconv.update({
    'mon_thousands_sep': '.', 'mon_grouping': [3, 3, 0], 'mon_decimal_point': ',', 'frac_digits': 2, 'currency_symbol': 'EUR',
    'p_cs_precedes': 0, 'p_sep_by_space': 1, 'p_sign_posn': 1, 'n_cs_precedes': 0, 'n_sep_by_space': 1, 'n_sign_posn': 1,
    'negative_sign': '-'})
for value in 0, 999, 1000, 1234567.891, -1234567:
    print(locale.format_string('%.2f', value, True), locale.format_string('%d', value, True), locale.currency(value, grouping=True))
show(locale.format_string, '%12.1f|', 1234567, True)
show(locale.format_string, '%-12d|', 1234567, True)
