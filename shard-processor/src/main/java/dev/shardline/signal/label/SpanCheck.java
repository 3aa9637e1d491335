package dev.shardline.signal.label;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.Annotation;
import java.util.ArrayList;
import java.util.List;

/// What becomes of annotations that reach beyond the recording they speak of.
public enum SpanCheck {
  /// They stay as they are.
  KEEP,
  /// They are cut to the recording; what lies wholly outside is left out.
  CLIP,
  /// The recording is refused.
  REFUSE;

  /// Half a microsecond: what is lost where times are written with six digits.
  private static final double TOLERANCE_SECONDS = 5e-7;

  /// The annotations after the check, in their order.
  ///
  /// @param duration the recording's, in seconds
  /// @throws MalformedDataException if one reaches outside and that is refused
  public List<Annotation> apply(List<Annotation> annotations, double duration)
      throws MalformedDataException {
    if (this == KEEP) {
      return annotations;
    }
    List<Annotation> checked = new ArrayList<>();
    for (Annotation annotation : annotations) {
      if (isInside(annotation, duration)) {
        checked.add(annotation);
      } else if (this == REFUSE) {
        throw new MalformedDataException(
            Reason.MALFORMED,
            "annotation '" + annotation.text() + "'",
            "a span within the recording's %s s".formatted(duration),
            "%s to %s s".formatted(annotation.onset(), annotation.end()));
      } else if (annotation.onset() < duration && annotation.end() > 0) {
        checked.add(cut(annotation, duration));
      }
    }
    return List.copyOf(checked);
  }

  private static boolean isInside(Annotation annotation, double duration) {
    return annotation.onset() >= -TOLERANCE_SECONDS
        && annotation.end() <= duration + TOLERANCE_SECONDS;
  }

  private static Annotation cut(Annotation annotation, double duration) {
    double onset = Math.max(annotation.onset(), 0);
    return new Annotation(onset, Math.min(annotation.end(), duration) - onset, annotation.text());
  }
}
