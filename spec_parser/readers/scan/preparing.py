"""Makes an image ready to be read: specks are taken out, it is straightened, smoothed and brought to a good size."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

# A pixel that differs from each of its neighbours by this much is a speck.
_SPECK = 60
# More of an image than this is no edge around paper.
_MOST_BEYOND = 0.4
# How wide a square of pixels has what is dark or turns dark where one of them is beyond the paper.
_SOFT_EDGE = 7
# In pixels of the scan: the radius that a blur needs to do away with grain, and leaves the letters.
_BLUR = 0.7
WHITE = 255


def without_specks(gray: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """An image in which each pixel that is like none of its eight neighbours is like most of them."""
    height, width = gray.shape
    padded = np.pad(gray, 1, mode="edge")
    around = [
        padded[1 + down : 1 + down + height, 1 + across : 1 + across + width]
        for down in (-1, 0, 1)
        for across in (-1, 0, 1)
        if (down, across) != (0, 0)
    ]
    alone = np.ones(gray.shape, bool)
    for neighbour in around:
        alone &= np.maximum(gray, neighbour) - np.minimum(gray, neighbour) >= _SPECK
    clean = gray.copy()
    fourth, fifth = np.partition(np.stack([neighbour[alone] for neighbour in around]), (3, 4), axis=0)[3:5]
    clean[alone] = fourth // 2 + fifth // 2 + (fourth & fifth & 1)
    return clean


def without_edges(gray: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """An image without what is dark from its edges inwards: the lid of the scanner around the paper.

    An image of which that would take most is left as it is.
    """
    dark = ink(gray)
    if not (dark[0].any() or dark[-1].any() or dark[:, 0].any() or dark[:, -1].any()):
        return gray
    beyond = np.zeros(dark.shape, bool)
    for axis in (0, 1):
        beyond |= np.logical_and.accumulate(dark, axis=axis)
        beyond |= np.flip(np.logical_and.accumulate(np.flip(dark, axis), axis=axis), axis)
    if beyond.mean() > _MOST_BEYOND:
        return gray
    soft = np.asarray(Image.fromarray(beyond).convert("L").filter(ImageFilter.MaxFilter(_SOFT_EDGE)))
    return np.where(soft > 0, np.uint8(WHITE), gray)


def ink(gray: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Where an image is darker than the brightness that best divides it in two (Otsu, 1979)."""
    counts = np.bincount(gray.ravel(), minlength=256).astype(float)
    below = counts.cumsum()
    darkness = (counts * np.arange(256)).cumsum()
    weights = below * (below[-1] - below)
    means = darkness[-1] * below / below[-1] - darkness
    apart = np.divide(np.square(means), weights, out=np.zeros(256), where=weights > 0)
    return gray <= int(apart.argmax())


def turned(image: Image.Image, angle: float) -> Image.Image:
    """An image turned counterclockwise by an angle in degrees about its centre; all of it stays on it."""
    return image.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=WHITE) if angle else image


def smoothed(image: Image.Image) -> Image.Image:
    """An image with the grain of its paper and of the scanner taken out."""
    return image.filter(ImageFilter.GaussianBlur(_BLUR))


def resized(image: Image.Image, scale: float) -> Image.Image:
    """An image enlarged or reduced."""
    if scale == 1:
        return image
    return image.resize((round(image.width * scale), round(image.height * scale)), Image.Resampling.LANCZOS)
