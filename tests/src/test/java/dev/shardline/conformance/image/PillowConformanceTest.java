package dev.shardline.conformance.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shardline.conformance.NpyArray;
import dev.shardline.conformance.RealData;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.image.Image;
import dev.shardline.image.codec.DecodeOptions;
import dev.shardline.image.codec.StandardImageDecoder;
import dev.shardline.image.crop.BrainContour;
import dev.shardline.image.geometry.PixelBox;
import dev.shardline.image.intensity.Grey;
import dev.shardline.image.resize.Resize;
import dev.shardline.image.resize.ResizeFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The four reference slices (Pillow 9.4.0, see `make_reference.py` beside them): equal bit for
/// bit.
class PillowConformanceTest {
  private static final String REFERENCE = "mri/reference/";

  static Stream<JsonNode> pictures() throws IOException {
    return references().filter(reference -> reference.has("op") && !isCrop(reference));
  }

  static Stream<JsonNode> cropBoxes() throws IOException {
    return references().filter(PillowConformanceTest::isCrop);
  }

  private static Stream<JsonNode> references() throws IOException {
    JsonNode all = new ObjectMapper().readTree(RealData.at(REFERENCE + "manifest.json").toFile());
    return StreamSupport.stream(all.spliterator(), false)
        .filter(reference -> reference.get("name").asText().startsWith("jpeg"));
  }

  private static boolean isCrop(JsonNode reference) {
    return reference.get("name").asText().endsWith("__brain_crop");
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void greyAndResizedSlicesEqualPillows(JsonNode reference) throws Exception {
    String name = reference.get("name").asText();
    Path file = RealData.at(REFERENCE + name + ".npy");
    NpyArray expected = NpyArray.read(file);

    Image actual = derived(name.substring(name.indexOf("__") + 2), grey(reference));

    assertThat(actual.toTensor().shape()).isEqualTo(expected.shape());
    assertThat(actual.toTensor().bytes()).isEqualTo(expected.data());
  }

  private static Image derived(String operation, Image grey) {
    return switch (operation) {
      case "gray" -> grey;
      case "bilinear240" -> Resize.to(grey, 240, 240, ResizeFilter.BILINEAR);
      case "bilinear64" -> Resize.to(grey, 64, 64, ResizeFilter.BILINEAR);
      case "lanczos224" -> Resize.to(grey, 224, 224, ResizeFilter.LANCZOS);
      default -> throw new IllegalArgumentException("No such reference: " + operation);
    };
  }

  @ParameterizedTest
  @MethodSource("cropBoxes")
  void brainBoxesEqualTheReferences(JsonNode reference) throws Exception {
    PixelBox box = BrainContour.find(grey(reference), BrainContour.STANDARD_THRESHOLD);

    assertThat(box.left()).isEqualTo(reference.get("x0").asInt());
    assertThat(box.right()).isEqualTo(reference.get("x1").asInt());
    assertThat(box.top()).isEqualTo(reference.get("y0").asInt());
    assertThat(box.bottom()).isEqualTo(reference.get("y1").asInt());
  }

  private static Image grey(JsonNode reference) throws IOException, MalformedDataException {
    byte[] file = Files.readAllBytes(RealData.at("mri/" + reference.get("file").asText()));
    return Grey.of(new StandardImageDecoder().decode(file, DecodeOptions.STANDARD));
  }
}
