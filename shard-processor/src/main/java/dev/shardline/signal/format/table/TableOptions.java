package dev.shardline.signal.format.table;

import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.SignalUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a table does not say of itself.
///
/// @param statedRate rows per second; null where a BIDS JSON file says, which it overrides
/// @param unit of columns whose header or JSON file states none
public record TableOptions(@Nullable SamplingRate statedRate, SignalUnit unit) {
  /// For tables with a JSON file.
  public static final TableOptions FROM_SIDECAR = new TableOptions(null, SignalUnit.NONE);

  public Optional<SamplingRate> rate() {
    return Optional.ofNullable(statedRate);
  }
}
