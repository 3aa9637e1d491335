"""Writes pyarrow-signals.arrows and pyarrow-signals-lz4.arrows beside it. Made with PyArrow 26.0.1."""
import datetime, os, pathlib
import pyarrow as pa

uuid = pa.array([bytes(range(16)), bytes(16)], pa.binary(16))
span = pa.StructArray.from_arrays(
    [pa.array([1, 2000], pa.duration("ns")), pa.array([10, 5000], pa.duration("ns"))],
    ["start", "stop"])
def pooled(values):
    return pa.array(values, pa.string()).dictionary_encode()
table = pa.table({
    "sample_rate": pa.array([50.75, 1.0]),
    "flag": pa.array([True, None]),
    "day": pa.array([datetime.date(2020, 1, 1)] * 2),
    "nested": pa.array([[[1, 2]], []], pa.list_(pa.list_(pa.int8()))),
    "sample_type": pooled(["uint32", "int16"]),
    "sample_offset_in_unit": pa.array([-3.0, 0.0]),
    "sample_resolution_in_unit": pa.array([0.1, 1.0]),
    "sample_unit": pooled(["microvolt", "microvolt"]),
    "channels": pa.array([["fp1", "a-(b+c)/2"], ["fp2"]], pa.large_list(pa.large_string())),
    "sensor_label": pa.array(["eeg_2", "eeg"], pa.large_string()),
    "sensor_type": pooled(["eeg", "eeg"]),
    "span": span,
    "file_format": pooled(["lpcm.zst", "lpcm"]),
    "file_path": pa.array(["s3://bucket/a.lpcm", "b"]),
    "recording": uuid,
})
folder = pathlib.Path(__file__).parent
for name, codec in {"pyarrow-signals": "zstd", "pyarrow-signals-lz4": "lz4"}.items():
    options = pa.ipc.IpcWriteOptions(compression=codec)
    with pa.ipc.new_stream(str(folder / f"{name}.arrows"), table.schema, options=options) as out:
        out.write_table(table.slice(0, 1))
        out.write_table(table.slice(1, 1))
