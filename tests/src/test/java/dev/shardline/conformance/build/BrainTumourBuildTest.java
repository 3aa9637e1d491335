package dev.shardline.conformance.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.build.BuildProgress;
import dev.shardline.build.BuildRequest;
import dev.shardline.build.BuildResult;
import dev.shardline.build.DatasetBuilder;
import dev.shardline.build.DatasetSpec;
import dev.shardline.conformance.RealData;
import dev.shardline.dataset.Sample;
import dev.shardline.duplicates.DuplicateSpec;
import dev.shardline.embedded.EmbeddedS3;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.grouping.GroupingSpec;
import dev.shardline.image.codec.DecodeOptions;
import dev.shardline.image.codec.StandardImageDecoder;
import dev.shardline.image.fingerprint.ImageFingerprint;
import dev.shardline.image.fingerprint.Thumbnail;
import dev.shardline.image.probe.ImageProbe;
import dev.shardline.labelling.LabellingSpec;
import dev.shardline.listing.KeyFilter;
import dev.shardline.listing.KeyPattern;
import dev.shardline.listing.SequentialListing;
import dev.shardline.listing.SourceSpec;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.manifest.CatalogEntry;
import dev.shardline.parts.PartSpec;
import dev.shardline.probe.Probes;
import dev.shardline.split.SplitSpec;
import dev.shardline.split.UnionFind;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.StoreProvider;
import dev.shardline.storage.StoresByScheme;
import dev.shardline.storage.local.LocalStore;
import dev.shardline.storage.s3.S3Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The public brain-tumour slices, whose folders hold copies, mirror images and contradicting
/// labels.
class BrainTumourBuildTest {
  private static final String TESTING = "Testing/**/*.jpg";

  @TempDir private Path work = Path.of("");

  private static DatasetSpec spec(
      ObjectLocation source, String include, DuplicateSpec.Conflicts conflicts) {
    return new DatasetSpec(
        "brain-tumour",
        List.of(new SourceSpec.Prefix("", source, KeyFilter.of(List.of(include), List.of()))),
        new GroupingSpec.Families(),
        LabellingSpec.ofPatterns(KeyPattern.parse("(?<origin>[^/]+)/(?<label>[^/]+)/[^/]+")),
        new DuplicateSpec(true, true, conflicts),
        SplitSpec.ofShares("0.7", "0.15", "0.15", 7),
        PartSpec.DEFAULT);
  }

  private BuildResult build(StoreProvider stores, DatasetSpec spec) {
    return new DatasetBuilder(
            stores,
            new SequentialListing(stores),
            new Probes(List.of(new ImageProbe())),
            BuildProgress.NONE)
        .build(new BuildRequest(spec, ObjectLocation.ofPath(work), "shardline test", false));
  }

  private static List<CatalogEntry> catalog(StoreProvider stores, BuildResult result)
      throws IOException {
    List<CatalogEntry> entries = new ArrayList<>();
    BuiltDataset.open(stores, result.directory()).catalog(entries::add);
    return entries;
  }

  /// For each sample the first one it is joined with by pairs that brute force finds.
  private static Map<String, String> groupsByBruteForce(Path source, List<CatalogEntry> catalog)
      throws IOException, MalformedDataException {
    List<Thumbnail> thumbnails = new ArrayList<>();
    for (CatalogEntry entry : catalog) {
      byte[] file = Files.readAllBytes(source.resolve(entry.sample().id()));
      thumbnails.add(Thumbnail.of(new StandardImageDecoder().decode(file, DecodeOptions.STANDARD)));
    }
    UnionFind sets = new UnionFind(thumbnails.size());
    for (int i = 0; i < thumbnails.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (ImageFingerprint.confirm(thumbnails.get(i), thumbnails.get(j)).isPresent()) {
          sets.union(i, j);
        }
      }
    }
    Map<String, String> groups = new TreeMap<>();
    for (int i = 0; i < thumbnails.size(); i++) {
      groups.put(catalog.get(i).sample().id(), catalog.get(sets.find(i)).sample().id());
    }
    return groups;
  }

  @Test
  void groupsOfCopiesAreThoseOfAComparisonOfAllPairs() throws Exception {
    Path source = RealData.at("mri/sartaj-brain-tumor");
    StoreProvider stores = new StoresByScheme(Map.of("file", new LocalStore()));
    BuildResult result =
        build(
            stores, spec(ObjectLocation.ofPath(source), "**/*.jpg", DuplicateSpec.Conflicts.KEEP));
    List<CatalogEntry> catalog = catalog(stores, result);
    Map<String, String> found = new TreeMap<>();
    for (CatalogEntry entry : catalog) {
      Sample sample = entry.sample();
      found.put(
          sample.id(), sample.duplicateGroup().isEmpty() ? sample.id() : sample.duplicateGroup());
    }
    assertThat(catalog).hasSize(400);
    assertThat(found).isEqualTo(groupsByBruteForce(source, catalog));
    assertThat(found.values().stream().distinct().count()).isLessThan(340);
  }

  @Test
  void theSameFilesInS3AndInAFolderAreSplitAlike() throws Exception {
    Path source = RealData.at("mri/sartaj-brain-tumor");
    Path buckets = Files.createDirectory(work.resolve("buckets"));
    try (EmbeddedS3 server = EmbeddedS3.over(buckets).withBucket("slices");
        S3Store s3 = new S3Store(server.settings())) {
      StoreProvider stores = new StoresByScheme(Map.of("file", new LocalStore(), "s3", s3));
      ObjectLocation folder = ObjectLocation.ofPath(source);
      ObjectLocation bucket = ObjectLocation.parse("s3://slices/some/prefix/");
      List<CatalogEntry> local =
          catalog(stores, build(stores, spec(folder, TESTING, DuplicateSpec.Conflicts.DROP)));
      for (CatalogEntry entry : local) {
        String id = entry.sample().id();
        s3.write(bucket.resolve(id), Content.ofFile(source.resolve(id)));
      }
      List<CatalogEntry> remote =
          catalog(stores, build(stores, spec(bucket, TESTING, DuplicateSpec.Conflicts.DROP)));
      assertThat(remote)
          .usingRecursiveComparison()
          .ignoringFieldsMatchingRegexes(".*objects")
          .isEqualTo(local);
    }
  }
}
