/// The files of a built data set: the catalog and the parts' sample files, the label encoding,
/// SageMaker ManifestFiles and `dataset.json`. Each has one writer and one strict reader; what they
/// write is set down in docs/FORMATS.md.
@NullMarked
package dev.shardline.manifest;

import org.jspecify.annotations.NullMarked;
