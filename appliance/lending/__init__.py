"""The rules of lending: pure functions over what is known, and one table of rules."""
