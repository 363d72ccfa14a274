"""Questions in large type beside the map that grows with the answers: what the workshop and the guided start share.

One question is on show at a time. Everything can be done with the keyboard; the mouse can do the same.
"""
