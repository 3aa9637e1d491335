package dev.shardline.worker;

import dev.shardline.commit.CommitObserver;
import dev.shardline.commit.PartCommitter;
import dev.shardline.commit.PartWithdrawal;
import dev.shardline.dataset.PartId;
import dev.shardline.lineage.Ledger;
import dev.shardline.lineage.SampleFate;
import dev.shardline.storage.ObjectStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes a run ready for another try at what failed: every committed part with a sample in
/// quarantine is withdrawn, and the next workers do it again. Parts without one stay as they are.
public final class Redrive {
  private Redrive() {}

  /// Withdraws the failed parts of the plan's share.
  ///
  /// @return which they are
  public static List<PartId> prepare(WorkerPlan plan, ObjectStore store) throws IOException {
    PartCommitter committer = new PartCommitter(store, plan.directory(), CommitObserver.NONE);
    PartWithdrawal withdrawal = new PartWithdrawal(store, plan.directory());
    List<PartId> withdrawn = new ArrayList<>();
    for (PartId id : plan.parts()) {
      Optional<Ledger> ledger = committer.committed(plan.header(plan.dataset().part(id)));
      if (ledger.isPresent() && hasQuarantined(ledger.get())) {
        withdrawal.withdraw(ledger.get());
        withdrawn.add(id);
      }
    }
    return List.copyOf(withdrawn);
  }

  private static boolean hasQuarantined(Ledger ledger) {
    return ledger.samples().stream()
        .anyMatch(sample -> sample.fate() instanceof SampleFate.Quarantined);
  }
}
