package dev.shardline.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.dataset.ClassLabel;
import dev.shardline.dataset.PartId;
import dev.shardline.dataset.Split;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Digest;
import dev.shardline.failure.MalformedDataException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetDescriptionTest {
  private static final Digest DIGEST = Digest.of("x");

  static DatasetDescription description() {
    Counts counts = new Counts(2, 3, 40);
    PartDescription part =
        new PartDescription(
            new PartId(Split.TRAIN, 0),
            counts,
            DIGEST,
            List.of(new FileDigest("parts/train/part-00000.manifest", 9, DIGEST)));
    SplitDescription split =
        new SplitDescription(
            Split.TRAIN,
            new BigDecimal("0.70"),
            counts,
            2,
            List.of(new ClassCount(new ClassLabel("glioma", 0), 2)),
            List.of(new FileDigest("train.manifest", 12, DIGEST)),
            List.of(part));
    return new DatasetDescription(
        "brain",
        "shardline 0.1.0",
        DIGEST,
        CanonicalJson.object().put("name", "brain"),
        new SourceDescription(List.of("s3://bucket/mri/"), 5, 2, counts),
        List.of(split),
        List.of(new FileDigest("catalog.csv", 100, DIGEST)),
        List.of(new Finding("class-balance", Severity.WARNING, "uneven", 2, List.of("a.jpg"))));
  }

  private static String text() {
    return new String(DatasetDescriptionParser.toBytes(description()), StandardCharsets.UTF_8);
  }

  @Test
  void theFileHasOneForm() {
    assertThat(text())
        .isEqualTo(
            """
            {
              "dataset": 1,
              "name": "brain",
              "software": "shardline 0.1.0",
              "previous": "DIGEST",
              "source": {
                "locations": [
                  "s3://bucket/mri/"
                ],
                "listed": 5,
                "excluded": 2,
                "samples": 2,
                "objects": 3,
                "bytes": 40
              },
              "splits": [
                {
                  "split": "train",
                  "share": 0.7,
                  "samples": 2,
                  "objects": 3,
                  "bytes": 40,
                  "subjects": 2,
                  "classes": [
                    {
                      "index": 0,
                      "name": "glioma",
                      "samples": 2
                    }
                  ],
                  "manifests": [
                    {
                      "path": "train.manifest",
                      "bytes": 12,
                      "sha256": "DIGEST"
                    }
                  ],
                  "parts": [
                    {
                      "part": "train/part-00000",
                      "samples": 2,
                      "objects": 3,
                      "bytes": 40,
                      "digest": "DIGEST",
                      "manifests": [
                        {
                          "path": "parts/train/part-00000.manifest",
                          "bytes": 9,
                          "sha256": "DIGEST"
                        }
                      ]
                    }
                  ]
                }
              ],
              "files": [
                {
                  "path": "catalog.csv",
                  "bytes": 100,
                  "sha256": "DIGEST"
                }
              ],
              "findings": [
                {
                  "check": "class-balance",
                  "severity": "warning",
                  "message": "uneven",
                  "affected": 2,
                  "examples": [
                    "a.jpg"
                  ]
                }
              ],
              "spec": {
                "name": "brain"
              }
            }
            """
                .replace("DIGEST", DIGEST.hex()));
  }

  @Test
  void aDescriptionIsReadAsItWasWritten() throws MalformedDataException {
    byte[] bytes = DatasetDescriptionParser.toBytes(description());
    assertThat(DatasetDescriptionParser.parse(bytes)).isEqualTo(description());
    assertThat(DatasetDescriptionParser.toBytes(DatasetDescriptionParser.parse(bytes)))
        .isEqualTo(bytes);
  }

  @Test
  void everyFieldIsNeeded() {
    for (String line : text().lines().filter(line -> line.contains("\": \"")).toList()) {
      String field = line.strip().substring(1, line.strip().indexOf("\":"));
      if (field.equals("previous")) {
        continue;
      }
      String without = text().replace("\"" + field + "\"", "\"other\"");
      assertThatThrownBy(
              () -> DatasetDescriptionParser.parse(without.getBytes(StandardCharsets.UTF_8)))
          .as(field)
          .isInstanceOf(MalformedDataException.class);
    }
  }

  @Test
  void wrongValuesAreNamed() {
    assertMalformed("\"dataset\": 1", "\"dataset\": 2", "data set format 2; this version reads");
    assertMalformed("\"name\": \"brain\",\n  \"s", "\"name\": 3,\n  \"s", "\"name\" is not text");
    assertMalformed("\"listed\": 5", "\"listed\": \"5\"", "\"listed\" is not a whole number");
    assertMalformed("\"index\": 0", "\"index\": 4294967296", "\"index\" is out of range");
    assertMalformed("train/part-00000\"", "part 0\"", "Not a part: \"part 0\"");
    assertMalformed("\"warning\"", "\"loud\"", "LOUD");
    assertMalformed("}\n}\n", "}\n", "expected JSON");
  }

  private static void assertMalformed(String old, String replacement, String message) {
    assertThat(text()).contains(old);
    byte[] bytes = text().replace(old, replacement).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> DatasetDescriptionParser.parse(bytes))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining(message);
  }
}
