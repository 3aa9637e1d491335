package dev.shardline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.image.Image;
import dev.shardline.image.codec.DecodeOptions;
import dev.shardline.image.codec.StandardImageDecoder;
import dev.shardline.image.codec.header.ImageFormat;
import dev.shardline.image.fingerprint.ImageFingerprint;
import dev.shardline.image.fingerprint.Thumbnail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoDatasetTest {
  private Path root = Path.of("");
  private DemoSummary summary =
      new DemoSummary(List.of(), 0, new TreeMap<>(), List.of(), "", "", 0);

  @BeforeAll
  void write(@TempDir Path folder) throws IOException {
    root = folder;
    summary = DemoDataset.writeTo(root, DemoDataset.STANDARD_SEED);
  }

  private byte[] file(String key) throws IOException {
    return Files.readAllBytes(root.resolve(key));
  }

  private Image decode(String key) throws IOException, MalformedDataException {
    return new StandardImageDecoder().decode(file(key), DecodeOptions.STANDARD);
  }

  private Reason refusal(String key) throws IOException {
    try {
      throw new AssertionError("Expected a refusal, got " + decode(key));
    } catch (MalformedDataException e) {
      return e.reason();
    }
  }

  @Test
  void theSummaryNamesEveryFileAndNoOther() throws IOException {
    try (Stream<Path> walked = Files.walk(root)) {
      assertThat(
              walked
                  .filter(Files::isRegularFile)
                  .map(path -> root.relativize(path).toString().replace('\\', '/')))
          .containsExactlyInAnyOrderElementsOf(summary.keys());
    }
    assertThat(summary.keys()).hasSizeBetween(150, 240);
    assertThat(summary.bytes()).isLessThan(10_000_000);
  }

  @Test
  void everyClassHasSubjectsOfEverySite() {
    assertThat(summary.filesPerClass())
        .containsOnlyKeys("glioma", "meningioma", "no_tumor", "pituitary");
    Set<String> classesAndSites =
        summary.keys().stream()
            .map(key -> key.replaceAll("/sub-\\d+_(site-.)_.*", " $1"))
            .collect(Collectors.toSet());
    assertThat(classesAndSites).hasSize(16);
  }

  @Test
  void picturesDifferInSizeDepthAndColour() throws Exception {
    Set<String> kinds = new HashSet<>();
    for (String key : summary.keys()) {
      if (!key.equals(summary.truncatedKey())) {
        kinds.add(decode(key).toString());
      }
    }
    assertThat(kinds)
        .containsExactlyInAnyOrder(
            "uint8 picture 256x256x1",
            "uint8 picture 280x236x3",
            "uint8 picture 280x236x1",
            "uint8 picture 208x208x1",
            "uint16 picture 192x192x1");
  }

  @Test
  void brokenFilesAreWhatTheSummarySays() throws Exception {
    assertThat(refusal(summary.truncatedKey())).isEqualTo(Reason.TRUNCATED);
    assertThat(summary.mislabelledKey()).endsWith(".jpg");
    assertThat(ImageFormat.of(file(summary.mislabelledKey()))).isEqualTo(ImageFormat.PNG);
  }

  @Test
  void thePlantedCopiesAreTheOnlyOnesBetweenSubjects() throws Exception {
    Map<String, Thumbnail> thumbnails = new TreeMap<>();
    for (String key : summary.keys()) {
      if (!key.equals(summary.truncatedKey())) {
        thumbnails.put(key, Thumbnail.of(decode(key)));
      }
    }
    Set<Set<String>> found = new HashSet<>();
    for (String first : thumbnails.keySet()) {
      for (String second : thumbnails.keySet()) {
        boolean other = first.compareTo(second) < 0 && !subject(first).equals(subject(second));
        if (other && areCopies(thumbnails, first, second)) {
          found.add(new TreeSet<>(Set.of(first, second)));
        }
      }
    }

    Set<Set<String>> planted =
        summary.copies().stream()
            .map(copy -> new TreeSet<>(Set.of(copy.originalKey(), copy.key())))
            .collect(Collectors.toSet());
    assertThat(found).isEqualTo(planted);
  }

  private static boolean areCopies(Map<String, Thumbnail> thumbnails, String first, String second) {
    return ImageFingerprint.confirm(thumbnails.get(first), thumbnails.get(second)).isPresent();
  }

  private static String subject(String key) {
    return key.replaceAll(".*/(sub-\\d+)_.*", "$1");
  }

  @Test
  void exactCopiesHaveTheSameBytesAndMirroredOnesOthers() throws Exception {
    for (DemoSummary.Copy copy : summary.copies()) {
      boolean same = Arrays.equals(file(copy.originalKey()), file(copy.key()));
      assertThat(same).isEqualTo(copy.kind() == DemoSummary.Kind.EXACT);
    }
    assertThat(summary.copies(DemoSummary.Kind.EXACT)).isEqualTo(5);
    assertThat(summary.copies(DemoSummary.Kind.MIRRORED)).isEqualTo(4);
    assertThat(summary.copies().stream().filter(DemoSummary.Copy::isLabelConflict)).hasSize(1);
  }

  @Test
  void theSameSeedGivesTheSameFilesAndAnotherSeedOthers(@TempDir Path again, @TempDir Path other)
      throws IOException {
    assertThat(DemoDataset.writeTo(again, DemoDataset.STANDARD_SEED)).isEqualTo(summary);
    DemoDataset.writeTo(other, 8);
    for (String key : summary.keys()) {
      assertThat(Files.readAllBytes(again.resolve(key))).isEqualTo(file(key));
      assertThat(Files.readAllBytes(other.resolve(key))).isNotEqualTo(file(key));
    }
  }
}
