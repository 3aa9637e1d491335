"""Prints the reference values pinned in MedianFilterTest, LocalEqualisationTest, BiasCorrectionTest and
HistogramLandmarksTest.

Made with SciPy 1.17.1, OpenCV 5.0.0, SimpleITK 2.5.7, TorchIO 1.2.1 (versions are printed). The inputs are formulas, the same in the
tests: a linear congruential generator, x' = (1103515245 x + 12345) mod 2^31, gives all noise.
"""
import zlib
import cv2
import numpy as np
import scipy
import SimpleITK as sitk
from scipy import ndimage


def noise(count, seed):
    values = np.empty(count, np.int64)
    state = seed
    for i in range(count):
        state = (1103515245 * state + 12345) % 2**31
        values[i] = state >> 16
    return values


def crc(array):
    return "%08x" % zlib.crc32(np.ascontiguousarray(array).tobytes())


def volume(nx, ny, nz, seed):
    """Indexed [z, y, x], x fastest."""
    return (noise(nx * ny * nz, seed) % 1000).astype(np.float32).reshape(nz, ny, nx)


def picture(height, width, seed):
    y, x = np.mgrid[0:height, 0:width]
    return ((x + 2 * y) // 3 % 200 + noise(height * width, seed).reshape(height, width) % 56).astype(np.uint8)


def biased(nx, ny, nz):
    """Three tissues in an ellipsoid under a smooth field, with noise of 2 %."""
    z, y, x = np.mgrid[0:nz, 0:ny, 0:nx]
    u, v, w = x / (nx - 1), y / (ny - 1), z / (nz - 1)
    r2 = (2 * u - 1) ** 2 + (2 * v - 1) ** 2 + (2 * w - 1) ** 2
    tissue = np.where(r2 < 0.2, 1000, np.where(r2 < 0.5, 700, np.where(r2 < 0.85, 400, 0)))
    field = np.exp(0.4 * (u - 0.5) + 0.5 * (v - 0.5) * (v - 0.5) - 0.3 * (w - 0.5) * u)
    grain = 1 + (noise(nx * ny * nz, 5).reshape(nz, ny, nx) % 41 - 20) / 1000
    return (tissue * field * grain).astype(np.float32), field


print("SciPy", scipy.__version__, "OpenCV", cv2.__version__, "SimpleITK", sitk.Version.VersionString())
for radius in (1, 2, 3):
    print("median", radius, crc(ndimage.median_filter(volume(9, 8, 7, 3), size=2 * radius + 1, mode="nearest")))
for height, width, clip, tiles in ((64, 64, 2.0, 8), (61, 75, 2.0, 8), (50, 48, 40.0, 4), (64, 40, 0.0, 8), (33, 64, 1.0, 2)):
    clahe = cv2.createCLAHE(clipLimit=clip, tileGridSize=(tiles, tiles))
    print("clahe", height, width, clip, tiles, crc(clahe.apply(picture(height, width, 11))))

image, field = biased(40, 36, 32)
mask = image > 0
n4 = sitk.N4BiasFieldCorrectionImageFilter()
n4.SetMaximumNumberOfIterations([50] * 4)
n4.Execute(sitk.GetImageFromArray(image), sitk.GetImageFromArray(mask.astype(np.uint8)))
log_field = sitk.GetArrayFromImage(n4.GetLogBiasFieldAsImage(sitk.GetImageFromArray(image)))
log_field -= log_field[mask].mean()
print("n4", [round(float(log_field[z, y, x]), 5) for x, y, z in
             ((8, 18, 16), (32, 18, 16), (20, 7, 16), (20, 29, 16), (20, 18, 6), (20, 18, 26), (14, 12, 10), (28, 26, 24))])

truth = np.log(field) - np.log(field)[mask].mean()
print("n4 against the field that was put in: largest", np.abs(truth - log_field)[mask].max())

# Histogram standardisation: TorchIO's own functions, taken from its source, so that torch need not be there.
import ast
import importlib.util
import types

path = importlib.util.find_spec("torchio").submodule_search_locations[0]
source = open(path + "/transforms/preprocessing/intensity/histogram_standardization.py").read()
wanted = ("_standardize_cutoff", "_get_average_mapping", "_get_percentiles", "_normalize")
functions = [node for node in ast.parse(source).body if getattr(node, "name", "") in wanted]
torch = types.SimpleNamespace(as_tensor=lambda array: array, Tensor=object)
names = {"np": np, "torch": torch, "STANDARD_RANGE": (0, 100), "DEFAULT_CUTOFF": (0.01, 0.99), "Sequence": list}
exec(compile(ast.Module(functions, []), "torchio", "exec"), names)


def standard_volume(seed):
    draws = noise(2 * 9 * 8 * 7, seed).reshape(-1, 2) % 1000
    return (seed * 100 + draws[:, 0] * draws[:, 1] // (10 * seed)).astype(np.float32)


percentiles = names["_get_percentiles"]((1.0, 99.0))
database = np.vstack([np.percentile(standard_volume(seed), percentiles) for seed in (1, 2, 3)])
landmarks = names["_get_average_mapping"](database)
used = [0, 1, 2, 4, 5, 6, 7, 8, 10, 11, 12]
print("landmarks", landmarks[used].tolist())
mapped = names["_normalize"](types.SimpleNamespace(numpy=lambda: standard_volume(2)), landmarks, None)
print("mapped", [float(value) for value in mapped[::61]])
