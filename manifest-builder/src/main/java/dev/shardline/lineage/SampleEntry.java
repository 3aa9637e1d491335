package dev.shardline.lineage;

import java.util.List;

/// A ledger's line: a sample, what was read of it, what became of it.
public record SampleEntry(String sample, List<ObjectRead> objects, SampleFate fate) {
  public SampleEntry {
    objects = List.copyOf(objects);
  }
}
