package dev.shardline.signal.format.wfdb;

import static dev.shardline.signal.format.wfdb.WfdbHeaderParser.malformed;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.signal.SignalUnit;
import dev.shardline.signal.format.raw.TextLine;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a signal line: `file format[xN][:skew][+offset] [gain[(baseline)][/unit] [bits [zero
/// [initial [checksum [block [description]]]]]]]`. Each field but the first two may be missing with
/// all that follow it; defaults are those of header(5).
final class SignalLine {
  private static final Pattern LINE =
      Pattern.compile(
          "(?<file>\\S+)\\s+(?<format>\\d{1,5})(x(?<values>\\d{1,6}))?(:(?<skew>\\d{1,9}))?"
              + "(\\+(?<offset>\\d{1,15}))?"
              + "(\\s+(?<gain>[^\\s(/]+)(\\((?<baseline>-?\\d{1,10})\\))?(/(?<unit>\\S*))?"
              + "(\\s+(?<bits>\\d{1,3})"
              + "(\\s+(?<zero>-?\\d{1,10})"
              + "(\\s+(?<initial>-?\\d{1,10})"
              + "(\\s+(?<checksum>-?\\d{1,10})"
              + "(\\s+(?<block>-?\\d{1,9})"
              + "(\\s+(?<label>.*))?)?)?)?)?)?)?");
  private static final Pattern GAIN =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,2})?");
  private static final double DEFAULT_GAIN = 200;

  private SignalLine() {}

  /// @param index position among the record's signals, which names one without a description
  static WfdbSignal parse(TextLine line, int index) throws MalformedDataException {
    Matcher matcher = LINE.matcher(line.text().strip());
    if (!matcher.matches()) {
      throw malformed(
          "signal line", line, "file, format, gain, bits, zero, initial, checksum, block, name");
    }
    int zero = (int) whole(matcher, "zero", 0, line);
    String checksum = matcher.group("checksum");
    String label = matcher.group("label");
    String unit = matcher.group("unit");
    return new WfdbSignal(
        label == null || label.isBlank() ? "signal " + (index + 1) : label.strip(),
        matcher.group("file"),
        Integer.parseInt(matcher.group("format")),
        valuesPerFrame(matcher, line),
        (int) whole(matcher, "skew", 0, line),
        offset(matcher.group("offset")),
        gain(matcher.group("gain"), line),
        (int) whole(matcher, "baseline", zero, line),
        unit == null ? SignalUnit.MILLIVOLT : new SignalUnit(unit),
        (int) whole(matcher, "initial", 0, line),
        checksum == null
            ? OptionalInt.empty()
            : OptionalInt.of((int) Math.floorMod(Long.parseLong(checksum), 1L << 16)),
        line.offset());
  }

  private static int valuesPerFrame(Matcher matcher, TextLine line) throws MalformedDataException {
    long values = whole(matcher, "values", 1, line);
    if (values < 1) {
      throw malformed("samples per frame", line, "1 or more");
    }
    return (int) values;
  }

  private static long whole(Matcher matcher, String group, int missing, TextLine line)
      throws MalformedDataException {
    String text = matcher.group(group);
    long number = text == null ? missing : Long.parseLong(text);
    if (number != (int) number) {
      throw malformed(group, line, "a number of 32 bits");
    }
    return number;
  }

  private static long offset(@Nullable String text) {
    return text == null ? 0 : Long.parseLong(text);
  }

  /// A gain of 0 means an uncalibrated signal, which by convention has the default gain.
  private static double gain(@Nullable String text, TextLine line) throws MalformedDataException {
    if (text == null) {
      return DEFAULT_GAIN;
    }
    if (!GAIN.matcher(text).matches()) {
      throw malformed("gain", line, "a number");
    }
    double gain = Double.parseDouble(text);
    return gain == 0 ? DEFAULT_GAIN : gain;
  }
}
