package dev.shardline.inspect.lineage;

import dev.shardline.inspect.InspectedFile;
import java.nio.charset.StandardCharsets;

/// How a file of ours begins.
record Signature(String beginning) {
  boolean isOf(InspectedFile file) {
    return file.beginsWith(beginning.getBytes(StandardCharsets.UTF_8));
  }
}
