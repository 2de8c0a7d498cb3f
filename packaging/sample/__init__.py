"""Reads free clip art, stamps and sounds out of Debian packages, as pairs with clean captions."""
