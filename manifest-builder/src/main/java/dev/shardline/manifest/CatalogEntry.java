package dev.shardline.manifest;

import dev.shardline.dataset.Sample;
import dev.shardline.dataset.Split;

/// A sample and the split it is in: what the rows of a catalog or of a part's samples file say.
public record CatalogEntry(Sample sample, Split split) {}
