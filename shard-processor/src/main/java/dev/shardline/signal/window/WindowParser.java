package dev.shardline.signal.window;

import dev.shardline.failure.UsageException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// Reads windows as configurations write them, by SciPy's names: `hann`, `flattop`, `kaiser(8.6)`,
/// `general_gaussian(1.5,30)`.
public final class WindowParser {
  private static final Pattern FORM = Pattern.compile("([a-z_]+)(?:\\(([0-9.eE+, -]+)\\))?");
  private static final int MOST_NUMBERS = 100;

  private WindowParser() {}

  /// The window `text` names.
  ///
  /// @throws UsageException if there is none
  public static Window parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw unknown(text);
    }
    try {
      double[] given = numbers(form);
      return given.length == 0 ? plain(text, form.group(1)) : shaped(text, form.group(1), given);
    } catch (IllegalArgumentException e) {
      throw new UsageException("Window \"%s\": %s".formatted(text, e.getMessage()), e);
    }
  }

  private static double[] numbers(Matcher form) {
    return form.group(2) == null
        ? new double[0]
        : Stream.of(form.group(2).split(",", MOST_NUMBERS))
            .mapToDouble(number -> Double.parseDouble(number.strip()))
            .toArray();
  }

  private static Window plain(String text, String name) {
    return switch (name) {
      case "boxcar" -> new Window.Boxcar();
      case "hann" -> Window.CosineSum.HANN;
      case "hamming" -> Window.CosineSum.HAMMING;
      case "blackman" -> Window.CosineSum.BLACKMAN;
      case "nuttall" -> Window.CosineSum.NUTTALL;
      case "blackmanharris" -> Window.CosineSum.BLACKMAN_HARRIS;
      case "flattop" -> Window.CosineSum.FLAT_TOP;
      case "bartlett" -> new Window.Bartlett();
      case "triang" -> PlainWindow.TRIANG;
      case "parzen" -> PlainWindow.PARZEN;
      case "bohman" -> PlainWindow.BOHMAN;
      case "barthann" -> PlainWindow.BARTHANN;
      case "cosine" -> PlainWindow.COSINE;
      case "lanczos" -> PlainWindow.LANCZOS;
      case "taylor" -> new ShapedWindow.Taylor(4, 30);
      case "tukey" -> new Window.Tukey(0.5);
      case "exponential" -> new ShapedWindow.Exponential(1);
      case "kaiser", "dpss", "gaussian", "chebwin", "general_hamming" ->
          throw needs(name, "a number, as in %s(2.5)");
      case "general_gaussian" -> throw needs(name, "two numbers, as in %s(1.5,30)");
      case "general_cosine" -> throw needs(name, "numbers, as in %s(0.5,0.5)");
      default -> throw unknown(text);
    };
  }

  private static Window shaped(String text, String name, double[] given) {
    double first = given[0];
    return switch (name) {
      case "kaiser" -> new Window.Kaiser(only(given));
      case "tukey" -> new Window.Tukey(only(given));
      case "dpss" -> new Window.Dpss(only(given));
      case "gaussian" -> new ShapedWindow.Gaussian("gaussian(" + first + ")", 1, only(given));
      case "general_gaussian" -> {
        requireCount(given, 2);
        yield new ShapedWindow.Gaussian(
            "general_gaussian(%s,%s)".formatted(first, given[1]), first, given[1]);
      }
      case "exponential" -> new ShapedWindow.Exponential(only(given));
      case "chebwin" -> new ShapedWindow.Chebyshev(only(given));
      case "general_hamming" ->
          new Window.CosineSum("general_hamming(" + first + ")", List.of(only(given), 1 - first));
      case "general_cosine" ->
          new Window.CosineSum(
              "general_cosine("
                  + DoubleStream.of(given)
                      .mapToObj(String::valueOf)
                      .collect(Collectors.joining(","))
                  + ")",
              DoubleStream.of(given).boxed().toList());
      case "taylor" -> {
        requireCount(given, 2);
        yield new ShapedWindow.Taylor((int) first, given[1]);
      }
      default -> throw takesNone(text, name);
    };
  }

  private static double only(double[] given) {
    requireCount(given, 1);
    return given[0];
  }

  private static void requireCount(double[] given, int count) {
    if (given.length != count) {
      throw new IllegalArgumentException(
          "it takes %d numbers, found %d".formatted(count, given.length));
    }
  }

  private static IllegalArgumentException needs(String name, String what) {
    return new IllegalArgumentException(name + " needs " + what.formatted(name));
  }

  private static RuntimeException takesNone(String text, String name) {
    plain(text, name);
    return new IllegalArgumentException(name + " takes no number");
  }

  private static UsageException unknown(String text) {
    return new UsageException(
        "Unknown window \"%s\": expected boxcar, hann, hamming, blackman, nuttall, ".formatted(text)
            + "blackmanharris, flattop, bartlett, triang, parzen, bohman, barthann, cosine,"
            + " lanczos, taylor, kaiser(β), tukey(α), dpss(NW), gaussian(σ), general_gaussian(p,σ),"
            + " exponential(τ), chebwin(dB), general_hamming(α), general_cosine(a0,a1,…) or "
            + "taylor(n,dB)");
  }
}
