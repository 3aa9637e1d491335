package dev.shardline.build;

import dev.shardline.build.BuildProgress.Stage;
import dev.shardline.digest.Digest;
import dev.shardline.grouping.Grouper;
import dev.shardline.grouping.GroupingSpec;
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
import dev.shardline.manifest.Counts;
import dev.shardline.manifest.DatasetDescription;
import dev.shardline.manifest.DatasetDescriptionParser;
import dev.shardline.manifest.Finding;
import dev.shardline.manifest.PartDescription;
import dev.shardline.manifest.Severity;
import dev.shardline.probe.Probes;
import dev.shardline.quality.Gates;
import dev.shardline.quality.ListingFindings;
import dev.shardline.quality.QualityChecks;
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
    PreviousDataset previous = previous(spec);
    Listing listing = list(spec);
    PreparedDataset prepared = prepare(spec, listing, label(spec, listing, previous), previous);
    try (Spool spool = request.dryRun() ? Spool.temporary() : Spool.in(request.work())) {
      progress.report(Stage.WRITING, 0);
      SpentArrays.collect(prepared.samples().size());
      SpoolWriter.Written written = new SpoolWriter(spool, prepared).write();
      DatasetDescription description =
          new Describer(request, listing, prepared, written).description();
      byte[] bytes = DatasetDescriptionParser.toBytes(description);
      Digest digest = Digest.of(bytes);
      ObjectLocation directory =
          request.work().resolve("datasets/%s/%s/".formatted(spec.name(), digest.shortHex()));
      if (!request.dryRun()) {
        new Publisher(stores).publish(spool.folder(), directory, bytes);
      }
      List<Counts> parts = written.parts().stream().map(PartDescription::counts).toList();
      Forecast forecast = Forecast.of(parts, prepared.largest());
      return new BuildResult(directory, digest, description, forecast, !request.dryRun());
    }
  }

  /// Makes the checks alone: neither looks for copies nor splits nor writes.
  ///
  /// @throws dev.shardline.failure.UsageException if samples cannot be listed or labelled
  /// @throws dev.shardline.failure.RetryableException if a store fails
  public CheckResult check(DatasetSpec spec) {
    Listing listing = list(spec);
    Labelled labelled = label(spec, listing, previous(spec));
    QualityChecks.Result checked = checks(spec).run(labelled);
    List<Finding> findings = new ArrayList<>(ListingFindings.of(listing));
    findings.addAll(labelled.findings());
    findings.addAll(checked.findings());
    return new CheckResult(
        listing.objects().size(),
        labelled.samples().size(),
        checked.facts().size(),
        Describer.sorted(new Gates(spec.checks()).apply(findings)));
  }

  private PreviousDataset previous(DatasetSpec spec) {
    return spec.previous()
        .map(directory -> PreviousDataset.read(stores, directory))
        .orElse(PreviousDataset.NONE);
  }

  private Probes probes(DatasetSpec spec) {
    return spec.grouping() instanceof GroupingSpec.Series ? probes.ofSeries() : probes;
  }

  private Listing list(DatasetSpec spec) {
    boolean skipDenied =
        spec.checks().severityOf(ListingFindings.DENIED, Severity.ERROR) != Severity.ERROR;
    return new SourceReader(
            lister, stores, skipDenied, done -> progress.report(Stage.LISTING, done))
        .read(spec.sources());
  }

  private Labelled label(DatasetSpec spec, Listing listing, PreviousDataset previous) {
    Probes asked = probes(spec);
    SampleTable samples =
        new Grouper(
                spec.grouping(), new ProbedSeries(asked, stores), new ProbedNames(asked, stores))
            .group(listing.objects());
    progress.report(Stage.LABELLING, samples.size());
    return new Labeller(spec.labelling(), stores, previous.labels()).label(samples, Columns.NONE);
  }

  private QualityChecks checks(DatasetSpec spec) {
    return new QualityChecks(
        spec.checks(),
        spec.labelling(),
        spec.split().seed(),
        probes(spec),
        stores,
        done -> progress.report(Stage.CHECKING, done));
  }

  private PreparedDataset prepare(
      DatasetSpec spec, Listing listing, Labelled labelled, PreviousDataset previous) {
    Gates gates = new Gates(spec.checks());
    SpentArrays.collect(labelled.samples().size());
    QualityChecks.Result checked = checks(spec).run(labelled);
    List<Finding> early = new ArrayList<>(ListingFindings.of(listing));
    early.addAll(checked.findings());
    Gates.requirePassed(gates.apply(early));
    CopyGroups.Result copies =
        new CopyGroups(
                spec.duplicates(),
                stores,
                probes(spec),
                done -> progress.report(Stage.COPIES, done))
            .apply(labelled);
    progress.report(Stage.SPLITTING, copies.labelled().samples().size());
    PreparedDataset prepared =
        assemble(
            spec, copies, previous, early, LargestSamples.of(labelled.samples(), checked.facts()));
    Gates.requirePassed(prepared.findings());
    return prepared;
  }

  private PreparedDataset assemble(
      DatasetSpec spec,
      CopyGroups.Result copies,
      PreviousDataset previous,
      List<Finding> early,
      LargestSamples largest) {
    Labelled labelled = copies.labelled();
    SpentArrays.collect(labelled.samples().size());
    Growth growth = new Growth(previous, labelled.samples());
    String subject = spec.labelling().subject();
    IdHashes hashes = new IdHashes(labelled.samples());
    Splitting.Result split =
        new Splitting(spec.split(), spec.labelling(), hashes, stores)
            .apply(labelled, copies.groups(), growth);
    SpentArrays.collect(labelled.samples().size());
    List<SampleColumn> attributes =
        labelled.columns().byName().values().stream()
            .filter(column -> !column.name().equals(subject))
            .filter(column -> !column.name().equals(spec.labelling().label()))
            .toList();
    List<Finding> findings = new ArrayList<>(labelled.findings());
    findings.addAll(early);
    findings.addAll(split.findings());
    return new PreparedDataset(
        labelled,
        labelled.columns().find(subject).orElse(null),
        attributes,
        new CopyGroupNames(labelled.samples(), copies.groups(), growth).column(),
        split.targets(),
        split.splitOf(),
        new PartPlan(spec, growth)
            .plan(labelled.samples(), copies.groups(), hashes, split.targets(), split.splitOf()),
        previous,
        new Gates(spec.checks()).apply(findings),
        largest);
  }
}
