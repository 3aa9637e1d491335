package dev.shardline.inspect.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.inspect.InspectedFile;
import dev.shardline.inspect.Inspection;
import dev.shardline.inspect.Inspector;
import dev.shardline.lineage.RunDescription;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Looks into `run.json`.
public final class RunInspector implements Inspector {
  private static final Signature SIGNATURE = new Signature("{\n  \"run\":");

  @Override
  public String format() {
    return "run.json";
  }

  @Override
  public boolean recognises(InspectedFile file) {
    return SIGNATURE.isOf(file);
  }

  @Override
  public Inspection inspect(InspectedFile file) throws IOException, MalformedDataException {
    RunDescription run = RunDescription.read(file.bytes(), file.place());
    ObjectNode facts =
        CanonicalJson.object()
            .put("id", run.id())
            .put("identity", run.identity().hex())
            .put("dataset", run.dataset().toString())
            .put("dataset-digest", run.datasetDigest().hex())
            .put("output-version", run.outputVersion());
    facts.set("output", run.output());
    ArrayNode steps = facts.putArray("steps");
    run.recipe().path("steps").forEach(step -> addStep(steps.addObject(), step));
    return Inspection.of(format(), facts);
  }

  private static void addStep(ObjectNode row, JsonNode step) {
    row.put("step", step.path("step").asText())
        .put(
            "arguments",
            new String(CanonicalJson.line(step.path("arguments")), StandardCharsets.UTF_8));
  }
}
