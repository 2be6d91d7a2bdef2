# str() of an exception is asked for by who prints it, not by raise.
class E(Exception):
    def __str__(self):
        print('asked')
        return 'text'


class Odd(object):
    def __str__(self):
        print('odd asked')
        return 'odd'
    __repr__ = __str__


for make in (lambda: E(1), lambda: ValueError(Odd()), lambda: KeyError(Odd()), lambda: OSError(Odd(), Odd())):
    try:
        try:
            raise make()
        finally:
            print('finally')
    except Exception as e:
        print('caught')
