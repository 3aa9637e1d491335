package dev.shardline.signal.format;

import static org.assertj.core.api.Assertions.fail;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.signal.RecordingReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Mutates the files of sound samples and checks that a reader answers with values or with a
/// [MalformedDataException], and never with anything else.
public final class ReaderFuzz {
  /// More would be a hostile header believed.
  private static final long MOST_TIME_POINTS_READ = 4096;

  private final RecordingFormat format;
  private final String mainFile;
  private final Map<String, byte[]> sound;
  private final ReadOptions options;

  public ReaderFuzz(
      RecordingFormat format, String mainFile, Map<String, byte[]> sound, ReadOptions options) {
    this.format = format;
    this.mainFile = mainFile;
    this.sound = new TreeMap<>(sound);
    this.options = options;
  }

  public void run(long seed, int rounds) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < rounds; round++) {
      Map<String, byte[]> files = new TreeMap<>(sound);
      String[] names = files.keySet().toArray(String[]::new);
      String victim = names[random.nextInt(names.length)];
      files.computeIfPresent(victim, (name, bytes) -> mutated(bytes, random));
      try {
        exercise(SampleFiles.of(files));
      } catch (MalformedDataException refused) {
        // What a reader says to bytes that break its format.
      } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError escaped) {
        fail("Round %d of seed %d, %s changed".formatted(round, seed, victim), escaped);
      }
    }
  }

  private void exercise(SampleFiles files) throws MalformedDataException, IOException {
    format.facts(files, mainFile).durationSeconds();
    RecordingReader reader = format.open(files, mainFile, options);
    reader.annotations();
    long timePoints = reader.header().timePoints();
    int count = (int) Math.min(MOST_TIME_POINTS_READ, timePoints);
    int channels = reader.header().channels().size();
    reader.read(0, count, new float[channels][count], 0);
    reader.read(timePoints - count, timePoints, new double[channels][count], 0);
  }

  private static byte[] mutated(byte[] bytes, SplittableRandom random) {
    byte[] changed = bytes.clone();
    switch (random.nextInt(5)) {
      case 0 -> changed = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      case 1 -> changed = Arrays.copyOf(bytes, bytes.length + random.nextInt(1, 100));
      case 2 -> {
        int at = random.nextInt(bytes.length);
        int length = random.nextInt(1, 40);
        changed = Arrays.copyOf(bytes, bytes.length + length);
        System.arraycopy(bytes, at, changed, at + length, bytes.length - at);
      }
      default -> {
        int changes = 1 << random.nextInt(6);
        for (int i = 0; i < changes; i++) {
          changed[random.nextInt(changed.length)] = likelyByte(random);
        }
      }
    }
    return changed;
  }

  private static byte likelyByte(SplittableRandom random) {
    String telling = "0123456789 -+.,eE:/()\n\t\0\u0014\u0015\u00ff\u007f\u0080";
    return random.nextBoolean()
        ? (byte) telling.charAt(random.nextInt(telling.length()))
        : (byte) random.nextInt(256);
  }
}
