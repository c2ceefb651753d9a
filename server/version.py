"""Which version of Overture this is."""

from importlib.metadata import version

VERSION = version("overture")
