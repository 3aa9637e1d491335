package dev.shardline.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.config.Config;
import dev.shardline.failure.UsageException;
import dev.shardline.listing.SequentialListing;
import dev.shardline.manifest.Finding;
import dev.shardline.manifest.Severity;
import dev.shardline.probe.Probes;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.memory.MemoryStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The checks before anything is done with a data set.
class ChecksTest {
  private final MemoryStore store = new MemoryStore();

  /// Sixty samples of two classes and two sites, with the headers that are given.
  private void fill(IntFunction<String> header) throws IOException {
    for (int i = 0; i < 60; i++) {
      String key = "%s/site-%d/sub-%02d.facts".formatted(i % 2 == 0 ? "ill" : "well", i / 2 % 2, i);
      SmallDataset.put(store, key, "id=%02d\n%s".formatted(i, header.apply(i)));
    }
  }

  private DatasetSpec spec(String checks) {
    String yaml =
        """
        dataset:
          name: checks
          source: %s
          pattern: "(?<label>[^/]+)/(?<site>[^/]+)/(?<subject>[^/]+)[.]facts"
          duplicates: {content: false}
          checks: %s
        """
            .formatted(SmallDataset.SOURCE, checks);
    return DatasetSection.read(
        Config.parse(yaml, "shardline.yaml", Path.of("/data"), List.of()).root());
  }

  private DatasetBuilder builder() {
    return new DatasetBuilder(
        _ -> store,
        new SequentialListing(_ -> store),
        new Probes(List.of(new HeaderTextProbe())),
        BuildProgress.NONE);
  }

  private Map<String, Finding> check(String checks) {
    return builder().check(spec(checks)).findings().stream()
        .collect(Collectors.toMap(Finding::check, finding -> finding));
  }

  @Test
  void aDataSetWithoutFaultsHasNoFindings() throws Exception {
    fill(i -> "mode=grey-8\nwidth=512\nheight=512\nunits=uV");
    assertThat(check("{headers: all}")).isEmpty();
  }

  @Test
  void everyFaultIsFoundAndCounted() throws Exception {
    fill(i ->
        String.join(
            "\n",
            "mode=" + (i == 4 ? "rgb-8" : "grey-8"),
            "width=" + (i == 5 ? 90_000 : 500 + i % 7),
            "height=512",
            "sampling-rate-hz=" + (i < 3 ? "250" : "256"),
            "geometry-missing=" + (i == 6),
            "geometry-conflict=" + (i == 7) + (i == 8 ? "\npersonal-data=PatientName" : "")));
    SmallDataset.put(store, "ill/site-0/sub-91.facts", "no facts here");
    SmallDataset.put(store, "well/site-1/sub-92.facts", "");
    Map<String, Finding> findings = check("{headers: all}");
    assertThat(findings)
        .containsOnlyKeys(
            "empty-object",
            "geometry-conflict",
            "geometry-missing",
            "header-outlier",
            "mixed-mode",
            "mixed-sampling-rate",
            "mixed-size",
            "personal-data",
            "unreadable-header");
    assertThat(findings.get("mixed-sampling-rate").affected()).isEqualTo(3);
    assertThat(findings.get("mixed-sampling-rate").message())
        .isEqualTo("2 values of sampling-rate-hz in 61 headers: 256 (57), 250 (3)");
    assertThat(findings.get("mixed-mode").examples()).containsExactly("ill/site-0/sub-04.facts");
    assertThat(findings.get("personal-data").message())
        .isEqualTo("1 of 61 headers hold personal data, in the fields PatientName (1)");
    assertThat(findings.get("header-outlier").message())
        .isEqualTo(
            "1 of 60 headers have an image width (in pixels) far from the usual 503: 90000 in the"
                + " first one");
  }

