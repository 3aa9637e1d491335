package dev.shardline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.data.DataKind;
import dev.shardline.dataset.ClassLabel;
import dev.shardline.dataset.Sample;
import dev.shardline.dataset.SourceObject;
import dev.shardline.dataset.Split;
import dev.shardline.recipe.Emitter;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Headroom;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.MemoryNeed;
import dev.shardline.recipe.Signature;
import dev.shardline.recipe.SourceBytes;
import dev.shardline.recipe.SourceHead;
import dev.shardline.recipe.SourceObjects;
import dev.shardline.recipe.SourceStep;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectVersion;
import dev.shardline.telemetry.WorkerMetrics;
import java.io.ByteArrayInputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleSenderTest {
  private static final int SIZE = 3 << 20;

  @TempDir private Path scratch;

  /// What the work was given.
  private final Queue<MemorySegment> given = new ConcurrentLinkedQueue<>();

  /// Looks at nothing, and takes objects where they lie.
  private record Decoder() implements SourceStep {
    @Override
    public String name() {
      return "decode";
    }

    @Override
    public Signature signature() {
      return Signature.of(DataKind.BYTES, DataKind.TENSOR);
    }

    @Override
    public int headBytes() {
      return 1;
    }

    @Override
    public boolean readsMemory(SourceHead head) {
      return true;
    }

    @Override
    public Footprint predict(SourceHead head) {
      return Footprint.of(head.bytes(), 0, 0);
    }

    @Override
    public void apply(Item item, Emitter emitter) {
      throw new UnsupportedOperationException("The work here is another one");
    }
  }

  /// Keeps what it was given, which it ought not to.
  private final class Keeping implements SampleWork<Boolean> {
    @Override
    public Boolean process(Sample sample, Split split, SourceObjects source, Headroom headroom) {
      MemorySegment memory = ((SourceBytes) source).first().memory();
      given.add(memory);
      if (sample.id().equals("bad")) {
        throw new IllegalArgumentException("bad");
      }
      return memory.scope().isAlive();
    }

    @Override
    public Boolean unusable(Sample sample, UnusableSampleException why) {
      return false;
    }

    @Override
    public long heldBytes(Boolean result) {
      return 0;
    }
  }

  private CompletableFuture<Arrived<Boolean>> send(String id) throws Exception {
    SourceObject object =
        new SourceObject(ObjectLocation.parse("memory://source/" + id), SIZE, ObjectVersion.ANY);
    Sample sample = new Sample(id, List.of(object), "", "", new ClassLabel("x", 0), Map.of());
    try (WorkerThreads threads = WorkerThreads.start(1)) {
      WorkerMetrics metrics = new WorkerMetrics();
      SampleSender<Boolean> sender =
          new SampleSender<>(
              threads,
              (_, range) -> new ByteArrayInputStream(new byte[SIZE], (int) range.offset(), SIZE),
              new SampleNeed(
                  new Decoder(),
                  decoding -> new MemoryNeed(decoding.peakBytes(), 0),
                  _ -> {
                    throw new AssertionError("not from disk");
                  }),
              new Keeping(),
              new MemoryBudget(1 << 30, 1, metrics),
              2,
              scratch,
              metrics);
      CompletableFuture<Arrived<Boolean>> arrived = sender.send(sample, Split.TRAIN);
      arrived.handle((_, _) -> "").join();
      return arrived;
    }
  }

  @Test
  void aSamplesMemoryIsGivenBackOnceItIsWorkedOn() throws Exception {
    assertThat(send("good").join().result()).as("alive at work").isTrue();

    assertThat(given).singleElement().matches(MemorySegment::isNative, "outside the heap");
    assertThat(given.element().scope().isAlive()).isFalse();
  }

  @Test
  void itIsGivenBackWhenTheWorkFails() throws Exception {
    assertThat(send("bad")).isCompletedExceptionally();

    assertThat(given.element().scope().isAlive()).isFalse();
  }
}
