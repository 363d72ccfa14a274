"""The workshop: a group builds the mirror map on the wall, phase by phase, with the keyboard alone."""
