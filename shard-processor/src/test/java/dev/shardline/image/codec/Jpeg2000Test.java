package dev.shardline.image.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import dev.shardline.failure.MalformedDataException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Jpeg2000Test {
  private static final int ROWS = 50;
  private static final int COLUMNS = 70;

  private static BufferedImage picture(int type) {
    BufferedImage image = new BufferedImage(COLUMNS, ROWS, type);
    Random random = new Random(type);
    int range = type == BufferedImage.TYPE_BYTE_GRAY ? 256 : 65_536;
    for (int i = 0; i < ROWS * COLUMNS; i++) {
      image.getRaster().setSample(i % COLUMNS, i / COLUMNS, 0, random.nextInt(range));
    }
    return image;
  }

  private static byte[] lossless(BufferedImage image) throws IOException {
    ImageWriter writer = new J2KImageWriterSpi().createWriterInstance();
    J2KImageWriteParam parameters = (J2KImageWriteParam) writer.getDefaultWriteParam();
    parameters.setLossless(true);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var output = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
  void losslessPicturesComeBackAsTheyWere(int type) throws Exception {
    BufferedImage image = picture(type);

    int[] values = Jpeg2000.decode(lossless(image), ROWS, COLUMNS);

    assertThat(values)
        .isEqualTo(image.getRaster().getSamples(0, 0, COLUMNS, ROWS, 0, (int[]) null));
  }

  @Test
  void anotherSizeIsRefusedBeforeAnythingIsDecoded() throws Exception {
    byte[] file = lossless(picture(BufferedImage.TYPE_BYTE_GRAY));

    assertThatThrownBy(() -> Jpeg2000.decode(file, ROWS, COLUMNS + 1))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("found 50 x 70 of 1, 8 bits");
  }

  @Test
  void damageGivesValuesOrARefusal() throws Exception {
    byte[] file = lossless(picture(BufferedImage.TYPE_BYTE_GRAY));
    Random random = new Random(3);
    int refused = 0;
    for (int round = 0; round < 400; round++) {
      byte[] damaged = file.clone();
      for (int change = 0; change <= round % 3; change++) {
        damaged[random.nextInt(round % 2 == 0 ? 250 : file.length)] = (byte) random.nextInt();
      }
      try {
        assertThat(Jpeg2000.decode(damaged, ROWS, COLUMNS)).hasSize(ROWS * COLUMNS);
      } catch (MalformedDataException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(20, 399);
  }
}
