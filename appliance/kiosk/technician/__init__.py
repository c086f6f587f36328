"""The technician's bench and its trials."""
