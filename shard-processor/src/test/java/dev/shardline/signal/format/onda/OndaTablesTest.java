package dev.shardline.signal.format.onda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.SignalUnit;
import dev.shardline.signal.format.onda.arrow.ArrowField;
import dev.shardline.signal.format.onda.arrow.ArrowReader;
import dev.shardline.signal.format.onda.arrow.ArrowTable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OndaTablesTest {
  private static final OndaSignal SIGNAL =
      new OndaSignal(
          UUID.fromString("00010203-0405-0607-0809-0a0b0c0d0e0f"),
          "s3://bucket/a.lpcm",
          FileFormat.LPCM_ZST,
          new TimeSpan(1, 10),
          "eeg",
          "eeg_2",
          List.of("fp1", "a-(b+c)/2"),
          "microvolt",
          new SampleEncoding(SampleType.UINT32, 0.1, -3),
          new SamplingRate(50.75));

  @Test
  void signalsComeBackAsWritten() throws Exception {
    OndaSignal other =
        new OndaSignal(
            new UUID(-1, 1),
            "b",
            FileFormat.LPCM,
            new TimeSpan(0, 5),
            "ecg",
            "ecg",
            List.of("avl"),
            "volt",
            SampleEncoding.FLOAT32,
            new SamplingRate(1));

    assertThat(OndaTables.signals(OndaTableWriter.signals(List.of(SIGNAL, other))))
        .containsExactly(SIGNAL, other);
    assertThat(OndaTables.signals(OndaTableWriter.signals(List.of()))).isEmpty();
  }

  @Test
  void annotationsComeBackWithTheirColumns() throws Exception {
    OndaAnnotation first =
        new OndaAnnotation(
            new UUID(1, 2), new UUID(3, 4), new TimeSpan(0, 5), Map.of("label", "n2"));
    OndaAnnotation second =
        new OndaAnnotation(
            new UUID(1, 2), new UUID(5, 6), new TimeSpan(5, 9), Map.of("label", "é", "x", "1"));

    assertThat(OndaTables.annotations(OndaTableWriter.annotations(List.of(first, second))))
        .containsExactly(
            new OndaAnnotation(
                first.recording(), first.id(), first.span(), Map.of("label", "n2", "x", "")),
            second);
  }

  @Test
  void tableIsWhatJuliaExpects() throws Exception {
    ArrowTable table = ArrowReader.read(OndaTableWriter.signals(List.of(SIGNAL)));

    assertThat(table.metadata())
        .containsExactly(
            Map.entry("legolas_schema_qualified", "onda.signal@2>onda.samples-info@2"));
    assertThat(table.fields())
        .extracting(ArrowField::name)
        .containsExactly(
            "recording",
            "file_path",
            "file_format",
            "span",
            "sensor_label",
            "sensor_type",
            "channels",
            "sample_unit",
            "sample_resolution_in_unit",
            "sample_offset_in_unit",
            "sample_type",
            "sample_rate");
    assertThat(table.fields().getFirst().extension()).hasValue("JuliaLang.UUID");
    assertThat(table.fields().get(3).extension()).hasValue("JuliaLang.TimeSpan");
  }

  @Test
  void sameRowsGiveTheSameBytes() {
    assertThat(OndaTableWriter.signals(List.of(SIGNAL)))
        .isEqualTo(OndaTableWriter.signals(List.of(SIGNAL)));
  }

  /// A stream by PyArrow: columns in another order, text in dictionaries, compressed buffers, a
  /// UUID without Julia's marking, columns of types that are not read.
  @ParameterizedTest
  @ValueSource(strings = {"pyarrow-signals.arrows", "pyarrow-signals-lz4.arrows"})
  void streamWithDictionariesAndCompressionIsRead(String name) throws Exception {
    List<OndaSignal> signals = OndaTables.signals(resource(name));

    assertThat(signals).hasSize(2);
    assertThat(signals.getFirst()).isEqualTo(SIGNAL);
    assertThat(signals.get(1).channels()).containsExactly("fp2");
    assertThat(signals.get(1).span()).isEqualTo(new TimeSpan(2_000, 5_000));
  }

  @Test
  void mutatedTablesAreReadOrRefused() throws Exception {
    byte[] sound = resource("pyarrow-signals-lz4.arrows");
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 5_000; round++) {
      byte[] changed = sound.clone();
      for (int i = 1 << random.nextInt(4); i > 0; i--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      }
      try {
        OndaTables.signals(changed);
      } catch (MalformedDataException refused) {
        // What a reader says to bytes that break its format.
      }
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (var resource =
        Objects.requireNonNull(OndaTablesTest.class.getResourceAsStream("arrow/" + name))) {
      return resource.readAllBytes();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "EEG,fp1,microvolt",
    "eeg_,fp1,microvolt",
    "eeg,FP1,microvolt",
    "eeg,a(b,microvolt",
    "eeg,_a,microvolt",
    "eeg,fp1,µV",
    "'',fp1,microvolt"
  })
  void namesFollowTheSpecification(String sensor, String channel, String unit) {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new OndaSignal(
                SIGNAL.recording(),
                "x",
                FileFormat.LPCM,
                SIGNAL.span(),
                sensor,
                "eeg",
                List.of(channel),
                unit,
                SIGNAL.encoding(),
                SIGNAL.rate()));
  }

  @ParameterizedTest
  @CsvSource({"EEG Fpz-Cz,eeg_fpz-cz", "Fc5.,fc5.", "_x_,x", "(a,a", "µ,channel"})
  void labelsBecomeNames(String label, String name) {
    assertThat(OndaNames.channel(label)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"µV,microvolt", "g,g", "mmHg,millimeter_of_mercury", "'',unknown"})
  void unitsAreSpelledOutAndBack(String symbol, String name) {
    assertThat(OndaNames.unit(new SignalUnit(symbol))).isEqualTo(name);
    assertThat(OndaNames.unit(name)).isEqualTo(new SignalUnit(symbol));
  }

  @Test
  void whatIsNoTableIsRefused() {
    assertThatThrownBy(() -> OndaTables.signals(new byte[0]))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("a schema");
    assertThatThrownBy(() ->
            OndaTables.signals(
                OndaTableWriter.annotations(
                    List.of(
                        new OndaAnnotation(
                            new UUID(1, 2), new UUID(3, 4), new TimeSpan(0, 5), Map.of())))))
        .hasMessageContaining("file_format: expected a column of this name");
  }
}
