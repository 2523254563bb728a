"""Tests of the six languages."""
