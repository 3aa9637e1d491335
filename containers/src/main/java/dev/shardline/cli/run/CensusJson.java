package dev.shardline.cli.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.census.RunCensus;
import dev.shardline.census.SplitCensus;
import dev.shardline.digest.CanonicalJson;

/// A run's census for scripts.
public final class CensusJson {
  private CensusJson() {}

  public static ObjectNode of(RunCensus census) {
    ObjectNode node =
        CanonicalJson.object()
            .put("copy-groups", census.copyGroups())
            .put("samples-with-copies", census.copies());
    ObjectNode splits = node.putObject("splits");
    census.splits().forEach((name, split) -> splits.set(name, split(split, census)));
    ArrayNode failures = node.putArray("quarantined");
    census
        .quarantined()
        .forEach(failure ->
            failures.add(
                CanonicalJson.object()
                    .put("sample", failure.sample())
                    .put("reason", failure.reason())
                    .put("detail", failure.detail())));
    return node;
  }

  private static ObjectNode split(SplitCensus split, RunCensus census) {
    ObjectNode node =
        CanonicalJson.object()
            .put("samples", split.counts().samples())
            .put("subjects", split.subjects())
            .put("written", split.counts().written())
            .put("dropped", split.counts().dropped())
            .put("quarantined", split.counts().quarantined())
            .put("records", split.records())
            .put("shards", split.shards().size());
    ObjectNode before = node.putObject("classes");
    census.classes().forEach(label -> before.put(label.name(), split.samples(label)));
    ObjectNode after = node.putObject("classes-written");
    census.classes().forEach(label -> after.put(label.name(), split.written(label)));
    return node;
  }
}
