"""Where everything on a map lies, in points, as a list of things to draw. No Qt, no files but the fonts."""
