package dev.shardline.conformance.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.storage.Content;
import dev.shardline.storage.PublishOutcome;
import dev.shardline.storage.PublishOutcome.AlreadyDifferent;
import dev.shardline.storage.PublishOutcome.AlreadyIdentical;
import dev.shardline.storage.PublishOutcome.Published;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Publishing only if nothing is there: what the commit of a part rests on.
interface PublishingContract extends StoreUnderTest {
  @Test
  default void firstPublisherIsToldSo() throws IOException {
    PublishOutcome outcome = publish("ledger", "content");

    assertThat(outcome).isInstanceOf(Published.class);
    assertThat(outcome.object()).isEqualTo(head("ledger"));
    assertThat(text("ledger")).isEqualTo("content");
    assertThat(keys(store().listAll(root()))).containsExactly("ledger");
  }

  @Test
  default void sameContentAgainIsRecognised() throws IOException {
    publish("ledger", "content");

    PublishOutcome again = publish("ledger", "content");

    assertThat(again).isInstanceOf(AlreadyIdentical.class);
    assertThat(again.object()).isEqualTo(head("ledger"));
  }

  @Test
  default void otherContentIsLeftAlone() throws IOException {
    publish("ledger", "content");

    for (String other : List.of("CONTENT", "content and more", "con", "")) {
      PublishOutcome outcome = publish("ledger", other);

      assertThat(outcome).isInstanceOf(AlreadyDifferent.class);
      assertThat(outcome.object()).isEqualTo(head("ledger"));
      assertThat(text("ledger")).isEqualTo("content");
    }
  }

  @Test
  default void writtenObjectCountsAsThere() throws IOException {
    put("shard", "written");

    assertThat(publish("shard", "written")).isInstanceOf(AlreadyIdentical.class);
    assertThat(publish("shard", "published")).isInstanceOf(AlreadyDifferent.class);
  }

  @Test
  default void emptyContentIsPublished() throws IOException {
    assertThat(publish("empty", "")).isInstanceOf(Published.class);
    assertThat(publish("empty", "")).isInstanceOf(AlreadyIdentical.class);
    assertThat(head("empty").bytes()).isZero();
  }

  @Test
  default void deletedObjectMayBePublishedAgain() throws IOException {
    publish("ledger", "first");
    store().delete(at("ledger"));

    assertThat(publish("ledger", "second")).isInstanceOf(Published.class);
    assertThat(text("ledger")).isEqualTo("second");
  }

  @Test
  default void publishedFileOutlivesItsSource(@TempDir Path folder) throws IOException {
    byte[] content = StoreUnderTest.randomBytes(5, 2_000_000);
    Path file = Files.write(folder.resolve("shard.tar"), content);

    assertThat(store().publish(at("shard.tar"), Content.ofFile(file)))
        .isInstanceOf(Published.class);
    assertThat(store().publish(at("shard.tar"), Content.ofFile(file)))
        .isInstanceOf(AlreadyIdentical.class);
    Files.delete(file);

    assertThat(store().read(at("shard.tar"))).isEqualTo(content);
  }

  @RepeatedTest(5)
  default void exactlyOneOfManyPublishersWins() throws Exception {
    List<PublishOutcome> outcomes = race(i -> "content of publisher " + i);

    assertThat(outcomes).filteredOn(Published.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(AlreadyDifferent.class::isInstance).hasSize(RACERS - 1);
    int winner = IntStream.range(0, RACERS).filter(i -> outcomes.get(i) instanceof Published).sum();
    assertThat(text("ledger")).isEqualTo("content of publisher " + winner);
  }

  @RepeatedTest(5)
  default void publishersOfTheSameContentAllSucceed() throws Exception {
    List<PublishOutcome> outcomes = race(_ -> "same content");

    assertThat(outcomes).filteredOn(Published.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(AlreadyIdentical.class::isInstance).hasSize(RACERS - 1);
  }

  int RACERS = 16;

  private PublishOutcome publish(String key, String text) throws IOException {
    return store().publish(at(key), Content.ofText(text));
  }

  private List<PublishOutcome> race(IntFunction<String> content) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<PublishOutcome>> racers =
          IntStream.range(0, RACERS)
              .<Callable<PublishOutcome>>mapToObj(i -> () -> publish("ledger", content.apply(i)))
              .toList();
      List<Future<PublishOutcome>> finished = threads.invokeAll(racers);
      return finished.stream().map(Future::resultNow).toList();
    }
  }
}
