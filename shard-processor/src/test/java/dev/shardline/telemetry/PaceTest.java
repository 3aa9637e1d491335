package dev.shardline.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void whatTheStartTookIsNotForetoldOfTheRest() {
    Pace pace = new Pace(11, 0, 0);

    // Up to speed after 9 seconds, then one a second.
    assertThat(pace.left(0, 4 * SECOND)).isEmpty();
    assertThat(pace.left(1, 9 * SECOND)).isEmpty();
    assertThat(pace.left(4, 12 * SECOND)).contains(Duration.ofSeconds(7));
    assertThat(pace.left(8, 16 * SECOND)).contains(Duration.ofSeconds(3));
  }

  @Test
  void aFasterSecondHalfIsBelieved() {
    Pace pace = new Pace(170, 0, 0);

    assertThat(pace.left(1, 10 * SECOND)).isEmpty();
    assertThat(pace.left(10, 55 * SECOND)).contains(Duration.ofSeconds(800));
    // Ten times as fast since; not believed at once.
    assertThat(pace.left(20, 60 * SECOND)).isEmpty();
    assertThat(pace.left(70, 85 * SECOND)).contains(Duration.ofSeconds(50));
  }

  @Test
  void whatEndsTogetherIsNoPace() {
    Pace pace = new Pace(64, 0, 0);

    for (int worker = 1; worker <= 16; worker++) {
      assertThat(pace.left(worker, 60 * SECOND + worker)).isEmpty();
    }
    assertThat(pace.left(32, 120 * SECOND + 16)).contains(Duration.ofSeconds(120));
  }

  @Test
  void whatWasDoneBeforeDoesNotCount() {
    Pace pace = new Pace(100, 40, 0);

    assertThat(pace.left(40, 5 * SECOND)).isEmpty();
    assertThat(pace.left(50, 10 * SECOND)).isEmpty();
    assertThat(pace.left(60, 20 * SECOND)).contains(Duration.ofSeconds(40));
  }

  @Test
  void theTextIsEmptyWhereNothingIsKnownAndAtTheEnd() {
    Pace pace = new Pace(10_000, 0, 0);

    assertThat(pace.text(1, SECOND)).isEmpty();
    assertThat(pace.text(2, 2 * SECOND)).isEqualTo(", 2:46:38 left");
    assertThat(pace.text(9_940, 9_940 * SECOND)).isEqualTo(", 1:00 left");
    assertThat(pace.text(10_000, 10_000 * SECOND)).isEmpty();
  }
}
