"""Named sounds of free packages, as training data for the audio side of the default space."""
