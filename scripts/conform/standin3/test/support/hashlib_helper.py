"""Digests that tests need: there are all."""


def requires_hashdigest(digestname, openssl=None, usedforsecurity=True):
    return lambda test: test
