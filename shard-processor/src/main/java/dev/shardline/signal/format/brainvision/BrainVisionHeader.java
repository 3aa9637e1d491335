package dev.shardline.signal.format.brainvision;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.SignalChannel;
import dev.shardline.signal.SignalType;
import dev.shardline.signal.SignalUnit;
import dev.shardline.signal.format.raw.NumberEncoding;
import dev.shardline.signal.format.raw.NumberType;
import dev.shardline.signal.format.raw.TextLine;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What a `.vhdr` file says.
///
/// @param dataFile name of the file with the numbers
/// @param markerFile name of the marker file, if one is named
/// @param vectorized whether all time points of a channel lie together
/// @param channels in the order of the numbers
/// @param resolutions the unit's worth of one step, one for each channel
/// @param channelOffsets byte offset of each channel's line in the header
/// @param timePoints per channel, if the header says
record BrainVisionHeader(
    String dataFile,
    Optional<String> markerFile,
    NumberEncoding encoding,
    boolean vectorized,
    SamplingRate rate,
    List<SignalChannel> channels,
    List<Double> resolutions,
    List<Long> channelOffsets,
    OptionalLong timePoints) {
  private static final String COMMON = "Common Infos";
  private static final String BINARY = "Binary Infos";
  private static final String CHANNELS = "Channel Infos";
  private static final int MOST_CHANNELS = 100_000;
  private static final double MICROSECONDS = 1e6;

  /// Outside of these a rate is nonsense; within them, no arithmetic on times overflows.
  private static final double SHORTEST_INTERVAL = 1e-3;

  private static final double LONGEST_INTERVAL = 1e12;

  BrainVisionHeader {
    channels = List.copyOf(channels);
    resolutions = List.copyOf(resolutions);
    channelOffsets = List.copyOf(channelOffsets);
  }

  /// @param baseName the header's file name without its extension: what `$b` stands for
  static BrainVisionHeader parse(List<TextLine> lines, String baseName)
      throws MalformedDataException {
    IniText text = IniText.parse(lines, "header");
    requireSupported(text);
    int count = (int) whole(text, "NumberOfChannels", 1, MOST_CHANNELS);
    List<SignalChannel> channels = new ArrayList<>();
    List<Double> resolutions = new ArrayList<>();
    List<Long> offsets = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      String[] fields = text.require(CHANNELS, "Ch" + i).split(",", -1);
      channels.add(channel(i, fields));
      resolutions.add(resolution(text, i, fields));
      offsets.add(text.offset(CHANNELS, "Ch" + i));
    }
    return new BrainVisionHeader(
        text.require(COMMON, "DataFile").replace("$b", baseName),
        text.find(COMMON, "MarkerFile").map(name -> name.replace("$b", baseName)),
        encoding(text),
        isVectorized(text),
        rate(text),
        channels,
        resolutions,
        offsets,
        text.find(COMMON, "DataPoints").isPresent()
            ? OptionalLong.of(whole(text, "DataPoints", 0, Integer.MAX_VALUE))
            : OptionalLong.empty());
  }

  private static void requireSupported(IniText text) throws MalformedDataException {
    String format = text.find(COMMON, "DataFormat").orElse("BINARY");
    if (!format.equalsIgnoreCase("BINARY")) {
      throw text.unsupported(COMMON, "DataFormat", "BINARY", format);
    }
    String type = text.find(COMMON, "DataType").orElse("TIMEDOMAIN");
    if (!type.equalsIgnoreCase("TIMEDOMAIN")) {
      throw text.unsupported(COMMON, "DataType", "TIMEDOMAIN", type);
    }
  }

  private static boolean isVectorized(IniText text) throws MalformedDataException {
    String orientation = text.require(COMMON, "DataOrientation");
    if (orientation.equalsIgnoreCase("VECTORIZED")) {
      return true;
    }
    if (orientation.equalsIgnoreCase("MULTIPLEXED")) {
      return false;
    }
    throw text.malformed(COMMON, "DataOrientation", "MULTIPLEXED or VECTORIZED", orientation);
  }

  private static NumberEncoding encoding(IniText text) throws MalformedDataException {
    String format = text.require(BINARY, "BinaryFormat");
    NumberType type =
        switch (format) {
          case "INT_16" -> NumberType.INT16;
          case "UINT_16" -> NumberType.UINT16;
          case "INT_32" -> NumberType.INT32;
          case "IEEE_FLOAT_32" -> NumberType.FLOAT32;
          default ->
              throw text.unsupported(
                  BINARY, "BinaryFormat", "INT_16, UINT_16, INT_32 or IEEE_FLOAT_32", format);
        };
    boolean bigEndian =
        text.find(BINARY, "UseBigEndianOrder")
            .filter(value -> value.equalsIgnoreCase("YES"))
            .isPresent();
    return new NumberEncoding(type, bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
  }

  private static SamplingRate rate(IniText text) throws MalformedDataException {
    String interval = text.require(COMMON, "SamplingInterval");
    double microseconds = decimal(text, COMMON, "SamplingInterval", interval);
    if (!(microseconds >= SHORTEST_INTERVAL && microseconds <= LONGEST_INTERVAL)) {
      throw text.malformed(
          COMMON,
          "SamplingInterval",
          "more than 0 microseconds, %s to %s".formatted(SHORTEST_INTERVAL, LONGEST_INTERVAL),
          interval);
    }
    return new SamplingRate(MICROSECONDS / microseconds);
  }

  /// `name,reference,resolution,unit`; the older layout has no unit and means microvolts. Without a
  /// name the place is it: `signal 3`.
  private static SignalChannel channel(int number, String[] fields) {
    String name = fields[0].replace("\\1", ",").strip();
    String label = name.isEmpty() ? "signal " + number : name;
    String unit = fields.length > 3 ? fields[3].strip() : "";
    return new SignalChannel(
        label,
        unit.isEmpty() ? SignalUnit.MICROVOLT : new SignalUnit(unit),
        SignalType.ofLabel(label));
  }

  private static double resolution(IniText text, int number, String[] fields)
      throws MalformedDataException {
    String resolution = fields.length > 2 ? fields[2].strip() : "";
    double factor = resolution.isEmpty() ? 1 : decimal(text, CHANNELS, "Ch" + number, resolution);
    if (factor == 0) {
      throw text.malformed(CHANNELS, "Ch" + number, "a resolution other than 0", resolution);
    }
    return factor;
  }

  private static double decimal(IniText text, String section, String key, String value)
      throws MalformedDataException {
    if (!value.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?")) {
      throw text.malformed(section, key, "a decimal number", "'" + value + "'");
    }
    double number = Double.parseDouble(value);
    if (Double.isInfinite(number)) {
      throw text.malformed(section, key, "a number that fits a double", "'" + value + "'");
    }
    return number;
  }

  private static long whole(IniText text, String key, long least, long most)
      throws MalformedDataException {
    String value = text.require(COMMON, key);
    if (!value.matches("\\d{1,10}")) {
      throw text.malformed(COMMON, key, "a whole number", "'" + value + "'");
    }
    long number = Long.parseLong(value);
    if (number < least || number > most) {
      throw text.malformed(COMMON, key, "%d to %d".formatted(least, most), value);
    }
    return number;
  }
}
