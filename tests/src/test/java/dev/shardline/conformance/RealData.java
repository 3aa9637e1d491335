package dev.shardline.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Finds the real data that lies beside the project.
public final class RealData {
  private RealData() {}

  /// A file or folder under `shared/data`; skips the test that asks where it is absent.
  public static Path at(String path) {
    Path found = Path.of(System.getProperty("shardline.root", ".."), "../shared/data", path);
    assumeTrue(Files.exists(found), "skipped: no real data");
    return found;
  }
}
