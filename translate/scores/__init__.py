"""How good a translation is: by references, by findings, by an estimate; and is a gain chance?"""
