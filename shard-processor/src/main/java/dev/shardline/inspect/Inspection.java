package dev.shardline.inspect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.volume.Volume;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an inspector found in a file.
///
/// @param format as users name it: `NIfTI-1`, `WebDataset shard`
/// @param facts kebab-case names in reading order; a list of objects with the same keys is a table
/// @param drawingOrNull null if there is nothing to draw
/// @param volumeOrNull what can be exported as NIfTI; null for anything but one volume
public record Inspection(
    String format,
    ObjectNode facts,
    @Nullable Drawing drawingOrNull,
    @Nullable Volume volumeOrNull) {

  /// Facts alone.
  public static Inspection of(String format, ObjectNode facts) {
    return new Inspection(format, facts, null, null);
  }

  public Inspection withDrawing(Drawing drawing) {
    return new Inspection(format, facts, drawing, volumeOrNull);
  }

  public Inspection withVolume(Volume volume) {
    return new Inspection(format, facts, drawingOrNull, volume);
  }

  public Optional<Drawing> drawing() {
    return Optional.ofNullable(drawingOrNull);
  }

  public Optional<Volume> volume() {
    return Optional.ofNullable(volumeOrNull);
  }
}
