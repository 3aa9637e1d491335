package dev.shardline.image.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Damages files in seeded ways: whatever comes, a picture or a typed refusal comes out, and memory
/// stays within the limit.
class ImageDecoderFuzzTest {
  private static final int ROUNDS = 1500;
  private static final DecodeOptions SMALL = new DecodeOptions(OptionalInt.of(0), 8 << 20);
  private static final Set<Reason> TYPED =
      EnumSet.of(
          Reason.EMPTY, Reason.TRUNCATED, Reason.MALFORMED, Reason.UNSUPPORTED, Reason.TOO_LARGE);

  private record Seed(String name, byte[] file) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Seed> files() throws IOException {
    BufferedImage grey = EncodedPictures.picture(23, 37, BufferedImage.TYPE_BYTE_GRAY);
    BufferedImage colour = EncodedPictures.picture(23, 37, BufferedImage.TYPE_3BYTE_BGR);
    BufferedImage deep = EncodedPictures.picture(23, 37, BufferedImage.TYPE_USHORT_GRAY);
    BufferedImage palette = EncodedPictures.picture(23, 37, BufferedImage.TYPE_BYTE_INDEXED);
    return Stream.of(
        new Seed("grey JPEG", EncodedPictures.file("jpeg", grey)),
        new Seed("colour JPEG", EncodedPictures.baselineJpeg(colour, 2, 2, 3, 0.8f)),
        new Seed("progressive JPEG", EncodedPictures.progressiveJpeg(colour)),
        new Seed("16-bit PNG", EncodedPictures.file("png", deep)),
        new Seed("palette PNG", EncodedPictures.file("png", palette)),
        new Seed("BMP", EncodedPictures.file("bmp", colour)),
        new Seed("palette BMP", EncodedPictures.file("bmp", palette)),
        new Seed("16-bit TIFF", EncodedPictures.file("tiff", deep)),
        new Seed("pages TIFF", EncodedPictures.file("tiff", grey, colour)),
        new Seed("lossless WebP", WebpSample.LOSSLESS.clone()));
  }

  @ParameterizedTest
  @MethodSource("files")
  void damagedFilesGivePicturesOrTypedRefusals(Seed seed) {
    Random random = new Random(seed.name().hashCode());
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged = damage(seed.file(), random);
      try {
        assertThat(new StandardImageDecoder().decode(damaged, SMALL).memoryBytes())
            .isLessThan(8 << 20);
      } catch (MalformedDataException e) {
        refused++;
        assertThat(e.reason()).isIn(TYPED);
      }
    }
    assertThat(refused).isPositive();
  }

  private static byte[] damage(byte[] file, Random random) {
    List<Integer> extremes = List.of(0, 1, 0x7F, 0x80, 0xFE, 0xFF);
    byte[] damaged = file.clone();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      boolean inHeader = random.nextBoolean();
      int place = random.nextInt(inHeader ? Math.min(128, file.length) : file.length);
      damaged[place] =
          (byte)
              (int) (random.nextBoolean() ? extremes.get(random.nextInt(6)) : random.nextInt(256));
    }
    return random.nextInt(8) == 0
        ? Arrays.copyOf(damaged, random.nextInt(damaged.length))
        : damaged;
  }
}
