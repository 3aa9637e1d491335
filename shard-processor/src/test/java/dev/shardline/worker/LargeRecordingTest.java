package dev.shardline.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.config.Config;
import dev.shardline.dataset.SourceObject;
import dev.shardline.digest.Digest;
import dev.shardline.failure.Reason;
import dev.shardline.flow.SampleSource;
import dev.shardline.flow.WorkerLimits;
import dev.shardline.lineage.SampleEntry;
import dev.shardline.lineage.SampleFate;
import dev.shardline.recipe.RecipeReader;
import dev.shardline.recipe.StepCatalog;
import dev.shardline.recipe.signal.SignalSteps;
import dev.shardline.signal.format.edf.EdfFile;
import dev.shardline.storage.ByteRange;
import dev.shardline.storage.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Recordings that the memory budget does not hold are worked on from disk.
class LargeRecordingTest {
  private static final WorkerLimits ROOMY = new WorkerLimits(1, 1L << 30, 2);
  private static final WorkerLimits NARROW = new WorkerLimits(1, 56L << 20, 2);
  private static final String WINDOWS =
      """
      recipe:
        - decode-recording: {}
        - re-reference: {}
        - butterworth: {low-hz: 1, high-hz: 40}
        - fixed-windows: {seconds: 50}
        - scale-recording: {}
        - recording-to-tensor: {}
      """;

  /// As text, which the scene takes: every byte is below 128.
  private static String recording;

  @TempDir private Path scratch;

  @BeforeAll
  static void write() {
    int perTrack = 200 * 2500;
    EdfFile file = EdfFile.edf().recordSeconds("10");
    for (int track = 0; track < 8; track++) {
      int shift = track;
      int[] values =
          IntStream.range(0, perTrack)
              .map(i -> (i * (37 + shift)) % 120 + 256 * ((i / 7 * 11) % 3))
              .toArray();
      file.track("c" + track, 2000, values);
    }
    recording = new String(file.bytes(), StandardCharsets.ISO_8859_1);
  }

  private Scene scene(String recipe, WorkerLimits limits) throws IOException {
    Scene scene = new Scene(scratch);
    scene.recipe =
        new RecipeReader(StepCatalog.of(SignalSteps.all()))
            .read(Config.parse(recipe, "shardline.yaml", Path.of("/"), List.of()).root())
            .orElseThrow();
    scene.limits = limits;
    scene.build(1, recording);
    return scene;
  }

  @Test
  void windowsOfALargeRecordingAreTheSameBytesFromDisk() throws Exception {
    Scene inMemory = scene(WINDOWS, ROOMY);
    Scene fromDisk = scene(WINDOWS, NARROW);
    inMemory.work();
    fromDisk.work();

    assertThat(fromDisk.output()).isEqualTo(inMemory.output());
    SampleEntry sample = fromDisk.ledger(0).samples().getFirst();
    assertThat(((SampleFate.Written) sample.fate()).records()).hasSize(50);
    assertThat(sample.objects().getFirst().sha256())
        .contains(Digest.of(recording.getBytes(StandardCharsets.ISO_8859_1)));
    try (Stream<Path> left = Files.walk(scratch).filter(Files::isRegularFile)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void spectraOfALargeRecordingAreTheSameBytesFromDisk() throws Exception {
    String recipe =
        """
        recipe:
          - decode-recording: {non-finite: keep}
          - welch-psd: {segment-points: 1024}
          - spectrum-to-tensor: {}
        """;
    Scene inMemory = scene(recipe, ROOMY);
    Scene fromDisk = scene(recipe, NARROW);
    inMemory.work();
    fromDisk.work();

    assertThat(fromDisk.output()).isEqualTo(inMemory.output());
  }

  @Test
  void stepThatNeedsEverythingAtOnceIsNamed() throws Exception {
    Scene scene =
        scene(
            """
            recipe:
              - decode-recording: {}
              - mark-artefacts: {seconds: 2}
              - fixed-windows: {seconds: 50}
              - recording-to-tensor: {}
            """,
            NARROW);
    scene.work();

    assertThat(scene.ledger(0).samples().getFirst().fate())
        .isInstanceOfSatisfying(
            SampleFate.Quarantined.class,
            fate -> {
              assertThat(fate.reason()).isEqualTo(Reason.TOO_LARGE);
              assertThat(fate.detail())
                  .contains("the budget is 56 MiB", "step 2 `mark-artefacts`", "in memory");
            });
  }

  @Test
  void objectThatChangesWhileItIsReadIsQuarantined() throws Exception {
    Scene scene = scene(WINDOWS, NARROW);
    SampleSource stored = scene.source;
    scene.source =
        new SampleSource() {
          @Override
          public InputStream open(SourceObject object, ByteRange range) throws IOException {
            if (range.offset() > 0) {
              scene.store.write(object.location(), Content.ofText("something else"));
            }
            return stored.open(object, range);
          }
        };
    scene.work();

    SampleEntry sample = scene.ledger(0).samples().getFirst();
    assertThat(sample.fate())
        .isInstanceOfSatisfying(
            SampleFate.Quarantined.class,
            fate -> assertThat(fate.reason()).isEqualTo(Reason.CHANGED_OBJECT));
    assertThat(sample.objects().getFirst().sha256()).isEmpty();
  }
}
