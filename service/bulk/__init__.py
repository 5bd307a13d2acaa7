"""Whole archives: one line for every input, whatever happens to it, in the order of the inputs."""

from service.bulk.running import parse_all

__all__ = ["parse_all"]
