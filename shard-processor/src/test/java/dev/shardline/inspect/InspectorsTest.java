package dev.shardline.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.UsageException;
import dev.shardline.inspect.lineage.ManifestInspector;
import dev.shardline.inspect.shard.NpyInspector;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class InspectorsTest {
  private static final Inspectors INSPECTORS =
      new Inspectors(List.of(new ManifestInspector(), new NpyInspector()));

  @Test
  void aFileOfNoKnownFormatIsRefusedWithTheFormatsThatAreKnown() throws IOException {
    InspectedFile file = new FilesInMemory().with("a.txt", "hello".getBytes(UTF_8)).open("a.txt");
    assertThatThrownBy(() -> INSPECTORS.inspect(file))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("a.txt")
        .hasMessageContaining("ManifestFile, NPY");
  }

  @Test
  void aRecordIsOnlyLookedForWhereThereAreRecords() throws IOException {
    InspectedFile file =
        new FilesInMemory().with("a", "[{\"prefix\":\"s3://b/\"}]".getBytes(UTF_8)).open("a");
    assertThatThrownBy(() -> INSPECTORS.inspectRecord(file, "key"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("holds no records");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> new FilesInMemory().open("missing.nii"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("missing.nii");
  }

  @Test
  void factsBecomeAlignedLinesAndListsOfObjectsTables() {
    ObjectNode facts =
        CanonicalJson.object().put("shape", "2x3").put("mean", new BigDecimal("1.23456789"));
    facts.putArray("spacing-mm").add(1.5).add(2.0);
    facts.putArray("splits").addObject().put("split", "train").put("samples", 7);
    facts.withArray("splits").addObject().put("split", "test").put("samples", 10);

    assertThat(FactLines.of(facts))
        .containsExactly(
            "shape       2x3",
            "mean        1.23457",
            "spacing mm  1.5 2",
            "",
            "splits:",
            "  split  samples",
            "  train  7",
            "  test   10");
  }
}
