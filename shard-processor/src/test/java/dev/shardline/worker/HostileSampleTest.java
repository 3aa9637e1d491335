package dev.shardline.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.shardline.config.Config;
import dev.shardline.dataset.ClassLabel;
import dev.shardline.dataset.Split;
import dev.shardline.dicom.DicomFile;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Recipe;
import dev.shardline.recipe.RecipeReader;
import dev.shardline.recipe.RecipeRun;
import dev.shardline.recipe.SampleFacts;
import dev.shardline.recipe.SourceBytes;
import dev.shardline.recipe.SourceHead;
import dev.shardline.recipe.SourceHead.NamedSize;
import dev.shardline.recipe.StepCatalog;
import dev.shardline.recipe.StepFactory;
import dev.shardline.recipe.StepTimer;
import dev.shardline.recipe.image.ImageSteps;
import dev.shardline.recipe.signal.SignalSteps;
import dev.shardline.recipe.volume.VolumeSteps;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Samples whose compressed content is a thousand times as large as they are, and other than their
/// headers say: memory is taken for what the header says, never for the content. (Of a table the
/// content is all there is: its rows are looked at one by one.)
@Timeout(600)
class HostileSampleTest {
  private static final int BOMB = 128 << 20;
  private static final long BOUND = 96 << 20;
  private static final String VOLUMES = "recipe: [decode-volume, volume-to-tensor]\n";
  private static final String PICTURES = "recipe: [decode-image, image-to-tensor]\n";
  private static final String RECORDINGS =
      "recipe: [{decode-recording: {stated-rate-hz: 100, memory-limit-mib: 8}},"
          + " recording-to-tensor]\n";

  private static Recipe recipe(String text) {
    List<StepFactory> steps =
        Stream.of(ImageSteps.all(), VolumeSteps.all(), SignalSteps.all())
            .flatMap(List::stream)
            .toList();
    Config config = Config.parse(text, "test", Path.of("."), List.of());
    return new RecipeReader(StepCatalog.of(steps)).read(config.root()).orElseThrow();
  }

  /// What a worker does with a sample: foretells what it needs, then runs the recipe.
  private static void process(String recipe, String name, byte[] sample)
      throws MalformedDataException {
    Recipe read = recipe(recipe);
    SampleFacts facts =
        new SampleFacts(name, "s", new ClassLabel("one", 0), Split.TRAIN, Map.of(), 0);
    byte[] head = Arrays.copyOf(sample, Math.min(sample.length, read.source().headBytes()));
    var ignored =
        read.source().predict(new SourceHead(List.of(new NamedSize(name, sample.length)), head));
    new RecipeRun(read, (_, _) -> {}, StepTimer.NONE)
        .run(Item.of(facts, SourceBytes.of(name, sample)));
  }

  /// The same, held to the bound.
  private static void processBounded(String recipe, String name, byte[] sample)
      throws MalformedDataException {
    long before = allocated();
    try {
      process(recipe, name, sample);
    } finally {
      assertThat(allocated() - before).as("bytes allocated").isLessThan(BOUND);
    }
  }

  private static long allocated() {
    return ManagementFactory.getPlatformMXBean(ThreadMXBean.class).getCurrentThreadAllocatedBytes();
  }

  private static void zeros(OutputStream out, int count) throws IOException {
    byte[] zeros = new byte[1 << 20];
    for (int written = 0; written < count; written += zeros.length) {
      out.write(zeros);
    }
  }

