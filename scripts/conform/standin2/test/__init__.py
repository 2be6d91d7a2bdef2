"""A package test whose support is ours; its path goes on in CPython's folder."""
