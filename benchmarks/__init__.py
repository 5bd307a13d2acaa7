"""What we claim, measured beside peers in the same run."""
