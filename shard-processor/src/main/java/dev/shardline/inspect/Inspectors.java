package dev.shardline.inspect;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.UsageException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/// The formats that can be looked into, in the order in which they are asked.
///
/// @param all the first that recognises a file inspects it
public record Inspectors(List<Inspector> all) {
  public Inspectors {
    all = List.copyOf(all);
  }

  /// What a file holds.
  ///
  /// @throws UsageException if no inspector knows the format
  public Inspection inspect(InspectedFile file) throws IOException, MalformedDataException {
    return inspectorOf(file).inspect(file);
  }

  /// What one record of a file holds.
  ///
  /// @throws UsageException if the file holds no records, or none of that key
  public Inspection inspectRecord(InspectedFile file, String key)
      throws IOException, MalformedDataException {
    Inspector inspector = inspectorOf(file);
    if (inspector instanceof RecordInspector records) {
      return records.inspectRecord(file, key);
    }
    throw new UsageException(
        "%s is a %s file and holds no records; leave --record out"
            .formatted(file.place(), inspector.format()));
  }

  /// What a file's whole series holds.
  ///
  /// @throws UsageException if the file is none of a series
  public Inspection inspectSeries(InspectedFile file) throws IOException, MalformedDataException {
    Inspector inspector = inspectorOf(file);
    if (inspector instanceof SeriesInspector series) {
      return series.inspectSeries(file);
    }
    throw new UsageException(
        "%s is a %s file and belongs to no series; leave --series out"
            .formatted(file.place(), inspector.format()));
  }

  private Inspector inspectorOf(InspectedFile file) {
    return all.stream()
        .filter(inspector -> inspector.recognises(file))
        .findFirst()
        .orElseThrow(() ->
            new UsageException(
                "Cannot tell what %s is, neither by its first bytes nor by its name. Known are: %s"
                    .formatted(
                        file.place(),
                        all.stream().map(Inspector::format).collect(Collectors.joining(", ")))));
  }
}
