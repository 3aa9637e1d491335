package dev.shardline.build;

import dev.shardline.dataset.SourceObject;
import dev.shardline.grouping.SampleTable;
import dev.shardline.labelling.SampleColumn;
import dev.shardline.probe.FactName;
import dev.shardline.quality.HeaderFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The samples that decide how much memory processing takes.
///
/// @param bytes of the largest sample's objects
/// @param decodedBytes what the largest of the samples whose header was read takes in memory; 0
///   where no header says
/// @param candidates the objects of samples of which one may need the most: the one of the most
///   bytes, then one of each kind that headers tell apart, what decodes to most first
public record LargestSamples(long bytes, long decodedBytes, List<List<SourceObject>> candidates) {
  /// What takes equal memory: a coarse volume may become larger than a fine one when both are laid
  /// on the same grid.
  private static final List<FactName> TELL_APART =
      List.of(FactName.DECODED_BYTES, FactName.SHAPE, FactName.SPACING_MM, FactName.ORIENTATION);

  private static final int MOST_KINDS = 32;

  public LargestSamples {
    candidates = List.copyOf(candidates);
  }

  static LargestSamples of(SampleTable samples, HeaderFacts facts) {
    List<Kind> kinds = kinds(facts);
    int mostBytes = 0;
    for (int sample = 1; sample < samples.size(); sample++) {
      mostBytes = samples.bytes(sample) > samples.bytes(mostBytes) ? sample : mostBytes;
    }
    List<List<SourceObject>> candidates = new ArrayList<>();
    candidates.add(samples.sourceObjects(mostBytes));
    kinds.stream()
        .limit(MOST_KINDS)
        .forEach(kind -> candidates.add(samples.sourceObjects(kind.example())));
    return new LargestSamples(
        samples.bytes(mostBytes), kinds.isEmpty() ? 0 : kinds.getFirst().decoded(), candidates);
  }

  /// @param example the first sample of the kind
  private record Kind(long decoded, int example) {}

  /// The kinds of which headers say how much they decode to, the largest first.
  private static List<Kind> kinds(HeaderFacts facts) {
    List<SampleColumn> columns =
        TELL_APART.stream().flatMap(fact -> facts.column(fact).stream()).toList();
    Map<List<String>, Kind> kinds = new LinkedHashMap<>();
    facts
        .column(FactName.DECODED_BYTES)
        .ifPresent(decoded -> {
          for (int i = 0; i < decoded.size(); i++) {
            if (decoded.isPresent(i)) {
              kinds.putIfAbsent(
                  texts(columns, i), new Kind(Long.parseLong(decoded.text(i)), facts.sample(i)));
            }
          }
        });
    return kinds.values().stream()
        .sorted(Comparator.comparingLong(Kind::decoded).reversed())
        .toList();
  }

  private static List<String> texts(List<SampleColumn> columns, int index) {
    return columns.stream().map(column -> column.text(index)).toList();
  }
}
