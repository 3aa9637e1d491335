package dev.shardline.cli.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.audit.AuditReport;
import dev.shardline.audit.LeakageAudit;
import dev.shardline.audit.RunAudit;
import dev.shardline.census.RunCensus;
import dev.shardline.cli.audit.AuditLeakageCommand;
import dev.shardline.cli.audit.AuditVerifyCommand;
import dev.shardline.cli.session.CommonOptions;
import dev.shardline.cli.session.ConfigOptions;
import dev.shardline.cli.session.Locations;
import dev.shardline.cli.session.RunSettings;
import dev.shardline.cli.session.Session;
import dev.shardline.dataset.PartId;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.ExitCode;
import dev.shardline.failure.ShardlineException;
import dev.shardline.lineage.FateCounts;
import dev.shardline.lineage.FittedSteps;
import dev.shardline.lineage.RunDescription;
import dev.shardline.lineage.RunIndex;
import dev.shardline.lineage.RunPaths;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.manifest.PartDescription;
import dev.shardline.report.RunReport;
import dev.shardline.run.RunFolder;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `shardline conclude`: completes what the workers of a pipeline made, and judges it.
@Command(
    name = "conclude",
    header = "Give the workers' output its index and report, audit it, and write the verdict.",
    description =
        "Succeeds whatever the verdict is, so that the pipeline can decide by it: intact, leaks,"
            + " failed_ratio.",
    footerHeading = "%nExample:%n",
    footer =
        "  shardline conclude shardline.yaml --manifests s3://b/work/datasets/mri/3f2a…/ --run in/"
            + " --output out/ --result verdict.json")
public final class ConcludeCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private ConfigOptions config = new ConfigOptions();
  @Mixin private DatasetOption manifests = new DatasetOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--run",
      required = true,
      paramLabel = "URI",
      converter = Locations.class,
      description = "Where the shards and ledgers of all splits lie.")
  private ObjectLocation run = ObjectLocation.parse("file:///");

  @Option(
      names = "--output",
      required = true,
      paramLabel = "URI",
      converter = Locations.class,
      description = "Where run.json, index.json and report.html go.")
  private ObjectLocation output = ObjectLocation.parse("file:///");

  @Option(
      names = "--fitted",
      paramLabel = "URI",
      converter = Locations.class,
      description = "What the recipe's steps learnt (default: fitted.json of --run).")
  private @Nullable ObjectLocation fitted;

  @Option(names = "--result", required = true, paramLabel = "FILE", description = "The verdict.")
  private Path result = Path.of("verdict.json");

  /// What the pipeline decides by.
  private record Verdict(boolean intact, long leaks, double failedRatio, String summary) {
    ObjectNode toJson() {
      return CanonicalJson.object()
          .put("intact", intact)
          .put("leaks", leaks)
          .put("failed_ratio", failedRatio)
          .put("summary", summary);
    }
  }

  @Override
  public Integer call() throws IOException {
    try (Session session = Session.open(common, spec)) {
      Verdict verdict = judge(session.stores());
      Path folder = result.toAbsolutePath().getParent();
      Files.createDirectories(folder == null ? Path.of("/") : folder);
      Files.write(result, CanonicalJson.file(verdict.toJson()));
      session.result(verdict.toJson(), out -> out.println(verdict.summary()));
      return ExitCode.DONE.code();
    }
  }

  private Verdict judge(StoreProvider stores) throws IOException {
    BuiltDataset dataset = manifests.open(stores);
    List<PartId> parts = dataset.description().parts().stream().map(PartDescription::id).toList();
    RunSettings settings = RunSettings.read(config.load());
    ReadySettings ready = ReadySettings.of(stores, settings, dataset, run.asDirectory(), fitted);
    ready.keep(stores, run.asDirectory());
    KeptDemands.keep(stores, run.asDirectory(), settings.output().demands());
    RunFolder folder = RunFolder.begin(stores, run.asDirectory(), ready.settings().over(dataset));
    try {
      folder.index(parts, FormatFiles.of(stores, folder));
    } catch (ShardlineException incomplete) {
      return new Verdict(false, 0, 1, String.valueOf(incomplete.getMessage()));
    }
    RunReport.write(stores, folder);
    copy(
        stores,
        folder,
        List.of(RunDescription.FILE_NAME, RunIndex.FILE_NAME, RunPaths.REPORT, RunPaths.SETTINGS));
    if (ready.fitted().isPresent()) {
      copy(stores, folder, List.of(FittedSteps.FILE_NAME));
    }
    AuditReport audit = RunAudit.verify(stores, folder.directory(), Optional.empty());
    LeakageAudit.Report leakage = LeakageAudit.of(stores, folder.directory());
    FateCounts samples = audit.checked().samples();
    ClassShortfalls shortfalls =
        ClassShortfalls.of(RunCensus.of(stores, folder.directory()), settings.output().demands());
    List<String> verdicts = new ArrayList<>();
    verdicts.add(AuditVerifyCommand.verdict(audit));
    verdicts.add(AuditLeakageCommand.verdict(leakage));
    verdicts.addAll(shortfalls.told());
    return new Verdict(
        audit.clean() && shortfalls.none(),
        leakage.count(),
        samples.samples() == 0 ? 0 : (double) samples.quarantined() / samples.samples(),
        String.join("; ", verdicts));
  }

  private void copy(StoreProvider stores, RunFolder folder, List<String> names) throws IOException {
    for (String name : names) {
      ObjectLocation from = folder.directory().resolve(name);
      ObjectLocation to = output.resolve(name);
      var ignored = stores.storeOf(to).write(to, Content.ofBytes(stores.storeOf(from).read(from)));
    }
  }
}
