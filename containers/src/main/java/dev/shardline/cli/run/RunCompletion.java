package dev.shardline.cli.run;

import dev.shardline.dataset.PartId;
import dev.shardline.digest.Digest;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.manifest.PartDescription;
import dev.shardline.report.RunReport;
import dev.shardline.run.RunFolder;
import dev.shardline.run.RunFolder.FurtherFiles;
import dev.shardline.storage.ObjectLocation;
import java.io.IOException;
import java.util.List;

/// Does what is left of a run that was begun: workers for the parts that are not committed, index,
/// report.
record RunCompletion(LocalWorkers workers, LocalScratch scratch) {
  /// What ends a run once every part is committed.
  @FunctionalInterface
  interface Ending {
    Digest end(List<PartId> parts, FurtherFiles files) throws IOException;
  }

  /// @param ending writes the index and gives its digest
  LocalRun.Result complete(BuiltDataset dataset, RunFolder folder, Ending ending)
      throws IOException {
    List<PartId> parts = dataset.description().parts().stream().map(PartDescription::id).toList();
    if (!folder.committed().containsAll(parts)) {
      work(dataset.directory(), folder, parts.size());
    }
    Digest root = ending.end(parts, FormatFiles.of(workers.session().stores(), folder));
    ObjectLocation report = RunReport.write(workers.session().stores(), folder);
    return new LocalRun.Result(dataset, folder, root, report);
  }

  private void work(ObjectLocation dataset, RunFolder folder, int parts) throws IOException {
    try (ScratchFolder own = scratch.take(folder.description().id());
        PartsProgress progress = PartsProgress.of(workers.session(), folder, parts)) {
      List<String> words =
          List.of(
              "--manifests",
              dataset.toString(),
              "--output",
              folder.directory().toString(),
              "--scratch",
              own.parts().toString());
      workers.run("process", words, own.logs(), progress::tick);
      own.discard();
    }
  }
}
