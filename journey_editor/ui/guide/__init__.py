"""The guided start: five steps from nothing to a map, one question at a time."""
