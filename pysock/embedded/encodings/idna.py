"""Internationalized host names, a label at a time (RFC 3490)."""

import codecs

ace_prefix = b"xn--"
sace_prefix = "xn--"


def nameprep(label):
    """The label as it is compared: in lower case."""
    return label.lower()


def ToASCII(label):
    """The label as bytes of the Domain Name System."""
    return label.encode("idna")


def ToUnicode(label):
    """The label as text."""
    if isinstance(label, type(u"")):
        label = label.encode("idna")
    return bytes(label).decode("idna")


def getregentry():
    return codecs.lookup("idna")
