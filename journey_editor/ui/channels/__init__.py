"""The channels of a project and the library that they come from."""
