# How far the marks of a SyntaxError may go.
import sys, traceback
for text in 'abcdefg', 'abcdefg\n', 'éé', 'éé\n', '  ab\n', '':
    for off in 1, 2, 5, 9:
        for end in 0, 3, 8, 9, 10, 100:
            try: raise SyntaxError('m', ('bad.py', 1, off, text, 1, end))
            except SyntaxError: sys.excepthook(*sys.exc_info())
