package dev.shardline.labelling;

import dev.shardline.grouping.SampleTable;
import java.util.function.IntFunction;

/// What of a sample is looked up in a table or a list.
public final class SampleText {
  private SampleText() {}

  /// A text for each sample.
  ///
  /// @param on [TableSpec#ID], [TableSpec#FILE_NAME], [TableSpec#STEM], [TableSpec#LOCATION] or the
  ///   name of a column
  /// @param purpose where the configuration asks for it, for the message
  /// @throws dev.shardline.failure.UsageException if there is no such column
  public static IntFunction<String> of(
      String on, SampleTable samples, Columns known, String purpose) {
    return switch (on) {
      case TableSpec.ID -> samples::id;
      case TableSpec.FILE_NAME -> sample -> fileName(samples.id(sample));
      case TableSpec.STEM -> sample -> stem(samples.id(sample));
      case TableSpec.LOCATION ->
          sample -> samples.objects().location(samples.idRow(sample)).toString();
      default -> known.require(on, purpose)::text;
    };
  }

  private static String fileName(String id) {
    return id.substring(id.lastIndexOf('/') + 1);
  }

  private static String stem(String id) {
    String name = fileName(id);
    int dot = name.indexOf('.', 1);
    return dot < 0 ? name : name.substring(0, dot);
  }
}
