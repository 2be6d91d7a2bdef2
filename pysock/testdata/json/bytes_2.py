# JSON in a str: its strings are decoded part by part, places are counted in bytes.
import json


def r(f, *a, **k):
    try:
        return repr(f(*a, **k))
    except Exception as e:
        return type(e).__name__ + ' ' + str(e)


docs = ['\x00\xff', '\xff', '"\xff"', '"a\xc3\xa9"', '"a\xc3"', '["\xc3\xa9", x]', '["\xc3\xa9"] x', '{"\xc3\xa9": 1, "\xc3\xa9": 2}',
        '{"\xc3\xa9" 1}', u'["\xe9"] x', u'["\xe9", x]', '"\\u00e9\xc3\xa9\\n\xff"', '"\xc3\xa9', '"\xc3\xa9\x01"', '"a\x01\xff"', '', '  ',
        '1 2', 'nul', '[1,]', '[1', '[1,', '[[', '[{"a":', '{"a":1,}', '{"a":1', '{"a":1,', '{1:2}', '{"a"', '{"a":', '[', '{', '-', '"\\x"',
        '"\\u12"', '\xef\xbb\xbf1', u'\ufeff1', bytearray('1'), buffer('1'), memoryview('1'), 5, None]
for d in docs:
    print repr(d) if isinstance(d, basestring) else type(d), r(json.loads, d), r(json.loads, d, encoding='latin-1'), r(json.loads, d, encoding='ascii')
    print r(json.loads, d, strict=False), r(json.JSONDecoder().raw_decode, d), r(json.loads, d, encoding='nope'), r(json.loads, d, object_pairs_hook=list)
    if isinstance(d, basestring) and d.strip():
        print r(json.decoder.scanstring, d, 1), r(json.decoder.scanstring, d, 1, 'latin-1'), r(json.decoder.scanstring, d, 1, None, False)