  private static byte[] gzip(byte[] before, int zeros) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(before);
      zeros(gzip, zeros);
    }
    return bytes.toByteArray();
  }

  private static byte[] nifti(int side) {
    ByteBuffer header = ByteBuffer.allocate(352).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(0, 348).putShort(40, (short) 3).putShort(70, (short) 2).putShort(72, (short) 8);
    for (int axis = 1; axis <= 3; axis++) {
      header.putShort(40 + 2 * axis, (short) side).putFloat(76 + 4 * axis, 1);
      header.putFloat(280 + 16 * (axis - 1) + 4 * (axis - 1), 1);
    }
    header.putFloat(108, 352).putFloat(112, 1).putShort(254, (short) 1);
    header.put(344, "n+1\0".getBytes(StandardCharsets.US_ASCII));
    return header.array();
  }

  @Test
  void aVolumeIsReadAsFarAsItsHeaderSays() throws Exception {
    byte[] bomb = gzip(nifti(8), BOMB);
    assertThat(bomb.length).isLessThan(BOMB / 500);

    refusedOrRead(VOLUMES, "bomb.nii.gz", bomb);
  }

  @Test
  void aVolumeWhoseHeaderAsksForTooMuchIsRefusedByName() throws IOException {
    byte[] bomb = gzip(nifti(20_000), 0);

    assertThatThrownBy(() -> processBounded(VOLUMES, "bomb.nii.gz", bomb))
        .isInstanceOfSatisfying(
            MalformedDataException.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE));
  }

  @Test
  void aDeflatedDataSetBeyondItsPixelsIsRefusedByName() throws IOException {
    byte[] bomb =
        DicomFile.withoutPixels("1.2.840.10008.1.2.1.99", 0, 1, 4, 4)
            .element(0x7FE0_0010, "OW", new byte[BOMB])
            .bytes();

    assertThatThrownBy(() -> processBounded(VOLUMES, "bomb.dcm", bomb))
        .isInstanceOfSatisfying(
            MalformedDataException.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE))
        .hasMessageContaining("deflated data set");
  }

  @Test
  void aPictureIsReadAsFarAsItsHeaderSays() throws Exception {
    refusedOrRead(PICTURES, "bomb.png", png(8, BOMB));
  }

  @Test
  void aPictureWhoseHeaderAsksForTooMuchIsRefusedByName() throws IOException {
    byte[] bomb = png(60_000, 0);

    assertThatThrownBy(() -> processBounded(PICTURES, "bomb.png", bomb))
        .isInstanceOfSatisfying(
            MalformedDataException.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE));
  }

  @Test
  void aTableOfMoreThanTheLimitIsRefusedByName() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      byte[] rows = "0\n".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
      for (int written = 0; written < 2_600_000; written += 1 << 16) {
        gzip.write(rows);
      }
    }

    assertThatThrownBy(() -> process(RECORDINGS, "bomb.csv.gz", bytes.toByteArray()))
        .isInstanceOfSatisfying(
            MalformedDataException.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE));
  }

  @Test
  void aLineWithoutEndIsRefused() throws IOException {
    byte[] bomb = gzip("a,b\n".getBytes(StandardCharsets.US_ASCII), 1 << 22);

    assertThatThrownBy(() -> process(RECORDINGS, "bomb.csv.gz", bomb))
        .isInstanceOf(MalformedDataException.class);
  }

  /// What the header tells may be there, and too much behind it: either is fine, within the bound.
  private static void refusedOrRead(String recipe, String name, byte[] sample) {
    try {
      processBounded(recipe, name, sample);
    } catch (MalformedDataException refused) {
      assertThat(refused.reason()).isIn(Reason.MALFORMED, Reason.TOO_LARGE);
    }
  }

  private static byte[] png(int side, int zeros) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(0x89504E470D0A1A0AL);
    byte[] size = ByteBuffer.allocate(13).putInt(side).putInt(side).put((byte) 8).array();
    chunk(out, "IHDR", size);
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflated = new DeflaterOutputStream(pixels, new Deflater(1))) {
      zeros(deflated, zeros);
    }
    chunk(out, "IDAT", pixels.toByteArray());
    chunk(out, "IEND", new byte[0]);
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(content);
    out.writeInt(content.length);
    out.write(name);
    out.write(content);
    out.writeInt((int) crc.getValue());
  }
}
