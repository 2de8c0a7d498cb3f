"""Readers of the formats in which pretrained encoders are published, and a writer of safetensors."""
