"""A local server with OpenAI's interface: to measure against, and to misbehave as told."""
