package dev.shardline.signal.label;

import dev.shardline.signal.Annotation;
import dev.shardline.signal.Recording;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Stretches that nothing may be learnt from: annotations whose text begins as one of some patterns
/// says. By custom `BAD` and `EDGE`, as MNE and braindecode leave them out.
///
/// @param patterns matched against the beginning of the text, in upper or lower case
public record ExcludedSpans(List<Pattern> patterns) {
  /// The customary patterns.
  public static final List<String> CUSTOMARY = List.of("BAD", "EDGE");

  public ExcludedSpans {
    patterns = List.copyOf(patterns);
  }

  /// @throws java.util.regex.PatternSyntaxException if a text is no regular expression
  public static ExcludedSpans of(List<String> texts) {
    return new ExcludedSpans(
        texts.stream().map(text -> Pattern.compile(text, Pattern.CASE_INSENSITIVE)).toList());
  }

  /// Whether an annotation marks such a stretch.
  public boolean excludes(Annotation annotation) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(annotation.text()).lookingAt());
  }

  /// The first such annotation that touches the seconds from `from` to `to`, if there is one.
  public Optional<Annotation> within(Recording recording, double from, double to) {
    return recording.annotations().stream()
        .filter(this::excludes)
        .filter(annotation -> annotation.touches(from, to))
        .findFirst();
  }
}
