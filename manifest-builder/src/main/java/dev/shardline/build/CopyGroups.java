package dev.shardline.build;

import dev.shardline.column.CodeColumn;
import dev.shardline.duplicates.ByteCopies;
import dev.shardline.duplicates.ContentCopies;
import dev.shardline.duplicates.CopyLink;
import dev.shardline.duplicates.DuplicateSpec;
import dev.shardline.failure.UsageException;
import dev.shardline.labelling.Labelled;
import dev.shardline.manifest.Finding;
import dev.shardline.manifest.Severity;
import dev.shardline.probe.Probes;
import dev.shardline.split.Groups;
import dev.shardline.split.UnionFind;
import dev.shardline.storage.StoreProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/// The stage that looks for copies and does with contradicting ones what was asked.
final class CopyGroups {
  private static final int EXAMPLES = 3;

  private final DuplicateSpec spec;
  private final StoreProvider stores;
  private final Probes probes;
  private final LongConsumer progress;

  CopyGroups(DuplicateSpec spec, StoreProvider stores, Probes probes, LongConsumer progress) {
    this.spec = spec;
    this.stores = stores;
    this.probes = probes;
    this.progress = progress;
  }

  /// What the stage gives.
  ///
  /// @param labelled the samples that stay
  /// @param groups which of them are copies of each other
  record Result(Labelled labelled, Groups groups) {}

  Result apply(Labelled labelled) {
    List<Finding> findings = new ArrayList<>(labelled.findings());
    Groups groups = groups(labelled, findings);
    int[] concerned = contradicting(labelled, groups);
    if (concerned.length == 0) {
      return new Result(labelled.with(findings), groups);
    }
    return handle(labelled, groups, concerned, findings);
  }

  private Groups groups(Labelled labelled, List<Finding> findings) {
    if (!spec.bytes() && !spec.content()) {
      return Groups.ofSingles(labelled.samples().size());
    }
    UnionFind sets = new UnionFind(labelled.samples().size());
    if (spec.bytes()) {
      ByteCopies.Found found = new ByteCopies(labelled.samples(), stores, progress).find();
      found.links().forEach(link -> sets.union(link.first(), link.second()));
      reportCopies(labelled, found.links(), findings);
      reportUnreadable(labelled, found.unreadable(), findings);
    }
    if (spec.content()) {
      ContentCopies.Found found =
          new ContentCopies(labelled.samples(), stores, probes, progress).find(sets);
      found.links().forEach(link -> sets.union(link.first(), link.second()));
      reportContent(labelled, found, findings);
    }
    return sets.groups();
  }

  private static void reportCopies(
      Labelled labelled, List<CopyLink> links, List<Finding> findings) {
    if (!links.isEmpty()) {
      findings.add(
          new Finding(
              "byte-copies",
              Severity.NOTE,
              "%d samples are byte-identical copies of others; each group of copies stays in one split"
                  .formatted(links.size()),
              links.size(),
              links.stream()
                  .limit(EXAMPLES)
                  .map(link -> labelled.samples().id(link.second()))
                  .toList()));
    }
  }

  private static void reportContent(
      Labelled labelled, ContentCopies.Found found, List<Finding> findings) {
    if (!found.links().isEmpty()) {
      findings.add(
          new Finding(
              "content-copies",
              Severity.NOTE,
              "%d samples show the same as others though their bytes differ; each group of copies stays in one split"
                  .formatted(found.links().size()),
              found.links().size(),
              found.links().stream()
                  .limit(EXAMPLES)
                  .map(link -> labelled.samples().id(link.second()))
                  .toList()));
    }
    if (!found.undecodable().isEmpty()) {
      findings.add(
          new Finding(
              "undecodable",
              Severity.WARNING,
              "%d samples could not be decoded and were compared by their bytes only; they will be quarantined"
                  .formatted(found.undecodable().size()),
              found.undecodable().size(),
              found.undecodable().stream()
                  .limit(EXAMPLES)
                  .map(sample -> labelled.samples().id(sample))
                  .toList()));
    }
    if (found.crowded() > 0) {
      findings.add(
          new Finding(
              "crowded-fingerprints",
              Severity.NOTE,
              "%d samples look like so many others that not all pairs were compared"
                  .formatted(found.crowded()),
              found.crowded(),
              List.of()));
    }
  }

  private static void reportUnreadable(
      Labelled labelled, int[] unreadable, List<Finding> findings) {
    if (unreadable.length > 0) {
      findings.add(
          new Finding(
              "unreadable",
              Severity.WARNING,
              "%d samples could not be read (permission denied) and were compared with nothing; they will be quarantined"
                  .formatted(unreadable.length),
              unreadable.length,
              examples(labelled, unreadable)));
    }
  }

  /// The samples of the groups that have several labels.
  private static int[] contradicting(Labelled labelled, Groups groups) {
    if (groups.areSingles()) {
      return new int[0];
    }
    boolean[] contradicting = new boolean[groups.count()];
    int[] firstSamples = groups.firstSamples();
    for (int sample = 0; sample < groups.samples(); sample++) {
      int group = groups.of(sample);
      int first = firstSamples[group];
      contradicting[group] |= labelled.classes().at(first) != labelled.classes().at(sample);
    }
    return IntStream.range(0, groups.samples())
        .filter(sample -> contradicting[groups.of(sample)])
        .toArray();
  }

  private Result handle(Labelled labelled, Groups groups, int[] concerned, List<Finding> findings) {
    List<String> examples = examples(labelled, concerned);
    String what =
        "%d samples are copies of others that have another label".formatted(concerned.length);
    switch (spec.conflicts()) {
      case FAIL ->
          throw new UsageException(
              "%s, such as %s; mend the labels, or set dataset.duplicates.conflicts to drop or keep"
                  .formatted(what, examples));
      case KEEP -> {
        findings.add(
            new Finding(
                "label-conflict",
                Severity.WARNING,
                what + "; they stay, each group in one split",
                concerned.length,
                examples));
        return new Result(labelled.with(findings), groups);
      }
      case DROP -> {
        findings.add(
            new Finding(
                "label-conflict",
                Severity.WARNING,
                what + "; they are left out",
                concerned.length,
                examples));
        return without(labelled, groups, concerned, findings);
      }
    }
    throw new IllegalStateException("Unknown policy " + spec.conflicts());
  }

  private static Result without(
      Labelled labelled, Groups groups, int[] dropped, List<Finding> findings) {
    int[] kept =
        IntStream.range(0, labelled.samples().size())
            .filter(sample -> Arrays.binarySearch(dropped, sample) < 0)
            .toArray();
    if (kept.length == 0) {
      throw new UsageException("No sample is left: all are copies with contradicting labels");
    }
    UnionFind sets = new UnionFind(kept.length);
    int[] codes = Arrays.stream(kept).map(groups::of).toArray();
    sets.unionEqual(CodeColumn.of(codes), groups.count());
    return new Result(labelled.select(kept, findings), sets.groups());
  }

  private static List<String> examples(Labelled labelled, int[] samples) {
    return Arrays.stream(samples)
        .limit(EXAMPLES)
        .mapToObj(sample -> labelled.samples().id(sample))
        .toList();
  }
}
