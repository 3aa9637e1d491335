package dev.shardline.examples;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes EDF+ files of noise and sines, with annotations: records of one second, ±1000 µV in 16
/// bits.
final class EdfRecording {
  private static final int TAL_BYTES = 120;
  private static final double SCALE = 32767.0 / 1000;

  private final List<String> labels;
  private final int hertz;
  private final int seconds;
  private final List<Event> events = new ArrayList<>();

  private record Event(double onset, double duration, String text) {}

  /// Says what a signal channel's value is, in µV.
  interface Wave {
    double at(int channel, double second);
  }

  EdfRecording(List<String> labels, int hertz, int seconds) {
    this.labels = List.copyOf(labels);
    this.hertz = hertz;
    this.seconds = seconds;
  }

  EdfRecording event(double onset, double duration, String text) {
    events.add(new Event(onset, duration, text));
    return this;
  }

  void write(Path file, Wave wave) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(header());
    for (int record = 0; record < seconds; record++) {
      ByteBuffer values =
          ByteBuffer.allocate(labels.size() * hertz * 2).order(ByteOrder.LITTLE_ENDIAN);
      for (int channel = 0; channel < labels.size(); channel++) {
        for (int i = 0; i < hertz; i++) {
          double value = wave.at(channel, record + (double) i / hertz) * SCALE;
          values.putShort((short) Math.round(Math.clamp(value, -32767, 32767)));
        }
      }
      out.writeBytes(values.array());
      out.writeBytes(annotations(record));
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, out.toByteArray());
  }

  private byte[] annotations(int record) {
    StringBuilder lists = new StringBuilder("+" + record + "\u0014\u0014\0");
    for (Event event : events) {
      if ((int) event.onset == record) {
        lists.append(
            "+%s\u0015%s\u0014%s\u0014\0".formatted(event.onset, event.duration, event.text));
      }
    }
    byte[] bytes = new byte[TAL_BYTES];
    byte[] text = lists.toString().getBytes(ISO_8859_1);
    System.arraycopy(text, 0, bytes, 0, text.length);
    return bytes;
  }

  private byte[] header() {
    int signals = labels.size() + 1;
    StringBuilder text = new StringBuilder();
    text.append(padded("0", 8))
        .append(padded("X X X X", 80))
        .append(padded("Startdate X X X X", 80));
    text.append("01.01.0000.00.00");
    text.append(padded("" + 256 * (signals + 1), 8)).append(padded("EDF+C", 44));
    text.append(padded("" + seconds, 8)).append(padded("1", 8)).append(padded("" + signals, 4));
    each(text, 16, labels, "EDF Annotations");
    each(text, 80, labels.stream().map(_ -> "").toList(), "");
    each(text, 8, labels.stream().map(_ -> "uV").toList(), "");
    each(text, 8, labels.stream().map(_ -> "-1000").toList(), "-1");
    each(text, 8, labels.stream().map(_ -> "1000").toList(), "1");
    each(text, 8, labels.stream().map(_ -> "-32767").toList(), "-32768");
    each(text, 8, labels.stream().map(_ -> "32767").toList(), "32767");
    each(text, 80, labels.stream().map(_ -> "").toList(), "");
    each(text, 8, labels.stream().map(_ -> "" + hertz).toList(), "" + TAL_BYTES / 2);
    each(text, 32, labels.stream().map(_ -> "").toList(), "");
    return text.toString().getBytes(ISO_8859_1);
  }

  private static void each(StringBuilder text, int width, List<String> values, String last) {
    values.forEach(value -> text.append(padded(value, width)));
    text.append(padded(last, width));
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
