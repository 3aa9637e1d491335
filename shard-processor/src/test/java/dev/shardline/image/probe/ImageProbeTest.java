package dev.shardline.image.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.dataset.SourceObject;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.probe.FactName;
import dev.shardline.probe.Fingerprint;
import dev.shardline.probe.SampleBytes;
import dev.shardline.storage.ByteRange;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectVersion;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ImageProbeTest {
  private static final ImageProbe PROBE = new ImageProbe();

  private record OneFile(byte[] file) implements SampleBytes {
    @Override
    public String id() {
      return "slice.png";
    }

    @Override
    public List<SourceObject> objects() {
      return List.of(
          new SourceObject(
              ObjectLocation.parse("s3://bucket/slice.png"), file.length, ObjectVersion.ANY));
    }

    @Override
    public InputStream open(SourceObject object, ByteRange range) throws IOException {
      InputStream in = new ByteArrayInputStream(file);
      in.skipNBytes(range.offset());
      return in;
    }
  }

  private static OneFile png(int type) throws IOException {
    BufferedImage image = new BufferedImage(30, 20, type);
    for (int i = 0; i < 600; i++) {
      image.getRaster().setSample(i % 30, i / 30, 0, i * i % 251);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return new OneFile(bytes.toByteArray());
  }

  @Test
  void imageFilesAreReadByTheirExtension() {
    assertThat(PROBE.reads("a.b.JPG")).isTrue();
    assertThat(PROBE.reads("scan.tiff")).isTrue();
    assertThat(PROBE.reads("jpg")).isFalse();
    assertThat(PROBE.reads("brain.nii.gz")).isFalse();
  }

  @Test
  void headersGiveSizeAndMode() throws Exception {
    var facts = PROBE.readHeader(png(BufferedImage.TYPE_USHORT_GRAY)).facts();

    assertThat(facts)
        .containsEntry(FactName.FORMAT, "png")
        .containsEntry(FactName.WIDTH, "30")
        .containsEntry(FactName.HEIGHT, "20")
        .containsEntry(FactName.MODE, "grey-16")
        .containsEntry(FactName.DECODED_BYTES, "1200");
  }

  @Test
  void coloursAndGreysOfOnePictureAreConfirmedAsCopies() throws Exception {
    Fingerprint one = PROBE.fingerprint(png(BufferedImage.TYPE_BYTE_GRAY));
    Fingerprint same = PROBE.fingerprint(png(BufferedImage.TYPE_BYTE_GRAY));

    assertThat(one.key(0)).isEqualTo(same.key(0));
    assertThat(PROBE.confirm(one, same)).hasValue(1);
  }

  @Test
  void aFileThatIsNoImageIsMalformed() {
    assertThatThrownBy(() -> PROBE.readHeader(new OneFile(new byte[] {1, 2, 3, 4, 5})))
        .isInstanceOf(MalformedDataException.class);
  }
}
