package dev.shardline.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.dataset.Split;
import dev.shardline.lineage.DamagedFileException;
import dev.shardline.lineage.FittedSteps;
import dev.shardline.lineage.RunDescription;
import dev.shardline.manifest.DatasetDescription;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Holds what a run's steps learnt to what its recipe names, and to the train split it must have
/// been learnt from.
final class FittedCheck {
  private final AuditedFiles files;
  private final Findings findings;

  FittedCheck(AuditedFiles files, Findings findings) {
    this.files = files;
    this.findings = findings;
  }

  /// @param dataset empty if it could not be read, which was reported
  void run(RunDescription run, Optional<DatasetDescription> dataset) throws IOException {
    List<String> named = learnt(run.recipe());
    if (named.isEmpty()) {
      return;
    }
    Optional<byte[]> bytes = files.take(FittedSteps.FILE_NAME);
    if (bytes.isEmpty()) {
      return;
    }
    String place = files.location(FittedSteps.FILE_NAME).toString();
    try {
      FittedSteps fitted = FittedSteps.read(bytes.get(), place);
      List<String> found = fitted.steps().stream().map(step -> step.digest().hex()).toList();
      findings.expectEqual(Check.FILE_CHANGED, place, "learnt " + named, "learnt " + found);
      findings.expectEqual(Check.CHAIN_BROKEN, place, run.outputVersion(), fitted.outputVersion());
      dataset.ifPresent(known ->
          findings.expectEqual(
              Check.CHAIN_BROKEN,
              place,
              "train split " + known.splitDigest(Split.TRAIN),
              "train split " + fitted.train()));
    } catch (DamagedFileException e) {
      findings.add(Check.FILE_DAMAGED, e.place(), "the file as it was written", e.finding());
    }
  }

  /// The digests that the recipe names, in the order in which its steps were fitted.
  private static List<String> learnt(JsonNode recipe) {
    List<String> digests = new ArrayList<>();
    recipe.path("steps").forEach(step -> add(step, digests));
    recipe.path("outputs").forEach(branch -> branch.forEach(step -> add(step, digests)));
    return digests;
  }

  private static void add(JsonNode step, List<String> digests) {
    if (step.has("learnt")) {
      digests.add(step.get("learnt").asText());
    }
  }
}
