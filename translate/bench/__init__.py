"""Which system is better on which texts, where, and is it sure?"""
