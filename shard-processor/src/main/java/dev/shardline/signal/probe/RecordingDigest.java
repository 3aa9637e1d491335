package dev.shardline.signal.probe;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.signal.RecordingReader;
import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.format.GapPolicy;
import dev.shardline.signal.format.LabelPolicy;
import dev.shardline.signal.format.RatePolicy;
import dev.shardline.signal.format.ReadOptions;
import dev.shardline.signal.format.RecordingFormat;
import dev.shardline.signal.format.SampleFiles;
import dev.shardline.signal.format.TrackFacts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/// The digest of a recording's decoded signal, whatever its header says besides: SHA-256 over, for
/// each rate from low to high and each signal channel in file order, the SHA-256 of the channel's
/// values as little-endian float32 in the file's unit. Names, dates, annotations, rate and file
/// format do not enter; interruptions are passed over.
///
/// Memory is bounded: a stretch of all channels at a time.
final class RecordingDigest {
  private static final int STRETCH_VALUES = 1 << 18;
  private static final String ALGORITHM = "SHA-256";

  private RecordingDigest() {}

  static byte[] of(RecordingFormat format, SampleFiles files, String name)
      throws MalformedDataException, IOException {
    MessageDigest whole = sha256();
    List<SamplingRate> rates =
        format.facts(files, name).tracks().stream()
            .map(TrackFacts::rate)
            .distinct()
            .sorted((left, right) -> Double.compare(left.hertz(), right.hertz()))
            .toList();
    for (SamplingRate rate : rates) {
      ReadOptions options =
          ReadOptions.STRICT
              .withGaps(GapPolicy.JOIN)
              .withLabels(LabelPolicy.NUMBER)
              .withRates(new RatePolicy.Exactly(rate));
      update(whole, format.open(files, name, options));
    }
    return whole.digest();
  }

  private static void update(MessageDigest whole, RecordingReader reader)
      throws MalformedDataException, IOException {
    int channels = reader.header().channels().size();
    long timePoints = reader.header().timePoints();
    int stretch = Math.max(1, STRETCH_VALUES / channels);
    float[][] values = new float[channels][stretch];
    MessageDigest[] digests = new MessageDigest[channels];
    for (int i = 0; i < channels; i++) {
      digests[i] = sha256();
    }
    ByteBuffer bytes = ByteBuffer.allocate(stretch * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (long at = 0; at < timePoints; at += stretch) {
      int count = (int) Math.min(stretch, timePoints - at);
      reader.read(at, at + count, values, 0);
      for (int i = 0; i < channels; i++) {
        bytes.clear();
        bytes.asFloatBuffer().put(values[i], 0, count);
        digests[i].update(bytes.limit(count * Float.BYTES));
      }
    }
    for (MessageDigest digest : digests) {
      whole.update(digest.digest());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance(ALGORITHM);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, missing);
    }
  }
}
