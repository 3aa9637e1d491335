package dev.shardline.signal.epoch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.signal.epoch.FixedWindows.Last;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WindowsTest {
  @Test
  void aRestIsDroppedOrCovered() {
    assertThat(new FixedWindows(4, 4, Last.DROP).starts(10)).containsExactly(0, 4);
    assertThat(new FixedWindows(4, 4, Last.ALIGN).starts(10)).containsExactly(0, 4, 6);
    assertThat(new FixedWindows(4, 4, Last.ALIGN).starts(8)).containsExactly(0, 4);
    assertThat(new FixedWindows(4, 2, Last.DROP).starts(8)).containsExactly(0, 2, 4);
    assertThat(new FixedWindows(4, 4, Last.ALIGN).starts(3)).isEmpty();
  }

  @Property
  void alignedWindowsWithoutGapsCoverEverything(
      @ForAll @IntRange(min = 1, max = 50) int length,
      @ForAll @IntRange(min = 1, max = 50) int stride,
      @ForAll @IntRange(min = 1, max = 300) int timePoints) {
    int[] starts =
        new FixedWindows(length, Math.min(stride, length), Last.ALIGN).starts(timePoints);
    boolean[] covered = new boolean[timePoints];
    for (int start : starts) {
      for (int i = 0; i < length; i++) {
        covered[start + i] = true;
      }
    }
    assertThat(covered).containsOnly(timePoints >= length);
  }

  @Test
  void eventWindowsIncludeBothEndsAndStayInside() {
    EventWindows windows = EventWindows.between(-0.5, 1, 10);
    assertThat(windows).isEqualTo(new EventWindows(-5, 16));
    assertThat(windows.start(20)).isEqualTo(15);
    assertThat(windows.fits(5, 16)).isTrue();
    assertThat(windows.fits(4, 16)).isFalse();
    assertThat(windows.fits(6, 16)).isFalse();
  }

  @Test
  void emptyWindowsAreRefused() {
    assertThatThrownBy(() -> new FixedWindows(0, 1, Last.DROP)).hasMessageContaining("positive");
    assertThatThrownBy(() -> EventWindows.between(1, 0, 10)).hasMessageContaining("positive");
  }
}