  @Test
  void aScannerThatTellsTheLabelIsNamed() throws Exception {
    fill(i -> "scanner=" + (i % 2 == 0 ? "Maker A" : "Maker B"));
    Finding finding = check("{}").get("confounding");
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.message())
        .isEqualTo(
            "the headers' scanner goes together with the label (Cramér's V 1.00): a model can learn"
                + " it instead");
  }

  @Test
  void anImagesBytesAreNoOutlierBesideItsSize() throws Exception {
    fill(i -> "width=512\nheight=512\ndecoded-bytes=" + (i == 5 ? 9_000_000 : 1000 + i));
    assertThat(check("{headers: all}")).isEmpty();
  }

  @Test
  void aFolderThatTellsTheLabelIsNamedUnlessItIsTheLabel() throws Exception {
    for (int i = 0; i < 60; i++) {
      String label = i % 2 == 0 ? "ill" : "well";
      String hospital = i % 2 == 0 ? "north" : "south";
      SmallDataset.put(
          store,
          "%s/%s/site-%d/sub-%02d.facts".formatted(hospital, label, i / 2 % 2, i),
          "id=%02d".formatted(i));
    }
    DatasetSpec spec =
        DatasetSection.read(
            Config.parse(
                    """
                    dataset:
                      name: checks
                      source: %s
                      pattern: "[^/]+/(?<label>[^/]+)/[^/]+/(?<subject>[^/]+)[.]facts"
                    """
                        .formatted(SmallDataset.SOURCE),
                    "shardline.yaml",
                    Path.of("/data"),
                    List.of())
                .root());
    List<Finding> findings = builder().check(spec).findings();
    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().message())
        .isEqualTo(
            "the folder at depth 1 (such as \"north\") goes together with the label (Cramér's V"
                + " 1.00): a model can learn it instead");
  }

  @Test
  void everySeverityCanBeChosen() throws Exception {
    fill(i -> (i == 8 ? "personal-data=PatientName\n" : "") + "format=f" + i % 2);
    Map<String, Finding> findings =
        check("{severities: {personal-data: note, mixed-format: error, confounding: warning}}");
    assertThat(findings.get("personal-data").severity()).isEqualTo(Severity.NOTE);
    assertThat(findings.get("mixed-format").severity()).isEqualTo(Severity.ERROR);
    assertThatThrownBy(() -> spec("{severities: {mixed-fromat: error}}"))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("mixed-fromat", "did you mean \"mixed-format\"?");
    assertThatThrownBy(() -> spec("{severities: {mixed-format: grave}}"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("expected one of note, warning, error, found \"grave\"");
  }

  @Test
  void aGateOnARepeatedObjectStopsTheBuild() throws Exception {
    fill(i -> "format=x");
    DatasetSpec twice =
        DatasetSection.read(
            Config.parse(
                    """
                    dataset:
                      name: checks
                      source: {kind: list, location: memory://bucket/list.csv, root: %s}
                      pattern: "(?<label>[^/]+)/(?<site>[^/]+)/(?<subject>[^/]+)[.]facts"
                      checks: {gates: [repeated-object]}
                    """
                        .formatted(SmallDataset.SOURCE),
                    "shardline.yaml",
                    Path.of("/data"),
                    List.of())
                .root());
    String uri = SmallDataset.SOURCE + "ill/site-0/sub-00.facts";
    store.write(
        ObjectLocation.parse("memory://bucket/list.csv"),
        Content.ofText("uri\n" + uri + "\n" + uri + "\n"));
    assertThatThrownBy(
            () -> builder().build(new BuildRequest(twice, SmallDataset.WORK, "test", false)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("repeated-object: 1 objects were named more than once");
  }

  @Test
  void tinyAndUnbalancedClassesAreTold() throws Exception {
    fill(i -> "format=x");
    for (int i = 0; i < 5; i++) {
      SmallDataset.put(store, "rare/site-0/sub-1%d.facts".formatted(i), "id=rare " + i);
    }
    for (int i = 0; i < 60; i++) {
      SmallDataset.put(store, "ill/site-0/more-%02d.facts".formatted(i), "id=more " + i);
    }
    Map<String, Finding> findings = check("{headers: none}");
    assertThat(findings.get("tiny-class").examples()).containsExactly("rare");
    assertThat(findings.get("class-imbalance").message())
        .isEqualTo("class \"ill\" has 90 samples, class \"rare\" only 5");
  }

  @Test
  void onlySoManyHeadersAreReadAndAlwaysTheSame() throws Exception {
    fill(i -> "width=" + i);
    CheckResult some = builder().check(spec("{sample-size: 20}"));
    assertThat(some.headers()).isEqualTo(20);
    assertThat(builder().check(spec("{sample-size: 20}"))).isEqualTo(some);
    assertThat(builder().check(spec("{headers: none}")).headers()).isZero();
  }

  @Test
  void aGateStopsTheBuildAndIgnoredFindingsAreNotTold() throws Exception {
    fill(i -> (i == 8 ? "personal-data=PatientName\n" : "") + "format=f" + i % 2);
    assertThat(check("{ignore: [mixed-format, confounding]}")).containsOnlyKeys("personal-data");
    assertThat(check("{gates: [personal-data]}").get("personal-data").severity())
        .isEqualTo(Severity.ERROR);
    DatasetSpec gated = spec("{gates: [personal-data]}");
    assertThatThrownBy(
            () -> builder().build(new BuildRequest(gated, SmallDataset.WORK, "test", false)))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll(
            "does not pass the gates", "personal-data: 1 of 60 headers", "ill/site-0/sub-08.facts");
    assertThat(store.listAll(SmallDataset.WORK)).isEmpty();
  }

  @Test
  void theForecastSaysWhatThePartsAndHeadersSay() throws Exception {
    fill(i -> "decoded-bytes=" + 1000 * (i + 1));
    Forecast forecast =
        builder()
            .build(new BuildRequest(spec("{headers: all}"), SmallDataset.WORK, "test", true))
            .forecast();
    assertThat(forecast.shards()).isEqualTo(12);
    assertThat(forecast.largest().decodedBytes()).isEqualTo(60_000);
    assertThat(forecast.largest().candidates()).hasSize(1 + 32);
    assertThat(forecast.smallestPart()).isLessThanOrEqualTo(forecast.largestPart());
    assertThat(forecast.seconds(2, forecast.bytes())).isEqualTo(0.5);
  }
}
