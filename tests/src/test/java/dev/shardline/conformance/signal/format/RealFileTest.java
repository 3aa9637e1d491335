package dev.shardline.conformance.signal.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shardline.conformance.NpyArray;
import dev.shardline.conformance.RealData;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.Annotation;
import dev.shardline.signal.RecordingReader;
import dev.shardline.signal.format.FolderFiles;
import dev.shardline.signal.format.ReadOptions;
import dev.shardline.signal.format.RecordingFormat;
import dev.shardline.signal.format.brainvision.BrainVisionFormat;
import dev.shardline.signal.format.edf.EdfCalibration;
import dev.shardline.signal.format.edf.EdfFormat;
import dev.shardline.signal.format.onda.arrow.ArrowReader;
import dev.shardline.signal.format.onda.arrow.ArrowTable;
import dev.shardline.signal.format.onda.arrow.ArrowVector;
import dev.shardline.signal.format.wfdb.WfdbFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What real files hold besides their values, and what is wrong with some of them.
class RealFileTest {
  private static final EdfFormat EDF = new EdfFormat();

  private static RecordingReader open(RecordingFormat format, String file) throws Exception {
    Path path = RealData.at("signals/" + file);
    return format.open(
        new FolderFiles(path.getParent()), path.getFileName().toString(), ReadOptions.STRICT);
  }

  private static MalformedDataException refusal(String file) {
    // Without real data the test is skipped here: a skip within would be caught as a wrong failure.
    RealData.at("signals/" + file);
    return catchThrowableOfType(
        MalformedDataException.class,
        () -> {
          RecordingReader reader = open(EDF, file);
          int timePoints = (int) reader.header().timePoints();
          reader.read(0, timePoints, new float[reader.header().channels().size()][timePoints], 0);
        });
  }

  @Test
  void garbageOfTheRightSizeIsRefusedWithAReason() {
    MalformedDataException refusal = refusal("eegmmidb/corrupt_original/S001R01.edf");

    assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED);
    assertThat(refusal.offset()).isGreaterThan(0);
  }

  @Test
  void repeatedLabelsAreRefused() {
    assertThat(refusal("mne/duplicate_channel_labels.edf").field()).isEqualTo("label");
  }

  @Test
  void mixedRatesAreRefused() {
    assertThat(refusal("mne/test_uneven_samp.edf").field()).startsWith("sampling rate of");
  }

  @Test
  void motorImageryHasItsCues() throws Exception {
    RecordingReader reader = open(EDF, "eegmmidb/S001R03.edf");

    assertThat(reader.header().start()).hasValue(LocalDateTime.of(2009, 8, 12, 16, 15));
    assertThat(reader.annotations()).hasSize(30).startsWith(new Annotation(0, 4.2, "T0"));
    assertThat(
            reader.annotations().stream()
                .collect(Collectors.groupingBy(Annotation::text, Collectors.counting())))
        .containsOnlyKeys("T0", "T1", "T2");
  }

  @Test
  void heartbeatsAreAnnotated() throws Exception {
    List<Annotation> annotations = open(new WfdbFormat(), "wfdb/100.hea").annotations();

    assertThat(annotations).hasSize(2274);
    assertThat(annotations.getFirst()).isEqualTo(new Annotation(18 / 360.0, 0, "+ (N"));
    assertThat(annotations.get(1)).isEqualTo(new Annotation(77 / 360.0, 0, "N"));
  }

  @Test
  void brainVisionMarkersAreThoseOfMne() throws Exception {
    RecordingReader reader = open(new BrainVisionFormat(), "mne/test.vhdr");

    assertThat(reader.annotations()).hasSize(13);
    assertThat(reader.annotations().getFirst())
        .isEqualTo(new Annotation(0.486, 0, "Stimulus/S253"));
    assertThat(reader.header().start())
        .hasValue(LocalDateTime.of(2013, 11, 13, 16, 14, 3, 794_232_000));
  }

  @Test
  void annotationsBeyondTheSignalAreKept() throws Exception {
    List<Annotation> annotations = open(EDF, "edfjl/evt.bdf").annotations();

    // MNE reads 1081 and then keeps the 457 within the signal.
    assertThat(annotations).hasSize(1081);
    assertThat(annotations).filteredOn(annotation -> annotation.onset() < 1081).hasSize(457);
  }

  @Test
  void plainFormulaGivesTheReferenceArrays() throws Exception {
    EdfFormat format = new EdfFormat(EdfCalibration.PROPORTION);
    requireFirst(
        open(format, "ssvep_exo/edf/subject12_2014.03.10-19.47.49.edf"), "ssvep_s12__raw_first");
    requireFirst(open(format, "eegmmidb/S001R01.edf"), "eegmmidb_S001R01__raw_first");
    requireFirst(open(new WfdbFormat(), "wfdb/100.hea"), "wfdb_100__raw_first");
  }

  private static void requireFirst(RecordingReader reader, String reference) throws Exception {
    NpyArray array = NpyArray.read(RealData.at("signals/reference/" + reference + ".npy"));
    double[][] values = new double[reader.header().channels().size()][array.shape()[1]];
    reader.read(0, array.shape()[1], values, 0);
    ByteBuffer expected = ByteBuffer.wrap(array.data()).order(ByteOrder.LITTLE_ENDIAN);
    for (int row = 0; row < array.shape()[0]; row++) {
      double[] first = new double[array.shape()[1]];
      for (int i = 0; i < first.length; i++) {
        first[i] = expected.getDouble();
      }
      assertThat(values[row]).as(reference).isEqualTo(first);
    }
  }

  @Test
  void tablesWrittenByJuliaAreRead() throws Exception {
    ArrowTable provided =
        ArrowReader.read(
            Files.readAllBytes(
                RealData.at("signals/onda_interop/legolas_test_provider_pkg.arrow")));
    ArrowTable nested =
        ArrowReader.read(
            Files.readAllBytes(RealData.at("signals/onda_interop/legolas_issue-94.arrow")));

    assertThat(provided.metadata())
        .containsEntry("legolas_schema_qualified", "test-provider-pkg.foo@1");
    assertThat(provided.batches().getFirst().columns())
        .singleElement()
        .isInstanceOfSatisfying(
            ArrowVector.Longs.class, longs -> assertThat(longs.values()).containsExactly(1));
    assertThat(nested.batches().getFirst().columns())
        .singleElement()
        .isInstanceOfSatisfying(
            ArrowVector.Structs.class,
            struct -> assertThat(struct.fields()).containsOnlyKeys("a", "b"));
  }
}
