"""Placeholder while the proofs are built."""
