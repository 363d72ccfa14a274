"""Edits: pure functions from a project to a project, in one module for each noun, and their history.

An edit never leaves a project that `model.invariants.problems` finds fault with: what cannot be done raises EditError,
and what would be left dangling goes in the same edit. An edit that changes nothing returns the very same project.
Things are named by id and moved `before` another (None: to the end), never by index. Only model may be imported here.
"""
