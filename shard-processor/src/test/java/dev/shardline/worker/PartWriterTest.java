package dev.shardline.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PartWriterTest {
  /// A full disk once made a journal's closing fail in the feeder, which hid the interruption; the
  /// feeder then waited for room that nobody made.
  @Test
  @Timeout(600)
  void feederThatLosesItsInterruptionIsStillAbandoned() throws Exception {
    BlockingQueue<FlowEvent> events = new ArrayBlockingQueue<>(1);
    CountDownLatch atWork = new CountDownLatch(1);
    Thread feeder =
        Thread.ofVirtual()
            .start(() -> {
              try {
                atWork.countDown();
                Thread.sleep(60_000);
              } catch (InterruptedException lost) {
                feed(events);
              }
            });
    atWork.await();

    PartWriter.abandon(events, feeder);

    assertThat(feeder.isAlive()).isFalse();
    assertThat(events).isEmpty();
  }

  private static void feed(BlockingQueue<FlowEvent> events) {
    try {
      for (int i = 0; i < 3; i++) {
        events.put(new FlowEvent.PartEnded());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
