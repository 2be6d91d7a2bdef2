# Characters by their names.
print(ascii("\N{BULLET} \N{em dash} \N{LATIN SMALL LETTER A WITH DIAERESIS} \N{CJK UNIFIED IDEOGRAPH-4E2D}"))
print(ascii("\N{HANGUL SYLLABLE GA} \N{HANGUL SYLLABLE HIH} \N{HANGUL SYLLABLE BBWELG} \N{SNAKE} \N{CYRILLIC SMALL LETTER ZHE}"))
print(ascii(f"\N{GREEK SMALL LETTER ALPHA}{1}\N{WHITE HEAVY CHECK MARK}"))
print(ascii(b"\\N{DIGIT ONE}\\N{BOX DRAWINGS LIGHT HORIZONTAL}".decode("unicode_escape")))
print("é\u20ac\uac01\u4e2d".encode("ascii", "namereplace"))
for text in r"'\N{NO SUCH}'", r"'\N{<control>}'", r"'\N{PRIVATE USE AREA-E000}'":
    try:
        eval(text)
    except SyntaxError as e:
        print(e)
