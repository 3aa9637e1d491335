package dev.shardline.worker;

import dev.shardline.commit.CommitObserver;
import dev.shardline.commit.PartCommitter;
import dev.shardline.commit.PartWithdrawal;
import dev.shardline.dataset.PartId;
import dev.shardline.lineage.Ledger;
import dev.shardline.lineage.LedgerHeader;
import dev.shardline.lineage.RunDescription;
import dev.shardline.lineage.SampleFate;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.manifest.PartDescription;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes a run ready for another try at what failed: every committed part with a sample in
/// quarantine is withdrawn, and the next workers do it again. Parts without one stay as they are.
public final class Redrive {
  private Redrive() {}

  /// Withdraws the failed parts of a run. No worker may be on it meanwhile.
  ///
  /// @param store keeps the run
  /// @param directory the run's directory
  /// @param software name and version of this program
  /// @return which parts they are
  public static List<PartId> prepare(
      ObjectStore store,
      ObjectLocation directory,
      RunDescription run,
      BuiltDataset dataset,
      String software)
      throws IOException {
    PartCommitter committer = new PartCommitter(store, directory, CommitObserver.NONE);
    PartWithdrawal withdrawal = new PartWithdrawal(store, directory);
    List<PartId> withdrawn = new ArrayList<>();
    for (PartDescription part : dataset.description().parts()) {
      LedgerHeader header =
          new LedgerHeader(
              part.id(), part.samples(), run.identity(), software, run.outputVersion());
      Optional<Ledger> ledger = committer.committed(header);
      if (ledger.isPresent() && hasQuarantined(ledger.get())) {
        withdrawal.withdraw(ledger.get());
        withdrawn.add(part.id());
      }
    }
    return List.copyOf(withdrawn);
  }

  private static boolean hasQuarantined(Ledger ledger) {
    return ledger.samples().stream()
        .anyMatch(sample -> sample.fate() instanceof SampleFate.Quarantined);
  }
}
