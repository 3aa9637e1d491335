package dev.shardline.pipeline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LocalGpusTest {
  /// Where NVIDIA's driver for Linux lists its devices.
  private static final Path DRIVER = Path.of("/proc/driver/nvidia/gpus");

  @Test
  void thereAreAsManyAsTheDriverLists() throws IOException {
    int listed = 0;
    if (Files.isDirectory(DRIVER)) {
      try (Stream<Path> gpus = Files.list(DRIVER)) {
        listed = Math.toIntExact(gpus.count());
      }
    }

    assertThat(LocalGpus.count()).isEqualTo(listed);
  }
}
