package dev.shardline.build;

import dev.shardline.build.BuildProgress.Stage;
import dev.shardline.digest.Digest;
import dev.shardline.grouping.Grouper;
import dev.shardline.grouping.SampleTable;
import dev.shardline.growth.Growth;
import dev.shardline.growth.PreviousDataset;
import dev.shardline.labelling.Columns;
import dev.shardline.labelling.Labelled;
import dev.shardline.labelling.Labeller;
import dev.shardline.labelling.SampleColumn;
import dev.shardline.listing.Listing;
import dev.shardline.listing.PrefixLister;
import dev.shardline.listing.SourceReader;
import dev.shardline.manifest.DatasetDescription;
import dev.shardline.manifest.DatasetDescriptionParser;
import dev.shardline.manifest.Finding;
import dev.shardline.probe.Probes;
import dev.shardline.split.Groups;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.StoreProvider;
import java.util.ArrayList;
import java.util.List;

/// Builds data sets. The result depends on the objects and the description only, to the byte:
/// neither on the order of listings, nor on threads, nor (but for locations and tags) on where the
/// objects lie.
public final class DatasetBuilder {
  private final StoreProvider stores;
  private final PrefixLister lister;
  private final Probes probes;
  private final BuildProgress progress;

  /// @param lister lists prefixes, one page after the other or many at once
  /// @param probes look inside files
  public DatasetBuilder(
      StoreProvider stores, PrefixLister lister, Probes probes, BuildProgress progress) {
    this.stores = stores;
    this.lister = lister;
    this.probes = probes;
    this.progress = progress;
  }

  /// A builder that knows objects by their names and bytes only.
  public DatasetBuilder(StoreProvider stores, PrefixLister lister, BuildProgress progress) {
    this(stores, lister, Probes.NONE, progress);
  }

  /// Builds a data set under `<work>/datasets/<name>/<digest>/`.
  ///
  /// @throws dev.shardline.failure.UsageException if description or data must be mended first
  /// @throws dev.shardline.failure.RetryableException if a store fails; nothing that looks whole is
  ///   left behind
  public BuildResult build(BuildRequest request) {
    DatasetSpec spec = request.spec();
    Listing listing =
        new SourceReader(lister, stores, done -> progress.report(Stage.LISTING, done))
            .read(spec.sources());
    PreparedDataset prepared = prepare(spec, listing);
    try (Spool spool = new Spool()) {
      progress.report(Stage.WRITING, 0);
      SpoolWriter.Written written = new SpoolWriter(spool.folder(), prepared).write();
      DatasetDescription description =
          new Describer(request, listing, prepared, written).description();
      byte[] bytes = DatasetDescriptionParser.toBytes(description);
      Digest digest = Digest.of(bytes);
      ObjectLocation directory =
          request.work().resolve("datasets/%s/%s/".formatted(spec.name(), digest.shortHex()));
      if (!request.dryRun()) {
        new Publisher(stores).publish(spool.folder(), directory, bytes);
      }
      return new BuildResult(directory, digest, description, !request.dryRun());
    }
  }

  private PreparedDataset prepare(DatasetSpec spec, Listing listing) {
    PreviousDataset previous =
        spec.previous()
            .map(directory -> PreviousDataset.read(stores, directory))
            .orElse(PreviousDataset.NONE);
    SampleTable samples =
        new Grouper(spec.grouping(), new ProbedSeries(probes, stores)).group(listing.objects());
    progress.report(Stage.LABELLING, samples.size());
    Labelled labelled =
        new Labeller(spec.labelling(), stores, previous.labels()).label(samples, Columns.NONE);
    CopyGroups.Result copies =
        new CopyGroups(
                spec.duplicates(), stores, probes, done -> progress.report(Stage.COPIES, done))
            .apply(labelled);
    progress.report(Stage.SPLITTING, copies.labelled().samples().size());
    return assemble(spec, copies.labelled(), copies.groups(), previous);
  }

  private PreparedDataset assemble(
      DatasetSpec spec, Labelled labelled, Groups copies, PreviousDataset previous) {
    Growth growth = new Growth(previous, labelled.samples());
    String subject = spec.labelling().subject();
    Splitting.Result split =
        new Splitting(spec.split(), spec.labelling(), stores).apply(labelled, copies, growth);
    List<SampleColumn> attributes =
        labelled.columns().byName().values().stream()
            .filter(column -> !column.name().equals(subject))
            .filter(column -> !column.name().equals(spec.labelling().label()))
            .toList();
    List<Finding> findings = new ArrayList<>(labelled.findings());
    findings.addAll(split.findings());
    return new PreparedDataset(
        labelled,
        labelled.columns().find(subject).orElse(null),
        attributes,
        new CopyGroupNames(labelled.samples(), copies, growth).column(),
        split.targets(),
        split.splitOf(),
        new PartPlan(spec, growth)
            .plan(labelled.samples(), copies, split.targets(), split.splitOf()),
        previous,
        findings);
  }
}
