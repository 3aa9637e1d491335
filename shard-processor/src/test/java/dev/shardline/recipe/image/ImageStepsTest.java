package dev.shardline.recipe.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.data.ElementType;
import dev.shardline.data.Payload;
import dev.shardline.data.Tensor;
import dev.shardline.dataset.ClassLabel;
import dev.shardline.dataset.Split;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.failure.UsageException;
import dev.shardline.image.Image;
import dev.shardline.image.ImageShape;
import dev.shardline.image.Uint8Image;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.MapStep;
import dev.shardline.recipe.SampleFacts;
import dev.shardline.recipe.SourceBytes;
import dev.shardline.recipe.SourceHead;
import dev.shardline.recipe.SourceStep;
import dev.shardline.recipe.StepCatalog;
import dev.shardline.recipe.StepFactory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ImageStepsTest {
  private static final StepCatalog CATALOG = StepCatalog.of(ImageSteps.all());

  private static MapStep step(String name, Map<String, ?> arguments) {
    ObjectNode plain = new ObjectMapper().valueToTree(arguments);
    StepFactory factory = CATALOG.find(name).orElseThrow();
    return (MapStep) factory.create(Arguments.read(factory.parameters(), plain));
  }

  private static Item item(Payload data) {
    SampleFacts facts =
        new SampleFacts("a", "sub-01", new ClassLabel("x", 0), Split.TRAIN, Map.of(), 1);
    return Item.of(facts, data);
  }

  /// A bright block of 30 x 40 in a dark picture.
  private static BufferedImage head() {
    BufferedImage image = new BufferedImage(90, 70, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 20; y < 50; y++) {
      for (int x = 30; x < 70; x++) {
        image.setRGB(x, y, 0x00FFFFFF);
      }
    }
    return image;
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  @Test
  void theUsualSliceRecipeGivesAFloatTensor() throws Exception {
    Item item = item(SourceBytes.of("slice.jpg", png(head())));
    for (MapStep step :
        List.of(
            step("decode-image", Map.of()),
            step("grey", Map.of()),
            step("crop-brain", Map.of()),
            step("resize", Map.of("size", 24)),
            step("scale", Map.of()),
            step("image-to-tensor", Map.of()))) {
      item = step.map(item);
    }

    Tensor tensor = (Tensor) item.data();
    assertThat(tensor.type()).isEqualTo(ElementType.FLOAT32);
    assertThat(tensor.shape()).containsExactly(24, 24);
    assertThat(tensor.toFloats()[12 * 24 + 12]).isEqualTo(1);
    assertThat(item.recorded()).containsEntry("crop-box", List.of(19, 29, 32, 42));
  }

  @Test
  void aMaskGoesWhereItsPictureGoes() throws Exception {
    Item item =
        item(
            new SourceBytes(
                List.of(
                    new SourceBytes.NamedBytes("slice.png", png(head())),
                    new SourceBytes.NamedBytes("slice_mask.png", png(head())))));
    item = step("decode-image", Map.of()).map(item);
    item = step("crop-brain", Map.of()).map(item);
    item = step("resize", Map.of("height", 8, "width", 7)).map(item);
    item = step("flip-image", Map.of("direction", "left-right")).map(item);
    item = step("pad-or-crop-image", Map.of("height", 10, "width", 6)).map(item);

    Image mask = (Image) item.companions().get(Item.MASK);
    assertThat(mask.shape()).isEqualTo(new ImageShape(10, 6, 3));
    assertThat(((Uint8Image) mask).pixels()).containsOnly(0, 255);
  }

  @Test
  void decodingPredictsItsMemoryFromTheFirstBytes() throws Exception {
    byte[] file = png(head());
    SourceStep decode = (SourceStep) step("decode-image", Map.of());

    Footprint footprint = decode.predict(head(Arrays.copyOf(file, 40), file.length));

    assertThat(footprint.givenBytes()).isEqualTo(90 * 70 * 3);
    assertThat(footprint.peakBytes()).isGreaterThanOrEqualTo(2 * 90 * 70 * 3 + file.length);
  }

  @Test
  void aPictureBeyondTheLimitIsRefusedByItsFirstBytes() throws Exception {
    byte[] file = png(new BufferedImage(2000, 2000, BufferedImage.TYPE_BYTE_GRAY));
    SourceStep decode = (SourceStep) step("decode-image", Map.of("memory-limit-mib", 7));

    assertThatThrownBy(() -> decode.predict(head(Arrays.copyOf(file, 40), file.length)))
        .isInstanceOfSatisfying(
            MalformedDataException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE));
  }

  private static SourceHead head(byte[] bytes, long fileLength) {
    return new SourceHead(List.of(new SourceHead.NamedSize("slice.png", fileLength)), bytes);
  }

  @Test
  void coloursGoFirstWhereAsked() throws Exception {
    Image image = Uint8Image.of(new ImageShape(1, 2, 3), new byte[] {1, 2, 3, 4, 5, 6});

    Item item = step("image-to-tensor", Map.of("layout", "channels-first")).map(item(image));

    Tensor tensor = (Tensor) item.data();
    assertThat(tensor.shape()).containsExactly(3, 1, 2);
    assertThat(tensor.bytes()).containsExactly(1, 4, 2, 5, 3, 6);
  }

  @Test
  void percentilesCutOffOutliers() throws Exception {
    byte[] values = new byte[101];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) i;
    }
    Image image = Uint8Image.of(ImageShape.grey(1, 101), values);

    Item item =
        step("scale", Map.of("method", "percentiles", "lower", 10, "upper", 90)).map(item(image));

    assertThat(((Image) item.data()).at(0, 5, 0)).isZero();
    assertThat(((Image) item.data()).at(0, 50, 0)).isEqualTo(0.5);
    assertThat(((Image) item.data()).at(0, 95, 0)).isEqualTo(1);
  }

  @Test
  void resizeNeedsASizeOrBothEdges() {
    assertThatThrownBy(() -> step("resize", Map.of())).isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> step("resize", Map.of("size", 5, "width", 5)))
        .hasMessage("`resize` needs either `size`, or both `height` and `width`");
  }

  @Test
  void percentilesMustBeInOrder() {
    assertThatThrownBy(() -> step("scale", Map.of("lower", 60, "upper", 40)))
        .isInstanceOf(UsageException.class);
  }
}
