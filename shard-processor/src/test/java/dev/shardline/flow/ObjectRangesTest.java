package dev.shardline.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.dataset.SourceObject;
import dev.shardline.digest.Digest;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectVersion;
import dev.shardline.telemetry.WorkerMetrics;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ObjectRangesTest {
  private static final int SIZE = 5 * ObjectRanges.BLOCK + 12_345;
  private static final byte[] CONTENT = new byte[SIZE];

  static {
    new Random(4).nextBytes(CONTENT);
  }

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger requests = new AtomicInteger();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private ObjectRanges ranges() {
    SampleSource source =
        (_, range) -> {
          requests.incrementAndGet();
          int offset = (int) range.offset();
          return new ByteArrayInputStream(CONTENT, offset, SIZE - offset);
        };
    SourceObject object =
        new SourceObject(ObjectLocation.parse("memory://source/day.bdf"), SIZE, ObjectVersion.ANY);
    return new ObjectRanges(
        object, new ObjectReader(source, threads, new WorkerMetrics()), threads);
  }

  private static byte[] read(ObjectRanges ranges, int offset, int length) throws Exception {
    byte[] into = new byte[length + 2];
    ranges.read(offset, into, 1, length);
    return Arrays.copyOfRange(into, 1, length + 1);
  }

  @Test
  void readingThatAscendsAndLooksBackTakesEveryBlockOnce() throws Exception {
    ObjectRanges ranges = ranges();
    int step = ObjectRanges.BLOCK / 3;
    for (int at = 0; at + step < SIZE; at += step - 1000) {
      assertThat(read(ranges, at, step)).isEqualTo(Arrays.copyOfRange(CONTENT, at, at + step));
    }

    assertThat(ranges.digest()).isEqualTo(Digest.of(CONTENT));
    assertThat(requests).hasValue(6);
  }

  @Test
  void anyOrderOfReadingGivesTheBytesAndTheDigestOfAll() throws Exception {
    ObjectRanges ranges = ranges();
    Random random = new Random(9);
    for (int i = 0; i < 20; i++) {
      int at = random.nextInt(SIZE - 100_000);
      assertThat(read(ranges, at, 100_000))
          .isEqualTo(Arrays.copyOfRange(CONTENT, at, at + 100_000));
    }

    assertThat(ranges.digest()).isEqualTo(Digest.of(CONTENT));
  }

  @Test
  void nothingLiesBehindTheEnd() {
    ObjectRanges ranges = ranges();

    assertThatThrownBy(() -> ranges.read(SIZE - 10, new byte[20], 0, 20))
        .isInstanceOf(EOFException.class);
  }
}
