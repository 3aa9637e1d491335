package dev.shardline.benchmark.worker;

import dev.shardline.data.Tensor;
import dev.shardline.dataset.ClassLabel;
import dev.shardline.dataset.Split;
import dev.shardline.digest.Digest;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.RecipeRun;
import dev.shardline.recipe.SampleFacts;
import dev.shardline.recipe.SourceBytes;
import dev.shardline.recipe.StepTimer;
import dev.shardline.shard.RecordFacts;
import dev.shardline.shard.RecordKey;
import dev.shardline.shard.ShardRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.Map;
import java.util.TreeMap;

/// Decode, recipe and tar in one thread, and nothing else: what a script would do.
///
/// @param tar where the records go
/// @param digesting whether source objects and tar get their SHA-256 on the way, as a worker's do
record BareLoop(Path tar, boolean digesting) {
  private static final SampleFacts FACTS =
      new SampleFacts("s.jpg", "s", new ClassLabel("one", 0), Split.TRAIN, Map.of(), 0);

  /// Does all samples.
  ///
  /// @return how many
  int run(Job job) throws IOException {
    try (OutputStream file = Files.newOutputStream(tar);
        DigestOutputStream out = new DigestOutputStream(file, Digest.sha256())) {
      out.on(digesting);
      for (int i = 0; i < job.data().samples(); i++) {
        one(job, RecordKey.of(String.valueOf(i)), out);
      }
      return job.data().samples();
    }
  }

  private void one(Job job, String key, OutputStream out) {
    byte[] content = job.data().content().clone();
    String digest = digesting ? Digest.of(content).hex() : "";
    try {
      var dropped =
          new RecipeRun(job.recipe(), (_, item) -> write(job, key, item, out), StepTimer.NONE)
              .run(Item.of(FACTS, SourceBytes.of("s.jpg", content)));
      if (dropped.isPresent()) {
        throw new IllegalStateException(digest + dropped.get().detail());
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(Job job, String key, Item item, OutputStream out) {
    try {
      ShardRecord record =
          new ShardRecord(key, (Tensor) item.data(), new TreeMap<>(), 0, RecordFacts.of(item));
      for (byte[] piece : job.format().encode(record).pieces()) {
        out.write(piece);
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
