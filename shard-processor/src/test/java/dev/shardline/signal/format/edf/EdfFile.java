package dev.shardline.signal.format.edf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardline.signal.format.SampleFiles;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes EDF and BDF files for tests, sound or broken in one place.
public final class EdfFile {
  private final List<Track> tracks = new ArrayList<>();
  private boolean bdf;
  private String reserved = "";
  private String records = "";
  private String seconds = "1";
  private int recordCount = 1;
  private double[] onsets = {};
  private List<List<String>> lists = List.of();
  private int annotationValues;

  private record Track(String label, String unit, String[] limits, int perRecord, int[] values) {}

  public static EdfFile edf() {
    return new EdfFile();
  }

  public static EdfFile bdf() {
    EdfFile file = new EdfFile();
    file.bdf = true;
    return file;
  }

  /// A track whose physical values are a tenth of the digital ones.
  public EdfFile track(String label, int perRecord, int... values) {
    return track(label, "uV", "-100 100 -1000 1000", perRecord, values);
  }

  public EdfFile track(String label, String unit, String limits, int perRecord, int... values) {
    tracks.add(new Track(label, unit, limits.split(" "), perRecord, values));
    recordCount = values.length / perRecord;
    return this;
  }

  public EdfFile reserved(String text) {
    reserved = text;
    return this;
  }

  public EdfFile stating(String recordCountText) {
    records = recordCountText;
    return this;
  }

  public EdfFile recordSeconds(String text) {
    seconds = text;
    return this;
  }

  /// Adds an annotation track with a start time for each record.
  public EdfFile starting(double... recordOnsets) {
    onsets = recordOnsets;
    recordCount = recordOnsets.length;
    annotationValues = Math.max(annotationValues, 30);
    return this;
  }

  /// Lists that follow the start time, per record, as written: `+1\u0014text\u0014\0`.
  @SafeVarargs
  public final EdfFile annotated(List<String>... perRecord) {
    lists = List.of(perRecord);
    return this;
  }

  public SampleFiles files() {
    return SampleFiles.of(Map.of("a.edf", bytes()));
  }

  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Track> all = new ArrayList<>(tracks);
    if (annotationValues > 0) {
      all.add(
          new Track(
              bdf ? "BDF Annotations" : "EDF Annotations",
              "",
              new String[] {"-1", "1", "-32768", "32767"},
              annotationValues,
              new int[0]));
    }
    header(out, all);
    for (int record = 0; record < recordCount; record++) {
      record(out, all, record);
    }
    return out.toByteArray();
  }

  private void header(ByteArrayOutputStream out, List<Track> all) {
    if (bdf) {
      out.write(0xff);
      put(out, "BIOSEMI", 7);
    } else {
      put(out, "0", 8);
    }
    put(out, "X X X X", 80);
    put(out, "Startdate X X X X", 80);
    put(out, "02.03.1904.05.06", 16);
    put(out, "" + 256 * (all.size() + 1), 8);
    put(out, reserved, 44);
    put(out, records.isEmpty() ? "" + recordCount : records, 8);
    put(out, seconds, 8);
    put(out, "" + all.size(), 4);
    all.forEach(track -> put(out, track.label, 16));
    all.forEach(track -> put(out, "", 80));
    all.forEach(track -> put(out, track.unit, 8));
    for (int limit = 0; limit < 4; limit++) {
      for (Track track : all) {
        put(out, track.limits[limit], 8);
      }
    }
    all.forEach(track -> put(out, "", 80));
    all.forEach(track -> put(out, "" + track.perRecord, 8));
    all.forEach(track -> put(out, "", 32));
  }

  private void record(ByteArrayOutputStream out, List<Track> all, int record) {
    int width = bdf ? 3 : 2;
    for (Track track : all) {
      if (track.values.length == 0) {
        byte[] block = annotations(record).getBytes(UTF_8);
        out.write(block, 0, block.length);
        out.writeBytes(new byte[track.perRecord * width - block.length]);
        continue;
      }
      for (int i = 0; i < track.perRecord; i++) {
        int value = track.values[record * track.perRecord + i];
        for (int b = 0; b < width; b++) {
          out.write(value >> 8 * b);
        }
      }
    }
  }

  private String annotations(int record) {
    String start = String.format(Locale.ROOT, "+%s\u0014\u0014\0", text(onsets[record]));
    return start + (record < lists.size() ? String.join("", lists.get(record)) : "");
  }

  private static String text(double onset) {
    return onset == Math.rint(onset) ? "" + (long) onset : "" + onset;
  }

  private static void put(ByteArrayOutputStream out, String text, int width) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    out.write(bytes, 0, bytes.length);
    out.writeBytes(" ".repeat(width - bytes.length).getBytes(ISO_8859_1));
  }

  @Override
  public String toString() {
    return tracks.stream().map(Track::label).collect(Collectors.joining(", "));
  }
}
