package dev.shardline.examples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Small data sets as the examples' comments describe them: eight subjects each, the same bytes
/// every time.
final class ExampleData {
  static final int SUBJECTS = 8;

  private ExampleData() {}

  /// The data of the example of that name.
  static void write(String example, Path folder) throws IOException {
    for (int subject = 0; subject < SUBJECTS; subject++) {
      switch (example) {
        case "eeg-epochs" -> imagery(folder, subject);
        case "ssvep-epochs" -> flicker(folder, subject);
        case "sleep-stages" -> night(folder, subject);
        case "ecg-beats" -> beats(folder, subject);
        case "parkinson-accelerometry" -> tremor(folder, subject);
        case "signal-psd" -> rest(folder, subject);
        default -> throw new IllegalArgumentException("No data for the example " + example);
      }
    }
  }

  /// 20 µV of noise under a sine, the same for the same subject.
  private static EdfRecording.Wave wave(int subject, double hertz, double microvolts) {
    Random random = new Random(subject);
    return (_, second) ->
        20 * random.nextGaussian() + microvolts * Math.sin(2 * Math.PI * hertz * second);
  }

  private static void imagery(Path folder, int subject) throws IOException {
    EdfRecording recording = new EdfRecording(List.of("Fc5.", "Cz..", "Fp1."), 160, 30);
    for (int trial = 0; trial < 3; trial++) {
      recording.event(9.0 * trial, 4.1, "T0").event(9.0 * trial + 4.5, 4.1, "T" + (trial % 2 + 1));
    }
    String id = "S%03d".formatted(subject + 1);
    recording.write(folder.resolve(id + "/" + id + "R03.edf"), wave(subject, 11, 30));
  }

  private static void flicker(Path folder, int subject) throws IOException {
    EdfRecording recording =
        new EdfRecording(List.of("Oz", "O1", "O2", "PO3", "POz", "PO7", "PO8", "PO4"), 256, 24);
    recording.event(1, 5, "resting").event(6.5, 5, "ssvep_17hz").event(12, 5, "ssvep_13hz");
    recording.write(
        folder.resolve("subject%02d_2012.07.06-19.02.16.edf".formatted(subject + 1)),
        wave(subject, 17, 15));
  }

  private static void night(Path folder, int subject) throws IOException {
    String id = "SC4%02d1".formatted(subject);
    new EdfRecording(List.of("EEG Fpz-Cz", "EEG Pz-Oz", "EOG horizontal"), 100, 660)
        .write(folder.resolve(id + "E0-PSG.edf"), wave(subject, 1, 50));
    new EdfRecording(List.of(), 100, 660)
        .event(0, 240, "Sleep stage W")
        .event(240, 300, "Sleep stage 2")
        .event(540, 120, "Sleep stage R")
        .write(folder.resolve(id + "EC-Hypnogram.edf"), (_, _) -> 0);
  }

  private static void beats(Path folder, int subject) throws IOException {
    int hertz = 360;
    int points = 20 * hertz;
    Random random = new Random(subject);
    ByteArrayOutputStream values = new ByteArrayOutputStream();
    ByteArrayOutputStream annotations = new ByteArrayOutputStream();
    int checksum = 0;
    for (int i = 0; i < points; i++) {
      int value = (i % hertz == 180 ? 200 : 0) + random.nextInt(20);
      checksum += value;
      word(values, value);
      if (i % hertz == 180) {
        word(annotations, (i / hertz % 4 == 3 ? 5 : 1) << 10 | (i < hertz ? 180 : hertz));
      }
    }
    word(annotations, 0);
    Files.createDirectories(folder);
    String id = String.valueOf(100 + subject);
    Files.write(folder.resolve(id + ".dat"), values.toByteArray());
    Files.write(folder.resolve(id + ".atr"), annotations.toByteArray());
    Files.writeString(
        folder.resolve(id + ".hea"),
        "%s 1 %d %d\n%s.dat 16 200(0)/mV 16 0 %d %d 0 MLII\n"
            .formatted(id, hertz, points, id, first(values), (short) checksum));
  }

  private static int first(ByteArrayOutputStream values) {
    byte[] bytes = values.toByteArray();
    return (short) (bytes[0] & 0xff | bytes[1] << 8);
  }

  private static void word(ByteArrayOutputStream out, int value) {
    out.write(value);
    out.write(value >> 8);
  }

  private static void tremor(Path folder, int subject) throws IOException {
    Random random = new Random(subject);
    boolean trembles = subject % 2 == 0;
    StringBuilder table = new StringBuilder("x [g],y [g],z [g]\n");
    IntStream.range(0, 2000)
        .forEach(i -> {
          double shake = trembles ? 0.3 * Math.sin(2 * Math.PI * 5 * i / 100) : 0;
          String x = i == 900 ? "n/a" : "" + (shake + 0.01 * random.nextGaussian());
          table.append(x).append(",0.0,").append(1 + 0.01 * random.nextGaussian()).append('\n');
        });
    Path own = Files.createDirectories(folder.resolve(trembles ? "parkinson" : "control"));
    Files.writeString(own.resolve("p%02d_rest.csv".formatted(subject)), table);
  }

  private static void rest(Path folder, int subject) throws IOException {
    String state = subject % 2 == 0 ? "closed" : "open";
    new EdfRecording(List.of("O1", "O2"), 160, 20)
        .write(
            folder.resolve(state + "/s%02d_rest.edf".formatted(subject)),
            wave(subject, 10, state.equals("closed") ? 40 : 5));
  }
}
