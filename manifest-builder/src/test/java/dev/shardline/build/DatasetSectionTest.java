package dev.shardline.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.config.Config;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.UsageException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetSectionTest {
  private static DatasetSpec read(String yaml) {
    Config config = Config.parse(yaml, "shardline.yaml", Path.of("/data"), List.of());
    return DatasetSection.read(config.root());
  }

  private static void assertProblem(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
  }

  @Test
  void whatIsNotWrittenHasADefault() {
    DatasetSpec spec = read("dataset: {name: brain, source: images}");
    assertThat(new String(CanonicalJson.file(CanonicalSpec.of(spec)), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {
              "name": "brain",
              "source": [
                {
                  "kind": "prefix",
                  "location": "file:///data/images/",
                  "name": "",
                  "include": [],
                  "exclude": [
                    "**/.DS_Store",
                    "**/Thumbs.db",
                    "**/._*"
                  ]
                }
              ],
              "samples": {
                "group": "families"
              },
              "pattern": [],
              "sidecars": [],
              "tables": [],
              "bins": {},
              "label": "label",
              "further-labels": [],
              "subject": "subject",
              "rename-labels": {},
              "exclude-labels": [],
              "unmatched": "fail",
              "missing": "fail",
              "duplicates": {
                "bytes": true,
                "content": true,
                "label-conflicts": "drop"
              },
              "split": {
                "seed": 0,
                "splits": [
                  {
                    "split": "train",
                    "share": 0.7,
                    "minimum-per-class": 1
                  },
                  {
                    "split": "validation",
                    "share": 0.15,
                    "minimum-per-class": 1
                  },
                  {
                    "split": "test",
                    "share": 0.15,
                    "minimum-per-class": 1
                  }
                ],
                "group-by": [],
                "stratify-by": []
              },
              "checks": {
                "headers": "sampled",
                "sample-size": 1000,
                "severities": {},
                "ignore": []
              },
              "parts": {
                "target-bytes": 268435456,
                "instances": 1,
                "per-instance": 4,
                "balance": "bytes"
              }
            }
            """);
  }

  @Test
  void everythingCanBeWritten() {
    DatasetSpec spec =
        read(
            """
            dataset:
              name: signals
              source:
                - {name: a, location: "s3://bucket/a"}
                - {name: b, location: more, kind: prefix}
              include: ["**/*.{edf,bdf}"]
              exclude: "derivatives/**"
              samples: {group: pattern, pattern: "(?<sample>.*)[.][a-z]+", first: [.hea]}
              pattern: ["(?<subject>[^/]+)/.*", "(?<site>.*)"]
              tables:
                - {file: participants.tsv, key: participant_id, on: subject, columns: [age, group]}
              sidecars: [EchoTime, acq.scanner]
              bins: {age: 4, dose: [0.5, 2]}
              label: group
              further-labels: [grade]
              rename-labels: {1: "yes", 0: "no"}
              exclude-labels: [unknown]
              unmatched: drop
              missing: drop
              duplicates: {content: false, label-conflicts: keep}
              split:
                train: 0.9
                test: 0.10
                seed: 11
                minimum-per-class: 2
                caps: {test: 500}
                group-by: family
                stratify-by: [site, age]
              parts: {target-bytes: 64MiB, instances: 3, per-instance: 2, balance: samples}
            """);
    assertThat(new String(CanonicalJson.line(CanonicalSpec.of(spec)), StandardCharsets.UTF_8))
        .contains(
            "\"location\":\"s3://bucket/a/\",\"name\":\"a\",\"include\":[\"**/*.{edf,bdf}\"]",
            "\"location\":\"file:///data/more/\",\"name\":\"b\"",
            "\"samples\":{\"group\":\"pattern\",\"pattern\":\"(?<sample>.*)[.][a-z]+\",\"first\":[\".hea\"]}",
            "\"file\":\"file:///data/participants.tsv\",\"key\":\"participant_id\",\"on\":\"subject\"",
            "\"sidecars\":[\"EchoTime\",\"acq.scanner\"]",
            "\"bins\":{\"age\":4,\"dose\":[0.5,2]},\"label\":\"group\",\"further-labels\":[\"grade\"]",
            "\"rename-labels\":{\"0\":\"no\",\"1\":\"yes\"},\"exclude-labels\":[\"unknown\"]",
            "{\"split\":\"test\",\"share\":0.1,\"minimum-per-class\":2,\"cap\":500}",
            "\"stratify-by\":[\"site\",\"age\"]",
            "\"target-bytes\":67108864,\"instances\":3,\"per-instance\":2,\"balance\":\"samples\"");
  }

  @Test
  void mistakesAreNamedWithTheirPlace() {
    String head = "dataset:\n  name: brain\n  source: images\n";
    assertProblem("dataset: {name: brain}", "dataset.source: is missing");
    assertProblem("dataset: {name: Brain, source: a}", "dataset.name: expected lower-case letters");
    assertProblem(
        head + "  incldue: a\n",
        "dataset.incldue: is not a key that is known here; did you mean \"include\"?");
    assertProblem(
        head + "  pattern: \"(?<label>\"\n",
        "shardline.yaml:4: dataset.pattern: Not a regular expression");
    assertProblem(head + "  pattern: \"[^/]+\"\n", "names no group");
    assertProblem(head + "  include: \"{a\"\n", "expected a '}' for its '{'");
    assertProblem(head + "  split: {train: 0.7, test: 0.2}\n", "sum to 0.9, not to 1");
    assertProblem(head + "  split: {train: most}\n", "expected a number, found the text");
    assertProblem(head + "  parts: {target-bytes: 1.5GB}\n", "expected a whole number with B, KiB");
    assertProblem(head + "  checks: {gates: [personal-dat]}\n", "did you mean \"personal-data\"?");
    assertProblem(head + "  samples: {group: pattern}\n", "(?<sample>…)");
    assertProblem("dataset: {name: a, source: [x/a, a]}", "several sources need different names");
  }
}
