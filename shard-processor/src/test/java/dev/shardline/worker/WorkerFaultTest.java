package dev.shardline.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.commit.CommitStep;
import dev.shardline.failure.PermanentException;
import dev.shardline.failure.RetryableException;
import dev.shardline.flow.SampleSource;
import dev.shardline.flow.WorkerControl;
import dev.shardline.recipe.Recipe;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.worker.WorkerReport.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
class WorkerFaultTest {
  @TempDir private Path scratch;

  private Scene scene(String name) throws IOException {
    Scene scene = new Scene(scratch.resolve(name));
    scene.build(5, IntStream.range(0, 20).mapToObj(i -> "text number " + i).toArray(String[]::new));
    return scene;
  }

  private SortedMap<String, String> undisturbed() throws Exception {
    Scene scene = scene("undisturbed");
    scene.work();
    return scene.output();
  }

  @Test
  void twoWorkersOnTheSamePartsAgreeOnOneResult() throws Exception {
    Scene scene = scene("both");
    WorkerPlan plan = scene.plan();
    CompletableFuture<WorkerReport> other =
        CompletableFuture.supplyAsync(() -> {
          try {
            return Worker.run(plan, WorkerContext.of(scene.stores));
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    WorkerReport mine = scene.work();

    assertThat(other.get().counts()).isEqualTo(mine.counts());
    assertThat(scene.output()).isEqualTo(undisturbed());
  }

  @Test
  void otherContentForTheSamePartRaisesAnAlarm() throws Exception {
    Scene scene = scene("alarm");
    ObjectLocation shard = Scene.RUN.resolve("train/part-00002.tar");
    scene.store.write(shard, Content.ofText("something else"));

    assertThatThrownBy(() -> scene.work())
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("Two different results for part train/part-00002")
        .hasMessageContaining(shard.toString());
    assertThat(scene.output()).doesNotContainKey("train/part-00002.ledger");
    assertThat(scene.output().get("train/part-00002.tar")).isEqualTo("something else");
  }

  @Test
  void ledgersOfAnotherRunAreRefused() throws Exception {
    Scene scene = scene("another");
    scene.work();
    scene.recipe = Recipe.of(1, scene.recipe.steps());

    assertThatThrownBy(() -> scene.work())
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("belongs to another run");
  }

  @Test
  void aLedgerOfAnotherFormatIsNamedAndLeftAsItIs() throws Exception {
    Scene scene = scene("another format");
    scene.work();
    ObjectLocation ledger = Scene.RUN.resolve("train/part-00001.ledger");
    String other =
        new String(scene.store.read(ledger), StandardCharsets.UTF_8)
            .replace("{\"ledger\":2,", "{\"ledger\":3,");
    scene.store.write(ledger, Content.ofText(other));
    SortedMap<String, String> before = scene.output();

    assertThatThrownBy(() -> scene.work())
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining(ledger.toString())
        .hasMessageContaining("it is of ledger format 3, this version reads format 2");
    assertThat(scene.output()).isEqualTo(before);
  }

  @Test
  void aPartWhoseShardVanishedIsDoneAgain() throws Exception {
    Scene scene = scene("vanished");
    scene.work();
    scene.store.delete(Scene.RUN.resolve("train/part-00001.tar"));

    assertThat(scene.work().committed()).containsExactly(Scene.train(1));
    assertThat(scene.output()).isEqualTo(undisturbed());
  }

  @Test
  void aStoppedWorkerIsResumedWhereItWas() throws Exception {
    Scene scene = scene("stopped");
    AtomicInteger journaled = new AtomicInteger();
    CountDownLatch enough = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Thread stopping =
        Thread.ofVirtual()
            .start(() -> {
              awaitQuietly(enough);
              releaseSoon(goOn);
              stop(scene.control);
            });

    WorkerReport stopped =
        scene.work((_, step) -> {
          if (step == CommitStep.SAMPLE_JOURNALED && journaled.incrementAndGet() == 7) {
            enough.countDown();
            awaitQuietly(goOn);
          }
        });
    stopping.join();
    assertThat(stopped.outcome()).isEqualTo(Outcome.STOPPED);

    scene.control = new WorkerControl();
    AtomicInteger again = new AtomicInteger();
    WorkerReport resumed =
        scene.work((_, step) -> {
          if (step == CommitStep.SAMPLE_JOURNALED) {
            again.incrementAndGet();
          }
        });

    assertThat(resumed.outcome()).isEqualTo(Outcome.DONE);
    assertThat(again.get()).isEqualTo(20 - journaled.get());
    assertThat(scene.output()).isEqualTo(undisturbed());
  }

  /// When the worker was surely told to abandon its part.
  private static void releaseSoon(CountDownLatch latch) {
    Thread.ofVirtual()
        .start(() -> {
          try {
            Thread.sleep(300);
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
          latch.countDown();
        });
  }

  private static void stop(WorkerControl control) {
    try {
      control.stop(Duration.ZERO);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aBrokenReadIsTriedAgain() throws Exception {
    Scene scene = scene("broken");
    Set<ObjectLocation> read = ConcurrentHashMap.newKeySet();
    SampleSource whole = scene.source;
    scene.source =
        (object, range) -> {
          if (read.add(object.location())) {
            return new ByteArrayInputStream(new byte[] {1});
          }
          return whole.open(object, range);
        };

    scene.work();

    assertThat(scene.output()).isEqualTo(undisturbed());
  }

  @Test
  void aStoreThatStaysDownEndsTheWorkerAndLosesNothing() throws Exception {
    Scene scene = scene("down");
    SampleSource whole = scene.source;
    scene.source =
        (object, range) -> {
          if (object.location().fileName().equals("s12.txt")) {
            throw new IOException("read of s12.txt: 503 Slow Down");
          }
          return whole.open(object, range);
        };
    assertThatThrownBy(() -> scene.work())
        .isInstanceOf(RetryableException.class)
        .hasMessageContaining("503 Slow Down");

    scene.source = whole;
    scene.work();
    assertThat(scene.output()).isEqualTo(undisturbed());
  }
}
