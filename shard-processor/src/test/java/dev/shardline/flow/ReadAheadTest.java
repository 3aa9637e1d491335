package dev.shardline.flow;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(600)
class ReadAheadTest {
  private static final int MOST = 16;

  private final ReadAhead ahead = new ReadAhead(MOST);

  private void begin(int samples) throws InterruptedException {
    for (int i = 0; i < samples; i++) {
      ahead.begin();
    }
  }

  private void waits(int samples) {
    for (int i = 0; i < samples; i++) {
      ahead.waits();
    }
  }

  private void letIn(int samples) {
    for (int i = 0; i < samples; i++) {
      ahead.letIn();
      ahead.end();
    }
  }

  /// An interrupted thread is never let wait.
  private void mustWait() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(this::beginUnlessInterrupted).isInstanceOf(InterruptedException.class);
    } finally {
      var _ = Thread.interrupted();
    }
  }

  private void beginUnlessInterrupted() throws InterruptedException {
    ahead.begin();
  }

  private void mayBegin() {
    assertThatCode(ahead::begin).doesNotThrowAnyException();
  }

  @Test
  void readsSoManyAtOnceAndGoesOnWhenSomeAreRead() throws Exception {
    begin(MOST);
    mustWait();
    ahead.end();
    mustWait();
    ahead.end();
    mayBegin();
  }

  @Test
  void pausesWhenHalfOfThemWaitUntilHalfOfThatIsLetIn() throws Exception {
    begin(MOST / 2);
    waits(MOST / 2);
    mustWait();
    letIn(MOST / 4 - 1);
    mustWait();
    letIn(1);
    mayBegin();
  }

  /// However many are read at once, and whatever happens to them, the next ones come.
  @Test
  void nobodyWaitsForEver() throws Exception {
    for (int most = 1; most <= 70; most++) {
      ReadAhead any = new ReadAhead(most);
      Random random = new Random(most);
      Semaphore begun = new Semaphore(0);
      int samples = 500;
      Thread feeder =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  for (int i = 0; i < samples; i++) {
                    any.begin();
                    begun.release();
                  }
                } catch (InterruptedException _) {
                  Thread.currentThread().interrupt();
                }
              });
      for (int i = 0; i < samples; i++) {
        begun.acquire();
        if (random.nextInt(10) > 0) {
          any.waits();
          any.letIn();
        }
        any.end();
      }
      feeder.join();
    }
  }
}
