print(repr('\a\b\f\n\r\t\v\\\'\"'), repr("\x41\101\7\07\007\0"), repr('\400' if 0 else ''))
print(repr('\q\w\ '))
print(repr('a\
b'))
print(repr(r'\''), repr(r"\""), repr(r'\\'))
print('''tri'ple''', """dou"ble""", '''a
b''', """\
c""")
print('a' "b" '''c''' r'\d')
x = ('one '
     'two '  # comment
     'three')
print(x)
print(len('\\'), len('\x00\x01'), '\x41')
print('tab\there', "q'q", 'q"q')
print(repr("'"), repr('"'), repr("'\""), repr('\\'))
print("\
")
print('' == "", '' """""", len(""""a" """))
print('#not a comment', "'''", '"""')
print(u'a', U"b", b'c' if 0 else '', R'\n')
