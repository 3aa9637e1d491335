package dev.shardline.signal.window;

import dev.shardline.failure.UsageException;
import java.util.function.DoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads windows as configurations write them: `hann`, `hamming`, `blackman`, `bartlett`, `boxcar`,
/// `kaiser(8.6)`, `tukey(0.25)`, `dpss(2.5)`.
public final class WindowParser {
  private static final Pattern FORM = Pattern.compile("([a-z]+)(?:\\(([0-9.eE+-]+)\\))?");

  private WindowParser() {}

  /// The window `text` names.
  ///
  /// @throws UsageException if there is none
  public static Window parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw unknown(text);
    }
    return switch (form.group(1)) {
      case "boxcar" -> plain(text, form, new Window.Boxcar());
      case "hann" -> plain(text, form, Window.CosineSum.HANN);
      case "hamming" -> plain(text, form, Window.CosineSum.HAMMING);
      case "blackman" -> plain(text, form, Window.CosineSum.BLACKMAN);
      case "bartlett" -> plain(text, form, new Window.Bartlett());
      case "kaiser" -> shaped(text, form, Window.Kaiser::new);
      case "tukey" -> shaped(text, form, Window.Tukey::new);
      case "dpss" -> shaped(text, form, Window.Dpss::new);
      default -> throw unknown(text);
    };
  }

  private static Window plain(String text, Matcher form, Window window) {
    if (form.group(2) != null) {
      throw new UsageException("Window \"%s\": %s takes no number".formatted(text, form.group(1)));
    }
    return window;
  }

  private static Window shaped(String text, Matcher form, DoubleFunction<Window> make) {
    if (form.group(2) == null) {
      throw new UsageException(
          "Window \"%s\": %s needs a number, as in %s(2.5)"
              .formatted(text, form.group(1), form.group(1)));
    }
    try {
      return make.apply(Double.parseDouble(form.group(2)));
    } catch (IllegalArgumentException e) {
      throw new UsageException("Window \"%s\": %s".formatted(text, e.getMessage()), e);
    }
  }

  private static UsageException unknown(String text) {
    return new UsageException(
        "Unknown window \"%s\": expected boxcar, hann, hamming, blackman, bartlett, kaiser(β), "
                .formatted(text)
            + "tukey(α) or dpss(NW)");
  }
}
