package dev.shardline.signal.format;

import java.util.List;

/// Which tracks of a file are wanted, by label as the file has it, compared exactly.
///
/// @param only the wanted labels; empty for all. One that the file lacks is no error here
/// @param except labels that are not wanted
public record ChannelFilter(List<String> only, List<String> except) {
  /// Every track.
  public static final ChannelFilter ALL = new ChannelFilter(List.of(), List.of());

  public ChannelFilter {
    only = List.copyOf(only);
    except = List.copyOf(except);
  }

  /// These tracks.
  public static ChannelFilter only(String... labels) {
    return new ChannelFilter(List.of(labels), List.of());
  }

  /// All tracks but these.
  public static ChannelFilter except(String... labels) {
    return new ChannelFilter(List.of(), List.of(labels));
  }

  public boolean keeps(String label) {
    return (only.isEmpty() || only.contains(label)) && !except.contains(label);
  }
}
