# The words for a name that isn't there: a class body says what a module says,
# in a function too, but for names that it declares global itself.


def declares():
    global elsewhere
    elsewhere = 1


class Top:
    try:
        print elsewhere
    except NameError as e:
        print e
    try:
        del elsewhere
    except NameError as e:
        print e


class Declares:
    global late
    try:
        print late
    except NameError as e:
        print e

    def method(self):
        try:
            print elsewhere
        except NameError as e:
            print e


def function():
    class Inner:
        try:
            print elsewhere
        except NameError as e:
            print e
        try:
            print never
        except NameError as e:
            print e
        try:
            print [never for i in (1, 2)]
        except NameError as e:
            print e
        try:
            print list(never for i in (1, 2))
        except NameError as e:
            print e
    try:
        print elsewhere
    except NameError as e:
        print e


Declares().method()
function()
declares()


class After:
    print elsewhere
    elsewhere = elsewhere + 1
    print elsewhere


print elsewhere
