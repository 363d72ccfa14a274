"""Pages to files: PDF so far. What is on a page is layout's business; here it becomes bytes. No Qt, and no writing."""
