"""Carrying touchpoints over to the other side: what asks for the channel, and the list of those that wait for it."""
