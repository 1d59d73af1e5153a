"""How the embedded model was made, and fine-tuning on one's own pairs.

The entry is ``translate.training.train.train``; nothing heavy loads before it is imported.
"""
