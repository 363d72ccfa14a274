"""Journey Editor: customer journey maps, from the workshop to the printed page, without a network."""

__version__ = "0.1.0"
