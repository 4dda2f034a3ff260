"""The bytes of a request → what it asks for, each part of its type and its places counted as Python does."""
