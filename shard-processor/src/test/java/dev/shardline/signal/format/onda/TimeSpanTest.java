package dev.shardline.signal.format.onda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TimeSpanTest {
  @Test
  void indicesAreThoseOfTimeSpans() {
    // index_from_time(100, TimeSpan(Second(0), Second(1))) == 1:100
    assertThat(new TimeSpan(0, 1_000_000_000).timePoints(100)).isEqualTo(100);
    // time_from_index(100, 1:100) == TimeSpan(0, 1 s)
    assertThat(TimeSpan.of(0, 100, 100)).isEqualTo(new TimeSpan(0, 1_000_000_000));
    // time_from_index(3, 2) == ceil(1e9 / 3)
    assertThat(TimeSpan.of(0, 1, 3).stop()).isEqualTo(333_333_334);
  }

  @Property
  void spanOfTimePointsHasThatMany(
      @ForAll @LongRange(min = 1, max = 1L << 30) long count,
      @ForAll @DoubleRange(min = 1, max = 50_000) double rate) {
    assertThat(TimeSpan.of(0, count, rate).timePoints(rate)).isEqualTo(count);
  }

  @Test
  void emptyAndNegativeSpansAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new TimeSpan(5, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> new TimeSpan(-1, 5));
  }
}
