"""Journey Editor: customer journey maps, edited on the screen and printed as they look there."""

__version__ = "0.1.0"
