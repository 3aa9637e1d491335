package dev.shardline.conformance.signal.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.conformance.RealData;
import dev.shardline.signal.RecordingReader;
import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.SignalChannel;
import dev.shardline.signal.SignalUnit;
import dev.shardline.signal.format.FolderFiles;
import dev.shardline.signal.format.LabelPolicy;
import dev.shardline.signal.format.RatePolicy;
import dev.shardline.signal.format.ReadOptions;
import dev.shardline.signal.format.RecordingFormat;
import dev.shardline.signal.format.SampleFiles;
import dev.shardline.signal.format.brainvision.BrainVisionFormat;
import dev.shardline.signal.format.edf.EdfCalibration;
import dev.shardline.signal.format.edf.EdfFormat;
import dev.shardline.signal.format.npy.NpyFormat;
import dev.shardline.signal.format.table.TableFormat;
import dev.shardline.signal.format.table.TableOptions;
import dev.shardline.signal.format.wfdb.WfdbFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every value of every recording, bit for bit as MNE, pyEDFlib, wfdb-python and NumPy give it.
class DecodeConformanceTest {
  static Stream<DecodeDigest> digests() {
    return DecodeDigest.all();
  }

  @ParameterizedTest
  @MethodSource("digests")
  void valuesAreBitEqualToTheReference(DecodeDigest expected) throws Exception {
    Path path = RealData.at("signals/" + expected.file());
    try (FolderFiles folder = new FolderFiles(path.getParent());
        FolderFiles parent = new FolderFiles(path.getParent().getParent())) {
      RecordingReader reader = open(folder.orElse(parent), path.getFileName().toString(), expected);

      assertThat(reader.header().timePoints()).isEqualTo(expected.timePoints());
      assertThat(digest(reader, expected)).isEqualTo(expected.sha256());
    }
  }

  private static RecordingReader open(SampleFiles files, String name, DecodeDigest expected)
      throws Exception {
    RecordingFormat format = format(name, expected.reader());
    ReadOptions options =
        ReadOptions.STRICT
            .withLabels(LabelPolicy.NUMBER)
            .withRates(new RatePolicy.Exactly(rate(format, files, name, expected)));
    return format.open(files, name, options);
  }

  /// That of the first track that the reference has.
  private static SamplingRate rate(
      RecordingFormat format, SampleFiles files, String name, DecodeDigest expected)
      throws Exception {
    return format.facts(files, name).tracks().stream()
        .filter(track -> expected.labels().getFirst().startsWith(track.channel().label()))
        .findFirst()
        .orElseThrow()
        .rate();
  }

  private static RecordingFormat format(String name, String reader) {
    List<RecordingFormat> formats =
        List.of(
            new WfdbFormat(),
            new BrainVisionFormat(),
            new NpyFormat(new SamplingRate(1000), SignalUnit.NONE, NpyFormat.TimeAxis.LAST),
            new TableFormat(TableOptions.FROM_SIDECAR));
    String extension = name.substring(name.indexOf('.') + 1);
    return switch (extension) {
      case "hea" -> formats.get(0);
      case "vhdr" -> formats.get(1);
      case "npy" -> formats.get(2);
      case "tsv.gz" -> formats.get(3);
      default ->
          new EdfFormat(reader.equals("pyedflib") ? EdfCalibration.EDFLIB : EdfCalibration.MNE);
    };
  }

  private static String digest(RecordingReader reader, DecodeDigest expected) throws Exception {
    int timePoints = expected.timePoints();
    List<SignalChannel> channels = reader.header().channels();
    double[][] values = new double[channels.size()][timePoints];
    for (int at = 0; at < timePoints; at += 10_007) {
      reader.read(at, Math.min(timePoints, at + 10_007), values, at);
    }
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (String label : expected.labels()) {
      int row = channels.stream().map(SignalChannel::label).toList().indexOf(label);
      digest.update(bytes(values[row], factor(channels.get(row), expected)));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /// MNE gives volts.
  private static double factor(SignalChannel channel, DecodeDigest expected) {
    return expected.reader().equals("mne") && !expected.file().endsWith(".vhdr")
        ? channel.unit().factorTo(SignalUnit.VOLT).orElse(1)
        : 1;
  }

  private static byte[] bytes(double[] values, double factor) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      bytes.putDouble(value * factor);
    }
    return bytes.array();
  }
}
