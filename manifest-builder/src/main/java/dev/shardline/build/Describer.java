package dev.shardline.build;

import dev.shardline.dataset.Split;
import dev.shardline.listing.Listing;
import dev.shardline.listing.ListingCounts;
import dev.shardline.manifest.Counts;
import dev.shardline.manifest.DatasetDescription;
import dev.shardline.manifest.Finding;
import dev.shardline.manifest.PartDescription;
import dev.shardline.manifest.SourceDescription;
import dev.shardline.manifest.SplitDescription;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Puts together what `dataset.json` says.
final class Describer {
  private static final Comparator<Finding> GRAVEST_FIRST =
      Comparator.comparing(Finding::severity)
          .reversed()
          .thenComparing(Finding::check)
          .thenComparing(Finding::message);

  private final BuildRequest request;
  private final Listing listing;
  private final PreparedDataset dataset;
  private final SpoolWriter.Written written;

  Describer(
      BuildRequest request, Listing listing, PreparedDataset dataset, SpoolWriter.Written written) {
    this.request = request;
    this.listing = listing;
    this.dataset = dataset;
    this.written = written;
  }

  DatasetDescription description() {
    List<SplitDescription> splits = splits();
    Counts counts = splits.stream().map(SplitDescription::counts).reduce(Counts.NONE, Counts::plus);
    ListingCounts listed = listing.counts();
    SourceDescription source =
        new SourceDescription(
            request.spec().sources().stream().map(s -> s.location().toString()).toList(),
            listed.listed(),
            listed.excluded(),
            counts);
    return new DatasetDescription(
        request.spec().name(),
        request.software(),
        dataset.previous().digest().orElse(null),
        CanonicalSpec.of(request.spec()),
        source,
        splits,
        written.files(),
        findings());
  }

  private List<SplitDescription> splits() {
    List<SplitDescription> splits = new ArrayList<>();
    byte[] splitOf = dataset.splitOf();
    List<Counts> counts =
        Tally.of(dataset.samples(), dataset.splits().size(), sample -> splitOf[sample]);
    SplitContents contents = new SplitContents(dataset);
    for (int i = 0; i < dataset.splits().size(); i++) {
      Split split = dataset.splits().get(i);
      List<PartDescription> parts =
          written.parts().stream().filter(part -> part.id().split().equals(split)).toList();
      splits.add(
          new SplitDescription(
              split,
              dataset.targets().get(i).share(),
              counts.get(i),
              contents.subjects(i),
              contents.classes(i),
              written.splits().get(i),
              parts));
    }
    return splits;
  }

  private List<Finding> findings() {
    return sorted(dataset.findings());
  }

  /// Findings in the order of the file.
  static List<Finding> sorted(List<Finding> findings) {
    return findings.stream().sorted(GRAVEST_FIRST).toList();
  }
}
