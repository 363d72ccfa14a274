"""A session in the hands of chance: each module brings the rules of one room; `test_any_session` puts them together."""
