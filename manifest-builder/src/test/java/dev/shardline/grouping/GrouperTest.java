package dev.shardline.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.listing.KeyPattern;
import dev.shardline.listing.ObjectRoot;
import dev.shardline.listing.ObjectTable;
import dev.shardline.listing.ObjectTableBuilder;
import dev.shardline.storage.ObjectLocation;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrouperTest {
  /// What headers name.
  private static final Map<String, List<String>> NAMED =
      Map.of(
          "n/r.onda.signals.arrow",
          List.of("./data/a.lpcm", "data/b.lpcm", "r.onda.annotations.arrow", "gone.lpcm"),
          "n/s.onda.signals.arrow",
          List.of("data/b.lpcm", "data/c.lpcm"),
          "w/all.hea",
          List.of("one.hea", "two.hea", "all.hea"),
          "w/one.hea",
          List.of("signals.dat", "all.hea"),
          "w/two.hea",
          List.of("signals.dat", "one.dat"));

  private static ObjectTable objects(String... keys) {
    ObjectTableBuilder table = new ObjectTableBuilder();
    int root = table.addRoot(new ObjectRoot("", ObjectLocation.parse("s3://bucket/data/")));
    for (String key : keys) {
      table.add(root, key, 1, "e", "");
    }
    return table.build();
  }

  /// The samples as lists of keys.
  private static List<List<String>> group(GroupingSpec spec, String... keys) {
    SampleTable samples =
        new Grouper(
                spec,
                objects ->
                    IntStream.range(0, objects.size())
                        .mapToObj(row -> objects.ids().text(row).replaceAll("[^0-9]", ""))
                        .toList(),
                objects ->
                    IntStream.range(0, objects.size())
                        .mapToObj(row -> NAMED.getOrDefault(objects.ids().text(row), List.of()))
                        .toList())
            .group(objects(keys));
    return IntStream.range(0, samples.size())
        .mapToObj(sample ->
            samples.sourceObjects(sample).stream()
                .map(object -> object.location().key().substring("data/".length()))
                .toList())
        .toList();
  }

  @Test
  void segmentsOfARecordStayWithIt() {
    assertThat(
            group(
                new GroupingSpec.Families(),
                "p/3000003.hea",
                "p/3000003_0001.dat",
                "p/3000003_0001.hea",
                "p/3000003_layout.hea",
                "p/3000003n.dat",
                "p/3000003n.hea"))
        .containsExactly(
            List.of(
                "p/3000003.hea",
                "p/3000003_0001.dat",
                "p/3000003_0001.hea",
                "p/3000003_layout.hea"),
            List.of("p/3000003n.hea", "p/3000003n.dat"));
  }

  @Test
  void familiesGatherWhatBelongsToAHeader() {
    assertThat(
            group(
                new GroupingSpec.Families(),
                "b/100.dat",
                "b/100.atr",
                "b/100.hea",
                "b/1001.dat",
                "a/x.vhdr",
                "a/x.eeg",
                "a/x.vmrk",
                "sub-1/sub-1_T1w.nii.gz",
                "sub-1/sub-1_T1w.json",
                "sub-1/sub-1_task-a_eeg.edf",
                "sub-1/sub-1_task-a_events.tsv",
                "S1.EDF",
                "S1.edf.event",
                "picture.jpg"))
        .containsExactly(
            List.of("S1.EDF", "S1.edf.event"),
            List.of("a/x.vhdr", "a/x.eeg", "a/x.vmrk"),
            List.of("b/100.hea", "b/100.atr", "b/100.dat"),
            List.of("b/1001.dat"),
            List.of("picture.jpg"),
            List.of("sub-1/sub-1_T1w.nii.gz", "sub-1/sub-1_T1w.json"),
            List.of("sub-1/sub-1_task-a_eeg.edf", "sub-1/sub-1_task-a_events.tsv"));
  }

  @Test
  void whatAnOndaTableNamesNeverLeavesIt() {
    assertThat(
            group(
                new GroupingSpec.Headers(),
                "n/data/a.lpcm",
                "n/data/b.lpcm",
                "n/data/c.lpcm",
                "n/data/d.lpcm",
                "n/r.onda.annotations.arrow",
                "n/r.onda.signals.arrow",
                "n/s.onda.signals.arrow"))
        .containsExactly(
            List.of("n/data/d.lpcm"),
            List.of(
                "n/r.onda.signals.arrow",
                "n/data/a.lpcm",
                "n/data/b.lpcm",
                "n/r.onda.annotations.arrow"),
            List.of("n/s.onda.signals.arrow", "n/data/c.lpcm"));
  }

  @Test
  void segmentsThatAHeaderNamesBelongToItWithAllTheyHave() {
    assertThat(
            group(
                new GroupingSpec.Headers(),
                "w/all.hea",
                "w/one.atr",
                "w/one.dat",
                "w/one.hea",
                "w/other.dat",
                "w/other.hea",
                "w/signals.dat",
                "w/two.hea"))
        .containsExactly(
            List.of(
                "w/all.hea", "w/one.atr", "w/one.dat", "w/one.hea", "w/signals.dat", "w/two.hea"),
            List.of("w/other.hea", "w/other.dat"));
  }

  @Test
  void aFolderIsASample() {
    assertThat(group(new GroupingSpec.Folder(), "s/1/b", "s/1/a", "s/2/a"))
        .containsExactly(List.of("s/1/a", "s/1/b"), List.of("s/2/a"));
  }

  @Test
  void aPatternNamesSamplesAndRanksTheirFirstObject() {
    KeyPattern pattern = KeyPattern.parse("(?<sample>.*)[.][a-z]+");
    assertThat(
            group(new GroupingSpec.Pattern(pattern, List.of(".hea")), "x.dat", "x.hea", "README"))
        .containsExactly(List.of("README"), List.of("x.hea", "x.dat"));
  }

  @Test
  void objectsOfOneSeriesAreASampleWhereverTheyLie() {
    assertThat(group(new GroupingSpec.Series(), "a/7", "b/7", "b/8", "none"))
        .containsExactly(List.of("a/7", "b/7"), List.of("b/8"), List.of("none"));
  }
}
