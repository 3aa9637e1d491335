package dev.shardline.conformance.signal.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.conformance.RealData;
import dev.shardline.dataset.SourceObject;
import dev.shardline.probe.FactName;
import dev.shardline.probe.Fingerprint;
import dev.shardline.probe.SampleBytes;
import dev.shardline.signal.probe.SignalProbe;
import dev.shardline.storage.ByteRange;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The SSVEP sessions, one of which is shipped under two subjects' names with different headers.
class SignalCopyTest {
  private static final SignalProbe PROBE = new SignalProbe();

  private record OneFile(Path path) implements SampleBytes {
    @Override
    public String id() {
      return path.getFileName().toString();
    }

    @Override
    public List<SourceObject> objects() {
      ObjectLocation location = ObjectLocation.ofPath(path.toAbsolutePath().normalize());
      return List.of(new SourceObject(location, path.toFile().length(), ObjectVersion.ANY));
    }

    @Override
    public InputStream open(SourceObject object, ByteRange range) throws IOException {
      InputStream in = Files.newInputStream(path);
      in.skipNBytes(range.offset());
      return in;
    }
  }

  @Test
  void recordingOfTwoSubjectsIsFoundByItsSignal() throws Exception {
    Map<String, Fingerprint> fingerprints = new TreeMap<>();
    try (Stream<Path> files = Files.list(RealData.at("signals/ssvep_exo/edf"))) {
      for (Path file : files.sorted().toList()) {
        fingerprints.put(file.getFileName().toString(), PROBE.fingerprint(new OneFile(file)));
      }
    }

    List<String> copies =
        fingerprints.entrySet().stream()
            .filter(entry ->
                fingerprints.values().stream()
                        .filter(other -> PROBE.confirm(entry.getValue(), other).isPresent())
                        .count()
                    > 1)
            .map(Map.Entry::getKey)
            .toList();

    assertThat(copies)
        .containsExactly("subject03_2012.07.11-15.33.08.edf", "subject07_2012.07.11-15.33.08.edf");
    assertThat(fingerprints.get(copies.getFirst()).key(0))
        .isEqualTo(fingerprints.get(copies.getLast()).key(0));
  }

  @Test
  void headerTellsChannelsRateAndLength() throws Exception {
    Path file = RealData.at("signals/eegmmidb/S001R01.edf");

    assertThat(PROBE.readHeader(new OneFile(file)).facts())
        .containsEntry(FactName.FORMAT, "edf+c")
        .containsEntry(FactName.SIGNAL_CHANNELS, "64")
        .containsEntry(FactName.SAMPLING_RATE_HZ, "160.0")
        .containsEntry(FactName.DURATION_SECONDS, "60.0")
        .containsEntry(FactName.UNITS, "µV");
  }
}
