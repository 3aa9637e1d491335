package dev.shardline.labelling;

import dev.shardline.listing.KeyPattern;
import java.util.List;

/// Where the columns of samples come from, in this order; a later column takes the place of an
/// earlier one of its name.
///
/// @param patterns for keys; the first that matches a key counts; none to read nothing from keys
/// @param sidecars fields of JSON files that belong to samples, such as `EchoTime` or `acq.scanner`
/// @param tables metadata files, joined in this order
/// @param bins columns of numbers that are cut into intervals
public record ColumnSources(
    List<KeyPattern> patterns, List<String> sidecars, List<TableSpec> tables, List<BinSpec> bins) {
  public ColumnSources {
    patterns = List.copyOf(patterns);
    sidecars = List.copyOf(sidecars);
    tables = List.copyOf(tables);
    bins = List.copyOf(bins);
  }
}
