package dev.shardline.pipeline.dryrun;

import dev.shardline.pipeline.RetryPolicy.StepException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A step could not be done.
final class StepFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable StepException kind;

  private StepFailedException(@Nullable StepException kind, String reason) {
    super(reason);
    this.kind = kind;
  }

  /// A failure that no retry policy covers: the container's own, or a wrong request.
  static StepFailedException permanent(String reason) {
    return new StepFailedException(null, reason);
  }

  /// A failure of the service or its machines.
  static StepFailedException ofService(StepException kind, String reason) {
    return new StepFailedException(kind, reason);
  }

  Optional<StepException> kind() {
    return Optional.ofNullable(kind);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
