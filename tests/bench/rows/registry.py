"""Every row, in the order in which they are measured and shown."""
from . import encoders, index, library, published, training, window

MEASUREMENTS = [*training.MEASUREMENTS, *encoders.MEASUREMENTS, *index.MEASUREMENTS, *library.MEASUREMENTS, *index.GROWTH_MEASUREMENTS,
                *window.MEASUREMENTS, *published.MEASUREMENTS]
