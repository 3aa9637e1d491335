package dev.shardline.recipe.signal;

import static dev.shardline.recipe.signal.Steps.item;
import static dev.shardline.recipe.signal.Steps.recording;
import static dev.shardline.recipe.signal.Steps.run;
import static dev.shardline.recipe.signal.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.data.Tensor;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.failure.UsageException;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.SourceBytes.NamedBytes;
import dev.shardline.recipe.SourceHead;
import dev.shardline.recipe.SourceHead.NamedSize;
import dev.shardline.recipe.SourceStep;
import dev.shardline.shard.NpyEncoding;
import dev.shardline.signal.Annotation;
import dev.shardline.signal.Float64Traces;
import dev.shardline.signal.NonFinite;
import dev.shardline.signal.Recording;
import dev.shardline.signal.SignalChannel;
import dev.shardline.signal.SignalType;
import dev.shardline.signal.format.edf.EdfFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class DecodeRecordingTest {
  private static final byte[] EDF =
      EdfFile.edf()
          .track("Fc5.", 4, 10, 20, 30, 40, 50, 60, 70, 80)
          .track("Cz", 4, new int[8])
          .bytes();

  private static NamedBytes text(String name, String content) {
    return new NamedBytes(name, content.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void recordingIsDecodedByItsContentInFloat32() throws Exception {
    Item item = run(item(new NamedBytes("whatever.bin", EDF)), step("decode-recording"));

    Recording recording = recording(item);
    assertThat(recording.channels()).extracting(SignalChannel::label).containsExactly("Fc5.", "Cz");
    assertThat(recording.traces().floats(0)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(item.recorded())
        .containsEntry("source-duration-seconds", 2.0)
        .containsEntry("source-sampling-rate-hz", 4.0);
  }

  @Test
  void precisionAndChannelsAreChosen() throws Exception {
    Item item =
        run(
            item(new NamedBytes("a.edf", EDF)),
            step("decode-recording", Map.of("precision", "float64", "channels", List.of("Cz"))));

    assertThat(recording(item).traces()).isInstanceOf(Float64Traces.class);
    assertThat(recording(item).channels()).hasSize(1);
  }

  @Test
  void memoryIsPredictedFromTheHeaderAlone() throws Exception {
    SourceStep decode = (SourceStep) step("decode-recording", Map.of("non-finite", "keep"));
    SourceHead head = new SourceHead(List.of(new NamedSize("a.edf", EDF.length)), EDF);

    assertThat(decode.predict(head).givenBytes()).isEqualTo(2 * 8 * Float.BYTES);
    assertThat(decode.predict(head).peakBytes()).isEqualTo(EDF.length + 2 * 8 * Float.BYTES);
  }

  /// How long its interruptions are stands in the records.
  @Test
  void interruptedRecordingIsPredictedAsLongAsFillingMayMakeIt() throws Exception {
    byte[] file =
        EdfFile.edf().reserved("EDF+D").track("C3", 8, new int[16]).starting(0, 9).bytes();
    SourceHead head = new SourceHead(List.of(new NamedSize("a.edf", file.length)), file);

    assertThat(((SourceStep) step("decode-recording", Map.of("gaps", "fill"))).predict(head))
        .satisfies(fill -> assertThat(fill.givenBytes()).isEqualTo((1 << 23) * Float.BYTES));
    assertThat(((SourceStep) step("decode-recording", Map.of("gaps", "join"))).predict(head))
        .satisfies(join -> assertThat(join.givenBytes()).isEqualTo(16 * Float.BYTES));
  }

  @Test
  void headerThatPromisesMoreThanTheLimitIsRefusedBeforeAnythingIsRead() {
    byte[] file = EdfFile.edf().track("C3", 1000, new int[1000]).stating("99999999").bytes();
    SourceStep decode = (SourceStep) step("decode-recording", Map.of("memory-limit-mib", 1));
    SourceHead head = new SourceHead(List.of(new NamedSize("a.edf", 1L << 40)), file);

    assertThatThrownBy(() -> decode.predict(head))
        .isInstanceOfSatisfying(
            MalformedDataException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE));
  }

  /// A worker asks before it reads.
  @Test
  void tablesLargerThanTheHeadAreForeseenAndRead() throws Exception {
    SplittableRandom random = new SplittableRandom(5);
    StringBuilder rows = new StringBuilder("x,y\n");
    for (int i = 0; i < 50_000; i++) {
      rows.append(random.nextInt(1_000_000)).append(',').append(random.nextDouble()).append('\n');
    }
    byte[] plain = rows.toString().getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream gzipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzipped)) {
      out.write(plain);
    }

    for (NamedBytes table :
        List.of(
            new NamedBytes("a.csv", plain), new NamedBytes("a.csv.gz", gzipped.toByteArray()))) {
      SourceStep decode = (SourceStep) step("decode-recording", Map.of("stated-rate-hz", 10));
      SourceHead head =
          new SourceHead(
              List.of(new NamedSize(table.name(), table.bytes().length)),
              table.head(DecodeRecording.HEAD_BYTES));

      assertThat(table.bytes().length).isGreaterThan(DecodeRecording.HEAD_BYTES);
      assertThat(decode.predict(head).givenBytes())
          .isBetween(2L * 50_000 * Float.BYTES, 32L * table.bytes().length);
      assertThat(decode.predictStored(head)).isEmpty();
      assertThat(recording(run(item(table), decode)).timePoints()).isEqualTo(50_000);
    }
  }

  @Test
  void gzipStreamThatHoldsFarMoreThanForeseenIsRefused() throws Exception {
    SplittableRandom random = new SplittableRandom(3);
    ByteArrayOutputStream gzipped = new ByteArrayOutputStream();
    try (GZIPOutputStream rows = new GZIPOutputStream(gzipped)) {
      for (int i = 0; i < 400_000; i++) {
        String row = random.nextInt(10) + "\n" + "0\n".repeat(15);
        rows.write(row.getBytes(StandardCharsets.US_ASCII));
      }
    }
    assertThat(gzipped.size()).isGreaterThan(DecodeRecording.HEAD_BYTES);

    assertThatThrownBy(() ->
            run(
                item(new NamedBytes("a.csv.gz", gzipped.toByteArray())),
                step("decode-recording", Map.of("stated-rate-hz", 10))))
        .isInstanceOfSatisfying(
            MalformedDataException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE));
  }

  @Test
  void tableWithoutARateNeedsOneStated() throws Exception {
    NamedBytes table = text("a.csv", "x [mV],y [mV]\n1,2\n3,4\n");

    assertThatThrownBy(() -> run(item(table), step("decode-recording")))
        .hasMessageContaining("sampling rate");
    Recording recording =
        recording(run(item(table), step("decode-recording", Map.of("stated-rate-hz", 10))));
    assertThat(recording.rate().hertz()).isEqualTo(10);
    assertThat(recording.channels().getFirst().unit().symbol()).isEqualTo("mV");
  }

  @Test
  void newLabelTellsATypeThatWasNotKnown() throws Exception {
    Recording table =
        recording(
            run(
                item(text("a.csv", "x [uV],ecg [uV]\n1,2\n")),
                step("decode-recording", Map.of("stated-rate-hz", 10)),
                step("rename-channels", Map.of("names", Map.of("x", "Cz", "ecg", "C4")))));

    assertThat(table.channels())
        .extracting(SignalChannel::type)
        .containsExactly(SignalType.EEG, SignalType.ECG);
  }

  @Test
  void recordingWithoutTimePointsIsRefused() {
    assertThatThrownBy(() ->
            run(
                item(text("a.csv", "x [mV],y [mV]\n")),
                step("decode-recording", Map.of("stated-rate-hz", 10))))
        .isInstanceOfSatisfying(
            MalformedDataException.class, e -> assertThat(e.reason()).isEqualTo(Reason.EMPTY));
  }

  @Test
  void invalidValuesAreRefusedOrFilledAndAnnotated() throws Exception {
    NamedBytes table = text("a.csv", "x\n1\nn/a\n3\nn/a\n");
    Map<String, Integer> stated = Map.of("stated-rate-hz", 2);

    assertThatThrownBy(() -> run(item(table), step("decode-recording", stated)))
        .isInstanceOfSatisfying(
            MalformedDataException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FINITE))
        .hasMessageStartingWith("signal channel 'x' at 0.5 s");
    Recording filled =
        recording(
            run(
                item(table),
                step("decode-recording", Map.of("stated-rate-hz", 2, "non-finite", "line"))));
    assertThat(filled.traces().floats(0)).containsExactly(1, 2, 3, 3);
    assertThat(filled.annotations())
        .containsExactly(
            new Annotation(0.5, 0.5, NonFinite.TEXT), new Annotation(1.5, 0.5, NonFinite.TEXT));
  }

  /// Rows that are not decoded are looked through and filled, too.
  @Test
  void invalidValuesAreFoundWhereTheFileHoldsThem() throws Exception {
    Tensor rows = Tensor.ofFloats(new float[] {1, 2, 3, 4, 1, 2, Float.POSITIVE_INFINITY, 4}, 2, 4);
    byte[] header = NpyEncoding.header(rows);
    byte[] file = Arrays.copyOf(header, header.length + rows.bytes().length);
    System.arraycopy(rows.bytes(), 0, file, header.length, rows.bytes().length);
    NamedBytes array = new NamedBytes("a.npy", file);
    Map<String, Object> stated = Map.of("stated-rate-hz", 2, "stated-unit", "uV");
    Map<String, Object> line = new HashMap<>(stated);
    line.put("non-finite", "line");

    assertThatThrownBy(() -> run(item(array), step("decode-recording", stated)))
        .isInstanceOfSatisfying(
            MalformedDataException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FINITE))
        .hasMessageStartingWith("signal channel 'channel 2' at 1.0 s");
    Recording filled = recording(run(item(array), step("decode-recording", line)));
    assertThat(filled.traces().floats(1)).containsExactly(1, 2, 3, 4);
    assertThat(filled.annotations()).containsExactly(new Annotation(1, 0.5, NonFinite.TEXT));
  }

  @Test
  void eventsBesideTheRecordingAreReadAndCutToIt() throws Exception {
    NamedBytes events =
        text(
            "a_events.tsv",
            "onset\tduration\ttrial_type\n0.5\t0.5\tleft\n1.5\t9\tright\n5\t1\tleft\n1\t1\tn/a\n");

    Recording recording =
        recording(
            run(
                item(new NamedBytes("a_eeg.edf", EDF), events),
                step("decode-recording", Map.of("annotations", "beside"))));

    assertThat(recording.annotations())
        .containsExactly(new Annotation(0.5, 0.5, "left"), new Annotation(1.5, 0.5, "right"));
    assertThatThrownBy(() ->
            run(
                item(new NamedBytes("a_eeg.edf", EDF), events),
                step(
                    "decode-recording",
                    Map.of("annotations", "beside", "annotations-outside", "refuse"))))
        .hasMessageContaining("annotation 'right'");
  }

  @Test
  void hypnogramBesideTheRecordingIsRead() throws Exception {
    byte[] hypnogram =
        EdfFile.edf()
            .reserved("EDF+C")
            .starting(0.0)
            .annotated(List.of("+0\u00151\u0014Sleep stage W\u0014\0"))
            .bytes();

    Recording recording =
        recording(
            run(
                item(new NamedBytes("a.edf", EDF), new NamedBytes("a-Hypnogram.edf", hypnogram)),
                step("decode-recording", Map.of("annotations", "beside"))));

    assertThat(recording.annotations()).containsExactly(new Annotation(0, 1, "Sleep stage W"));
  }

  @Test
  void whatIsNoRecordingIsRefused() {
    assertThatThrownBy(() -> run(item(text("a.pdf", "%PDF-1.4")), step("decode-recording")))
        .isInstanceOfSatisfying(
            MalformedDataException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.UNSUPPORTED));
    assertThatThrownBy(() -> run(item(text("a.edf", "not an EDF")), step("decode-recording")))
        .isInstanceOf(MalformedDataException.class);
    assertThatThrownBy(() ->
            run(
                item(new NamedBytes("a.edf", EDF)),
                step("decode-recording", Map.of("annotations", "beside"))))
        .isInstanceOfSatisfying(
            MalformedDataException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.MISSING_OBJECT));
  }

  @Test
  void rateIsAskedForInOneWay() {
    assertThatThrownBy(() -> step("decode-recording", Map.of("rate-hz", 100, "rates", "highest")))
        .isInstanceOf(UsageException.class)
        .hasMessage("`decode-recording` takes either `rate-hz` or `rates`, found both");
  }
}
