"""Joining what two people made of one project: a three-way merge by id, with what contradicts itself to choose from."""
