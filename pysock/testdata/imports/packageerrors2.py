import _plain.sub
