"""Messages by kind."""
