/// Tables in Apache Arrow's interprocess format, as far as Onda's need it: read from files and
/// streams, with dictionaries and zstd compression; written as files that Julia's Arrow.jl reads.
///
/// Source: the Arrow columnar format, `Message.fbs`, `Schema.fbs` and `File.fbs` of version 1.5,
/// whose generated classes come from `org.apache.arrow:arrow-format`.
@NullMarked
package dev.shardline.signal.format.onda.arrow;

import org.jspecify.annotations.NullMarked;
