package dev.shardline.quality;

import dev.shardline.labelling.BinSpec;
import dev.shardline.labelling.Labelled;
import dev.shardline.labelling.LabellingSpec;
import dev.shardline.manifest.Finding;
import dev.shardline.probe.Probes;
import dev.shardline.storage.StoreProvider;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/// Makes all checks of a labelled data set.
public final class QualityChecks {
  private final CheckSpec spec;
  private final LabellingSpec labelling;
  private final long seed;
  private final HeaderReader headers;

  /// @param seed decides whose headers are read where not all are
  /// @param stores where the objects' stores come from
  /// @param progress told how many headers were read so far
  public QualityChecks(
      CheckSpec spec,
      LabellingSpec labelling,
      long seed,
      Probes probes,
      StoreProvider stores,
      LongConsumer progress) {
    this.spec = spec;
    this.labelling = labelling;
    this.seed = seed;
    this.headers = new HeaderReader(probes, stores, progress);
  }

  /// What was found.
  ///
  /// @param findings of all checks
  /// @param facts what headers say
  public record Result(List<Finding> findings, HeaderFacts facts) {}

  /// Makes the checks.
  ///
  /// @throws dev.shardline.failure.RetryableException if a store fails
  public Result run(Labelled labelled) {
    Reports reports = new Reports(labelled.samples());
    HeaderFacts facts = headers.read(labelled.samples(), spec, seed);
    new SizeChecks(labelled.samples(), reports).run();
    new HeaderChecks(facts, reports).run();
    new ClassChecks(labelled, reports).run();
    new ConfoundingCheck(labelled, labelling, known(), reports).run(facts);
    return new Result(reports.findings(), facts);
  }

  private Set<String> known() {
    Set<String> known = new HashSet<>(labelling.furtherLabels());
    known.add(labelling.label());
    known.add(labelling.subject());
    labelling.sources().bins().stream()
        .filter(bins -> known.contains(bins.target()))
        .map(BinSpec::column)
        .toList()
        .forEach(known::add);
    return known;
  }
}
