/// What every biosignal file format needs and gives: bytes by range ([ByteSource]), the files of
/// one sample by name ([SampleFiles]), the choices a reader must not make by itself
/// ([ReadOptions]), and the port a format implements ([RecordingFormat]). Knows neither S3 nor any
/// one format.
@NullMarked
package dev.shardline.signal.format;

import org.jspecify.annotations.NullMarked;
