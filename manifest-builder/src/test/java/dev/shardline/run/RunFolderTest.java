package dev.shardline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.dataset.PartId;
import dev.shardline.dataset.Split;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Digest;
import dev.shardline.failure.PermanentException;
import dev.shardline.failure.RetryableException;
import dev.shardline.failure.UsageException;
import dev.shardline.lineage.Ledger;
import dev.shardline.lineage.LedgerHeader;
import dev.shardline.lineage.LedgerWriter;
import dev.shardline.lineage.RunDescription;
import dev.shardline.lineage.RunIndex;
import dev.shardline.lineage.RunPaths;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.StoreProvider;
import dev.shardline.storage.memory.MemoryStore;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunFolderTest {
  private static final ObjectLocation WORK = ObjectLocation.parse("memory://work/");
  private static final PartId PART = new PartId(Split.TRAIN, 0);

  private final MemoryStore store = new MemoryStore();
  private final StoreProvider stores = location -> store;

  private static RunDescription description(String recipe) {
    return new RunDescription(
        "brain",
        ObjectLocation.parse("memory://work/datasets/brain/0/"),
        Digest.of("dataset"),
        CanonicalJson.object().put("step", recipe),
        CanonicalJson.object(),
        1);
  }

  private RunFolder begin(String recipe) throws IOException {
    return RunFolder.begin(
        stores, RunFolder.locate(WORK, description("grey")), description(recipe));
  }

  private void commit(RunFolder run) throws IOException {
    Ledger ledger =
        new Ledger(
            new LedgerHeader(
                PART, Digest.of("part"), run.description().identity(), "shardline 0", 1),
            List.of(),
            List.of());
    store.publish(
        run.directory().resolve(RunPaths.ledger(PART)),
        Content.ofBytes(LedgerWriter.toBytes(ledger)));
  }

  @Test
  void aRunIsBegunOnceAndJoinedAfterwards() throws IOException {
    RunFolder first = begin("grey");
    assertThat(begin("grey").directory()).isEqualTo(first.directory());
    assertThat(RunFolder.open(stores, first.directory()).description())
        .isEqualTo(first.description());
  }

  @Test
  void anotherRunInTheSamePlaceIsRefused() throws IOException {
    begin("grey");
    assertThatThrownBy(() -> begin("crop"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("holds another run");
  }

  @Test
  void aRunWithAnUncommittedPartCannotEnd() throws IOException {
    RunFolder run = begin("grey");
    assertThat(run.committed()).isEmpty();
    assertThatThrownBy(() -> run.finish(List.of(PART), WORK))
        .isInstanceOf(RetryableException.class)
        .hasMessageContaining("train/part-00000 is not committed");
  }

  @Test
  void theLatestRunIsFoundByName() throws IOException {
    RunFolder run = begin("grey");
    commit(run);
    assertThat(run.committed()).containsExactly(PART);
    Digest root = run.finish(List.of(PART), WORK);
    assertThat(root).isEqualTo(Digest.of(store.read(run.directory().resolve(RunIndex.FILE_NAME))));
    assertThat(RunFolder.resolveLatest(stores, WORK.resolve("runs/latest")))
        .isEqualTo(run.directory());
  }

  @Test
  void finishingAgainIsTheSame() throws IOException {
    RunFolder run = begin("grey");
    commit(run);
    assertThat(run.finish(List.of(PART), WORK)).isEqualTo(run.finish(List.of(PART), WORK));
  }

  @Test
  void aForeignIndexRaisesAnAlarm() throws IOException {
    RunFolder run = begin("grey");
    commit(run);
    store.write(run.directory().resolve(RunIndex.FILE_NAME), Content.ofText("{}"));
    assertThatThrownBy(() -> run.finish(List.of(PART), WORK))
        .isInstanceOf(PermanentException.class);
  }

  @Test
  void whatIsNoRunIsNamed() {
    assertThatThrownBy(() -> RunFolder.open(stores, WORK))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is no run");
    assertThatThrownBy(() -> RunFolder.resolveLatest(stores, WORK.resolve("runs/latest")))
        .isInstanceOf(UsageException.class);
  }
}
