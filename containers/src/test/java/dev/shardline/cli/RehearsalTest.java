package dev.shardline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
  @TempDir Path folder;

  @Test
  void volumesGoAllTheWayToTheVerdict() throws Exception {
    assertThat(Rehearsal.of(RehearsalData.volumes(folder), folder)).isZero();

    assertThat(verdict("volumes")).contains("\"intact\":true", "\"failed_ratio\":0");
  }

  @Test
  void recordingsGoAllTheWayToTheVerdict() throws Exception {
    assertThat(Rehearsal.of(RehearsalData.recordings(folder), folder)).isZero();

    assertThat(verdict("recordings")).contains("\"intact\":true", "\"failed_ratio\":0");
  }

  /// The fault that is planted in them fails one of about two hundred.
  @Test
  void picturesGoAllTheWayToTheVerdict() throws Exception {
    assertThat(Rehearsal.of(RehearsalData.pictures(folder), folder)).isZero();

    assertThat(verdict("pictures")).contains("\"intact\":true", "\"leaks\":0");
  }

  private String verdict(String name) throws IOException {
    List<Path> found;
    try (Stream<Path> tree = Files.walk(folder.resolve(name + ".yaml.work"))) {
      found = tree.filter(path -> path.endsWith("verdict.json")).toList();
    }
    return Files.readString(found.getFirst()).replace(" ", "");
  }
}
