"""The print studio: presets, page and contents at the left, the very pages in the middle, the result in a sentence."""
