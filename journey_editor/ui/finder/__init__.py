"""The command finder: every command of the program in one list, found by its name in either language."""
