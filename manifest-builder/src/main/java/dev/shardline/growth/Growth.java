package dev.shardline.growth;

import dev.shardline.column.TextColumn;
import dev.shardline.dataset.PartId;
import dev.shardline.dataset.Split;
import dev.shardline.grouping.SampleTable;
import dev.shardline.manifest.Finding;
import dev.shardline.manifest.Severity;
import dev.shardline.storage.ObjectLocation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// How today's samples go together with those of an earlier build. Owns its arrays; not to be
/// changed.
public final class Growth {
  private static final int EXAMPLES = 3;
  private static final int NEW = -1;

  private final PreviousDataset previous;
  private final SampleTable samples;

  /// For each sample its number in the earlier build, or [#NEW]; empty where nothing was before.
  private final int[] previousOf;

  private final int[] sampleOf;

  /// @param samples those of the data set that is being built
  public Growth(PreviousDataset previous, SampleTable samples) {
    this.previous = previous;
    this.samples = samples;
    this.previousOf = new int[previous.size() == 0 ? 0 : samples.size()];
    Arrays.parallelSetAll(previousOf, this::find);
    this.sampleOf = new int[previous.size()];
    Arrays.fill(sampleOf, NEW);
    for (int sample = 0; sample < previousOf.length; sample++) {
      if (previousOf[sample] != NEW) {
        sampleOf[previousOf[sample]] = sample;
      }
    }
  }

  private int find(int sample) {
    TextColumn ids = samples.ids();
    int row = samples.idRow(sample);
    return previous.ids().find(ids.bytes(row), ids.start(row), ids.length(row));
  }

  /// Whether there is no earlier build: every sample is new.
  public boolean isFirst() {
    return previousOf.length == 0;
  }

  /// Whether the earlier build did not have this sample.
  public boolean isNew(int sample) {
    return isFirst() || previousOf[sample] == NEW;
  }

  /// A part of the earlier build with those of its samples that are still there, in its order.
  ///
  /// @param samples today's numbers of them
  @SuppressWarnings("ArrayRecordComponent") // a stage's result, never compared
  public record KeptPart(PartId id, int[] samples) {}

  /// The parts of the earlier build that still have samples, in its order.
  public List<KeptPart> keptParts() {
    List<KeptPart> kept = new ArrayList<>();
    for (PreviousPart part : previous.parts()) {
      int[] members =
          IntStream.range(part.from(), part.to())
              .map(number -> sampleOf[number])
              .filter(sample -> sample != NEW)
              .toArray();
      if (members.length > 0) {
        kept.add(new KeptPart(part.id(), members));
      }
    }
    return kept;
  }

  /// The number that the first new part of a split takes: no earlier part had it.
  public int firstNewPart(Split split) {
    return previous.parts().stream()
            .map(PreviousPart::id)
            .filter(part -> part.split().equals(split))
            .mapToInt(PartId::number)
            .max()
            .orElse(-1)
        + 1;
  }

  /// The group of copies that the earlier build's catalog gives a sample; empty for none and for a
  /// new sample.
  public String copyGroup(int sample) {
    return isNew(sample) ? "" : previous.copyGroup(previousOf[sample]);
  }

  /// What is to be said of samples that are gone or whose objects changed.
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    int[] gone = IntStream.range(0, sampleOf.length).filter(n -> sampleOf[n] == NEW).toArray();
    report(
        findings,
        "previous-removed",
        "%d samples of the previous data set are no longer here; their parts are made anew without"
            + " them",
        Arrays.stream(gone).mapToObj(previous::id).sorted(ObjectLocation.KEY_ORDER).toList());
    report(
        findings,
        "previous-changed",
        "%d samples have other objects or other versions of them than in the previous data set;"
            + " they stay in their splits, their parts are made anew",
        IntStream.range(0, previousOf.length)
            .filter(this::isChanged)
            .mapToObj(samples::id)
            .toList());
    return findings;
  }

  private boolean isChanged(int sample) {
    return !isNew(sample)
        && PreviousDataset.versionsHash(samples.sourceObjects(sample))
            != previous.versions(previousOf[sample]);
  }

  private static void report(
      List<Finding> findings, String check, String message, List<String> ids) {
    if (!ids.isEmpty()) {
      findings.add(
          new Finding(
              check,
              Severity.WARNING,
              message.formatted(ids.size()),
              ids.size(),
              ids.stream().limit(EXAMPLES).toList()));
    }
  }
}
