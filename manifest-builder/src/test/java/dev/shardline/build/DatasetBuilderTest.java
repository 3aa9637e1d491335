package dev.shardline.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.dataset.Sample;
import dev.shardline.dataset.Split;
import dev.shardline.failure.UsageException;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.manifest.CatalogEntry;
import dev.shardline.manifest.CatalogWriter;
import dev.shardline.manifest.FileDigest;
import dev.shardline.manifest.PartDescription;
import dev.shardline.manifest.SageMakerManifest;
import dev.shardline.manifest.SageMakerManifestParser;
import dev.shardline.manifest.SplitDescription;
import dev.shardline.split.SplitSpec;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.memory.MemoryStore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DatasetBuilderTest {
  private static BuiltDataset open(MemoryStore store, BuildResult result) throws Exception {
    return BuiltDataset.open(location -> store, result.directory());
  }

  private static List<CatalogEntry> catalog(MemoryStore store, BuildResult result)
      throws Exception {
    List<CatalogEntry> entries = new ArrayList<>();
    open(store, result).catalog(entries::add);
    return entries;
  }

  @Test
  void everySampleIsInOneSplitAndEverySubjectToo() throws Exception {
    MemoryStore store = SmallDataset.filledStore(40);
    BuildResult result = SmallDataset.build(store, SmallDataset.spec(SmallDataset.shares()));
    Map<String, Split> splitOfSubject = new HashMap<>();
    List<CatalogEntry> catalog = catalog(store, result);
    for (CatalogEntry entry : catalog) {
      Sample sample = entry.sample();
      Split known = splitOfSubject.putIfAbsent(sample.subject(), entry.split());
      assertThat(known).isIn(null, entry.split());
    }
    assertThat(catalog).hasSize(120);
    assertThat(result.description().splits())
        .extracting(SplitDescription::counts)
        .extracting(counts -> counts.samples())
        .containsExactly(84L, 18L, 18L);
  }

  @Test
  void partsHoldExactlyTheSamplesOfTheirSplit() throws Exception {
    MemoryStore store = SmallDataset.filledStore(40);
    BuildResult result = SmallDataset.build(store, SmallDataset.spec(SmallDataset.shares()));
    BuiltDataset dataset = open(store, result);
    Set<CatalogEntry> inParts = new HashSet<>();
    for (PartDescription part : result.description().parts()) {
      for (Sample sample : dataset.samples(part.id())) {
        assertThat(inParts.add(new CatalogEntry(sample, part.id().split()))).isTrue();
      }
    }
    assertThat(inParts).containsExactlyInAnyOrderElementsOf(catalog(store, result));
  }

  @Test
  void manifestsNameTheObjectsOfTheirSplit() throws Exception {
    MemoryStore store = SmallDataset.filledStore(40);
    BuildResult result = SmallDataset.build(store, SmallDataset.spec(SmallDataset.shares()));
    List<CatalogEntry> catalog = catalog(store, result);
    for (SplitDescription split : result.description().splits()) {
      FileDigest file = split.manifests().getFirst();
      SageMakerManifest manifest =
          SageMakerManifestParser.parse(store.read(result.directory().resolve(file.path())));
      List<ObjectLocation> expected =
          catalog.stream()
              .filter(entry -> entry.split().equals(split.split()))
              .map(entry -> entry.sample().objects().getFirst().location())
              .toList();
      assertThat(manifest.locations()).containsExactlyElementsOf(expected);
    }
  }

  @Test
  void theCatalogIsWhatItsOwnWriterWouldWrite() throws Exception {
    MemoryStore store = SmallDataset.filledStore(10);
    SmallDataset.put(store, "none/a, \"b\"/ü🧠 1.jpg", "odd");
    SmallDataset.put(store, "none/line\nbreak/x\\y.jpg", "odder");
    SmallDataset.put(store, "none/copy/1.jpg", "odd");
    BuildResult result = SmallDataset.build(store, SmallDataset.spec(SmallDataset.shares()));
    CatalogWriter writer = new CatalogWriter(List.of());
    catalog(store, result).forEach(writer::add);
    String text =
        new String(store.read(result.directory().resolve("catalog.csv")), StandardCharsets.UTF_8);
    assertThat(text).isEqualTo(writer.text());
    byte[] manifest = store.read(result.directory().resolve("train.manifest"));
    assertThat(SageMakerManifestParser.toBytes(SageMakerManifestParser.parse(manifest)))
        .isEqualTo(manifest);
  }

  @Test
  void copiesStayTogetherAndAreNamedByTheFirst() throws Exception {
    MemoryStore store = SmallDataset.filledStore(20);
    SmallDataset.put(store, "glioma/other/copy.jpg", "glioma0");
    BuildResult result = SmallDataset.build(store, SmallDataset.spec(SmallDataset.shares()));
    List<CatalogEntry> copies =
        catalog(store, result).stream()
            .filter(entry -> !entry.sample().duplicateGroup().isEmpty())
            .toList();
    assertThat(copies)
        .extracting(entry -> entry.sample().id())
        .containsExactly("glioma/other/copy.jpg", "glioma/s000/0.jpg");
    assertThat(copies).extracting(CatalogEntry::split).containsOnly(copies.getFirst().split());
    assertThat(copies)
        .extracting(entry -> entry.sample().duplicateGroup())
        .containsOnly("glioma/other/copy.jpg");
  }

  @Test
  void copiesWithContradictingLabelsAreLeftOut() throws Exception {
    MemoryStore store = SmallDataset.filledStore(20);
    SmallDataset.put(store, "none/other/copy.jpg", "glioma0");
    BuildResult result = SmallDataset.build(store, SmallDataset.spec(SmallDataset.shares()));
    assertThat(catalog(store, result))
        .hasSize(59)
        .extracting(entry -> entry.sample().id())
        .doesNotContain("none/other/copy.jpg", "glioma/s000/0.jpg");
    assertThat(result.description().findings())
        .anySatisfy(finding -> {
          assertThat(finding.check()).isEqualTo("label-conflict");
          assertThat(finding.affected()).isEqualTo(2);
        });
  }

  @Test
  void buildingAgainGivesTheSameBytes() throws Exception {
    MemoryStore first = SmallDataset.filledStore(30);
    MemoryStore second = SmallDataset.filledStore(30);
    BuildResult a = SmallDataset.build(first, SmallDataset.spec(SmallDataset.shares()));
    BuildResult b = SmallDataset.build(second, SmallDataset.spec(SmallDataset.shares()));
    BuildResult again = SmallDataset.build(first, SmallDataset.spec(SmallDataset.shares()));
    assertThat(a).isEqualTo(b).isEqualTo(again);
  }

  @Test
  void aPatternThatMatchesNothingShowsWhatItSaw() throws Exception {
    MemoryStore store = new MemoryStore();
    for (int i = 0; i < 5; i++) {
      SmallDataset.put(store, "glioma/%d.jpg".formatted(i), "x" + i);
    }
    assertThatThrownBy(() -> SmallDataset.build(store, SmallDataset.spec(SmallDataset.shares())))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            """
            The pattern "(?<label>[^/]+)/(?<subject>[^/]+)/[^/]+" matches none of the 5 keys:
              "glioma/0.jpg" ends before the pattern does
              "glioma/1.jpg" ends before the pattern does
              "glioma/2.jpg" ends before the pattern does
            The pattern must match the whole key below the source\
            """);
  }

  @Test
  void anEmptySourceIsRefused() {
    assertThatThrownBy(
            () -> SmallDataset.build(new MemoryStore(), SmallDataset.spec(SmallDataset.shares())))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("Nothing lies under [memory://bucket/mri/]");
  }

  @Test
  void aClassWithTooFewGroupsIsNamedWithTheSmallestChange() throws Exception {
    MemoryStore store = SmallDataset.filledStore(20);
    SmallDataset.put(store, "rare/s1/1.jpg", "r1");
    SmallDataset.put(store, "rare/s1/2.jpg", "r2");
    SmallDataset.put(store, "rare/s2/3.jpg", "r3");
    assertThatThrownBy(() -> SmallDataset.build(store, SmallDataset.spec(SmallDataset.shares())))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "Class \"rare\" has samples in 2 groups that must not be cut (subjects, copies), but 3"
                + " splits must have it: train, validation, test. The smallest change: 1 more group"
                + " with this class; or leave the class out; or minimum-per-class: 0 for 1 of these"
                + " splits");
  }

  @Test
  void sharesThatAreNoWholeAreRefused() {
    assertThatThrownBy(() -> SplitSpec.ofShares("0.7", "0.1", "0.1", 0))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "The shares of the splits sum to 0.9, not to 1: train 0.7 + validation 0.1 + test 0.1");
  }
}
