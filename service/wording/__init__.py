"""The words of administrative style, as pairs that invert."""
