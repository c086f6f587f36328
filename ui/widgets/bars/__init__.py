"""What lies along an edge, or over every screen."""
